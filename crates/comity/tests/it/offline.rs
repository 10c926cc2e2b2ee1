//! The same question gives the same bytes without a network: from a bundle, whatever the importing country.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use app::{App, SystemClock};
use serde_json::json;
use store_sql::SqliteStore;
use verifier::{Answer, Evidence, NotCovered, Policy, Verifier};

/// Countries for which a bundle is made.
const IMPORTING: &[&str] = &["FR", "US", "JP", "CH", "AU"];
const DAYS: &[&str] = &["2003-01-15", "2019-06-01", "2024-04-01", "2026-04-01"];

fn comity(args: &[&str]) -> std::process::Output {
    let output = Command::new(env!("CARGO_BIN_EXE_comity")).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn numbers() -> Vec<String> {
    let certificates = include_str!("../../../../demo/certificates.csv");
    let mut rows = csv::Reader::from_reader(certificates.as_bytes());
    let column = rows.headers().unwrap().iter().position(|name| name == "number").unwrap();
    rows.records().map(|row| row.unwrap()[column].to_owned()).collect()
}

fn policy(app: &App) -> Policy {
    Policy::of_log(app.log_keys().1.iter().map(|key| key.parse().unwrap()).collect()).unwrap()
}

#[test]
fn a_bundle_gives_the_bytes_of_the_registry() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("registry");
    crate::demonstration::load(&data);
    let store = SqliteStore::open_for_reading(&data).unwrap();
    let app = App::open_for_reading(Arc::new(store), Arc::new(SystemClock), &mut |_| {}).unwrap();
    let (numbers, mut answered, mut with_changes) = (numbers(), 0, 0);
    let mut smallest = u64::MAX;
    for importing in IMPORTING {
        let verifier = bundle_for(importing, &data, directory.path(), &policy(&app));
        let content = verifier.bundle().content();
        smallest = smallest.min(content.statements.len() as u64);
        let changed: usize = content.issuers.values().map(|issuer| issuer.changes.len()).sum();
        assert!(changed > 10, "only {changed} changes are on record");
        let evidence = evidence(&app, &verifier, &numbers);
        for (place, number) in numbers.iter().enumerate() {
            let question = json!({
                "importing": importing, "on": DAYS[place % DAYS.len()], "evidence": [{ "number": number }],
                "answer": if place % 5 == 4 { "verdict" } else { "full" },
            });
            let question = question.to_string();
            let piece = &evidence[number];
            let offline = verifier.answer(question.as_bytes(), std::slice::from_ref(piece));
            match (app.decide(question.as_bytes()), offline) {
                (Ok(online), Ok(Answer::Answered(offline))) => {
                    assert_eq!(
                        String::from_utf8(offline).unwrap(),
                        String::from_utf8(online).unwrap(),
                        "{question}"
                    );
                    answered += 1;
                }
                (Err(online), Err(offline)) => assert_eq!(online.to_string(), offline.to_string()),
                (online, offline) => panic!("{question}: {online:?} and {offline:?}"),
            }
            with_changes += usize::from(was_changed(&verifier, number, &app));
        }
        without_evidence(importing, &app, &verifier);
        not_covered(importing, &verifier, &numbers[0]);
    }
    assert!(answered > 2_500, "only {answered} were answered");
    assert!(with_changes > 20, "only {with_changes} were about certificates that changed");
    assert!(smallest < app.state().size(), "the bundle leaves nothing out");
}

fn bundle_for(importing: &str, data: &Path, directory: &Path, policy: &Policy) -> Verifier {
    let file = directory.join(format!("{importing}.bundle"));
    comity(&[
        "bundle",
        "make",
        "--for",
        importing,
        "--data",
        data.to_str().unwrap(),
        "-o",
        file.to_str().unwrap(),
    ]);
    Verifier::open(&std::fs::read(&file).unwrap(), policy).unwrap()
}

fn evidence(app: &App, verifier: &Verifier, numbers: &[String]) -> BTreeMap<String, Evidence> {
    let mut evidence: BTreeMap<String, Evidence> = BTreeMap::new();
    for number in numbers {
        // One entry may issue many certificates.
        if !evidence.contains_key(number) {
            let proof = app.evidence(&number.parse().unwrap()).unwrap().to_string();
            let piece = verifier.evidence(proof.as_bytes()).unwrap();
            evidence.extend(piece.numbers().map(|number| (number.to_string(), piece.clone())));
        }
    }
    evidence
}

fn was_changed(verifier: &Verifier, number: &str, app: &App) -> bool {
    let up_to = model::LogIndex(app.state().size() - 1);
    let facts = app.store().facts(&[number.parse().unwrap()], up_to).unwrap()[0].clone().unwrap();
    let issuer = &verifier.bundle().content().issuers[&facts.issuer];
    let changes = issuer.changes_of(facts.issued.status_index);
    assert_eq!(changes.len(), facts.changes.len(), "{number}");
    !changes.is_empty()
}

/// What is required for a product, without any certificate.
fn without_evidence(importing: &str, app: &App, verifier: &Verifier) {
    for hs in ["851660", "950300", "870321", "841810", "901890", "854370"] {
        for on in DAYS {
            let question =
                json!({ "importing": importing, "on": on, "product": { "hs": hs, "hs_edition": 2022 } });
            let question = question.to_string();
            let online = app.decide(question.as_bytes()).unwrap();
            assert_eq!(verifier.answer(question.as_bytes(), &[]), Ok(Answer::Answered(online)), "{question}");
        }
    }
}

fn not_covered(importing: &str, verifier: &Verifier, number: &str) {
    let ask = |question: serde_json::Value| match verifier.answer(question.to_string().as_bytes(), &[]) {
        Ok(Answer::NotCovered(reason)) => reason,
        other => panic!("{question}: {other:?}"),
    };
    let on = "2026-04-01";
    assert!(matches!(
        ask(json!({ "importing": "SG", "on": on, "evidence": [{ "number": number }] })),
        NotCovered::Country { .. }
    ));
    assert!(matches!(
        ask(json!({ "importing": importing, "on": on, "evidence": [{ "number": number }] })),
        NotCovered::NotPresented { .. }
    ));
    assert!(matches!(
        ask(json!({ "importing": importing, "on": on, "known_at": 3, "evidence": [{ "number": number }] })),
        NotCovered::KnownAt { .. }
    ));
}
