use super::*;
use crate::Keyring;
use crate::did::{DidDocument, Purposes};
use statement::PureCheck;

/// The credential of the Recommendations' test vectors (Data Integrity EdDSA Cryptosuites 1.0 appendix B.2 and ECDSA
/// 1.0 appendix A), W3C Software and Document License.
fn alumni() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" },
    })
}

fn now() -> Now {
    Now::new(time::parse("2026-03-01T12:00:00Z").unwrap())
}

fn verified(document: &Value, keys: &Keyring) -> Result<Vec<Holds>, ProofError> {
    verify(document, &[], keys, &PureCheck, Expected::ASSERTION, now())
}

fn secured(suite: &str, method: &str, value: &str, contexts: bool) -> Value {
    let mut document = alumni();
    document["proof"] = json!({
        "type": "DataIntegrityProof", "cryptosuite": suite, "created": "2023-02-24T23:36:38Z",
        "verificationMethod": method, "proofPurpose": "assertionMethod", "proofValue": value,
    });
    if contexts {
        document["proof"]["@context"] = document["@context"].clone();
    }
    document
}

#[test]
fn the_vector_of_eddsa_jcs_2022_holds() {
    let key = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    let issuer = "https://vc.example/issuers/5678";
    let controlled = json!({
        "id": issuer,
        "verificationMethod": [{ "id": format!("{issuer}#{key}"), "type": "Multikey", "controller": issuer,
            "publicKeyMultibase": key }],
        "assertionMethod": [format!("#{key}")],
    });
    let mut ring = Keyring::new();
    ring.add_document(&DidDocument::parse(controlled.to_string().as_bytes()).unwrap());
    let document = secured(
        "eddsa-jcs-2022",
        &format!("{issuer}#{key}"),
        "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4",
        true,
    );
    let holds = verified(&document, &ring).unwrap();
    assert_eq!(holds[0].method.controller, issuer);
    assert_eq!(holds[0].created, time::parse("2023-02-24T23:36:38Z"));
}

#[test]
fn the_vectors_of_ecdsa_jcs_2019_hold() {
    for (key, value) in [
        (
            "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP",
            "zq6PrUMCtqY5obCSsrQxuFJdGffCDxvFuopdZiBPUBRTFEs1VVsBZi8YiEwVWgHYrXxoV93gBHqGDBtQLPFxpZxz",
        ),
        (
            "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ",
            "zR3krc7pt9Dpn1PY2u8HWPePggtzAG2SuH2ZGNrzw8Ku3QrFLWgDTjS5mCWy65ShixJEtpMwfviAFfh5xTgd5FGN1sSbpPJ5djqSZQLqQkY8KLBPNswuqKtq3bS8f9vEHm8w",
        ),
    ] {
        let document = secured("ecdsa-jcs-2019", &format!("did:key:{key}#{key}"), value, false);
        assert!(verified(&document, &Keyring::new()).is_ok(), "{key}");
        let mut altered = document.clone();
        altered["credentialSubject"]["alumniOf"] = json!("Another School");
        assert!(matches!(verified(&altered, &Keyring::new()), Err(ProofError::Signature { .. })));
    }
}

fn own(algorithm: Algorithm) -> (PrivateKey, String) {
    let bytes = if algorithm == Algorithm::Es384 { 48 } else { 32 };
    let key = PrivateKey::from_secret("k", algorithm, &vec![5; bytes]).unwrap();
    let did = key.public().to_did_key().unwrap();
    let method = format!("{did}#{}", did.as_str().trim_start_matches("did:key:"));
    (key, method)
}

fn signed(algorithm: Algorithm) -> Value {
    let (key, method) = own(algorithm);
    sign(&alumni(), &new(&method), &key)
}

fn new(method: &str) -> NewProof<'_> {
    NewProof { method, purpose: "assertionMethod", created: now().at, domain: None, challenge: None }
}

