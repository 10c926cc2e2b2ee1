use std::path::Path;

use model::{InstrumentId, PartyId};
use proptest::prelude::*;
use serde_json::json;
use statement::act::Certificate;

use super::*;
use crate::untp::make::{Base, Names, make};
use crate::untp::{assurance::Basis, check_anchor, check_conformity};
use crate::{Contexts, vcdm};

struct World;

impl Names for World {
    fn party(&self, party: &PartyId) -> Option<String> {
        (party.as_str() == "did:web:lab.example").then(|| "Example Laboratory".to_owned())
    }
    fn act(&self, act: &InstrumentId) -> Option<String> {
        (act.as_str() == "FR-1").then(|| "Kettles".to_owned())
    }
    fn basis(&self, instrument: &InstrumentId) -> Option<Basis> {
        match instrument.as_str() {
            "ACC-1" => Some(Basis::Accreditation),
            "ANNEX-1" => Some(Basis::Agreement),
            _ => None,
        }
    }
    fn accreditation_body(&self, accreditation: &InstrumentId) -> Option<PartyId> {
        (accreditation.as_str() == "ACC-1").then(|| "did:web:cofrac.example".parse().unwrap())
    }
}

fn certificate() -> Certificate {
    serde_json::from_value(json!({
        "number": "LAB/2026 1", "status_index": 7, "kind": "certificate", "holder": "did:web:maker.example",
        "products": [{ "hs": "851660", "hs_edition": 2022, "description": "Kettle", "gtin": "04012345123456",
            "model": "K-1", "brand": "Maker", "batch": "B7" }],
        "conforms_to": [{ "act": "FR-1", "edition": "2025" }], "standards": ["IEC 60335-2-15:2024"],
        "procedure": "certification", "modules": ["core"], "designating_party": "FR", "basis": ["ACC-1"],
        "assessed_on": "2025-12-20", "issued_on": "2026-01-15", "expires_on": "2029-01-15",
    }))
    .unwrap()
}

fn made(certificate: &Certificate) -> Value {
    let issuer = "did:web:lab.example".parse().unwrap();
    make(certificate, &issuer, &World, Base("https://registry.example"))
}

#[test]
fn what_we_make_is_a_conformity_credential_of_the_protocol_and_of_the_data_model() {
    let credential = made(&certificate());
    assert_eq!(check_conformity(&credential), []);
    assert_eq!(vcdm::check_credential(&credential, Contexts::Pinned), []);
    assert_eq!(credential["id"], "https://registry.example/credentials/LAB%2F2026%201");
    assert_eq!(credential["validUntil"], "2029-01-15T00:00:00Z");
    let subject = &credential["credentialSubject"];
    assert_eq!(subject["authorisation"][0]["issuingAuthority"]["id"], "did:web:cofrac.example");
    let product = &subject["conformityAssessment"][0]["assessedProduct"][0]["product"];
    assert_eq!(product["id"], "https://id.gs1.org/01/04012345123456");
}

#[test]
fn the_level_of_assurance_is_derived_from_what_is_on_record() {
    let level = |change: fn(&mut Certificate)| {
        let mut certificate = certificate();
        change(&mut certificate);
        made(&certificate)["credentialSubject"]["assessmentLevel"].as_str().unwrap().to_owned()
    };
    assert_eq!(level(|_| {}), "scheme-cab");
    assert_eq!(
        level(|c| c.basis = vec!["ACC-1".parse().unwrap(), "ANNEX-1".parse().unwrap()]),
        "authority-peer"
    );
    assert_eq!(level(|c| c.basis = vec!["OTHER".parse().unwrap()]), "authority-mandate");
    assert_eq!(
        level(|c| {
            c.basis = Vec::new();
            c.designating_party = None;
        }),
        "no-endorsement"
    );
    assert_eq!(level(|c| c.kind = EvidenceKind::TypeApproval), "authority-mandate");
    assert_eq!(
        level(|c| {
            c.kind = EvidenceKind::Declaration;
            c.holder = "did:web:lab.example".parse().unwrap();
        }),
        "scheme-self"
    );
}

