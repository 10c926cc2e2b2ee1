//! The verifier beside the registry: every question of every history in plain words is asked of both.

#![allow(clippy::unwrap_used, clippy::panic)]

mod bundled;

use std::path::Path;

use bundle::Content;
use bundled::{Bundled, point};
use decision::Question;
use testkit::World;
use testkit::story::{Story, Told};
use verifier::{Answer, EvidenceError, NotCovered, Verifier};

/// What the registry of a world says.
fn online(world: &World, question: &Question) -> Result<String, String> {
    let tree = bundled::tree(world);
    let answer = world.ask(question, |decision| explain::json(decision, &point(&tree)));
    answer.map(|bytes| String::from_utf8(bytes).unwrap()).map_err(|error| error.to_string())
}

/// What the verifier says with the evidence of every certificate of the world.
fn offline(world: &World, question: &Question) -> Result<Answer, String> {
    let bundled = Bundled::of(world, question.importing);
    let verifier = bundled.verifier();
    let evidence: Vec<_> =
        bundled.evidence.iter().map(|text| verifier.evidence(text.as_bytes()).unwrap()).collect();
    let json = serde_json::to_vec(question).unwrap();
    verifier.answer(&json, &evidence).map_err(|error| error.to_string())
}

#[test]
fn every_history_gets_the_same_answers_offline() {
    let (mut same, mut not_presented, mut past) = (0, 0, 0);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios");
    for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if file.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let mut story = Story::new();
        for line in std::fs::read_to_string(&file).unwrap().lines().filter(|line| !is_about_procedures(line))
        {
            let Told::Question(question, _) = story.tell(line).unwrap() else { continue };
            let world = &story.world;
            match (online(world, &question), offline(world, &question)) {
                (Ok(online), Ok(Answer::Answered(offline))) => {
                    assert_eq!(String::from_utf8(offline).unwrap(), online, "{}: {line}", file.display());
                    same += 1;
                }
                (_, Ok(Answer::NotCovered(NotCovered::KnownAt { asked, bundle }))) => {
                    assert!(asked != bundle && Some(asked) == question.known_at);
                    past += 1;
                }
                (_, Ok(Answer::NotCovered(NotCovered::NotPresented { .. }))) => {
                    assert!(world.present(&question).iter().any(|piece| piece.found.is_none()), "{line}");
                    not_presented += 1;
                }
                (Err(online), Err(offline)) => assert_eq!(online, offline, "{line}"),
                (online, offline) => panic!("{}: {line}: {online:?} and {offline:?}", file.display()),
            }
        }
    }
    assert!(same > 300 && not_presented > 0 && past > 0, "{same}, {not_presented}, {past}");
}

/// Lines that ask about the making of objectives, which no bundle answers.
fn is_about_procedures(line: &str) -> bool {
    ["Procedure ", "Life of ", "Due on "].iter().any(|beginning| line.trim_start().starts_with(beginning))
}

/// A body in Japan issues one certificate and withdraws it.
fn withdrawn() -> Story {
    let mut story = Story::new();
    story.tell_all("Countries FR, JP.\nBody lab of JP.");
    let world = &mut story.world;
    let lab = testkit::Author::new(&testkit::story::party_id("lab"));
    let certificate = serde_json::json!({ "type": "certificates.issued", "issuer": lab.party(), "certificates": [{
        "number": "C-1", "status_index": 0, "kind": "certificate", "holder": testkit::story::party_id("holder"),
        "products": [{ "hs": "851660", "hs_edition": 2022 }], "procedure": "certification", "issued_on": "2025-01-01",
        "aliases": [{ "certifier": "1", "product": "P", "version": "1" }]
    }] });
    let act: statement::Act = serde_json::from_value(certificate).unwrap();
    world.state(&lab, act);
    story
}

fn withdraw(story: &mut Story) {
    let lab = testkit::Author::new(&testkit::story::party_id("lab"));
    let change = serde_json::json!({ "type": "certificates.changed", "issuer": lab.party(), "changes": [
        { "number": "C-1", "on": "2025-06-01", "change": { "withdrawn": {} } }
    ] });
    let act: statement::Act = serde_json::from_value(change).unwrap();
    story.world.state(&lab, act);
}

const QUESTION: &[u8] = br#"{"importing":"FR","on":"2025-09-01","evidence":[{"number":"C-1"}]}"#;

fn answered(verifier: &Verifier, evidence: &[String], question: &[u8]) -> Answer {
    let evidence: Vec<_> = evidence.iter().map(|text| verifier.evidence(text.as_bytes()).unwrap()).collect();
    verifier.answer(question, &evidence).unwrap()
}

