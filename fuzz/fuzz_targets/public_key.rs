//! A public key from outside is decoded to a point that is written the same way again, or is an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use statement::PublicKey;

fuzz_target!(|parts: (&str, &str, &str, Option<&str>)| {
    let (kty, crv, x, y) = parts;
    let y = y.map(str::to_owned);
    let key = PublicKey { kid: "k".into(), kty: kty.into(), crv: crv.into(), x: x.into(), y };
    if key.decode().is_err() {
        return;
    }
    let named = key.to_did_key().and_then(|did| PublicKey::from_did_key(&did));
    assert_eq!(named.map(|named| named.thumbprint()), Ok(key.thumbprint()));
});
