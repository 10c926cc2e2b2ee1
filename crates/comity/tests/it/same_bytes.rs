//! The same question gives the same bytes, whoever is asked: command line on the directory, API one by one, API as a
//! stream, command line through the API; and the same words.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::common::started;

/// Every certificate of the demonstration is asked about for each of these countries, on one of these days.
const IMPORTING: &[&str] = &["FR", "US", "JP", "CH"];
const DAYS: &[&str] = &["2019-06-01", "2024-04-01", "2026-04-01"];
/// One in so many is also asked alone.
const ALONE: usize = 9;

fn comity() -> Command {
    Command::new(env!("CARGO_BIN_EXE_comity"))
}

fn questions() -> Vec<String> {
    let certificates = include_str!("../../../../demo/certificates.csv");
    let mut rows = csv::Reader::from_reader(certificates.as_bytes());
    let column = rows.headers().unwrap().iter().position(|name| name == "number").unwrap();
    let numbers: Vec<String> = rows.records().map(|row| row.unwrap()[column].to_owned()).collect();
    let asked = numbers.iter().enumerate().flat_map(|(place, number)| {
        IMPORTING.iter().enumerate().map(move |(country, importing)| {
            let on = DAYS[(place + country) % DAYS.len()];
            let answer = if (place + country) % 4 == 3 { "verdict" } else { "full" };
            json!({ "importing": importing, "on": on, "evidence": [{ "number": number }], "answer": answer })
                .to_string()
        })
    });
    asked.collect()
}

/// The answers to a file of questions, a line each.
fn streamed(file: &Path, place: &[&str]) -> Vec<String> {
    let output = comity().args(["decide", "--json", "--stream"]).arg(file).args(place).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    text.lines().map(str::to_owned).collect()
}

#[test]
fn the_same_question_gives_the_same_bytes_whoever_is_asked() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("registry");
    crate::demonstration::load(&data);
    let data = data.to_str().unwrap();
    let questions = questions();
    assert!(questions.len() > 2_000, "only {} questions", questions.len());
    let file = directory.path().join("questions.ndjson");
    std::fs::write(&file, questions.join("\n")).unwrap();
    let from_directory = streamed(&file, &["--data", data]);
    assert_eq!(from_directory.len(), questions.len());

    let mut serve = comity();
    serve.args(["serve", "--json", "--listen", "127.0.0.1:0", "--data", data]);
    let (_served, announced) = started(&mut serve);
    let url = announced["url"].as_str().unwrap();

    assert_eq!(streamed(&file, &["--server", url]), from_directory);
    for lang in ["en", "fr"] {
        let told = |place: &[&str]| {
            let asked =
                ["decide", "--certificate", "DEMO-USEU-ELS-001", "--importing", "FR", "--on", "2021-06-01"];
            comity().args(asked).args(["--lang", lang]).args(place).output().unwrap()
        };
        let (here, there) = (told(&["--data", data]), told(&["--server", url]));
        assert!(String::from_utf8_lossy(&here.stdout).contains("2003"), "{here:?}");
        assert_eq!((here.stdout, here.status), (there.stdout, there.status));
    }
    let client = reqwest::blocking::Client::new();
    let mut alone = 0;
    for (question, answer) in questions.iter().zip(&from_directory).step_by(ALONE) {
        let response = client
            .post(format!("{url}/api/v1/decisions"))
            .header("content-type", "application/json")
            .body(question.clone())
            .send()
            .unwrap();
        if response.status().is_success() {
            assert_eq!(response.text().unwrap().trim_end(), answer, "{question}");
            alone += 1;
        }
    }
    assert!(alone > 200, "only {alone} were answered alone");
}
