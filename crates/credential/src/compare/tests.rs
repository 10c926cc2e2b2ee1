//! The kinds of copies and other differences, each in plain words.

use model::{LogIndex, PartyId};
use serde_json::{Value, json};
use statement::act::{
    AccreditationGranted, Certificate, CertificateChange, CertificatesChanged, CertificatesIssued, Change,
    KeyRevoked,
};
use statement::{PrivateKey, PureCheck, demonstration_key};
use testkit::{Author, World, the};
use testkit::{body, party};

use super::*;
use crate::Kind;
use crate::limits::CREDENTIAL_BYTES_MAX;
use crate::untp::{Names, assurance::Basis, make, make::Base};

const LAB: &str = "did:web:lab.example.org";
const ACCREDITOR: &str = "did:web:accreditation.example.org";
const MAKER: &str = "did:web:maker.example.org";

struct NoNames;

impl Names for NoNames {
    fn party(&self, _: &PartyId) -> Option<String> {
        None
    }
    fn act(&self, _: &model::InstrumentId) -> Option<String> {
        None
    }
    fn basis(&self, _: &model::InstrumentId) -> Option<Basis> {
        Some(Basis::Accreditation)
    }
    fn accreditation_body(&self, _: &model::InstrumentId) -> Option<PartyId> {
        None
    }
}

fn certificate() -> Certificate {
    serde_json::from_value(json!({
        "number": "LAB-1", "status_index": 0, "kind": "certificate", "holder": MAKER,
        "products": [{ "hs": "851660", "hs_edition": 2022, "model": "K-1" }],
        "standards": ["IEC 60335-2-15:2024"], "procedure": "certification", "basis": ["ACC-1"],
        "issued_on": "2026-01-15",
    }))
    .unwrap()
}

fn credential() -> Value {
    make(&certificate(), &LAB.parse().unwrap(), &NoNames, Base("https://registry.example"))
}

