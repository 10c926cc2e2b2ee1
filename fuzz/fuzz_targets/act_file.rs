//! A file of acts, TOML or JSON, gives statements that can be written and read again, or an error with a line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use statement::Payload;
use statement::file::{Format, read};

fuzz_target!(|text: &str| {
    for format in [Format::Toml, Format::Json] {
        for draft in read(text, format, None).unwrap_or_default() {
            assert!(draft.line >= 1);
            assert_eq!(Payload::from_json(&draft.payload.to_json()).as_ref(), Ok(&draft.payload));
        }
    }
});
