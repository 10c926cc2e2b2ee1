use super::*;
use statement::{Algorithm, PrivateKey};

fn party() -> PartyId {
    "did:web:lab.example".parse().unwrap()
}

fn key(kid: &str, algorithm: Algorithm) -> PublicKey {
    let bytes = if algorithm == Algorithm::Es384 { 48 } else { 32 };
    PrivateKey::from_secret(kid, algorithm, &vec![7; bytes]).unwrap().public()
}

#[test]
fn a_document_that_we_write_is_read_with_every_key_twice() {
    let keys: Vec<_> = Algorithm::ALL.iter().map(|algorithm| key(algorithm.as_str(), *algorithm)).collect();
    let written = document(&party(), &keys, &[]).unwrap();
    let read = DidDocument::parse_of(written.to_string().as_bytes(), "did:web:lab.example").unwrap();
    assert_eq!(read.methods.len(), 6);
    assert!(read.left_out.is_empty());
    assert!(read.methods.iter().all(|method| method.purposes == Purposes::ALL));
    let names: Vec<_> = read.methods.iter().map(|method| method.id.as_str()).collect();
    assert!(names.contains(&"did:web:lab.example#ES256"));
    assert!(DidDocument::parse_of(written.to_string().as_bytes(), "did:web:other.example").is_err());
}

#[test]
fn purposes_are_those_that_the_controller_states() {
    let written = document(&party(), &[key("a", Algorithm::EdDsa)], &[]).unwrap();
    let mut only = written.clone();
    only["assertionMethod"] = json!([]);
    let read = DidDocument::parse(only.to_string().as_bytes()).unwrap();
    assert!(!read.methods[0].purposes.has("assertionMethod"));
    assert!(read.methods[0].purposes.has("authentication"));
    let mut relative = written;
    relative["authentication"] = json!(["#a"]);
    let read = DidDocument::parse(relative.to_string().as_bytes()).unwrap();
    assert!(read.methods[0].purposes.authentication && !read.methods[1].purposes.authentication);
}

#[test]
fn keys_of_others_and_of_other_kinds_are_left_out_and_listed() {
    let mut written = document(&party(), &[key("a", Algorithm::EdDsa)], &[]).unwrap();
    written["verificationMethod"][0]["controller"] = json!("did:web:other.example");
    written["verificationMethod"][1]["publicKeyMultibase"] =
        json!("z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc");
    let read = DidDocument::parse(written.to_string().as_bytes()).unwrap();
    assert!(read.methods.is_empty());
    assert_eq!(read.left_out.len(), 2);
}

#[test]
fn an_end_that_is_stated_is_kept_and_a_malformed_one_leaves_the_key_out() {
    let mut written = document(&party(), &[key("a", Algorithm::EdDsa)], &[]).unwrap();
    written["verificationMethod"][0]["revoked"] = json!("2026-01-01T00:00:00Z");
    written["verificationMethod"][1]["expires"] = json!("soon");
    let read = DidDocument::parse(written.to_string().as_bytes()).unwrap();
    assert_eq!(read.methods[0].until, crate::time::parse("2026-01-01T00:00:00Z"));
    assert_eq!(read.left_out.len(), 1);
}

#[test]
fn too_many_keys_and_nameless_documents_are_refused() {
    let many = json!({ "id": "did:web:a.example", "verificationMethod": vec![json!({}); 65] });
    assert_eq!(DidDocument::parse(many.to_string().as_bytes()), Err(DidError::TooManyKeys { found: 65 }));
    assert_eq!(DidDocument::parse(b"{}"), Err(DidError::NoId));
}

#[test]
fn a_did_web_leads_to_its_own_host_only() {
    let url = |did| web_url(did);
    assert_eq!(url("did:web:lab.example").unwrap(), "https://lab.example/.well-known/did.json");
    assert_eq!(url("did:web:lab.example:a:b").unwrap(), "https://lab.example/a/b/did.json");
    assert_eq!(url("did:web:localhost%3A8443").unwrap(), "https://localhost:8443/.well-known/did.json");
    for bad in [
        "did:key:z6Mk",
        "did:web:",
        "did:web:lab.example@evil.example",
        "did:web:lab.example/evil",
        "did:web:lab.example:..:x",
        "did:web:lab.example:a?b",
        "did:web:lab.example%3Ax",
    ] {
        assert!(url(bad).is_err(), "{bad}");
    }
}

#[test]
fn the_name_of_a_key_can_be_taken_apart_again() {
    for kid in ["2026-1", "a#b", "100%", "z6Mk", "x/y?"] {
        let name = method_id("did:web:lab.example", kid);
        assert_eq!(name.matches('#').count(), 1);
        assert_eq!(party_and_kid(&name), Some(("did:web:lab.example", kid.to_owned())));
    }
    assert_eq!(party_and_kid("did:web:lab.example"), None);
    assert_eq!(party_and_kid("did:web:lab.example#%4"), None);
}

#[test]
fn a_revoked_key_is_listed_with_its_end_and_states_nothing() {
    let moment = |text| crate::time::parse(text);
    let dated = |kid, algorithm, revoked| DatedKey {
        key: key(kid, algorithm),
        created: moment("2025-01-01T00:00:00Z"),
        revoked,
    };
    let end = moment("2026-01-01T00:00:00Z");
    let keys = [dated("former", Algorithm::EdDsa, end), dated("now", Algorithm::Es256, None)];
    let written = dated_document(&party(), &keys, &[]).unwrap();
    assert_eq!(written["verificationMethod"][0]["created"], "2025-01-01T00:00:00Z");
    let read = DidDocument::parse(written.to_string().as_bytes()).unwrap();
    let told: Vec<_> = read.methods.iter().map(|m| (m.until, m.purposes == Purposes::ALL)).collect();
    assert_eq!(told, [(end, false), (end, false), (None, true), (None, true)]);
}
