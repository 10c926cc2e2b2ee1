//! The program as its user sees it: the answer alone on standard output, the age beside it, an exit code for each end.

#![allow(clippy::unwrap_used)]

#[path = "../../verifier/tests/offline/bundled.rs"]
mod bundled;

use std::path::Path;
use std::process::{Command, Output};

use bundled::{Bundled, point};
use testkit::{ORIGIN, World, log_signing_key};
use tlog::{SignatureKind, VerifierKey};

const QUESTION: &str = r#"{"importing":"FR","on":"2026-01-01","product":{"hs":"851660","hs_edition":2022}}"#;
const ELSEWHERE: &str = r#"{"importing":"JP","on":"2026-01-01","product":{"hs":"851660","hs_edition":2022}}"#;

fn run(directory: &Path, arguments: &[&str]) -> Output {
    let key = VerifierKey::new(ORIGIN, SignatureKind::Ed25519, log_signing_key().verifying_key()).unwrap();
    Command::new(env!("CARGO_BIN_EXE_comity-verify"))
        .current_dir(directory)
        .args(["--bundle", "fr.bundle", "--log-key", &key.to_string()])
        .args(arguments)
        .output()
        .unwrap()
}

fn directory(world: &World) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(directory.path().join(name), bytes).unwrap();
    write("fr.bundle", &Bundled::of(world, "FR".parse().unwrap()).file());
    write("question.json", QUESTION.as_bytes());
    write("elsewhere.json", ELSEWHERE.as_bytes());
    write("many.ndjson", format!("{QUESTION}\n{ELSEWHERE}\n{{}}\n").as_bytes());
    directory
}

#[test]
fn an_answer_is_the_registrys_answer_and_nothing_else() {
    let world = World::with_countries(&["FR", "JP"]);
    let directory = directory(&world);
    let output = run(directory.path(), &["question.json"]);
    let question = decision_of(&world);
    assert_eq!((String::from_utf8(output.stdout).unwrap(), output.status.code()), (question, Some(0)));
    assert!(String::from_utf8(output.stderr).unwrap().contains("bundle for FR, log of 11 statements, made "));
}

fn decision_of(world: &World) -> String {
    let question = serde_json::from_str(QUESTION).unwrap();
    let tree = bundled::tree(world);
    let answer = world.ask(&question, |decision| explain::json(decision, &point(&tree)));
    String::from_utf8(answer.unwrap()).unwrap()
}

#[test]
fn each_end_has_its_exit_code() {
    let world = World::with_countries(&["FR", "JP"]);
    let directory = directory(&world);
    let code = |arguments: &[&str]| run(directory.path(), arguments).status.code();
    assert_eq!(code(&["elsewhere.json"]), Some(3));
    assert_eq!(code(&["nothing.json"]), Some(1));
    assert_eq!(code(&[]), Some(2));
    assert_eq!(code(&["--max-age-days", "36500", "question.json"]), Some(0));
    let told = run(directory.path(), &["elsewhere.json"]).stdout;
    assert_eq!(String::from_utf8(told).unwrap(), r#"{"not_covered":"country","asked":"JP","bundle":"FR"}"#);
    std::fs::write(directory.path().join("fr.bundle"), b"comity bundle v0\nshort").unwrap();
    assert_eq!(code(&["question.json"]), Some(1));
}

#[test]
fn a_stream_has_a_line_for_each_question() {
    let world = World::with_countries(&["FR", "JP"]);
    let directory = directory(&world);
    let output = run(directory.path(), &["--stream", "many.ndjson"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines.len(), output.status.code()), (3, Some(0)));
    assert_eq!(lines[0], decision_of(&world));
    assert!(lines[1].contains("not_covered") && lines[2].starts_with(r#"{"error":"#), "{lines:?}");
}
