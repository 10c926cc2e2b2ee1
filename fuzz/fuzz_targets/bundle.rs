//! Bundles and deltas: whatever comes in, it is a typed error or what was written, and the same bytes come out again.

#![no_main]

use bundle::{Content, Delta};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(content) = Content::from_bytes(data) {
        assert_eq!(content.to_bytes(), data);
    }
    if let Ok(delta) = Delta::from_bytes(data) {
        assert_eq!(Delta::from_bytes(&delta.to_bytes()), Ok(delta));
    }
});