#[test]
fn what_we_make_reads_back_as_the_certificate_that_it_was() {
    let read = read(&made(&certificate())).unwrap();
    let entry = read.entry.unwrap();
    assert_eq!(entry.certificate, certificate());
    assert_eq!(entry.issuer.as_str(), "did:web:lab.example");
    let purposes: Vec<_> = read.status.iter().map(|entry| (entry.purpose.as_str(), entry.index)).collect();
    assert_eq!(purposes, [("revocation", 7), ("suspension", 7)]);
    assert_eq!(read.standards, certificate().standards);
    assert_eq!((read.issued_on, read.expires_on), (Some(certificate().issued_on), certificate().expires_on));
    assert_eq!(read.products[0].gtin.as_deref(), Some("04012345123456"));
    assert_eq!(read.products[0].batch.as_deref(), Some("B7"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_certificate_travels_and_comes_back_whole(
        number in "[A-Za-z0-9][A-Za-z0-9 /._-]{0,30}[A-Za-z0-9]", index in 0_u64..1_000_000,
        words in "[^\\p{C}]{0,40}", kind in 0_usize..6, expires in any::<bool>(),
    ) {
        let mut certificate = certificate();
        certificate.number = match number.parse() { Ok(number) => number, Err(_) => return Ok(()) };
        certificate.status_index = index;
        certificate.products[0].description = words;
        certificate.kind = EvidenceKind::ALL[kind];
        if !expires { certificate.expires_on = None; }
        let credential = made(&certificate);
        prop_assert_eq!(check_conformity(&credential), []);
        let bytes = crate::integrity::canonical(&credential);
        let parsed = crate::json::read(&bytes, crate::limits::CREDENTIAL_BYTES_MAX).unwrap();
        prop_assert_eq!(read(&parsed).unwrap().entry.unwrap().certificate, certificate);
    }
}

#[test]
fn each_mistake_is_told_with_its_place() {
    let places = |change: fn(&mut Value)| {
        let mut credential = made(&certificate());
        change(&mut credential);
        check_conformity(&credential).into_iter().map(|problem| problem.pointer).collect::<Vec<_>>()
    };
    let subject = "/credentialSubject";
    assert_eq!(places(|c| c["issuer"] = json!("did:web:lab.example")), ["/issuer"]);
    assert_eq!(
        places(|c| c["credentialStatus"]["statusListIndex"] = json!("7")),
        ["/credentialStatus/statusListIndex"]
    );
    assert_eq!(places(|c| c["credentialStatus"]["x"] = json!(1)), ["/credentialStatus/x"]);
    assert_eq!(
        places(|c| c["credentialSubject"]["assessmentLevel"] = json!("best")),
        [format!("{subject}/assessmentLevel")]
    );
    assert_eq!(places(|c| c["@context"][1] = json!("https://x.example")), ["/@context/1"]);
    assert_eq!(
        places(|c| {
            c["credentialSubject"]["conformityAssessment"][0]
                .as_object_mut()
                .unwrap()
                .remove("conformityTopic");
        }),
        [format!("{subject}/conformityAssessment/0/conformityTopic")]
    );
    assert_eq!(
        places(|c| c["credentialSubject"]["issuedToParty"] = json!([])),
        [format!("{subject}/issuedToParty")]
    );
}

#[test]
fn claims_about_assurance_are_listed_as_not_believed_and_the_rest_as_without_a_place() {
    let mut credential = made(&certificate());
    credential["credentialSubject"]["trustmark"] = json!({ "name": "Mark" });
    credential["credentialSubject"]["profileScore"] = json!({ "code": "gold" });
    let lost = read(&credential).unwrap().lost;
    let why = |pointer: &str| lost.iter().find(|lost| lost.pointer == pointer).map(|lost| lost.why);
    assert_eq!(why("/credentialSubject/assessmentLevel"), Some(CLAIM));
    assert_eq!(why("/credentialSubject/trustmark/name"), Some(CLAIM));
    assert_eq!(why("/credentialSubject/profileScore/code"), Some(NO_PLACE));
    assert_eq!(why("/credentialSubject/attestationType"), None);
    assert_eq!(why("/credentialSubject/conformityAssessment/0/assessedProduct/0/product/id"), None);
}

#[test]
fn a_credential_of_0_6_is_read() {
    let credential = json!({
        "@context": [crate::context::BASE, "https://test.uncefact.org/vocabulary/untp/dcc/0.6.1/"],
        "type": ["DigitalConformityCredential", "VerifiableCredential"],
        "issuer": { "id": "did:web:lab.example", "name": "Lab" }, "validFrom": "2025-03-01T00:00:00Z",
        "credentialSubject": {
            "attestationType": "testing", "assessmentLevel": "GovtApproval",
            "issuedToParty": { "id": "did:web:maker.example", "name": "Maker" },
            "assessment": [{
                "assessmentDate": "2025-02-03",
                "referenceStandard": { "id": "https://x.example/1", "name": "IEC 60335-1:2020" },
                "referenceRegulation": { "id": "https://x.example/2", "name": "Kettles" },
                "assessedProduct": [{ "product": { "id": "https://id.gs1.org/01/04012345123456/10/B7", "name": "Kettle" } }],
                "declaredValue": [{ "metricName": "leakage", "metricValue": { "value": 1, "unit": "MA" } }],
            }],
        },
    });
    let read = read(&credential).unwrap();
    assert_eq!((read.version, read.kind), (Version::V0_6, Some(EvidenceKind::TestReport)));
    assert_eq!(read.standards[0].as_str(), "IEC 60335-1:2020");
    assert_eq!(read.products[0].gtin.as_deref(), Some("04012345123456"));
    assert_eq!(read.regulations, [("https://x.example/2".to_owned(), "Kettles".to_owned())]);
    assert!(read.entry.is_none());
    assert!(read.lost.iter().any(|lost| lost.pointer.contains("declaredValue")));
}

#[test]
fn an_extension_of_another_version_or_form_is_refused() {
    let error = |change: fn(&mut Value)| {
        let mut credential = made(&certificate());
        change(&mut credential["credentialSubject"]["registerEntry"]);
        read(&credential).unwrap_err().pointer
    };
    let mut former = made(&certificate());
    former["credentialSubject"]["registerEntry"]["version"] = json!("v0");
    assert_eq!(read(&former).unwrap().entry.map(|entry| entry.certificate), Some(certificate()));
    assert_eq!(error(|entry| entry["version"] = json!("v9")), "/credentialSubject/registerEntry");
    assert_eq!(error(|entry| entry["more"] = json!(1)), "/credentialSubject/registerEntry");
    assert_eq!(error(|entry| entry["certificate"] = json!([1])), "/credentialSubject/registerEntry");
}

#[test]
fn a_trade_item_number_is_read_from_a_digital_link_only() {
    assert_eq!(gtin("https://brand.example/01/09506000134352/10/A?x=1").as_deref(), Some("09506000134352"));
    for other in ["https://id.gs1.org/00/09506000134352", "https://id.gs1.org/01/ABC", "urn:x", ""] {
        assert_eq!(gtin(other), None);
    }
}

#[test]
fn an_anchor_is_one_of_the_protocol() {
    use crate::untp::anchor::{Registered, Registrar, anchor};
    let party: PartyId = "did:web:lab.example".parse().unwrap();
    let registrar: PartyId = "did:web:registry.example".parse().unwrap();
    let written = anchor(
        &Registered {
            party: &party,
            name: "Example Laboratory",
            registered_id: "did:web:lab.example",
            registered_on: Date::new(2026, 1, 1).unwrap(),
            is_accreditation: true,
            scope: &["https://registry.example/en/regulations/FR-1".to_owned()],
        },
        &Registrar {
            party: &registrar,
            name: "Registry",
            register: "Registry",
            url: "https://registry.example",
        },
        time::parse("2026-01-01T00:00:00Z").unwrap(),
    );
    assert_eq!(check_anchor(&written), []);
    assert!(!check_anchor(&made(&certificate())).is_empty());
}

/// The samples of the protocol itself lie beside the project and are under another licence; without them nothing is
/// tested here.
#[test]
fn the_samples_of_the_protocol_are_read_where_they_are_at_hand() {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/credentials/untp-0.7.0/samples");
    let Ok(files) = std::fs::read_dir(&folder) else { return };
    for file in files.flatten() {
        let value: Value = serde_json::from_slice(&std::fs::read(file.path()).unwrap()).unwrap();
        if has_type(&value, "DigitalConformityCredential") {
            assert_eq!(check_conformity(&value), [], "{:?}", file.path());
            assert_eq!(read(&value).unwrap().version, Version::V0_7);
        } else {
            assert_eq!(check_anchor(&value), [], "{:?}", file.path());
        }
    }
}
