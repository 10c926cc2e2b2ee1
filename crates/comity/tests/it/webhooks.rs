//! Webhooks to a receiver that fails, while the registry is killed: every event arrives, in order, signed.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::common::{LAB, Registry, certificate, serve_with};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::blocking::Client;
use serde_json::{Value, json};
use statement::{Request, demonstration_key, sign_request};
use tlog::VerifierKey;

const AUTHORITY: &str = "did:web:authority.test.example";
/// How long is waited for a message that never comes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A message as it came.
struct Message {
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
    taken: bool,
}

#[test]
fn every_event_arrives_in_order_although_receiver_and_registry_fail() {
    let registry = Registry::new();
    assert!(registry.submit("c.json", &certificate("c-1", "N-1", 0)).0);
    let failing = Arc::new(AtomicU32::new(1));
    let (hook, messages) = receiver(failing.clone());
    let client = Client::new();
    let (mut child, url) = serve_with(&registry, &["--allow-private-webhooks"]);
    let subscribe = json!({ "certificate": "N-1", "url": hook, "from": "beginning" });
    assert_eq!(ask(&client, &url, "", subscribe.clone()).0, 201);
    assert_eq!(ask(&client, &url, "", subscribe).0, 200);
    change(&client, &url, "s", "suspended");
    change(&client, &url, "r", "restored");

    // The first message fails once; then all come, the first of them again.
    let mut arrived = vec![messages.recv_timeout(PATIENCE).unwrap()];
    assert!(!arrived[0].taken);
    arrived.extend((0..3).map(|_| messages.recv_timeout(PATIENCE).unwrap()));
    assert_eq!(arrived[0].body, arrived[1].body);
    child.kill().unwrap();
    child.wait().unwrap();

    // After the restart what was noted as delivered is not sent again; the last may be, if it was killed before the note.
    failing.store(1, Ordering::SeqCst);
    let (mut child, url) = serve_with(&registry, &["--allow-private-webhooks"]);
    change(&client, &url, "w", "withdrawn");
    let what = |message: &Message| {
        let body: Value = serde_json::from_slice(&message.body).unwrap();
        body["event"]["what"].as_str().unwrap().to_owned()
    };
    while what(arrived.last().unwrap()) != "withdrawn" || !arrived.last().unwrap().taken {
        arrived.push(messages.recv_timeout(PATIENCE).unwrap());
    }
    let mut taken: Vec<String> = arrived.iter().filter(|message| message.taken).map(what).collect();
    taken.dedup();
    assert_eq!(taken, ["issued", "suspended", "restored", "withdrawn"]);

    let keys: Value = client.get(format!("{url}/log/keys")).send().unwrap().json().unwrap();
    let key: VerifierKey = keys["keys"][0].as_str().unwrap().parse().unwrap();
    arrived.iter().for_each(|message| check_signature(message, &hook, &key));
    let shown: Value = serde_json::from_str(&ask(&client, &url, "/show", json!({})).1).unwrap();
    assert_eq!((&shown["dead_letters"], &shown["subscriptions"][0]["number"]), (&json!([]), &json!(1)));
    assert_eq!(ask(&client, &url, "/send-again", json!({ "letter": 1 })).0, 404);
    assert_eq!(ask(&client, &url, "/end", json!({ "number": 1 })).0, 204);
    assert_eq!(ask(&client, &url, "/end", json!({ "number": 1 })).0, 404);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn nothing_is_sent_into_private_networks_unless_the_operator_lets_it() {
    let registry = Registry::new();
    let (mut child, url) = serve_with(&registry, &[]);
    let client = Client::new();
    for hook in ["https://127.0.0.1/hook", "http://customs.example/hook", "https://169.254.169.254/"] {
        let (status, text) = ask(&client, &url, "", json!({ "certificate": "N-1", "url": hook }));
        assert_eq!(status, 400, "{hook}: {text}");
    }
    let good = json!({ "certificate": "N-1", "url": "https://customs.example/hook" });
    assert_eq!(ask(&client, &url, "", good).0, 201);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_receiver_that_never_answers_holds_up_nobody_else() {
    let registry = Registry::new();
    assert!(registry.submit("c.json", &certificate("c-1", "N-1", 0)).0);
    // It takes connections and says nothing; what it is told is that it was given up.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let dead = format!("http://{}/hook", silent.local_addr().unwrap());
    let (given_up, told) = mpsc::channel();
    thread::spawn(move || {
        for stream in silent.incoming() {
            let (mut stream, given_up) = (stream.unwrap(), given_up.clone());
            thread::spawn(move || {
                let _ = stream.read_to_end(&mut Vec::new());
                let _ = given_up.send(());
            });
        }
    });
    let (hook, messages) = receiver(Arc::default());
    let client = Client::new();
    let (mut child, url) = serve_with(&registry, &["--allow-private-webhooks"]);
    // More of the dead one than one receiver has room for.
    for number in 0..12 {
        let url_of = format!("{dead}/{number}");
        let subscribe = json!({ "certificate": "N-1", "url": url_of, "from": "beginning" });
        assert_eq!(ask(&client, &url, "", subscribe).0, 201);
    }
    assert_eq!(
        ask(&client, &url, "", json!({ "certificate": "N-1", "url": hook, "from": "beginning" })).0,
        201
    );
    let mut arrived = vec![messages.recv_timeout(PATIENCE).unwrap()];
    for (id, what) in [("s", "suspended"), ("r", "restored"), ("w", "withdrawn")] {
        change(&client, &url, id, what);
        arrived.push(messages.recv_timeout(PATIENCE).unwrap());
    }
    // All of it came while the first message to the dead receiver was still waited for.
    assert!(told.try_recv().is_err());
    let what = |message: &Message| {
        let body: Value = serde_json::from_slice(&message.body).unwrap();
        body["event"]["what"].as_str().unwrap().to_owned()
    };
    let arrived: Vec<String> = arrived.iter().map(what).collect();
    assert_eq!(arrived, ["issued", "suspended", "restored", "withdrawn"]);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Takes messages, refusing as many as it is told to.
fn receiver(failing: Arc<AtomicU32>) -> (String, mpsc::Receiver<Message>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let hook = format!("http://{}/hook", listener.local_addr().unwrap());
    let (told, messages) = mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Some((headers, body)) = read(&mut stream.as_ref().unwrap()) else { continue };
            let refuse = failing.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
            let status = if refuse.is_ok() { "500 Internal Server Error" } else { "204 No Content" };
            let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            // The registry may have been killed meanwhile.
            let _ = stream.unwrap().write_all(answer.as_bytes());
            if told.send(Message { headers, body, taken: refuse.is_err() }).is_err() {
                return;
            }
        }
    });
    (hook, messages)
}