#[test]
fn a_withdrawal_is_known_to_the_bundle_that_was_made_after_it_and_to_no_other() {
    let mut story = withdrawn();
    let before = Bundled::of(&story.world, "FR".parse().unwrap());
    withdraw(&mut story);
    let after = Bundled::of(&story.world, "FR".parse().unwrap());
    let says = |bundled: &Bundled| match answered(&bundled.verifier(), &before.evidence, QUESTION) {
        Answer::Answered(bytes) => String::from_utf8(bytes).unwrap().contains("2025-06-01"),
        Answer::NotCovered(reason) => panic!("{reason}"),
    };
    assert_eq!((says(&before), says(&after)), (false, true));
}

#[test]
fn a_certificate_that_is_newer_than_the_bundle_is_not_covered() {
    let mut story = Story::new();
    story.tell_all("Countries FR, JP.\nBody lab of JP.");
    let old = Bundled::of(&story.world, "FR".parse().unwrap());
    let new = Bundled::of(&withdrawn().world, "FR".parse().unwrap());
    let answer = answered(&old.verifier(), &new.evidence, QUESTION);
    assert_eq!(answer, Answer::NotCovered(NotCovered::Newer { reference: "C-1".to_owned() }));
}

#[test]
fn an_alias_is_found_and_an_unknown_name_is_not_covered() {
    let story = withdrawn();
    let bundled = Bundled::of(&story.world, "FR".parse().unwrap());
    let ask = |evidence: &str| {
        let question = format!(r#"{{"importing":"FR","on":"2025-09-01","evidence":[{evidence}]}}"#);
        answered(&bundled.verifier(), &bundled.evidence, question.as_bytes())
    };
    assert!(matches!(ask(r#"{"alias":{"certifier":"1","product":"P","version":"1"}}"#), Answer::Answered(_)));
    let unknown = ask(r#"{"alias":{"certifier":"1","product":"Q","version":"1"}}"#);
    assert_eq!(unknown, Answer::NotCovered(NotCovered::NotPresented { reference: "Q".to_owned() }));
}

#[test]
fn evidence_that_was_changed_or_is_of_another_log_is_refused() {
    let story = withdrawn();
    let bundled = Bundled::of(&story.world, "FR".parse().unwrap());
    let verifier = bundled.verifier();
    let text = &bundled.evidence[0];
    let index = text.lines().find(|line| line.starts_with("index")).unwrap();
    let moved = text.replace(index, "index 0");
    assert!(matches!(verifier.evidence(moved.as_bytes()), Err(EvidenceError::NotProven(_))));
    let without: String =
        text.lines().filter(|line| !line.starts_with("extra")).map(|line| format!("{line}\n")).collect();
    assert_eq!(verifier.evidence(without.as_bytes()).unwrap_err(), EvidenceError::NoEntry);
    for place in (0..text.len()).step_by(97) {
        let mut bytes = text.clone().into_bytes();
        bytes[place] ^= 1;
        assert!(verifier.evidence(&bytes).is_err(), "byte {place}");
    }
}

#[test]
fn the_bundle_leaves_out_what_decisions_do_not_ask_for() {
    let story = withdrawn();
    let bundled = Bundled::of(&story.world, "FR".parse().unwrap());
    let content: &Content = &bundled.content;
    let names: Vec<String> = content
        .statements
        .iter()
        .map(|reference| reference.logged().unwrap().payload().act.name().to_owned())
        .collect();
    assert!(names.iter().any(|name| name == "party.registered"));
    assert!(!names.iter().any(|name| name.starts_with("certificates.")), "{names:?}");
    // Each authority has a mandate to coordinate, which only admission asks for, and one to agree among others.
    let mandates = |names: &[String]| names.iter().filter(|name| *name == "mandate.given").count();
    let stated: Vec<String> =
        story.world.statements.iter().map(|statement| statement.payload().act.name().to_owned()).collect();
    assert!(mandates(&names) > 0 && mandates(&names) < mandates(&stated));
}

#[test]
fn what_other_borders_recorded_is_not_covered_without_a_network() {
    let story = withdrawn();
    let bundled = Bundled::of(&story.world, "FR".parse().unwrap());
    let verifier = bundled.verifier();
    let evidence: Vec<_> =
        bundled.evidence.iter().map(|text| verifier.evidence(text.as_bytes()).unwrap()).collect();
    let fields = glance::Fields { certificate: "C-1".into(), importing: "FR".into(), ..Default::default() };
    for language in explain::LANGUAGES {
        let words = explain::Words::load(language).unwrap();
        let shown = verifier.glance(&fields, &evidence, 1_769_817_600, &words).unwrap();
        let [said] = &shown.documents[..] else { panic!("{:?}", shown.documents) };
        assert!(said.outcome == "unknown" && said.sentence.contains("C-1"), "{language}: {said:?}");
        assert!(!said.sentence.contains("document--") && shown.copies.is_empty(), "{language}: {said:?}");
    }
}
