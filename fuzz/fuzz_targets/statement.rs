//! A signed statement from outside has one spelling, reads the same again and never verifies by accident.
#![no_main]

use libfuzzer_sys::fuzz_target;
use statement::{PureCheck, Unverified, demonstration_key};

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = Unverified::parse(bytes) else { return };
    assert_eq!(Unverified::parse(bytes).as_ref(), Ok(&read));
    let key = demonstration_key(&read.payload().signer).public();
    if let Ok(verified) = read.verify(&key, &PureCheck) {
        assert_eq!(verified.jws_bytes(), bytes);
    }
});
