//! Exported comments are checked against the log, in a directory and behind an address: hashed here by another program than
//! the one that is tested, as docs/comments.md says.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use crate::common::{Registry, said, serve};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use statement::act::{CommentsPublished, RepliesPublished};
use testkit::{Author, CONSULTED, consultation, the};

const AUTHORITY: &str = "did:web:authority.test.example";

fn leaf(fields: &[(&str, Value)]) -> [u8; 32] {
    let sorted: BTreeMap<_, _> = fields.iter().cloned().collect();
    Sha256::new().chain_update([0]).chain_update(serde_json::to_string(&sorted).unwrap()).finalize().into()
}

/// The root over two leaves.
fn root(leaves: [[u8; 32]; 2]) -> String {
    hex(&Sha256::new().chain_update([1]).chain_update(leaves[0]).chain_update(leaves[1]).finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn leaf_of(number: u64, text: &str) -> [u8; 32] {
    leaf(&[
        ("about", "".into()),
        ("country", "JP".into()),
        ("draft", 1.into()),
        ("format", "comity comment v0".into()),
        ("language", "en".into()),
        ("late", false.into()),
        ("name", "A. Person".into()),
        ("number", number.into()),
        ("organisation", "".into()),
        ("procedure", CONSULTED.into()),
        ("received_on", "2026-02-01".into()),
        ("text", text.into()),
    ])
}

fn leaf_of_reply(comment: u64, text: &str) -> [u8; 32] {
    leaf(&[
        ("comment", comment.into()),
        ("draft", 1.into()),
        ("format", "comity reply v0".into()),
        ("on", "2026-02-02".into()),
        ("party", AUTHORITY.into()),
        ("procedure", CONSULTED.into()),
        ("text", text.into()),
    ])
}

fn comment(number: u64, text: &str, replies: &[(u64, &str)]) -> Value {
    let reply = |(place, text): &(u64, &str)| {
        json!({
            "text": text, "party": AUTHORITY, "on": "2026-02-02", "place": place,
            "leaf": hex(&leaf_of_reply(number, text)),
        })
    };
    json!({
        "procedure": CONSULTED, "number": number, "draft": 1, "state": "published", "received_on": "2026-02-01",
        "late": false, "decided_on": "2026-02-02", "about": "", "name": "A. Person", "organisation": "",
        "country": "JP", "language": "en", "text": text, "place": number - 1, "leaf": hex(&leaf_of(number, text)),
        "replies": replies.iter().map(reply).collect::<Vec<_>>(),
    })
}

fn file() -> Vec<Value> {
    vec![comment(1, "One", &[(0, "Noted"), (1, "Done")]), comment(2, "Zwei: é", &[])]
}

/// A registry in which an act binds that file.
fn bound() -> Registry {
    let registry = Registry::new();
    let author = Author::new(AUTHORITY);
    let mut acts = consultation("JP", "2026-01-10", "2026-02-10");
    acts.push(
        CommentsPublished {
            procedure: the(CONSULTED),
            draft: 1,
            by: the("JP"),
            published: 2,
            root: root([leaf_of(1, "One"), leaf_of(2, "Zwei: é")]),
            declined: 0,
            waiting: 0,
            on: the("2026-02-11"),
            replies: Some(RepliesPublished {
                published: 2,
                root: root([leaf_of_reply(1, "Noted"), leaf_of_reply(1, "Done")]),
            }),
        }
        .into(),
    );
    for (place, act) in acts.into_iter().enumerate() {
        let payload = author.statement(&format!("act-{place}"), act);
        let text = String::from_utf8(payload.to_json()).unwrap();
        let (taken, told) = registry.submit(&format!("act-{place}.json"), &text);
        assert!(taken, "{told}");
    }
    registry
}

/// How the check of a file ends, and what it says.
fn verified(registry: &Registry, items: &[Value], place: &[&str]) -> (i32, String) {
    let file = registry.file("comments.json", &serde_json::to_string(items).unwrap());
    let output = registry.run(&["comments", "verify"]).arg(file).args(place).output().unwrap();
    (output.status.code().unwrap(), said(&output))
}

#[test]
fn what_is_altered_missing_or_added_in_an_exported_file_is_said_and_ends_with_another_code() {
    let registry = bound();
    let (code, told) = verified(&registry, &file(), &[]);
    assert_eq!(code, 0, "{told}");
    assert!(
        told.contains("2 published comments, 2 replies") && told.contains("as they were bound"),
        "{told}"
    );
    let cases: [(&str, Vec<Value>); 4] = [
        (
            "they are not in the file",
            vec![comment(1, "One", &[(0, "Noted"), (1, "Done")]), comment(2, "Two", &[])],
        ),
        (
            "they are not in the file",
            vec![comment(1, "One", &[(0, "No"), (1, "Done")]), comment(2, "Zwei: é", &[])],
        ),
        ("nothing stands at place 0", vec![comment(2, "Zwei: é", &[])]),
        ("taken more than once", [file(), vec![comment(2, "Added", &[])]].concat()),
    ];
    for (says, items) in cases {
        let (code, told) = verified(&registry, &items, &[]);
        assert_eq!(code, 3, "{told}");
        assert!(told.contains(says), "{says}: {told}");
    }
    let mut altered = file();
    altered[0]["text"] = "1".into();
    let (code, told) = verified(&registry, &altered, &["--json"]);
    let json: Value = serde_json::from_str(&told).unwrap();
    assert_eq!((code, &json["holds"]), (3, &false.into()));
    assert!(json["faults"][0].as_str().unwrap().starts_with("comment 1 was altered"), "{json}");
    // What is added behind everything that is bound is not wrong, and not shown to be right.
    let (code, told) = verified(&registry, &[file(), vec![comment(3, "Added", &[])]].concat(), &[]);
    assert_eq!(code, 4, "{told}");
    assert!(told.contains("1 of them are bound by no act yet"), "{told}");
    let (code, told) = verified(&registry, &[], &[]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("export them again"), "{told}");
}

#[test]
fn the_same_is_said_over_the_acts_that_a_server_shows() {
    let registry = bound();
    let (mut child, url) = serve(&registry);
    let place = ["--server", url.as_str()];
    let whole = verified(&registry, &file(), &place);
    let altered = verified(&registry, &[comment(1, "1", &[]), comment(2, "Zwei: é", &[])], &place);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(whole.0, 0, "{}", whole.1);
    assert_eq!(altered.0, 3, "{}", altered.1);
}
