use super::*;
use crate::limits::CREDENTIAL_BYTES_MAX;
use statement::PureCheck;

const METHOD: &str = "did:web:lab.example#k";

fn key(algorithm: Algorithm) -> PrivateKey {
    let bytes = if algorithm == Algorithm::Es384 { 48 } else { 32 };
    PrivateKey::from_secret("k", algorithm, &vec![3; bytes]).unwrap()
}

fn payload() -> Value {
    json!({ "issuer": "did:web:lab.example", "id": "urn:uuid:1", "credentialSubject": { "id": "urn:x:1" } })
}

fn token(header: &Value, payload: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(payload));
    let signature = key(Algorithm::EdDsa).sign_bytes(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn parse(token: &str) -> Result<Token, JwtError> {
    Token::parse(token.as_bytes(), Kind::Credential, CREDENTIAL_BYTES_MAX)
}

fn header(member: &str, value: Value) -> Value {
    let mut header = json!({ "alg": "EdDSA", "kid": METHOD, "typ": "vc+jwt" });
    header[member] = value;
    header
}

#[test]
fn what_is_signed_verifies_with_its_key_and_with_no_other() {
    for algorithm in Algorithm::ALL {
        let token = sign(Kind::Credential, &payload(), METHOD, &key(algorithm));
        assert_eq!(token, sign(Kind::Credential, &payload(), METHOD, &key(algorithm)));
        let read = parse(&token).unwrap();
        assert_eq!((read.method(), read.payload()), (METHOD, &payload()));
        let own = key(algorithm).public().decode().unwrap();
        assert_eq!(read.check(&own, &PureCheck), Ok(()));
        let bytes = if algorithm == Algorithm::Es384 { 48 } else { 32 };
        let other = PrivateKey::from_secret("k", algorithm, &vec![4; bytes]).unwrap();
        let other = other.public().decode().unwrap();
        assert!(matches!(read.check(&other, &PureCheck), Err(ProofError::Signature { .. })));
    }
}

#[test]
fn every_changed_character_is_noticed() {
    let token = sign(Kind::Credential, &payload(), METHOD, &key(Algorithm::EdDsa));
    let own = key(Algorithm::EdDsa).public().decode().unwrap();
    for index in 0..token.len() {
        let mut changed = token.clone().into_bytes();
        changed[index] = if changed[index] == b'A' { b'B' } else { b'A' };
        let accepted = Token::parse(&changed, Kind::Credential, CREDENTIAL_BYTES_MAX)
            .is_ok_and(|token| token.check(&own, &PureCheck).is_ok());
        assert!(!accepted, "at {index}");
    }
}

#[test]
fn the_algorithm_is_one_of_three_and_that_of_the_key() {
    for name in ["none", "None", "HS256", "RS256", "ES256K", "ES512", "eddsa", ""] {
        let token = token(&header("alg", json!(name)), &payload());
        assert_eq!(parse(&token), Err(JwtError::Algorithm(name.to_owned())), "{name}");
    }
    // The public key as the secret of an HMAC is the old confusion: there is no HMAC here to confuse it with. A token
    // that says ES256 is not checked with an Ed25519 key.
    let read = parse(&token(&header("alg", json!("ES256")), &payload())).unwrap();
    let own = key(Algorithm::EdDsa).public().decode().unwrap();
    assert!(matches!(read.check(&own, &PureCheck), Err(ProofError::AlgorithmOfKey { .. })));
    // RFC 9864.
    let read = parse(&token(&header("alg", json!("Ed25519")), &payload())).unwrap();
    assert_eq!(read.check(&own, &PureCheck), Ok(()));
}

#[test]
fn a_token_without_a_signature_is_none() {
    let token = sign(Kind::Credential, &payload(), METHOD, &key(Algorithm::EdDsa));
    let unsigned = format!("{}.", token.rsplit_once('.').unwrap().0);
    let own = key(Algorithm::EdDsa).public().decode().unwrap();
    assert!(parse(&unsigned).unwrap().check(&own, &PureCheck).is_err());
    assert_eq!(parse("a.b"), Err(JwtError::Form));
    assert_eq!(parse("a.b.c.d"), Err(JwtError::Form));
    assert_eq!(parse("==.e30.AA"), Err(JwtError::Encoding("header")));
}

#[test]
fn types_of_other_protocols_are_refused() {
    for typ in ["JWT", "comity-v1+jwt", "vp+jwt", "vc+sd-jwt", "dc+sd-jwt", "", "vc"] {
        let token = token(&header("typ", json!(typ)), &payload());
        assert!(matches!(parse(&token), Err(JwtError::Type { .. })), "{typ}");
    }
    for typ in ["vc+jwt", "VC+JWT", "application/vc+jwt", "vc+ld+jwt", "vc-ld+jwt"] {
        assert!(parse(&token(&header("typ", json!(typ)), &payload())).is_ok(), "{typ}");
    }
    let mut without = header("cty", json!("vc"));
    without.as_object_mut().unwrap().remove("typ");
    assert!(parse(&token(&without, &payload())).is_ok());
    without.as_object_mut().unwrap().remove("cty");
    assert!(matches!(parse(&token(&without, &payload())), Err(JwtError::Type { .. })));
}

#[test]
fn keys_that_a_token_brings_along_are_never_used() {
    let attacker = PrivateKey::from_secret("evil", Algorithm::EdDsa, &[9; 32]).unwrap();
    let jwk: Value = serde_json::to_value(attacker.public()).unwrap();
    for member in ["jwk", "jku", "x5u", "x5c"] {
        let value = if member == "jwk" { jwk.clone() } else { json!("https://evil.example/k") };
        let read = parse(&token(&header(member, value), &payload())).unwrap();
        assert_eq!(read.method(), METHOD);
    }
    let mut nameless = header("jwk", jwk);
    nameless.as_object_mut().unwrap().remove("kid");
    assert_eq!(parse(&token(&nameless, &payload())), Err(JwtError::KeyName));
}

#[test]
fn the_name_of_the_key_is_absolute_or_relative_to_the_one_who_signs() {
    assert_eq!(parse(&token(&header("kid", json!("#k")), &payload())), Err(JwtError::KeyName));
    assert_eq!(parse(&token(&header("kid", json!(["k"])), &payload())), Err(JwtError::KeyName));
    let mut issued = payload();
    issued["iss"] = json!("did:web:lab.example");
    for kid in ["#k", "k"] {
        assert_eq!(parse(&token(&header("kid", json!(kid)), &issued)).unwrap().method(), METHOD);
    }
    for kid in ["../../../etc/passwd\n", "k k"] {
        assert_eq!(parse(&token(&header("kid", json!(kid)), &issued)), Err(JwtError::KeyName));
    }
}

#[test]
fn extensions_that_must_be_understood_are_refused() {
    for (member, value) in [("crit", json!(["b64"])), ("crit", json!([])), ("b64", json!(false))] {
        assert_eq!(parse(&token(&header(member, value), &payload())), Err(JwtError::Critical));
    }
}

#[test]
fn the_payload_is_the_credential_and_not_a_claim_in_it() {
    let wrapped = json!({ "vc": payload(), "iss": "did:web:lab.example" });
    assert_eq!(parse(&token(&header("x", json!(1)), &wrapped)), Err(JwtError::Wrapped("vc")));
    assert_eq!(parse(&token(&header("x", json!(1)), &json!([1]))), Err(JwtError::NotAnObject("payload")));
}

#[test]
fn claims_that_contradict_the_credential_are_refused() {
    let now = Now::new(Timestamp::from_second(1_000_000).unwrap());
    let checked = |claim: &str, value: Value| {
        let mut payload = payload();
        payload[claim] = value;
        parse(&token(&header("x", json!(1)), &payload)).unwrap().check_claims(now)
    };
    assert!(checked("iss", json!("did:web:lab.example")).is_ok());
    assert!(checked("sub", json!("urn:x:1")).is_ok());
    assert!(matches!(
        checked("iss", json!("did:web:evil.example")),
        Err(ProofError::Claim { claim: "iss", .. })
    ));
    assert!(matches!(checked("jti", json!("urn:uuid:2")), Err(ProofError::Claim { .. })));
    assert!(matches!(checked("sub", json!("urn:x:2")), Err(ProofError::Claim { .. })));
    assert!(checked("nbf", json!(1_000_060)).is_ok());
    assert!(matches!(checked("nbf", json!(1_000_061)), Err(ProofError::Future { field: "nbf" })));
    assert!(checked("exp", json!(999_940.5)).is_ok());
    assert!(matches!(checked("exp", json!(999_939)), Err(ProofError::Expired)));
    assert!(matches!(checked("exp", json!("tomorrow")), Err(ProofError::Field { .. })));
    assert!(matches!(checked("iat", json!(1e300)), Err(ProofError::Field { .. })));
}

#[test]
fn large_deep_and_ambiguous_tokens_are_refused() {
    let large = "A".repeat(10_000_000);
    assert!(matches!(parse(&large), Err(JwtError::TooLarge { .. })));
    let deep = token(
        &header("x", json!(1)),
        &serde_json::from_str(&format!("{}{}", "[".repeat(60), "]".repeat(60))).unwrap(),
    );
    assert!(matches!(parse(&deep), Err(JwtError::Json { part: "payload", error: JsonError::TooDeep })));
    let twice = URL_SAFE_NO_PAD.encode(r#"{"alg":"EdDSA","alg":"none","kid":"did:web:a#k","typ":"vc+jwt"}"#);
    assert!(matches!(parse(&format!("{twice}.e30.AA")), Err(JwtError::Json { part: "header", .. })));
    let long = URL_SAFE_NO_PAD.encode(json!({ "alg": "EdDSA", "x": "y".repeat(5_000) }).to_string());
    assert!(matches!(parse(&format!("{long}.e30.AA")), Err(JwtError::Json { part: "header", .. })));
}

// Another implementation reads ours, and ours reads its tokens.
mod peer {
    use jsonwebtoken as peer;

    use super::*;

    fn decoding(key: &PrivateKey) -> peer::DecodingKey {
        let public = key.public();
        match &public.y {
            None => peer::DecodingKey::from_ed_components(&public.x).unwrap(),
            Some(y) => peer::DecodingKey::from_ec_components(&public.x, y).unwrap(),
        }
    }

    fn algorithm(algorithm: Algorithm) -> peer::Algorithm {
        match algorithm {
            Algorithm::EdDsa => peer::Algorithm::EdDSA,
            Algorithm::Es256 => peer::Algorithm::ES256,
            Algorithm::Es384 => peer::Algorithm::ES384,
        }
    }

    #[test]
    fn reads_our_tokens() {
        for name in Algorithm::ALL {
            let key = key(name);
            let token = sign(Kind::Credential, &payload(), METHOD, &key);
            let mut validation = peer::Validation::new(algorithm(name));
            validation.required_spec_claims.clear();
            validation.validate_exp = false;
            let read = peer::decode::<Value>(&token, &decoding(&key), &validation).unwrap();
            assert_eq!(read.claims, payload());
            assert_eq!(read.header.typ.as_deref(), Some("vc+jwt"));
            assert_eq!(read.header.kid.as_deref(), Some(METHOD));
        }
    }

    #[test]
    fn writes_tokens_that_we_read() {
        // RFC 8410: an Ed25519 seed in PKCS #8.
        let seed = [3; 32];
        let pkcs8 = [&hex::decode("302e020100300506032b657004220420").unwrap()[..], &seed[..]].concat();
        let mut header = peer::Header::new(peer::Algorithm::EdDSA);
        header.typ = Some("vc+jwt".to_owned());
        header.kid = Some(METHOD.to_owned());
        let token = peer::encode(&header, &payload(), &peer::EncodingKey::from_ed_der(&pkcs8)).unwrap();
        let own = key(Algorithm::EdDsa).public().decode().unwrap();
        assert_eq!(parse(&token).unwrap().check(&own, &PureCheck), Ok(()));
    }
}
