//! A certificate travels: made from the register, signed by its issuer, verified beside the register and without it.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use crate::common::{LAB, Registry, certificate, said, serve_with};
use serde_json::{Value, json};

const BASE: &str = "https://registry.example";

struct Travels {
    registry: Registry,
    key: PathBuf,
}

impl Travels {
    fn new() -> Self {
        let registry = Registry::new();
        let (admitted, told) = registry.submit("c.json", &certificate("c-1", "N-1", 0));
        assert!(admitted, "{told}");
        let jwk = statement::demonstration_key(&LAB.parse().unwrap()).to_jwk();
        let key = registry.file("lab.jwk", &jwk);
        Self { registry, key }
    }

    /// What a command prints.
    fn prints(&self, arguments: &[&str]) -> String {
        let output = self.registry.run(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    fn signed(&self, name: &str, unsigned: &str) -> PathBuf {
        let unsigned = self.registry.file(&format!("{name}.json"), unsigned);
        let arguments = ["credential", "sign", path(&unsigned), "--key", path(&self.key)];
        let token = self.prints(&arguments);
        self.registry.file(name, &token)
    }

    /// Exit code and findings.
    fn verified(&self, file: &Path, more: &[&str]) -> (i32, Value) {
        let arguments = [&["credential", "verify", path(file), "--json"], more].concat();
        let output = self.registry.run(&arguments).output().unwrap();
        let told = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
        (output.status.code().unwrap(), told)
    }

    fn against(&self, file: &Path) -> Vec<String> {
        let (_, told) = self.verified(file, &[]);
        let findings = told["findings"].as_array().unwrap().iter();
        let not_met = findings.filter(|finding| finding["outcome"] == "not_met");
        not_met.map(|finding| finding["id"].as_str().unwrap().to_owned()).collect()
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_credential_is_made_signed_and_verified_beside_the_register() {
    let travels = Travels::new();
    let unsigned = travels.prints(&["credential", "make", "N-1", "--base", BASE]);
    let token = travels.signed("n-1.jwt", &unsigned);
    assert_eq!(travels.against(&token), [""; 0]);
    // Nothing on record says which document, or which accreditation: that cannot be told.
    assert_eq!(travels.verified(&token, &[]).0, 4);
    let mut altered: Value = serde_json::from_str(&unsigned).unwrap();
    altered["credentialSubject"]["registerEntry"]["certificate"]["products"][0]["model"] = json!("Other");
    let altered = travels.signed("altered.jwt", &altered.to_string());
    assert_eq!(travels.against(&altered), ["document.content-as-registered"]);
    assert_eq!(travels.verified(&altered, &[]).0, 3);
    let shown = travels.prints(&["credential", "show", path(&token), "--json"]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["problems"], json!([]));
}

#[test]
fn a_credential_is_verified_without_the_register_and_its_status_is_never_silently_valid() {
    let travels = Travels::new();
    let unsigned = travels.prints(&["credential", "make", "N-1", "--base", BASE]);
    let token = travels.signed("n-1.jwt", &unsigned);
    let document = travels.prints(&["credential", "did-document", LAB]);
    let document = travels.registry.file("did.json", &document);
    let offline = ["--did-document", path(&document)];
    let (code, told) = travels.verified(&token, &offline);
    assert_eq!((code, &told["verified"]), (4, &json!(true)), "without a list nothing is known: {told}");
    let list = |purpose: &str| {
        let list = travels.prints(&["credential", "status-list", LAB, purpose, "--base", BASE]);
        let url = serde_json::from_str::<Value>(&list).unwrap()["id"].as_str().unwrap().to_owned();
        format!("{url}={}", path(&travels.signed(&format!("{purpose}.jwt"), &list)))
    };
    let (revocation, suspension) = (list("revocation"), list("suspension"));
    let with =
        ["--did-document", path(&document), "--status-list", &revocation, "--status-list", &suspension];
    let (code, told) = travels.verified(&token, &with);
    assert_eq!((code, told["status"].as_array().unwrap().len()), (0, 2), "{told}");
    let withdrawn = json!({ "id": "w-1", "signer": LAB, "act": { "type": "certificates.changed", "issuer": LAB,
        "changes": [{ "number": "N-1", "on": "2026-02-01", "change": { "withdrawn": {} } }] } });
    let (admitted, told) = travels.registry.submit("w.json", &withdrawn.to_string());
    assert!(admitted, "{told}");
    let revocation = list("revocation");
    let with =
        ["--did-document", path(&document), "--status-list", &revocation, "--status-list", &suspension];
    let (code, told) = travels.verified(&token, &with);
    assert_eq!((code, &told["status"][0]["status"]), (3, &json!("set")), "{told}");
}

#[test]
fn a_question_may_bring_the_document_itself() {
    let travels = Travels::new();
    let unsigned = travels.prints(&["credential", "make", "N-1", "--base", BASE]);
    let token = std::fs::read_to_string(travels.signed("n-1.jwt", &unsigned)).unwrap();
    let question = json!({
        "importing": "JP", "on": "2026-02-01", "product": { "hs": "851660", "hs_edition": 2022 },
        "evidence": [{ "credential": token.trim() }],
    });
    let question = travels.registry.file("q.json", &question.to_string());
    let output = travels.registry.run(&["decide", "--json", path(&question)]).output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    assert_eq!(told["documents"][0]["number"], "N-1");
    let told = said(&travels.registry.run(&["decide", path(&question)]).output().unwrap());
    assert!(told.contains("signed this text"), "{told}");
    let french = said(&travels.registry.run(&["decide", path(&question), "--lang", "fr"]).output().unwrap());
    assert!(french.contains("a signé ce texte"), "{french}");
}

#[test]
fn an_anchor_is_made_for_a_party_on_record_and_for_no_other() {
    let travels = Travels::new();
    let anchor = travels.prints(&["credential", "anchor", LAB, "--base", BASE]);
    let anchor: Value = serde_json::from_str(&anchor).unwrap();
    assert_eq!(credential::untp::check_anchor(&anchor), []);
    let unknown = ["credential", "anchor", "did:web:nobody.example", "--base", BASE];
    let output = travels.registry.run(&unknown).output().unwrap();
    assert!(!output.status.success() && said(&output).contains("is on record"), "{}", said(&output));
}

#[test]
fn nobody_signs_as_somebody_else() {
    let travels = Travels::new();
    let other = statement::PrivateKey::from_secret("other", statement::Algorithm::EdDsa, &[3; 32]).unwrap();
    let did = other.public().to_did_key().unwrap();
    let credential = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"], "issuer": did,
        "credentialSubject": { "id": "urn:x:1" },
    });
    let unsigned = travels.registry.file("u.json", &credential.to_string());
    let arguments = ["credential", "sign", path(&unsigned), "--key", path(&travels.key)];
    let output = travels.registry.run(&arguments).output().unwrap();
    assert!(!output.status.success() && said(&output).contains("somebody else"), "{}", said(&output));
}

#[test]
fn a_registry_whose_registrar_is_a_name_of_its_host_publishes_its_did_document() {
    let registry = Registry::new();
    let host = crate::common::REGISTRAR.strip_prefix("did:web:").unwrap();
    let did = |public_url: &str| {
        let (mut child, url) = serve_with(&registry, &["--public-url", public_url]);
        let response = reqwest::blocking::get(format!("{url}/.well-known/did.json")).unwrap();
        let told = (response.status().as_u16(), response.headers()["content-type"].clone(), response.json());
        child.kill().unwrap();
        child.wait().unwrap();
        let (status, kind, document) = told;
        (status, kind, document.unwrap())
    };
    let (status, kind, document): (_, _, Value) = did(&format!("https://{host}"));
    assert_eq!((status, kind.to_str().unwrap()), (200, "application/did+json"));
    assert_eq!(document["id"], crate::common::REGISTRAR);
    let key = statement::demonstration_key(&crate::common::REGISTRAR.parse().unwrap()).public();
    assert_eq!(document["verificationMethod"][0]["id"], format!("{}#{}", crate::common::REGISTRAR, key.kid));
    assert_eq!(document["verificationMethod"][0]["publicKeyJwk"]["x"], json!(key)["x"]);
    // Under another name it is not its own.
    assert_eq!(did("https://registry.example").0, 404);
}
