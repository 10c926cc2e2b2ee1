//! The examples on the page about statements are read as they stand there.
#![allow(clippy::unwrap_used)]

use statement::Payload;
use statement::file::{Format, read};

const PAGE: &str = include_str!("../../../docs/statements.md");

/// The blocks of code of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let start = format!("```{language}\n");
    PAGE.split(start.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn every_example_in_toml_is_a_file_of_statements() {
    let blocks = blocks("toml");
    assert!(blocks.len() >= 3);
    for block in blocks {
        read(block, Format::Toml, None).unwrap_or_else(|error| panic!("{error}\n{block}"));
    }
}

#[test]
fn every_example_in_json_is_a_file_a_payload_or_a_header() {
    let [file, header, payload] = blocks("json")[..] else { panic!("another number of examples") };
    assert_eq!(read(file, Format::Json, None).unwrap().len(), 1);
    assert!(header.contains(statement::jws::TYPE));
    let payload = payload.trim_end();
    assert_eq!(Payload::from_json(payload.as_bytes()).unwrap().to_json(), payload.as_bytes());
}
