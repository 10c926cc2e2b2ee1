//! A registry that is killed at any moment of a burst of submissions loses nothing that it acknowledged.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use crate::common::{REGISTRAR, Registry, said, serve};
use serde_json::Value;

/// How often the registry is killed.
const KILLS: u64 = 200;
/// How many statements must have been acknowledged before it is looked at what was lost.
const ACKNOWLEDGED_MIN: usize = 500;
/// Connections that submit at the same time.
const SUBMITTERS: u64 = 3;

#[test]
fn kill_minus_nine_loses_nothing_that_was_acknowledged() {
    let registry = Registry::new();
    let mut acknowledged = HashMap::new();
    let counter = AtomicU64::new(0);
    let client = reqwest::blocking::Client::new();
    let mut round = 0;
    // A slow machine acknowledges less in a burst: it is killed more often, until there is enough to lose.
    while round < KILLS || acknowledged.len() < ACKNOWLEDGED_MIN {
        let (mut child, url) = serve(&registry);
        // Answers once it serves; before that there is no burst to kill.
        assert!(client.get(format!("{url}/api/v1/health")).send().unwrap().status().is_success());
        let burst = thread::scope(|scope| {
            let submitters: Vec<_> =
                (0..SUBMITTERS).map(|_| scope.spawn(|| submit(&client, &url, &counter))).collect();
            // Every moment of a batch is hit by some round: the pauses are spread over several batches.
            thread::sleep(Duration::from_micros(1_300 * (round % 50) + 2_000));
            child.kill().unwrap();
            submitters.into_iter().flat_map(|submitter| submitter.join().unwrap()).collect::<Vec<_>>()
        });
        child.wait().unwrap();
        acknowledged.extend(burst);
        round += 1;
    }

    registry.run(&["log", "verify"]).assert().success();
    let statements: Vec<_> = acknowledged.keys().cloned().collect();
    let file = registry.file("again.jws", &statements.join("\n"));
    let again = registry.run(&["act", "submit", "--json"]).arg(file).output().unwrap();
    assert!(again.status.success(), "{}", said(&again));
    let lines: Vec<Value> = again
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    assert_eq!(lines.len(), statements.len());
    for (statement, line) in statements.iter().zip(&lines) {
        let (first, again) = (&acknowledged[statement], &line["receipt"]);
        assert_eq!(first["position"], again["position"], "{line}");
        assert_eq!(first["checkpoint"], again["checkpoint"], "{line}");
    }
    let other = party(lines[0]["id"].as_str().unwrap(), "did:web:another.example");
    let (accepted, said) = registry.submit("other.json", &other);
    assert!(!accepted && said.contains("has logged another statement"), "{said}");
}

/// Submits until the registry is gone: statements with their receipts.
fn submit(client: &reqwest::blocking::Client, url: &str, counter: &AtomicU64) -> Vec<(String, Value)> {
    let key = statement::demonstration_key(&REGISTRAR.parse().unwrap());
    let mut acknowledged = Vec::new();
    loop {
        let number = counter.fetch_add(1, Ordering::Relaxed);
        let text = party(&format!("p-{number}"), &format!("did:web:p{number}.example"));
        let drafts = statement::file::read(&text, statement::file::Format::Json, None).unwrap();
        let statement = statement::sign(&drafts[0].payload, &key);
        let request =
            client.post(format!("{url}/api/v1/statements")).header("content-type", "application/jose");
        let Ok(response) = request.body(statement.clone()).send() else { return acknowledged };
        if !response.status().is_success() {
            return acknowledged;
        }
        let Ok(receipt) = response.json() else { return acknowledged };
        acknowledged.push((String::from_utf8(statement).unwrap(), receipt));
    }
}

fn party(id: &str, party: &str) -> String {
    format!(
        r#"{{"id":"{id}","signer":"{REGISTRAR}","act":{{"type":"party.registered","party":"{party}","kind":"supplier","name":{{"en":"A maker"}},"country":"FR"}}}}"#
    )
}
