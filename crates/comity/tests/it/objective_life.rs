//! The whole life of an objective from a folder of files, as its README says to play it.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::sync::Arc;

use crate::common::{Registry, said};
use app::{App, FixedClock};
use model::{Date, InstrumentId, Jurisdiction};
use procedure::{CountryLife, Stage};
use store_sql::SqliteStore;

const REGISTRAR: &str = "did:web:registrar.life.comity.example";

/// The act files, by name: the parties first.
fn folder() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo/objective-life");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

/// A registry in which the folder was played; every statement of it was admitted.
fn played() -> (Registry, App) {
    let registry = Registry { directory: tempfile::tempdir().unwrap() };
    let init = ["init", "--origin", "log.life.example", "--registrar", REGISTRAR, "--demonstration"];
    registry.run(&init).assert().success();
    let files = folder();
    let (parties, acts) = files.split_first().unwrap();
    let key = registry.data().join("keys/registrar.jwk");
    registry.run(&["act", "submit", "--key"]).arg(key).arg(parties).assert().success();
    let output = registry.run(&["act", "submit", "--demonstration-keys"]).args(acts).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let store = Arc::new(SqliteStore::open_for_reading(&registry.data()).unwrap());
    let app = App::open_for_reading(store, Arc::new(FixedClock(day("2026-11-01"))), &mut |_| {}).unwrap();
    (registry, app)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn countries(codes: &[&str]) -> Vec<Jurisdiction> {
    codes.iter().map(|code| code.parse().unwrap()).collect()
}

fn life_of<'l>(lives: &'l [CountryLife], country: &str) -> &'l CountryLife {
    lives.iter().find(|life| life.country == country.parse().unwrap()).unwrap()
}

#[test]
fn the_folder_plays_the_whole_life_of_an_objective() {
    let (_directory, app) = played();
    let state = app.state();
    let registry = state.registry();
    let id: InstrumentId = "DEMO-VIEW".parse().unwrap();
    let at = |on: &str| procedure::procedure(registry, &id, day(on), registry.knowledge());

    // Each stage begins on its day and not before.
    assert!(at("2023-02-28").is_none());
    let stages = [
        ("2023-03-01", Stage::Interest),
        ("2023-05-10", Stage::Call),
        ("2023-05-15", Stage::Transmitted),
        ("2023-08-21", Stage::TaskForce),
        ("2023-11-01", Stage::Drafting),
        ("2024-02-15", Stage::Comments),
        ("2024-07-03", Stage::Agreed),
        ("2024-09-02", Stage::Registered),
        ("2025-01-15", Stage::Adopted),
    ];
    for (on, stage) in stages {
        assert_eq!(at(on).unwrap().stage, stage, "{on}");
    }

    let made = at("2026-11-01").unwrap();
    let call = made.call.as_ref().unwrap();
    // Two concurrences that cite another statement would leave one country.
    assert_eq!(call.countries, countries(&["KE", "NZ", "ZA"]));
    assert!(call.has_effect);
    assert_eq!(made.convenor, Some("ZA".parse().unwrap()));
    let [first, second] = &made.drafts[..] else { unreachable!("two drafts were filed") };
    assert!(!first.missing.is_empty() && second.missing.is_empty(), "{:?}", second.missing);
    assert!(first.agreed.is_empty());
    let mut agreed: Vec<_> = second.agreed.iter().map(|agreement| agreement.country).collect();
    agreed.sort_unstable();
    assert_eq!(agreed, countries(&["BR", "KE", "NZ", "ZA"]));
    assert_eq!((second.comments.periods.len(), second.comments.answers.len()), (1, 1));

    // Registered with its number on the day of submission, and what each country did with it.
    let number: InstrumentId = "DEMO-CRO-10".parse().unwrap();
    let life = procedure::objective(registry, &number, day("2026-11-01"), registry.knowledge()).unwrap();
    assert_eq!(life.versions[0].established_on, Some(day("2024-09-02")));
    assert_eq!(life.current, Some(1));
    for country in ["BR", "KE", "NZ", "ZA"] {
        let (on, _) = life_of(&life.countries, country).agreed.unwrap();
        assert_eq!(on, day("2024-09-02"), "the undertaking of {country}");
    }
    let adopted = |country| life_of(&life.countries, country).adopted.map(|(on, _)| on);
    assert_eq!(adopted("ZA"), Some(day("2024-11-01")));
    assert_eq!(adopted("KE"), Some(day("2025-01-15")));
    assert_eq!(adopted("AU"), Some(day("2025-06-01")));
    assert_eq!((adopted("NZ"), adopted("BR")), (None, None));
    assert!(life_of(&life.countries, "CR").accepted.is_some());
    let first_year = |country| life_of(&life.countries, country).periods[0].reported.is_some();
    assert!(first_year("NZ") && !first_year("BR"));
}

#[test]
fn the_folder_played_again_changes_nothing() {
    let (registry, _app) = played();
    let before = registry.size();
    let files = folder();
    let output = registry.run(&["act", "submit", "--demonstration-keys"]).args(&files[1..]).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(registry.size(), before);
}

#[test]
fn the_objective_is_written_as_one_file_with_every_statement_about_it() {
    let (registry, app) = played();
    let file = registry.directory.path().join("DEMO-CRO-10.html");
    let export = ["export", "objective", "DEMO-CRO-10", "--language", "fr", "--out"];
    registry.run(&export).arg(&file).assert().success();
    let html = std::fs::read_to_string(&file).unwrap();
    let statements = html.matches("<article class=\"statement\"").count();
    assert_eq!(statements, app.dossier("DEMO-CRO-10").unwrap().statements.len());
    assert!(html.contains("lang=\"fr\"") && html.contains(&app.state().root().to_string()));
    // What is there is not written over, and what cannot be is named with the next step.
    assert!(!registry.run(&export).arg(&file).output().unwrap().status.success());
    let unknown = registry.run(&["export", "objective", "NONE"]).output().unwrap();
    assert!(said(&unknown).contains("NONE"), "{}", said(&unknown));
    let without = registry.run(&["export", "objective"]).output().unwrap();
    assert_eq!(without.status.code(), Some(2), "{}", said(&without));
}
