//! The program runs from end to end on a small world; its figures are not judged here.

#![allow(clippy::unwrap_used)]

use std::process::Command;

#[test]
fn everything_is_measured_on_a_small_world() {
    let output = Command::new(env!("CARGO_BIN_EXE_bench")).args(["--quick", "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let what: Vec<&str> = rows.iter().map(|row| row["what"].as_str().unwrap()).collect();
    for subject in [
        "decisions, typed reasons",
        "decisions as JSON",
        "statements admitted, one certificate each",
        "statements admitted, batch acts",
        "certificates imported in batch acts",
        "start-up",
        "resident after start-up",
        "rebuild",
        "certificate look-up",
        "decision, certificate from the database",
        "API decisions, certificate cached",
        "API decisions, streamed",
        "credentials checked, keys that came before",
        "credentials checked, manifests of 256",
        "credentials checked, seen before",
        "API decisions with credentials, streamed",
        "search as one types, p99",
        "the index over procedures and objectives, made anew",
        "page /en/objectives",
        "page /en/procedures/PROC-0/comments?draft=2",
        "page /en/calendar, after a statement",
    ] {
        assert!(what.iter().any(|row| row.starts_with(subject)), "{subject}: {what:?}");
    }
    for row in &rows {
        assert!(row["value"].as_f64().unwrap() > 0.0, "{row}");
        assert!(row["beside"].is_null() || row["ratio"].as_f64().unwrap() > 0.0, "{row}");
    }
}

#[test]
fn what_is_not_measured_is_named() {
    let output = Command::new(env!("CARGO_BIN_EXE_bench")).args(["--only", "weather"]).output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("`weather` is not measured"));
}
