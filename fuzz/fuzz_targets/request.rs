//! A signed request from outside is read as what it says, or is an error; no statement is ever read as one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use statement::{Unverified, UnverifiedRequest, demonstration_key, sign_request};

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = UnverifiedRequest::parse(bytes) else { return };
    assert!(Unverified::parse(bytes).is_err(), "a request is no statement");
    let request = read.request();
    let again = sign_request(request, &demonstration_key(&request.party));
    // Signed by us it may be longer than is read, since its JSON may be written with more escapes.
    if let Ok(again) = UnverifiedRequest::parse(&again) {
        assert_eq!(again.request(), request);
    }
});
