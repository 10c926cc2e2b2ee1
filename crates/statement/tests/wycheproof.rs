//! The signatures of project Wycheproof: every one that must fail does, every one that is valid verifies, with the check
//! in plain Rust and with the one that remembers keys.

#![allow(clippy::unwrap_used)]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use statement::{FrequentKeys, PublicKey, PureCheck, SignatureCheck as _, Signed, VerifyingKey};
use wycheproof::{TestResult, ecdsa, eddsa};

/// Times each key is used before the answers are compared, so that it is remembered.
const USES: usize = 20;

struct Vector {
    id: usize,
    message: Vec<u8>,
    signature: Vec<u8>,
    result: TestResult,
}

fn check(key: &VerifyingKey, vectors: &[Vector]) {
    let frequent = FrequentKeys::new();
    for _ in 0..USES {
        frequent.check(key, b"", &[0; 64]);
    }
    let signed = vectors.iter().map(|one| Signed { key, message: &one.message, signature: &one.signature });
    let together = frequent.check_all(&signed.collect::<Vec<_>>());
    for (one, together) in vectors.iter().zip(together) {
        let alone = PureCheck.check(key, &one.message, &one.signature);
        assert_eq!(alone, together, "{}", one.id);
        assert_eq!(alone, frequent.check(key, &one.message, &one.signature), "{}", one.id);
        match one.result {
            TestResult::Valid => assert!(alone, "{} is valid", one.id),
            TestResult::Invalid => assert!(!alone, "{} must fail", one.id),
            TestResult::Acceptable => {}
        }
    }
}

fn key(kty: &str, crv: &str, x: &[u8], y: Option<&[u8]>) -> VerifyingKey {
    let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let (x, y) = (text(x), y.map(text));
    PublicKey { kid: "k".into(), kty: kty.into(), crv: crv.into(), x, y }.decode().unwrap()
}

#[test]
fn ed25519() {
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).unwrap();
    let mut vectors = 0;
    for group in &set.test_groups {
        let of_group: Vec<Vector> = group
            .tests
            .iter()
            .map(|test| Vector {
                id: test.tc_id,
                message: test.msg.to_vec(),
                signature: test.sig.to_vec(),
                result: test.result,
            })
            .collect();
        vectors += of_group.len();
        check(&key("OKP", "Ed25519", &group.key.pk, None), &of_group);
    }
    assert!(vectors > 100, "{vectors}");
}

/// Signatures as they stand in a JWS: both numbers, one after the other.
fn ecdsa(name: ecdsa::TestName, curve: &str) {
    let set = ecdsa::TestSet::load(name).unwrap();
    let mut vectors = 0;
    for group in &set.test_groups {
        // SEC 1 section 2.3.3: a marker byte and two coordinates of equal length.
        let (x, y) = group.key.key[1..].split_at(group.key.key.len() / 2);
        let of_group: Vec<Vector> = group
            .tests
            .iter()
            .map(|test| Vector {
                id: test.tc_id,
                message: test.msg.to_vec(),
                signature: test.sig.to_vec(),
                result: test.result,
            })
            .collect();
        vectors += of_group.len();
        check(&key("EC", curve, x, Some(y)), &of_group);
    }
    assert!(vectors > 100, "{vectors}");
}

#[test]
fn ecdsa_on_p_256() {
    ecdsa(ecdsa::TestName::EcdsaSecp256r1Sha256P1363, "P-256");
}

#[test]
fn ecdsa_on_p_384() {
    ecdsa(ecdsa::TestName::EcdsaSecp384r1Sha384P1363, "P-384");
}
