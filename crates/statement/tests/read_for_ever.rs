//! What was once signed is read for ever: statements of every act and version, and requests, as bytes in `vectors/`.
//!
//! `UPDATE=1` adds what is missing, such as a new act. A line that stands there is never changed.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use statement::file::{Format, read};
use statement::{
    Act, Payload, PrivateKey, PureCheck, Request, RequestError, Unverified, UnverifiedRequest,
    demonstration_key, jws, template,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../vectors/statements");
const REQUESTER: &str = "did:web:customs.example";

/// The lines of a file, and those that `UPDATE=1` adds.
fn lines(file: &str, missing: impl FnOnce(&[String]) -> Vec<String>) -> Vec<String> {
    let path = PathBuf::from(FOLDER).join(file);
    let mut lines: Vec<String> =
        std::fs::read_to_string(&path).unwrap_or_default().lines().map(str::to_owned).collect();
    let missing = missing(&lines);
    if std::env::var_os("UPDATE").is_some() && !missing.is_empty() {
        lines.extend(missing);
        std::fs::write(&path, lines.join("\n") + "\n").unwrap();
    }
    lines
}

/// A compact JWS of a type that is not written any more is made here by hand.
fn signed(typ: &str, payload: &[u8], key: &PrivateKey) -> String {
    let header = format!(r#"{{"alg":"{}","kid":"{}","typ":"{typ}"}}"#, key.algorithm(), key.kid());
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let signature = URL_SAFE_NO_PAD.encode(key.sign_bytes(signed.as_bytes()));
    format!("{signed}.{signature}")
}

fn example(act: &str) -> Payload {
    read(template(act).unwrap(), Format::Toml, None).unwrap().swap_remove(0).payload
}

fn payload_bytes(statement: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(statement.split('.').nth(1).unwrap()).unwrap()
}

fn name(statement: &str) -> String {
    Unverified::parse(statement.as_bytes()).unwrap().payload().act.name().to_owned()
}

/// The statements of a version: the first that has an example of an act keeps it.
fn statements(file: &str, typ: &str) -> Vec<String> {
    lines(file, |known| {
        let known: BTreeSet<String> = known.iter().map(|line| name(line)).collect();
        let missing = Act::NAMES.iter().filter(|act| !known.contains(**act));
        let payloads = missing.map(|act| example(act));
        payloads.map(|it| signed(typ, &it.to_json(), &demonstration_key(&it.signer))).collect()
    })
}

#[test]
fn statements_of_every_act_are_read_for_ever() {
    let of_v0 = std::fs::read_to_string(PathBuf::from(FOLDER).join("v0.jws")).unwrap();
    let of_v0: Vec<String> = of_v0.lines().map(str::to_owned).collect();
    let of_v1 = statements("v1.jws", jws::TYPE);
    let names: BTreeSet<String> = of_v1.iter().map(|line| name(line)).collect();
    let all: BTreeSet<String> = Act::NAMES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(names, all, "UPDATE=1 adds the example of a new act to vectors/statements/v1.jws");
    for line in of_v0.iter().chain(&of_v1) {
        let statement = Unverified::parse(line.as_bytes()).unwrap();
        let key = demonstration_key(&statement.payload().signer).public();
        let statement = statement.verify(&key, &PureCheck).unwrap();
        // Nothing in it is passed over: it is written again as it was.
        assert_eq!(statement.payload().to_json(), payload_bytes(line), "{}", name(line));
    }
}

#[test]
fn a_statement_of_version_0_means_what_the_same_means_in_version_1() {
    let of_v0 = std::fs::read_to_string(PathBuf::from(FOLDER).join("v0.jws")).unwrap();
    let of_v1 = statements("v1.jws", jws::TYPE);
    assert_eq!(of_v0.lines().count(), 92, "version 0 is closed");
    for (old, new) in of_v0.lines().zip(&of_v1) {
        let [old, new] = [old, new.as_str()].map(|line| Unverified::parse(line.as_bytes()).unwrap());
        assert_eq!(old.payload(), new.payload());
        // So that the same statement, signed again in the new version, is the one that is on record.
        assert_eq!(old.payload_digest(), new.payload_digest());
    }
}

#[test]
fn what_is_written_today_has_the_bytes_of_version_1() {
    for line in statements("v1.jws", jws::TYPE) {
        let payload = Payload::from_json(&payload_bytes(&line)).unwrap();
        let written = statement::sign(&payload, &demonstration_key(&payload.signer));
        assert_eq!(String::from_utf8(written).unwrap(), line);
    }
}

#[test]
fn requests_of_every_version_are_read_for_ever() {
    let key = demonstration_key(&REQUESTER.parse().unwrap());
    let request = br#"{"body":{"certificate":"A-17"},"iat":1769817600,"method":"POST","party":"did:web:customs.example","path":"/api/v1/quantities/show","registry":"log.registry.example"}"#;
    let types = ["comity-request-v0+jwt", "comity-request-v1+jwt"];
    let lines = lines("requests.jws", |known| {
        types.iter().skip(known.len()).map(|typ| signed(typ, request, &key)).collect()
    });
    assert_eq!(lines.len(), types.len());
    let read: Vec<Request> = lines
        .iter()
        .map(|line| UnverifiedRequest::parse(line.as_bytes()).unwrap())
        .map(|unverified| unverified.verify(&key.public(), &PureCheck).unwrap().request().clone())
        .collect();
    assert_eq!((read[0].path.as_str(), &read[0]), ("/api/v1/quantities/show", &read[1]));
    assert_eq!(statement::sign_request(&read[1], &key), lines[1].as_bytes());
    let later = signed("comity-request-v2+jwt", request, &key);
    assert!(matches!(UnverifiedRequest::parse(later.as_bytes()), Err(RequestError::Type(_))));
}
