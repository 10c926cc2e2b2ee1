use proptest::prelude::*;

use super::*;
use crate::{PureCheck, demonstration_key};

const SIGNER: &str = "did:web:a.example";

fn payload(id: &str) -> Payload {
    let json = format!(
        r#"{{"id":"{id}","signer":"{SIGNER}","act":{{"type":"standard.withdrawn","standard":"IEC 60335-1:2010","on":"2026-01-31"}}}}"#
    );
    Payload::from_json(json.as_bytes()).unwrap()
}

fn keys() -> [PrivateKey; 3] {
    [
        demonstration_key(&SIGNER.parse().unwrap()),
        PrivateKey::from_secret("demo", Algorithm::Es256, &[7; 32]).unwrap(),
        PrivateKey::from_secret("demo", Algorithm::Es384, &[7; 48]).unwrap(),
    ]
}

fn verified(bytes: &[u8], key: &PrivateKey) -> Result<VerifiedStatement, StatementError> {
    Unverified::parse(bytes)?.verify(&key.public(), &PureCheck)
}

/// A statement with this header, signed all the same.
fn with_header(header: &str) -> Vec<u8> {
    let body = URL_SAFE_NO_PAD.encode(payload("s").to_json());
    let signed = format!("{}.{body}", URL_SAFE_NO_PAD.encode(header));
    let signature = URL_SAFE_NO_PAD.encode(keys()[0].sign_bytes(signed.as_bytes()));
    format!("{signed}.{signature}").into_bytes()
}