fn signed(credential: &Value, method: &str, key: &PrivateKey) -> Document {
    let token = crate::jwt::sign(Kind::Credential, credential, method, key);
    Document::credential(token.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap()
}

fn key() -> PrivateKey {
    demonstration_key(&LAB.parse().unwrap())
}

fn genuine() -> Document {
    signed(&credential(), &format!("{LAB}#demo"), &key())
}

/// A register in which the laboratory is accredited for the standard and has issued the certificate.
fn register(with_digest: bool) -> World {
    let mut world = World::with_countries(&["FR"]);
    let authority = World::authority("FR");
    world.state(&authority, body(LAB, "FR"));
    world.state(&authority, party(MAKER, model::PartyKind::Supplier, "FR"));
    world.state(&authority, party(ACCREDITOR, model::PartyKind::AccreditationBody, "FR"));
    let granted = AccreditationGranted {
        accreditation: the("ACC-1"),
        accreditation_body: the(ACCREDITOR),
        body: the(LAB),
        standards: vec![the("IEC 60335-2-15")],
        acts: Vec::new(),
        procedures: Vec::new(),
        products: None,
        from: the("2025-01-01"),
        until: None,
    };
    world.state(&Author::new(ACCREDITOR), granted);
    let mut certificate = certificate();
    certificate.credential_sha256 = with_digest.then(|| hex::encode(genuine().digest()));
    let issued = CertificatesIssued { issuer: the(LAB), certificates: vec![certificate] };
    world.state(&Author::new(LAB), issued);
    world
}

fn findings(world: &World, document: &Document) -> Vec<DocumentFinding> {
    let facts = stated_number(document).and_then(|number| world.facts(&number, world.last()));
    let on_record = OnRecord {
        registry: world.registry(),
        knowledge: world.registry().knowledge(),
        certificate: facts.as_ref(),
        lookalikes: &lookalikes_in(world.registry()),
    };
    compare(document, &on_record, &PureCheck, Now::new(time::parse("2026-03-01T12:00:00Z").unwrap()))
}

/// What is against it: identifiers with their reasons.
fn against(world: &World, document: &Document) -> Vec<(&'static str, String)> {
    findings(world, document)
        .into_iter()
        .filter(|finding| finding.outcome != Outcome::Met)
        .map(|finding| (finding.id, finding.facts.get("reason").cloned().unwrap_or_default()))
        .collect()
}

fn only(id: &'static str, reason: &str) -> Vec<(&'static str, String)> {
    vec![(id, reason.to_owned())]
}

#[test]
fn a_document_that_is_what_the_register_says_meets_every_finding() {
    let found = findings(&register(true), &genuine());
    let ids: Vec<_> = found.iter().map(|finding| finding.id).collect();
    assert_eq!(ids, FINDINGS);
    assert!(found.iter().all(|finding| finding.outcome == Outcome::Met), "{found:?}");
}

#[test]
fn without_a_digest_on_record_that_alone_is_unknown() {
    assert_eq!(
        against(&register(false), &genuine()),
        only("document.digest-as-registered", "none_on_record")
    );
}

#[test]
fn a_text_altered_under_an_intact_signature_is_told_as_such() {
    let token = crate::jwt::sign(Kind::Credential, &credential(), &format!("{LAB}#demo"), &key());
    let mut altered = credential();
    altered["credentialSubject"]["registerEntry"]["certificate"]["products"][0]["model"] = json!("K-2");
    let other = crate::jwt::sign(Kind::Credential, &altered, &format!("{LAB}#demo"), &key());
    let parts = |token: &str| token.split('.').map(str::to_owned).collect::<Vec<_>>();
    let spliced = [&parts(&token)[0], &parts(&other)[1], &parts(&token)[2]].map(String::as_str).join(".");
    let document = Document::credential(spliced.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap();
    assert_eq!(
        against(&register(true), &document),
        [
            ("document.signature-covers-text", "altered".to_owned()),
            ("document.content-as-registered", "differs".to_owned()),
            ("document.digest-as-registered", "differs".to_owned()),
        ]
    );
}

#[test]
fn what_the_issuer_signed_otherwise_than_it_registered_is_a_difference_with_its_fields() {
    let mut other = credential();
    other["credentialSubject"]["registerEntry"]["certificate"]["holder"] = json!("did:web:other.example");
    other["credentialSubject"]["registerEntry"]["certificate"]["expires_on"] = json!("2030-01-01");
    let document = signed(&other, &format!("{LAB}#demo"), &key());
    let found = findings(&register(false), &document);
    let content = found.iter().find(|finding| finding.id == "document.content-as-registered").unwrap();
    assert_eq!(content.facts["fields"], "holder, expires_on");
}

#[test]
fn an_earlier_version_is_told_as_such() {
    let mut world = register(true);
    let mut amended = certificate();
    amended.products[0].model = Some("K-1b".to_owned());
    amended.credential_sha256 = Some("0".repeat(64));
    let change = CertificateChange {
        number: amended.number.clone(),
        on: the("2026-02-01"),
        change: Change::Amended(amended),
        reason: String::new(),
    };
    world.state(&Author::new(LAB), CertificatesChanged { issuer: the(LAB), changes: vec![change] });
    assert_eq!(
        against(&world, &genuine()),
        [
            ("document.content-as-registered", "earlier_version".to_owned()),
            ("document.digest-as-registered", "earlier_version".to_owned()),
        ]
    );
}

#[test]
fn a_number_that_never_existed_is_told_as_such() {
    let mut invented = credential();
    invented["credentialSubject"]["registerEntry"]["certificate"]["number"] = json!("LAB-999");
    let document = signed(&invented, &format!("{LAB}#demo"), &key());
    assert_eq!(against(&register(true), &document), only("document.number-issued", "never_issued"));
}

#[test]
fn a_lookalike_issuer_is_told_with_the_one_that_it_looks_like() {
    let near = "did:web:iab.example.org";
    let attacker = demonstration_key(&near.parse().unwrap());
    let mut copied = credential();
    copied["issuer"]["id"] = json!(near);
    let document = signed(&copied, &format!("{near}#demo"), &attacker);
    let found = findings(&register(true), &document);
    let issuer = found.iter().find(|finding| finding.id == "document.issuer-as-registered").unwrap();
    assert_eq!((issuer.facts["reason"].as_str(), issuer.facts["registered"].as_str()), ("lookalike", LAB));
    let signature = &found[0];
    assert_eq!(
        (signature.outcome, signature.facts["reason"].as_str()),
        (Outcome::Unknown, "key_not_on_record")
    );
}

#[test]
fn another_registered_body_that_signs_for_this_one_is_told_as_another_issuer() {
    let mut world = register(true);
    let other = "did:web:entirely-different.example";
    world.state(&World::authority("FR"), body(other, "FR"));
    let other_key = demonstration_key(&other.parse().unwrap());
    // It names itself.
    let mut renamed = credential();
    renamed["issuer"]["id"] = json!(other);
    let document = signed(&renamed, &format!("{other}#demo"), &other_key);
    assert_eq!(
        against(&world, &document),
        [
            ("document.issuer-as-registered", "other_issuer".to_owned()),
            ("document.digest-as-registered", "differs".to_owned()),
        ]
    );
    // It names the laboratory.
    let document = signed(&credential(), &format!("{other}#demo"), &other_key);
    let found = against(&world, &document);
    assert_eq!(found[0], ("document.signature-covers-text", "other_signer".to_owned()));
}

#[test]
fn a_key_that_was_revoked_afterwards_still_holds_what_the_log_dates() {
    let revoke = |world: &mut World, since: Option<u64>| {
        let act = KeyRevoked {
            party: the(LAB),
            key_id: "demo".to_owned(),
            compromised_since: since,
            reason: String::new(),
        };
        world.state(&World::authority("FR"), act);
    };
    let mut dated = register(true);
    revoke(&mut dated, None);
    assert_eq!(against(&dated, &genuine()), []);
    let mut undated = register(false);
    revoke(&mut undated, None);
    assert!(
        against(&undated, &genuine()).contains(&("document.key-in-force", "revoked_and_undated".to_owned()))
    );
    let mut compromised = register(true);
    let since = compromised.facts(&the("LAB-1"), compromised.last()).unwrap().at;
    revoke(&mut compromised, Some(since.0));
    // The act itself has no effect any more.
    let found = against(&compromised, &genuine());
    assert!(found.contains(&("document.key-in-force", "compromised".to_owned())), "{found:?}");
}

#[test]
fn a_body_outside_its_scope_or_time_is_told_as_such() {
    let with_basis = |change: fn(&mut AccreditationGranted)| {
        let mut world = register(true);
        let mut granted = AccreditationGranted {
            accreditation: the("ACC-1"),
            accreditation_body: the(ACCREDITOR),
            body: the(LAB),
            standards: vec![the("IEC 60335-2-15")],
            acts: Vec::new(),
            procedures: Vec::new(),
            products: None,
            from: the("2025-01-01"),
            until: None,
        };
        change(&mut granted);
        world.state(&Author::new(ACCREDITOR), granted);
        against(&world, &genuine())
    };
    let id = "document.body-in-scope";
    assert_eq!(with_basis(|granted| granted.standards = vec![the("IEC 60335-1")]), only(id, "out_of_scope"));
    assert_eq!(with_basis(|granted| granted.until = Some(the("2026-01-01"))), only(id, "out_of_time"));
}

#[test]
fn a_credential_out_of_its_time_is_told_as_such() {
    let mut over = credential();
    over["validUntil"] = json!("2026-02-01T00:00:00Z");
    let found = against(&register(false), &signed(&over, &format!("{LAB}#demo"), &key()));
    assert!(found.contains(&("document.in-its-time", "over".to_owned())));
}

#[test]
fn an_earlier_point_of_knowledge_sees_no_later_revocation() {
    let mut world = register(true);
    let before = world.last();
    let act = KeyRevoked {
        party: the(LAB),
        key_id: "demo".to_owned(),
        compromised_since: Some(0),
        reason: String::new(),
    };
    world.state(&World::authority("FR"), act);
    let document = genuine();
    let facts = world.facts(&the("LAB-1"), before);
    let on_record = OnRecord {
        registry: world.registry(),
        knowledge: world.registry().knowledge_at(LogIndex(before.0)),
        certificate: facts.as_ref(),
        lookalikes: &lookalikes_in(world.registry()),
    };
    let now = Now::new(time::parse("2026-03-01T12:00:00Z").unwrap());
    let found = compare(&document, &on_record, &PureCheck, now);
    assert!(found.iter().all(|finding| finding.outcome == Outcome::Met), "{found:?}");
}

#[test]
fn every_field_of_a_certificate_is_compared() {
    let full: Certificate = serde_json::from_value(json!({
        "number": "A", "status_index": 0, "kind": "certificate", "holder": MAKER, "products": [{}],
        "conforms_to": [{ "act": "A" }], "standards": ["IEC 60335-1:2020"], "procedure": "certification",
        "modules": ["m"], "designating_party": "FR", "basis": ["B"], "assessed_on": "2026-01-01",
        "issued_on": "2026-01-01", "expires_on": "2027-01-01",
        "aliases": [{ "certifier": "c", "product": "p", "version": "v" }], "credential_sha256": "0",
        "differences_covered": ["d"], "report": { "number": "r", "laboratory": LAB, "issued_on": "2026-01-01" },
        "responsible_persons_in": ["FR"], "lawfully_marketed_in": ["FR"], "conditions_met": ["c"],
        "production_conforms": true, "same_product_as": "B",
    }))
    .unwrap();
    let written = serde_json::to_value(full).unwrap();
    let mut names: Vec<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
    names.retain(|name| *name != "credential_sha256");
    let mut fields = content::FIELDS.to_vec();
    names.sort_unstable();
    fields.sort_unstable();
    assert_eq!(names, fields);
}