fn read(stream: &mut &TcpStream) -> Option<(BTreeMap<String, String>, Vec<u8>)> {
    let mut reader = BufReader::new(*stream);
    let (mut headers, mut line) = (BTreeMap::new(), String::new());
    reader.read_line(&mut line).ok()?;
    assert!(line.starts_with("POST /hook "), "{line}");
    loop {
        line.clear();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let mut body = vec![0; headers["content-length"].parse().unwrap()];
    reader.read_exact(&mut body).ok()?;
    Some((headers, body))
}

/// RFC 9421, as a receiver checks it.
fn check_signature(message: &Message, hook: &str, key: &VerifierKey) {
    use sha2::{Digest as _, Sha256};
    let digest = format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(&message.body)));
    assert_eq!(message.headers["content-digest"], digest);
    let parameters = message.headers["signature-input"].strip_prefix("comity=").unwrap();
    assert!(parameters.contains(&format!("keyid=\"{}+", key.name())), "{parameters}");
    let base = format!(
        "\"@method\": POST\n\"@target-uri\": {hook}\n\"content-digest\": {digest}\n\"@signature-params\": {parameters}"
    );
    let signature = message.headers["signature"].strip_prefix("comity=:").unwrap().strip_suffix(':').unwrap();
    let signature: [u8; 64] = STANDARD.decode(signature).unwrap().try_into().unwrap();
    assert!(key.key().verify_strict(base.as_bytes(), &signature.into()).is_ok());
}

fn change(client: &Client, url: &str, id: &str, what: &str) {
    let text = format!(
        r#"{{"id":"{id}","signer":"{LAB}","act":{{"type":"certificates.changed","issuer":"{LAB}","changes":[{{"number":"N-1","on":"2026-02-01","change":{{"{what}":{{}}}}}}]}}}}"#
    );
    let drafts = statement::file::read(&text, statement::file::Format::Json, None).unwrap();
    let signed = statement::sign(&drafts[0].payload, &demonstration_key(&LAB.parse().unwrap()));
    let request = client.post(format!("{url}/api/v1/statements")).header("content-type", "application/jose");
    let response = request.body(signed).send().unwrap();
    assert!(response.status().is_success(), "{}", response.text().unwrap());
}

fn ask(client: &Client, url: &str, path: &str, body: Value) -> (u16, String) {
    let path = format!("/api/v1/subscriptions{path}");
    let party: model::PartyId = AUTHORITY.parse().unwrap();
    let key = demonstration_key(&party);
    let iat = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let registry = "log.test.example".to_owned();
    let request = Request { body, iat, method: "POST".into(), party, path: path.clone(), registry };
    let sent = client.post(format!("{url}{path}")).header("content-type", "application/jose");
    let response = sent.body(sign_request(&request, &key)).send().unwrap();
    (response.status().as_u16(), response.text().unwrap())
}
