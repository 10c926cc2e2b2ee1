//! A payload from outside is written again as what was read, or is an error; whoever may sign it can be named.
#![no_main]

use libfuzzer_sys::fuzz_target;
use statement::{Payload, who_may_sign};

fuzz_target!(|bytes: &[u8]| {
    let Ok(payload) = Payload::from_json(bytes) else { return };
    assert!(!who_may_sign(&payload.act).is_empty());
    assert_eq!(Payload::from_json(&payload.to_json()).as_ref(), Ok(&payload));
});
