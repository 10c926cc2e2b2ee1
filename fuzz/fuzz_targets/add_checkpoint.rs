//! Requests to a witness and policies: typed errors, and what was read is written as it came.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tlog::{AddCheckpoint, Policy};

fuzz_target!(|data: &[u8]| {
    if let Ok(request) = AddCheckpoint::parse(data) {
        assert_eq!(request.to_string().as_bytes(), data);
    }
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = text.parse::<Policy>();
    }
});