#[test]
fn what_we_sign_holds_whatever_its_spaces_and_order() {
    for algorithm in Algorithm::ALL {
        let document = signed(algorithm);
        let pretty = serde_json::to_string_pretty(&document).unwrap();
        let mut reordered: Value = serde_json::from_str(&pretty).unwrap();
        let id = reordered.as_object_mut().unwrap().remove("id").unwrap();
        reordered["id"] = id;
        assert_eq!(verified(&reordered, &Keyring::new()).unwrap().len(), 1);
    }
}

#[test]
fn each_part_of_a_proof_is_needed_and_checked() {
    let error = |field: &str, value: Option<Value>| {
        let mut document = signed(Algorithm::EdDsa);
        let proof = document["proof"].as_object_mut().unwrap();
        match value {
            Some(value) => proof.insert(field.to_owned(), value),
            None => proof.remove(field),
        };
        verified(&document, &Keyring::new()).unwrap_err()
    };
    for field in ["type", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"] {
        assert!(matches!(error(field, None), ProofError::Field { .. }), "{field}");
        assert!(matches!(error(field, Some(json!(7))), ProofError::Field { .. }), "{field}");
    }
    assert!(matches!(error("type", Some(json!("UnknownProofType"))), ProofError::Field { .. }));
    assert!(matches!(error("cryptosuite", Some(json!("eddsa-rdfc-2022"))), ProofError::Cryptosuite(_)));
    assert!(matches!(error("cryptosuite", Some(json!("ecdsa-jcs-2019"))), ProofError::AlgorithmOfKey { .. }));
    assert!(matches!(error("created", Some(json!("yesterday"))), ProofError::Field { .. }));
    assert!(matches!(error("created", Some(json!("2026-03-01T12:01:01Z"))), ProofError::Future { .. }));
    assert!(matches!(error("expires", Some(json!("2026-03-01T11:58:00Z"))), ProofError::Expired));
    assert!(matches!(error("expires", Some(json!(""))), ProofError::Field { .. }));
    assert!(matches!(error("id", Some(json!("not a url"))), ProofError::Field { .. }));
    assert!(matches!(error("proofPurpose", Some(json!("authentication"))), ProofError::OtherPurpose { .. }));
    assert!(matches!(error("proofValue", Some(json!("uAAAA"))), ProofError::Field { .. }));
    assert!(matches!(error("proofValue", Some(json!("z111"))), ProofError::Field { .. }));
    // Anything that is added to the proof is covered by it.
    assert!(matches!(error("nonce", Some(json!("1"))), ProofError::Signature { .. }));
    // 64 bytes and 32 more.
    let document = signed(Algorithm::EdDsa);
    let value = document["proof"]["proofValue"].as_str().unwrap();
    let mut bytes = bs58::decode(&value[1..]).into_vec().unwrap();
    bytes.extend([0; 32]);
    let longer = json!(format!("z{}", bs58::encode(bytes).into_string()));
    assert!(matches!(error("proofValue", Some(longer)), ProofError::Signature { .. }));
}

#[test]
fn contexts_may_follow_those_that_were_signed_and_never_precede_them() {
    let mut document = signed(Algorithm::EdDsa);
    let contexts = document["@context"].as_array_mut().unwrap();
    contexts.push(json!("https://vocabulary.example/v1"));
    assert!(verified(&document, &Keyring::new()).is_ok());
    document["@context"].as_array_mut().unwrap().swap(1, 2);
    assert_eq!(verified(&document, &Keyring::new()), Err(ProofError::Context));
}

#[test]
fn of_several_proofs_all_must_hold() {
    let (key, method) = own(Algorithm::Es256);
    let document = sign(&signed(Algorithm::EdDsa), &new(&method), &key);
    assert_eq!(verified(&document, &Keyring::new()).unwrap().len(), 2);
    let mut one_bad = document.clone();
    one_bad["proof"][0]["created"] = json!("2025-01-01T00:00:00Z");
    assert!(verified(&one_bad, &Keyring::new()).is_err());
    let mut many = document;
    many["proof"] = json!(vec![many["proof"][0].clone(); PROOFS_MAX + 1]);
    assert_eq!(verified(&many, &Keyring::new()), Err(ProofError::TooMany { found: PROOFS_MAX + 1 }));
    assert_eq!(verified(&alumni(), &Keyring::new()), Err(ProofError::Missing));
}

