use super::*;
use crate::Keyring;
use crate::integrity::NewProof;
use crate::limits::CREDENTIAL_BYTES_MAX;
use std::cell::Cell;

use statement::{Algorithm, FrequentKeys, PrivateKey, PureCheck, SignatureCheck};

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

/// Counts how often a signature is checked.
#[derive(Default)]
struct Counting(Cell<usize>);

impl SignatureCheck for Counting {
    fn check(&self, key: &VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
        self.0.set(self.0.get() + 1);
        PureCheck.check(key, message, signature)
    }
}

#[test]
fn a_signature_is_checked_once_and_everything_else_each_time() {
    let (keys, check) = (keys(), Counting::default());
    let method = "did:web:lab.example#k";
    for bytes in [token(method), with_proof(method).to_string()] {
        check.0.set(0);
        let document = Document::credential(bytes.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap();
        let verifier = Verifier { keys: &keys, check: &check, now: now() };
        let first = document.issued_by(&verifier).unwrap();
        assert_eq!(document.issued_by(&verifier), Ok(first));
        assert_eq!(check.0.get(), 1);
        // The key was ended, or is another one by now, or nobody knows it any more.
        let mut ended = keys.method(method).unwrap();
        ended.until = Some(Timestamp::MIN);
        let one = |method| One(method);
        let with = |keys: &One| document.issued_by(&Verifier { keys, check: &check, now: now() });
        assert!(matches!(with(&one(Some(ended))), Err(ProofError::KeyEnded { .. })));
        assert!(matches!(with(&one(None)), Err(ProofError::Key(_))));
        assert_eq!(check.0.get(), 1);
        let other = PrivateKey::from_secret("k", Algorithm::Es256, &[9; 32]).unwrap().public().decode();
        let other = crate::VerificationMethod { key: other.unwrap(), ..keys.method(method).unwrap() };
        assert!(matches!(with(&one(Some(other))), Err(ProofError::Signature { .. })));
        assert_eq!(check.0.get(), 2);
        // An old copy is as good as a new one, and a copy knows what the document knew.
        assert!(document.clone().issued_by(&verifier).is_ok());
        assert_eq!(check.0.get(), 2);
    }
}

/// One key, whatever its name.
struct One(Option<crate::VerificationMethod>);

impl Keys for One {
    fn method(&self, id: &str) -> Result<crate::VerificationMethod, crate::UnknownKey> {
        self.0.clone().ok_or_else(|| crate::UnknownKey::NotGiven(id.to_owned()))
    }
}

#[test]
fn a_manifest_is_judged_as_its_documents_one_by_one() {
    let ed25519 = PrivateKey::from_secret("e", Algorithm::EdDsa, &[5; 32]).unwrap();
    let mut ring = keys();
    ring.add_key(LAB, &ed25519.public()).unwrap();
    let signed = |id: usize| {
        let mut credential = credential();
        credential["id"] = json!(format!("urn:x:{id}"));
        crate::jwt::sign(Kind::Credential, &credential, "did:web:lab.example#e", &ed25519)
    };
    let mut tokens: Vec<String> = (0..20).map(signed).collect();
    tokens.push(token("did:web:lab.example#k"));
    tokens.push(token("did:web:other.example#k"));
    tokens.push(token("did:web:lab.example#unknown"));
    tokens.push(with_proof("did:web:lab.example#k").to_string());
    // A signature of another document, and one whose algorithm is not the key's.
    let (head, signature) = (tokens[0].rsplit_once('.').unwrap().0, tokens[1].rsplit_once('.').unwrap().1);
    tokens.push(format!("{head}.{signature}"));
    tokens.push(crate::jwt::sign(Kind::Credential, &credential(), "did:web:lab.example#k", &ed25519));
    let read = |token: &String| Document::credential(token.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap();
    let alone: Vec<_> = tokens
        .iter()
        .map(|token| read(token).verify(&Verifier { keys: &ring, check: &PureCheck, now: now() }))
        .collect();
    let frequent = FrequentKeys::new();
    let verifier = Verifier { keys: &ring, check: &frequent, now: now() };
    for _ in 0..2 {
        let documents: Vec<Document> = tokens.iter().map(read).collect();
        check_together(&documents.iter().collect::<Vec<_>>(), &verifier);
        let together: Vec<_> = documents.into_iter().map(|document| document.verify(&verifier)).collect();
        assert_eq!(together, alone);
    }
    assert_eq!(alone.iter().filter(|one| one.is_ok()).count(), 22);
}

#[test]
fn what_is_asked_without_the_tree_is_what_the_tree_says() {
    let mut credential = credential();
    credential["credentialStatus"] = json!([{ "id": "urn:x:9", "type": "T" }]);
    credential["validFrom"] = json!("not a time");
    let token = crate::jwt::sign(Kind::Credential, &credential, "did:web:lab.example#k", &key());
    let document = Document::credential(token.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap();
    assert_eq!(document.issuer(), LAB);
    assert_eq!(document.status(), credential["credentialStatus"].as_array().unwrap());
    assert_eq!(document.in_time(now()), InTime::Yes);
    assert_eq!(document.claimed(), &credential);
    assert_eq!(document.to_bytes(), token.as_bytes());
    let sha256: [u8; 32] = Sha256::digest(&token).into();
    let known = Document::credential_of_digest(token.as_bytes(), CREDENTIAL_BYTES_MAX, sha256).unwrap();
    assert_eq!((known.digest(), &known), (document.digest(), &document));
    // With space around it the bytes have another digest than the token.
    let spaced = format!(" {token} ");
    let sha256: [u8; 32] = Sha256::digest(&spaced).into();
    let spaced = Document::credential_of_digest(spaced.as_bytes(), CREDENTIAL_BYTES_MAX, sha256).unwrap();
    assert_eq!(spaced.digest(), document.digest());
}
