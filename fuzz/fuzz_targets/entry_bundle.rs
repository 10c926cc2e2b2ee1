//! An entry bundle from outside encodes back to the same bytes, or is an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tlog::{decode_bundle, encode_bundle};

fuzz_target!(|input: (u16, &[u8])| {
    let (width, bytes) = input;
    let Ok(entries) = decode_bundle(bytes, width) else { return };
    assert_eq!(entries.len(), usize::from(width));
    assert_eq!(encode_bundle(entries).as_deref(), Ok(bytes));
});