#[test]
fn a_chain_of_proofs_needs_every_link() {
    let (key, method) = own(Algorithm::EdDsa);
    let first = json!({
        "id": "urn:uuid:1", "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022",
        "verificationMethod": method, "proofPurpose": "assertionMethod",
    });
    let close = |document: &Value, proof: &Value| {
        let mut proof = proof.clone();
        let hash = hash_data(document, &proof, Algorithm::EdDsa);
        proof["proofValue"] = json!(format!("z{}", bs58::encode(key.sign_bytes(&hash)).into_string()));
        proof
    };
    let first = close(&alumni(), &first);
    let mut second = first.clone();
    second["id"] = json!("urn:uuid:2");
    second["previousProof"] = json!("urn:uuid:1");
    second.as_object_mut().unwrap().remove("proofValue");
    let mut covered = alumni();
    covered["proof"] = json!([first]);
    let second = close(&covered, &second);
    let mut document = alumni();
    document["proof"] = json!([first, second]);
    assert_eq!(verified(&document, &Keyring::new()).unwrap().len(), 2);
    document["proof"] = json!([second]);
    assert!(matches!(verified(&document, &Keyring::new()), Err(ProofError::PreviousProof(_))));
}

#[test]
fn a_proof_is_for_the_session_that_was_asked_for() {
    let (key, method) = own(Algorithm::EdDsa);
    let proof = NewProof {
        purpose: "authentication",
        domain: Some("customs.example"),
        challenge: Some("c1"),
        ..new(&method)
    };
    let document = sign(&alumni(), &proof, &key);
    let result = |domain, challenge| {
        let expected = Expected { purpose: "authentication", domain, challenge };
        verify(&document, &[], &Keyring::new(), &PureCheck, expected, now()).map(|_| ())
    };
    assert_eq!(result(Some("customs.example"), Some("c1")), Ok(()));
    assert_eq!(result(None, None), Ok(()));
    assert_eq!(result(Some("other.example"), None), Err(ProofError::OtherSession { field: "domain" }));
    assert_eq!(result(None, Some("c2")), Err(ProofError::OtherSession { field: "challenge" }));
}

#[test]
fn a_key_is_used_for_what_its_controller_says_and_until_it_says() {
    let (key, _) = own(Algorithm::EdDsa);
    let mut method = crate::VerificationMethod {
        id: "did:web:lab.example#k".to_owned(),
        controller: "did:web:lab.example".to_owned(),
        key: key.public().decode().unwrap(),
        purposes: Purposes { assertion_method: false, authentication: true },
        until: None,
    };
    let document = sign(&alumni(), &new(&method.id), &key);
    let result = |method: &crate::VerificationMethod| {
        let mut ring = Keyring::new();
        let (id, methods) = (method.controller.clone(), vec![method.clone()]);
        ring.add_document(&DidDocument { id, methods, left_out: Vec::new() });
        verified(&document, &ring)
    };
    assert!(matches!(result(&method), Err(ProofError::Purpose { .. })));
    method.purposes = Purposes::ALL;
    assert!(result(&method).is_ok());
    method.until = time::parse("2026-03-01T11:00:00Z");
    assert!(matches!(result(&method), Err(ProofError::KeyEnded { .. })));
}

#[test]
fn canonical_json_is_that_of_rfc_8785() {
    // RFC 8785 section 3.2.2 (values), 3.2.3 (order by UTF-16 code units).
    let numbers: Value = serde_json::from_str(
        r#"{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0.0,1.0],
            "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"#,
    )
    .unwrap();
    let expected = r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
    assert_eq!(String::from_utf8(canonical(&numbers)).unwrap(), expected);
    let order: Value = serde_json::from_str(
        r#"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#,
    )
    .unwrap();
    let expected = "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}";
    assert_eq!(String::from_utf8(canonical(&order)).unwrap(), expected);
}
