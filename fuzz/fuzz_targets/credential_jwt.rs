//! A token from outside is read or refused; no key of somebody else ever verifies it.
#![no_main]

use credential::jwt::{Kind, Token};
use credential::limits::CREDENTIAL_BYTES_MAX;
use libfuzzer_sys::fuzz_target;
use statement::{PureCheck, demonstration_key};

fuzz_target!(|bytes: &[u8]| {
    let Ok(token) = Token::parse(bytes, Kind::Credential, CREDENTIAL_BYTES_MAX) else { return };
    let Ok(party) = "did:web:fuzz.example".parse() else { return };
    let Ok(key) = demonstration_key(&party).public().decode() else { return };
    assert!(token.check(&key, &PureCheck).is_err());
});
