//! A question from outside is written again as what was read, or is an error.
#![no_main]

use decision::Question;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(question) = Question::parse(bytes) else { return };
    let written = serde_json::to_vec(&question).expect("a question can be written");
    assert_eq!(Question::parse(&written).as_ref(), Ok(&question));
});
