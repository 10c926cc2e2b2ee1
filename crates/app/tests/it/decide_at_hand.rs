//! Certificates that are at hand never make an answer differ from one that is read afresh.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use app::{App, FixedClock, LogKey};
use statement::act::{CertificatesChanged, CertificatesIssued};
use store::{MemoryStore, Store};
use testkit::{Author, ORIGIN, World, body, the};

const BODY: &str = "did:web:body.test.example";

#[test]
fn what_is_at_hand_never_changes_an_answer() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let clock = Arc::new(FixedClock(the("2026-01-31")));
    let key = LogKey::new(ORIGIN, &[1; 32]).unwrap();
    let app = App::open(store.clone(), vec![key], clock.clone(), &mut |_| {}).unwrap();
    let world = World::with_countries(&["FR", "JP"]);
    world.statements.iter().for_each(|s| drop(app.submit_blocking(s.jws_bytes()).unwrap()));
    let registrar = &world.registrar;
    app.submit_blocking(&registrar.sign(&registrar.statement("body", body(BODY, "FR")))).unwrap();
    for (index, act) in life().into_iter().enumerate() {
        let author = Author::new(BODY);
        app.submit_blocking(&author.sign(&author.statement(&format!("act-{index}"), act))).unwrap();
        let fresh = App::open_for_reading(store.clone(), clock.clone(), &mut |_| {}).unwrap();
        let size = app.state().size();
        for known_at in (size - index as u64 - 2..size).map(Some).chain([None]) {
            let question = question(known_at);
            // Twice: the second time from what the first one left at hand.
            assert_eq!(app.decide(&question), fresh.decide(&question), "{known_at:?} of {size}");
            assert_eq!(app.decide(&question), fresh.decide(&question), "{known_at:?} of {size}");
        }
    }
}

fn question(known_at: Option<u64>) -> Vec<u8> {
    let evidence: Vec<_> = ["C-0", "C-1", "C-2"].map(|number| serde_json::json!({ "number": number })).into();
    let mut question = serde_json::json!({
        "importing": "JP", "on": "2026-01-31", "evidence": evidence,
        "product": { "hs": "851672", "hs_edition": 2022 },
    });
    if let Some(known_at) = known_at {
        question["known_at"] = known_at.into();
    }
    question.to_string().into_bytes()
}

/// Issue, suspension, restoration, withdrawal, of several certificates in turn.
fn life() -> Vec<statement::Act> {
    let issued = |index: u64| -> statement::Act {
        let certificate = serde_json::json!({
            "number": format!("C-{index}"), "status_index": index, "kind": "certificate", "holder": BODY,
            "products": [{ "hs": "851672", "hs_edition": 2022 }],
            "procedure": "certification", "issued_on": "2025-01-01",
        });
        let certificates = vec![serde_json::from_value(certificate).unwrap()];
        CertificatesIssued { issuer: the(BODY), certificates }.into()
    };
    let changed = |number: &str, on: &str, change: serde_json::Value| -> statement::Act {
        let change = serde_json::json!({ "number": number, "on": on, "change": change });
        let changes = vec![serde_json::from_value(change).unwrap()];
        CertificatesChanged { issuer: the(BODY), changes }.into()
    };
    let none = || serde_json::json!({});
    vec![
        issued(0),
        changed("C-0", "2025-03-01", serde_json::json!({ "suspended": none() })),
        issued(1),
        changed("C-0", "2025-04-01", serde_json::json!({ "restored": none() })),
        changed("C-1", "2025-05-01", serde_json::json!({ "withdrawn": none() })),
        issued(2),
        changed("C-0", "2025-06-01", serde_json::json!({ "expired": none() })),
    ]
}