#[test]
fn the_header_holds_three_members_and_nothing_else() {
    let good = format!(r#"{{"alg":"EdDSA","kid":"demo","typ":"{TYPE}"}}"#);
    assert!(verified(&with_header(&good), &keys()[0]).is_ok());
    for more in
        [r#""crit":[]"#, r#""jwk":{}"#, r#""jku":"https://a.example""#, r#""x5c":[]"#, r#""kid":"demo""#]
    {
        let header = good.replace('}', &format!(",{more}}}"));
        assert!(matches!(Unverified::parse(&with_header(&header)), Err(StatementError::Header(_))), "{more}");
    }
    let other = |from: &str, to: &str| Unverified::parse(&with_header(&good.replace(from, to))).unwrap_err();
    assert!(matches!(other("\"kid\":\"demo\",", ""), StatementError::Header(_)));
    assert!(matches!(other("comity-v1", "comity-v2"), StatementError::Type(_)));
    for algorithm in ["none", "HS256", "RS256", "Ed25519", "eddsa"] {
        assert!(matches!(other("EdDSA", algorithm), StatementError::Algorithm(_)), "{algorithm}");
    }
}

#[test]
fn many_together_get_the_answers_that_each_gets_alone() {
    let keys = keys();
    let mut statements = Vec::new();
    for place in 0..24 {
        let key = &keys[place % 3];
        let read = Unverified::parse(&sign(&payload(&format!("s{place}")), key)).unwrap();
        let other = Unverified { signature: vec![1; read.signature.len()], ..read.clone() };
        let elsewhere = PublicKey { kid: "elsewhere".to_owned(), ..key.public() };
        statements.push((other, key.public()));
        statements.push((read.clone(), keys[(place + 1) % 3].public()));
        statements.push((read.clone(), elsewhere));
        statements.push((read, key.public()));
    }
    let frequent = crate::FrequentKeys::new();
    for _ in 0..2 {
        let together = verify_together(statements.clone(), &frequent);
        let alone = statements.iter().cloned().map(|(statement, key)| {
            let verified = statement.verify(&key, &PureCheck)?;
            Ok((verified, key))
        });
        assert_eq!(together, alone.collect::<Vec<_>>());
        assert_eq!(together.iter().filter(|answer| answer.is_ok()).count(), 24);
    }
}

#[test]
fn the_algorithm_must_be_the_one_of_the_key() {
    let header = format!(r#"{{"alg":"ES256","kid":"demo","typ":"{TYPE}"}}"#);
    let error = verified(&with_header(&header), &keys()[0]).unwrap_err();
    assert_eq!(error, StatementError::AlgorithmOfKey { header: Algorithm::Es256, key: Algorithm::EdDsa });
}

#[test]
fn the_key_must_be_the_one_that_is_named() {
    let bytes = sign(&payload("s"), &keys()[0]);
    let renamed = PublicKey { kid: "other".into(), ..keys()[0].public() };
    let error = Unverified::parse(&bytes).unwrap().verify(&renamed, &PureCheck).unwrap_err();
    assert!(matches!(error, StatementError::OtherKey { .. }));
}

#[test]
fn encoding_is_strict() {
    let bytes = String::from_utf8(sign(&payload("s"), &keys()[0])).unwrap();
    for other in [format!("{bytes}="), format!("{bytes}\n"), format!(" {bytes}"), bytes.replace('.', "..")] {
        assert!(Unverified::parse(other.as_bytes()).is_err());
    }
    // 64 bytes leave four bits unused in the last character; with one of them set the bytes decode the same.
    let last = bytes.as_bytes()[bytes.len() - 1];
    let trailing = format!("{}{}", &bytes[..bytes.len() - 1], char::from(last + 1));
    assert_eq!(Unverified::parse(trailing.as_bytes()), Err(StatementError::Encoding("signature")));
}

#[test]
fn the_largest_statement_fits_an_entry_of_the_log() {
    let large = vec![b'a'; STATEMENT_BYTES_MAX + 1];
    assert_eq!(Unverified::parse(&large), Err(StatementError::TooLarge { bytes: STATEMENT_BYTES_MAX + 1 }));
    assert_eq!(Unverified::parse(&large[1..]), Err(StatementError::Form));
}

#[test]
fn digests_are_of_the_bytes_and_of_the_payload() {
    let [first, second, _] = keys();
    let a = verified(&sign(&payload("s"), &first), &first).unwrap();
    let b = verified(&sign(&payload("s"), &second), &second).unwrap();
    assert_eq!(a.payload_digest(), b.payload_digest());
    assert_ne!(a.digest(), b.digest());
    assert_eq!(a.digest(), <[u8; 32]>::from(Sha256::digest(a.jws_bytes())));
    let other = verified(&sign(&payload("t"), &first), &first).unwrap();
    assert_ne!(a.payload_digest(), other.payload_digest());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn signing_and_verifying_agree(id in "[a-z0-9]{1,100}", which in 0..3_usize) {
        let key = &keys()[which];
        let bytes = sign(&payload(&id), key);
        prop_assert_eq!(&bytes, &sign(&payload(&id), key));
        let statement = verified(&bytes, key).unwrap();
        prop_assert_eq!(statement.payload(), &payload(&id));
        prop_assert_eq!(statement.jws_bytes(), &bytes[..]);
    }

    #[test]
    fn a_changed_byte_never_verifies(at in any::<prop::sample::Index>(), to in any::<u8>(), which in 0..3_usize) {
        let key = &keys()[which];
        let mut bytes = sign(&payload("s"), key);
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        prop_assert!(verified(&bytes, key).is_err());
    }

    #[test]
    fn another_key_never_verifies(seed in any::<[u8; 32]>()) {
        let key = &keys()[0];
        let other = PrivateKey::from_secret("demo", Algorithm::EdDsa, &seed).unwrap();
        let bytes = sign(&payload("s"), key);
        prop_assert_eq!(verified(&bytes, &other), Err(StatementError::Signature { kid: "demo".into() }));
    }

    #[test]
    fn parse_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..2_000), json in ".{0,300}") {
        prop_assert!(Unverified::parse(&bytes).is_err());
        prop_assert!(Payload::from_json(json.as_bytes()).is_err());
        let header = URL_SAFE_NO_PAD.encode(format!(r#"{{"alg":"EdDSA","kid":"demo","typ":"{TYPE}"}}"#));
        let framed = format!("{header}.{}.{}", URL_SAFE_NO_PAD.encode(json), URL_SAFE_NO_PAD.encode(&bytes));
        prop_assert!(Unverified::parse(framed.as_bytes()).is_err());
    }
}
