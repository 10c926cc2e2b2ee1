use super::*;
use crate::Keyring;
use crate::integrity::NewProof;
use crate::limits::CREDENTIAL_BYTES_MAX;
use statement::{Algorithm, PrivateKey, PureCheck};

const LAB: &str = "did:web:lab.example";

fn key() -> PrivateKey {
    PrivateKey::from_secret("k", Algorithm::Es256, &[8; 32]).unwrap()
}

fn keys() -> Keyring {
    let mut ring = Keyring::new();
    ring.add_key(LAB, &key().public()).unwrap();
    ring.add_key("did:web:other.example", &key().public()).unwrap();
    ring
}

fn now() -> Now {
    Now::new(time::parse("2026-03-01T12:00:00Z").unwrap())
}

fn credential() -> Value {
    json!({
        "@context": [BASE], "type": ["VerifiableCredential"], "issuer": { "id": LAB },
        "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2027-01-01T00:00:00Z",
        "credentialSubject": { "id": "urn:x:1" },
    })
}

fn verify(bytes: &[u8]) -> Result<Verified, ProofError> {
    let verifier = Verifier { keys: &keys(), check: &PureCheck, now: now() };
    Document::credential(bytes, CREDENTIAL_BYTES_MAX).unwrap().verify(&verifier)
}

fn token(method: &str) -> String {
    crate::jwt::sign(Kind::Credential, &credential(), method, &key())
}

fn with_proof(method: &str) -> Value {
    let new =
        NewProof { method, purpose: "assertionMethod", created: now().at, domain: None, challenge: None };
    integrity::sign(&credential(), &new, &key())
}

#[test]
fn every_form_of_one_credential_is_read_and_shows_its_issuer() {
    let token = token("did:web:lab.example#k");
    let envelope = super::envelope(Kind::Credential, &token).to_string();
    let json = with_proof("did:web:lab.example#k").to_string();
    for (bytes, form) in [(&token, Form::Jwt), (&envelope, Form::Jwt), (&json, Form::DataIntegrity)] {
        let verified = verify(bytes.as_bytes()).unwrap();
        assert_eq!((verified.issuer(), verified.form()), (LAB, form));
        assert_eq!(verified.credential()["credentialSubject"]["id"], "urn:x:1");
    }
}

#[test]
fn the_digest_is_of_what_was_signed_and_not_of_its_wrapping() {
    let digest = |text: &str| Document::credential(text.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap().digest();
    let token = token("did:web:lab.example#k");
    let sha256: [u8; 32] = Sha256::digest(&token).into();
    assert_eq!(digest(&token), sha256);
    assert_eq!(digest(&format!("  {token}\n")), sha256);
    assert_eq!(digest(&super::envelope(Kind::Credential, &token).to_string()), sha256);
    let json = with_proof("did:web:lab.example#k");
    assert_eq!(digest(&json.to_string()), digest(&serde_json::to_string_pretty(&json).unwrap()));
}

#[test]
fn a_key_of_somebody_else_does_not_speak_for_the_issuer() {
    let other = "did:web:other.example#k";
    assert!(matches!(verify(token(other).as_bytes()), Err(ProofError::Controller { .. })));
    assert!(matches!(verify(with_proof(other).to_string().as_bytes()), Err(ProofError::Controller { .. })));
    let unknown = token("did:web:lab.example#other");
    assert!(matches!(verify(unknown.as_bytes()), Err(ProofError::Key(_))));
}

#[test]
fn json_without_a_proof_is_not_secured() {
    assert_eq!(verify(credential().to_string().as_bytes()), Err(ProofError::Missing));
}

#[test]
fn what_is_no_document_is_refused() {
    let read = |text: &str| Document::credential(text.as_bytes(), CREDENTIAL_BYTES_MAX);
    assert_eq!(read(""), Err(ReadError::Neither));
    assert_eq!(read("x y"), Err(ReadError::Neither));
    assert!(matches!(read("[1]"), Err(ReadError::Jwt(_))));
    assert!(matches!(read("{"), Err(ReadError::Json(JsonError::Syntax(_)))));
    let token = token("did:web:lab.example#k");
    let mut envelope = super::envelope(Kind::Credential, &token);
    for (field, value) in [
        ("@context", json!([])),
        ("@context", json!("https://www.w3.org/ns/credentials/examples/v2")),
        ("id", json!(token)),
        ("id", json!(format!("data:text/html,{token}"))),
        ("id", json!("data:application/vc+jwt")),
        ("type", json!(["EnvelopedVerifiableCredential", "VerifiableCredential"])),
    ] {
        let before = std::mem::replace(&mut envelope[field], value);
        assert!(matches!(read(&envelope.to_string()), Err(ReadError::Envelope(_))), "{field}");
        envelope[field] = before;
    }
    envelope["id"] = json!(format!("data:application/vc+jwt;base64,{}", STANDARD.encode(&token)));
    assert!(read(&envelope.to_string()).is_ok());
}

#[test]
fn a_credential_is_in_time_up_to_the_skew() {
    let verified = verify(token("did:web:lab.example#k").as_bytes()).unwrap();
    let at = |text: &str| verified.in_time(Now::new(time::parse(text).unwrap()));
    assert_eq!(at("2026-03-01T00:00:00Z"), InTime::Yes);
    assert_eq!(at("2025-12-31T23:59:00Z"), InTime::Yes);
    assert!(matches!(at("2025-12-31T23:58:59Z"), InTime::NotYet { .. }));
    assert_eq!(at("2027-01-01T00:01:00Z"), InTime::Yes);
    assert!(matches!(at("2027-01-01T00:01:01Z"), InTime::Over { .. }));
}
