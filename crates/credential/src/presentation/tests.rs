use serde_json::json;

use super::*;
use crate::context::BASE;
use crate::integrity::{self, NewProof};
use crate::time::{Now, parse};
use crate::{Keyring, document, jwt};
use statement::{Algorithm, PrivateKey, PureCheck};

const LAB: &str = "did:web:lab.example";
const HOLDER: &str = "did:web:maker.example";

fn key(seed: u8) -> PrivateKey {
    PrivateKey::from_secret("k", Algorithm::EdDsa, &[seed; 32]).unwrap()
}

fn keys() -> Keyring {
    let mut ring = Keyring::new();
    ring.add_key(LAB, &key(1).public()).unwrap();
    ring.add_key(HOLDER, &key(2).public()).unwrap();
    ring
}

fn credential(issuer: &str, seed: u8) -> Value {
    let credential = json!({
        "@context": [BASE], "type": ["VerifiableCredential"], "issuer": issuer, "credentialSubject": { "id": "urn:x:1" },
    });
    document::envelope(
        Kind::Credential,
        &jwt::sign(Kind::Credential, &credential, &format!("{issuer}#k"), &key(seed)),
    )
}

fn presentation(holder: Value, credentials: &[Value]) -> Value {
    let mut presentation = json!({
        "@context": [BASE], "type": ["VerifiablePresentation"], "verifiableCredential": credentials,
    });
    if !holder.is_null() {
        presentation["holder"] = holder;
    }
    presentation
}

fn as_token(presentation: &Value, seed: u8) -> String {
    jwt::sign(Kind::Presentation, presentation, &format!("{HOLDER}#k"), &key(seed))
}

fn result(bytes: &str, challenge: Option<&str>) -> Result<Presented, PresentationError> {
    let now = Now::new(parse("2026-03-01T12:00:00Z").unwrap());
    let verifier = Verifier { keys: &keys(), check: &PureCheck, now };
    verify(
        bytes.as_bytes(),
        &verifier,
        Expected { purpose: "authentication", domain: None, challenge },
        Contexts::Pinned,
    )
}

#[test]
fn a_presentation_shows_its_holder_and_its_credentials_in_every_form() {
    let whole = presentation(json!(HOLDER), &[credential(LAB, 1), credential(LAB, 1)]);
    let token = as_token(&whole, 2);
    let enveloped = document::envelope(Kind::Presentation, &token).to_string();
    let method = format!("{HOLDER}#k");
    let proof = NewProof {
        method: &method,
        purpose: "authentication",
        created: parse("2026-03-01T11:00:00Z").unwrap(),
        domain: None,
        challenge: Some("c1"),
    };
    let json = integrity::sign(&whole, &proof, &key(2)).to_string();
    for (bytes, challenge) in [(&token, None), (&enveloped, None), (&json, Some("c1"))] {
        let presented = result(bytes, challenge).unwrap();
        assert_eq!(presented.holder.as_deref(), Some(HOLDER));
        assert_eq!(presented.credentials.len(), 2);
    }
    assert!(matches!(
        result(&json, Some("c2")),
        Err(PresentationError::Proof(ProofError::OtherSession { .. }))
    ));
}

#[test]
fn who_presents_must_hold_the_key() {
    let of = |holder: Value| presentation(holder, &[credential(LAB, 1)]);
    assert!(result(&as_token(&of(json!(null)), 2), None).is_ok());
    let other = as_token(&of(json!("did:web:other.example")), 2);
    assert!(matches!(result(&other, None), Err(PresentationError::Proof(ProofError::Controller { .. }))));
    let other_key = as_token(&of(json!(HOLDER)), 3);
    assert!(matches!(result(&other_key, None), Err(PresentationError::Proof(ProofError::Signature { .. }))));
    assert!(matches!(
        result(&of(json!(HOLDER)).to_string(), None),
        Err(PresentationError::Proof(ProofError::Missing))
    ));
}

#[test]
fn every_credential_in_it_must_be_secured_and_hold() {
    let bad = as_token(&presentation(json!(HOLDER), &[credential(LAB, 1), credential(LAB, 9)]), 2);
    assert!(matches!(result(&bad, None), Err(PresentationError::CredentialProof { index: 1, .. })));
    let unsecured = json!({
        "@context": [BASE], "type": ["VerifiableCredential"], "issuer": LAB, "credentialSubject": { "id": "urn:x:1" },
    });
    let bad = as_token(&presentation(json!(HOLDER), &[unsecured]), 2);
    assert!(matches!(
        result(&bad, None),
        Err(PresentationError::CredentialProof { index: 0, error: ProofError::Missing })
    ));
}

#[test]
fn what_a_holder_states_about_himself_names_him_as_holder() {
    let own = [credential(HOLDER, 2)];
    assert!(result(&as_token(&presentation(json!(HOLDER), &own), 2), None).is_ok());
    let nameless = as_token(&presentation(json!(null), &own), 2);
    assert_eq!(result(&nameless, None), Err(PresentationError::Holder { index: 0 }));
}

#[test]
fn what_a_holder_states_himself_is_covered_by_his_proof_and_nobody_elses_is() {
    let of = |holder: Value, issuer: &str| {
        let stated = json!({
            "@context": [BASE], "type": ["VerifiableCredential"], "issuer": issuer,
            "credentialSubject": { "id": "urn:x:1" },
        });
        presentation(holder, &[stated])
    };
    let signed = |presentation: &Value| {
        let new = NewProof {
            method: &format!("{HOLDER}#k"),
            purpose: "authentication",
            created: parse("2026-03-01T11:00:00Z").unwrap(),
            domain: None,
            challenge: None,
        };
        integrity::sign(presentation, &new, &key(2))
    };
    let own = signed(&of(json!(HOLDER), HOLDER));
    let presented = result(&own.to_string(), None).unwrap();
    assert_eq!(
        (presented.credentials[0].issuer(), presented.credentials[0].method()),
        (HOLDER, &*presented.method)
    );
    let mut altered = own;
    altered["verifiableCredential"][0]["credentialSubject"]["id"] = json!("urn:x:2");
    assert!(matches!(
        result(&altered.to_string(), None),
        Err(PresentationError::Proof(ProofError::Signature { .. }))
    ));
    let missing = |result: Result<Presented, PresentationError>| {
        matches!(result, Err(PresentationError::CredentialProof { index: 0, error: ProofError::Missing }))
    };
    assert!(missing(result(&signed(&of(json!(null), HOLDER)).to_string(), None)));
    assert!(missing(result(&signed(&of(json!(HOLDER), LAB)).to_string(), None)));
    assert!(missing(result(&as_token(&of(json!(HOLDER), HOLDER), 2), None)));
}

#[test]
fn a_credential_is_no_presentation() {
    let token = jwt::sign(Kind::Credential, &json!({ "holder": HOLDER }), &format!("{HOLDER}#k"), &key(2));
    assert!(matches!(result(&token, None), Err(PresentationError::Read(ReadError::Jwt(_)))));
    let typed = as_token(&json!({ "@context": [BASE], "type": ["VerifiableCredential"] }), 2);
    assert!(matches!(result(&typed, None), Err(PresentationError::Model(_))));
}
