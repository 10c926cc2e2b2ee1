//! Three witnesses, of which one is not there: a quorum of two cosigns, and who insists on three is refused.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use tlog::Policy;

use crate::common::{Process, started};

fn comity(args: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_comity")).arg("--json").args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().next().map_or(Value::Null, |line| serde_json::from_str(line).unwrap())
}

/// Starts a server and reads what it announces.
fn serve(args: &[&str]) -> (Process, Value) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    started(command.arg("--json").args(args).args(["--listen", "127.0.0.1:0"]))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A witness whose key is of a kind that is not known here (ML-DSA-44): its line of a policy, and what it signs whatever it
/// is asked.
fn unknown_witness() -> (String, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let key = STANDARD.encode([&[6_u8][..], &[9; 1_312]].concat());
    let signature = STANDARD.encode([&[0x0a_u8, 0x0b, 0x0c, 0x0d][..], &[7; 8 + 2_420]].concat());
    let line = format!("\u{2014} new.example {signature}\n");
    let answer =
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{line}", line.len());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            // Small enough to come at once; who hangs up early is asked again.
            let _ = stream.read(&mut [0; 65_536]);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (format!("witness new.example new.example+0a0b0c0d+{key} {url}\n"), line)
}

#[test]
fn a_quorum_of_witnesses_cosigns_what_the_registry_publishes() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("registry");
    comity(&["init", "--name", "Test", "--origin", "log.test.example", "--data", text(&data)]);
    let verified = comity(&["log", "verify", "--data", text(&data)]);
    let log_key = verified["log_key"].as_str().unwrap().to_owned();

    let (mut lines, mut running) = (format!("log {log_key}\n"), Vec::new());
    for name in ["a.test.example", "b.test.example", "c.test.example"] {
        let key = directory.path().join(format!("{name}.jwk"));
        comity(&["key", "new", text(&key)]);
        let memory = directory.path().join(name);
        let (served, told) = serve(&[
            "witness",
            "serve",
            "--key",
            text(&key),
            "--name",
            name,
            "--log",
            &log_key,
            "--data",
            text(&memory),
        ]);
        let (url, key) = (told["url"].as_str().unwrap(), told["witness_key"].as_str().unwrap());
        lines.push_str(&format!("witness {name} {key} {url}\n"));
        // The third does not answer any more.
        if name != "c.test.example" {
            running.push(served);
        }
    }
    let (unknown, unknown_signature) = unknown_witness();
    lines.push_str(&unknown);
    let names = "a.test.example b.test.example c.test.example new.example";
    let policy = format!("{lines}group states 2 {names}\nquorum states\n");
    let strict: Policy = format!("{lines}group states 3 {names}\nquorum states\n").parse().unwrap();
    let file = directory.path().join("policy.txt");
    std::fs::write(&file, &policy).unwrap();
    let policy: Policy = policy.parse().unwrap();

    let (registry, told) = serve(&["serve", "--data", text(&data), "--policy", text(&file)]);
    let url = told["url"].as_str().unwrap();
    let client = reqwest::blocking::Client::new();
    let read = |path: &str| client.get(format!("{url}/log/{path}")).send().unwrap();
    let cosigned = loop {
        let response = read("checkpoint/cosigned");
        if response.status().is_success() {
            break response.text().unwrap();
        }
        std::thread::sleep(Duration::from_millis(100));
    };
    let verified = policy.verify(cosigned.as_bytes()).unwrap();
    assert_eq!(policy.cosigned(verified.note()).unwrap().len(), 2);
    assert!(strict.verify(cosigned.as_bytes()).is_err());
    // What cannot be checked here is carried along for those who can.
    assert!(cosigned.contains(&unknown_signature));
    // The newest checkpoint carries them too, and they are still there after a restart without any witness.
    assert_eq!(read("checkpoint").text().unwrap(), cosigned);
    drop((registry, running));
    let (_registry, told) = serve(&["serve", "--data", text(&data)]);
    let again = client.get(format!("{}/log/checkpoint", told["url"].as_str().unwrap())).send().unwrap();
    assert_eq!(again.text().unwrap(), cosigned);
}
