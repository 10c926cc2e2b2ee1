//! Bad input: each is refused with the next step, and nothing is written.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use crate::common::{LAB, MAKER, Registry, certificate, said};

/// An act file, and what must be said about it.
fn bad_acts() -> Vec<(&'static str, String, &'static str)> {
    let statement = |act: &str| format!(r#"{{"id":"x","signer":"{LAB}","act":{act}}}"#);
    let authority = |act: &str| statement(act).replace(LAB, "did:web:authority.test.example");
    let with = |field: &str| certificate("x", "N-1", 0).replace(r#""model":"K""#, field);
    vec![
        (
            "outside-mandate.json",
            statement(
                r#"{"type":"country.registered","country":"DE","alpha3":"DEU","numeric":276,"name":{"en":"Germany"}}"#,
            ),
            "may not sign",
        ),
        (
            "binds-another.json",
            authority(
                r#"{"type":"coverage.stated","scheme":"x","country":"FR","complete":false,"since":"2020-01-01","basis":"x"}"#,
            ),
            "may not sign",
        ),
        (
            "unknown-signer.json",
            certificate("x", "N-1", 0).replace(LAB, "did:web:nobody.example"),
            "not registered",
        ),
        ("unknown-act.json", statement(r#"{"type":"certificate.issued"}"#), "is not an act"),
        ("invalid-date.json", certificate("x", "N-1", 0).replace("2026-01-31", "2026-02-31"), "issued_on"),
        (
            "unknown-country.json",
            with(r#""model":"K""#).replace(r#""procedure""#, r#""designating_party":"ZZ","procedure""#),
            "not on record",
        ),
        ("bad-code.json", with(r#""hs":"85AB","hs_edition":2022"#), "is not a commodity code"),
        ("bad-edition.json", with(r#""hs":"851660","hs_edition":2023"#), "is not an edition"),
        ("code-without-edition.json", with(r#""hs":"851660""#), "go together"),
        ("wrong-index.json", certificate("x", "N-1", 5), "status index"),
        ("unknown-field.json", certificate("x", "N-1", 0).replace("holder", "owner"), "owner"),
        ("twice.json", certificate("x", "N-1", 0).replacen('{', r#"{"id":"y","#, 1), "twice"),
        ("deep.json", format!("{}{}", r#"{"id":"x","act":"#, "[".repeat(10_000)), "help"),
        ("not-toml.toml", "id = ".to_owned(), "line 1"),
        (
            "long.json",
            certificate("x", "N-1", 0)
                .replace(r#""model":"K""#, &format!(r#""model":"{}""#, "x".repeat(70_000))),
            "help",
        ),
    ]
}

#[test]
fn bad_acts_are_refused_with_the_next_step_and_nothing_is_written() {
    let registry = Registry::new();
    let before = registry.size();
    for (name, text, expected) in bad_acts() {
        let (accepted, said) = registry.submit(name, &text);
        assert!(!accepted && said.contains(expected), "{name}: {said}");
        assert!(said.contains("help:"), "{name} gives no next step: {said}");
        assert!(!said.contains("::"), "{name} names a type: {said}");
    }
    assert_eq!(registry.size(), before);
}

#[test]
fn wrongly_signed_and_unsigned_statements_are_refused() {
    let registry = Registry::new();
    let before = registry.size();
    let act = registry.file("act.json", &certificate("c-1", "N-1", 0));
    let other = registry.directory.path().join("other.jwk");
    registry.run(&["key", "new", "--kid", "demo"]).arg(&other).assert().success();
    // The right name of the key, another key.
    let wrong = registry.run(&["act", "submit", "--key"]).arg(&other).arg(&act).output().unwrap();
    assert!(said(&wrong).contains("does not verify"), "{}", said(&wrong));
    // A key that is not on record.
    let unknown = registry.directory.path().join("unknown.jwk");
    registry.run(&["key", "new"]).arg(&unknown).assert().success();
    let wrong = registry.run(&["act", "submit", "--key"]).arg(&unknown).arg(&act).output().unwrap();
    assert!(said(&wrong).contains("has no key `unknown`"), "{}", said(&wrong));
    // No key at all.
    let wrong = registry.run(&["act", "submit"]).arg(&act).output().unwrap();
    assert!(said(&wrong).contains("no key for"), "{}", said(&wrong));
    // No signature, and a signature cut off.
    let signed = registry.run(&["act", "sign", "--demonstration-keys"]).arg(&act).output().unwrap();
    let signed = String::from_utf8(signed.stdout).unwrap();
    let unsigned = signed.rsplit_once('.').unwrap().0.to_owned() + ".";
    for (name, text) in [("cut.jws", &signed[..signed.len() - 20]), ("unsigned.jws", unsigned.as_str())] {
        let (accepted, said) = registry.submit(name, text);
        assert!(!accepted && said.contains("refused"), "{name}: {said}");
    }
    assert_eq!(registry.size(), before);
}

#[test]
fn a_revoked_key_signs_nothing_any_more() {
    let registry = Registry::new();
    let revoke = format!(
        r#"{{"id":"revoke","signer":"{LAB}","act":{{"type":"key.revoked","party":"{LAB}","key_id":"demo","reason":"lost"}}}}"#
    );
    let (accepted, said) = registry.submit("revoke.json", &revoke);
    assert!(accepted, "{said}");
    let before = registry.size();
    let (accepted, said) = registry.submit("late.json", &certificate("late", "N-9", 0));
    assert!(!accepted && said.contains("was revoked at position"), "{said}");
    assert_eq!(registry.size(), before);
}

#[test]
fn the_same_statement_gets_its_first_receipt_and_the_same_identifier_says_nothing_else() {
    let registry = Registry::new();
    let file = registry.file("c.json", &certificate("c-1", "N-1", 0));
    let submit =
        || registry.run(&["act", "submit", "--json", "--demonstration-keys"]).arg(&file).output().unwrap();
    let (first, second) = (submit(), submit());
    assert!(first.status.success(), "{}", said(&first));
    assert_eq!(first.stdout, second.stdout);
    let before = registry.size();
    let (accepted, said) = registry.submit("other.json", &certificate("c-1", "N-2", 1));
    assert!(!accepted && said.contains("has logged another statement as `c-1`"), "{said}");
    assert_eq!(registry.size(), before);
}

const MAPPING: &str = r#"
issuer = "did:web:lab.test.example"
[certificate]
number = { column = "no" }
kind = { value = "certificate" }
holder = { column = "holder" }
procedure = { value = "certification" }
issued_on = { column = "issued" }
[product]
model = { column = "model" }
"#;

#[test]
fn ten_thousand_broken_rows_are_reported_one_by_one_and_nothing_is_written() {
    let registry = Registry::new();
    let before = registry.size();
    let mut table = "no,holder,issued,model\n".to_owned();
    for row in 0..10_000 {
        let _ = match row % 5 {
            0 => writeln!(table, "N-{row},{MAKER},2026-02-31,K"),
            1 => writeln!(table, "N-{row},did:web:nobody.example,2026-01-31,K"),
            2 => writeln!(table, "N-{row},{MAKER}"),
            3 => writeln!(table, ",{MAKER},2026-01-31,K"),
            _ => writeln!(table, "N-{row},{MAKER},2026-01-31,"),
        };
    }
    let (table, mapping) = (registry.file("bad.csv", &table), registry.file("map.toml", MAPPING));
    let report = registry.directory.path().join("errors.csv");
    let mut command = registry.run(&["import", "certificates", "--demonstration-keys", "--mapping"]);
    let output = command.arg(mapping).arg("--report").arg(&report).arg(table).output().unwrap();
    assert!(
        said(&output).contains("10000 of 10000 rows are wrong; nothing was written"),
        "{}",
        said(&output)
    );
    assert_eq!(std::fs::read_to_string(report).unwrap().lines().count(), 10_001);
    assert_eq!(registry.size(), before);
}

#[test]
fn good_rows_are_imported_once() {
    let registry = Registry::new();
    let before = registry.size();
    let mut table = "no,holder,issued,model\n".to_owned();
    for row in 0..1_000 {
        let _ = writeln!(table, "N-{row},{MAKER},2026-01-31,K-{row}");
    }
    let (table, mapping) = (registry.file("good.csv", &table), registry.file("map.toml", MAPPING));
    let run = |extra: &[&str]| {
        let mut command = registry.run(&["import", "certificates", "--json", "--demonstration-keys"]);
        let output = command.args(extra).arg("--mapping").arg(&mapping).arg(&table).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    assert_eq!(run(&["--preview"])["good"], 1_000);
    assert_eq!(registry.size(), before);
    let first = run(&[]);
    assert_eq!(first["good"], 1_000);
    let after = registry.size();
    assert!(after < before + 20, "{after}");
    let again = run(&[]);
    assert_eq!((again["good"].as_u64(), again["known"].as_u64()), (Some(0), Some(1_000)));
    assert_eq!(registry.size(), after);
}
