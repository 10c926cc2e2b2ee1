//! The border at the command line and over a killed server: lines, signed answers, quantities.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::common::{LAB, Registry, certificate, said, serve};
use reqwest::blocking::Client;
use serde_json::{Value, json};
use statement::{Request, demonstration_key, sign_request};

const AUTHORITY: &str = "did:web:authority.test.example";
/// How often the registry is killed.
const KILLS: usize = 8;
/// Connections that draw at the same time.
const CLIENTS: usize = 3;

fn registry() -> Registry {
    let registry = Registry::new();
    assert!(registry.submit("c.json", &certificate("c-1", "N-1", 0)).0);
    registry
}

#[test]
fn a_table_is_answered_row_by_row_from_a_directory_and_from_a_server() {
    let registry = registry();
    let table = "declaration,item,importing,on,code,edition,certificate\n\
                 26JP1,1,JP,2026-02-01,851660,2022,N-1\n26JP1,2,jp,2026-02-01,,,N-1\n26JP1,3,JP,2026-02-01,,,N-9\n";
    let table = registry.file("lines.csv", table);
    let here = registry.run(&["lines", "check"]).arg(&table).output().unwrap();
    assert!(here.status.success(), "{}", said(&here));
    let text = String::from_utf8(here.stdout.clone()).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 4, "{text}");
    assert!(rows[1].starts_with("2,26JP1,1,JP,not_required,not_required,not_required,N-1,"), "{}", rows[1]);
    assert!(rows[2].contains("cannot be read at `importing`"), "{}", rows[2]);
    assert!(rows[3].contains("reference.not_on_record"), "{}", rows[3]);
    assert!(said(&here).contains("3 lines, 1 of them not answered"), "{}", said(&here));
    let (mut child, url) = serve(&registry);
    let out = registry.directory.path().join("answers.csv");
    let mut there = assert_cmd::Command::cargo_bin("comity").unwrap();
    there.args(["lines", "check", "--server", &url, "--out"]).arg(&out).arg(&table).assert().success();
    assert_eq!(std::fs::read(&out).unwrap(), here.stdout);
    // Nothing is overwritten.
    let again = registry.run(&["lines", "check", "--out"]).arg(&out).arg(&table).output().unwrap();
    assert!(!again.status.success() && said(&again).contains("name a place that does not exist"));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn the_page_takes_a_table_and_gives_the_answers_back_without_scripts() {
    let registry = registry();
    let (mut child, url) = serve(&registry);
    let client = Client::new();
    for (language, title) in [("en", "Lines of declarations"), ("fr", "Articles de déclarations")] {
        let page = client.get(format!("{url}/{language}/border/lines")).send().unwrap().text().unwrap();
        assert!(
            page.contains(&format!("<h1>{title}</h1>")) && page.contains("<code>passport</code>"),
            "{page}"
        );
        assert!(page.contains(&format!("/{language}/border/lines\">")), "the foot leads here");
    }
    let send = |table: &str| {
        let body = format!(
            "--x\r\ncontent-disposition: form-data; name=\"table\"; filename=\"lines.csv\"\r\ncontent-type: text/csv\r\n\r\n{table}\r\n--x--\r\n"
        );
        let request = client.post(format!("{url}/en/border/lines"));
        request.header("content-type", "multipart/form-data; boundary=x").body(body).send().unwrap()
    };
    let answers = send("declaration;importing;certificate\n26JP1;JP;N-1\n26JP2;jp;N-1\n");
    assert_eq!(answers.status(), 200);
    assert_eq!(answers.headers()["content-disposition"], "attachment; filename=\"comity-lines.csv\"");
    let text = answers.text().unwrap();
    assert_eq!(text.lines().count(), 3, "{text}");
    let refused = send("declaration,importing,weight\n");
    assert_eq!(refused.status(), 400);
    let page = refused.text().unwrap();
    assert!(
        page.contains("role=\"alert\"") && page.contains("The column “weight” is not known. Leave it out"),
        "{page}"
    );
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_signed_answer_is_checked_offline_and_a_changed_one_is_found() {
    let registry = registry();
    let (mut child, url) = serve(&registry);
    let client = Client::new();
    let line = json!({
        "declaration": { "type": "mrn", "value": "26JP1" }, "importing": "JP", "on": "2026-02-01",
        "commodity": { "code": "851660", "edition": 2022 }, "certificates": [{ "number": "N-1" }],
    });
    let answer = client.post(format!("{url}/api/v1/lines")).json(&line).send().unwrap().text().unwrap();
    let keys: Value = client.get(format!("{url}/log/keys")).send().unwrap().json().unwrap();
    let key = keys["keys"][0].as_str().unwrap().to_owned();
    child.kill().unwrap();
    child.wait().unwrap();
    let file = registry.file("answer.json", &answer);
    let verify = |file: &std::path::Path, arguments: &[&str]| {
        registry.run(&[&["line", "verify", "--json"], arguments].concat()).arg(file).output().unwrap()
    };
    let verified = verify(&file, &["--log-key", &key]);
    assert!(verified.status.success(), "{}", said(&verified));
    let told: Value = serde_json::from_slice(&verified.stdout).unwrap();
    assert_eq!((&told["outcome"], &told["verified"]), (&json!("not_required"), &json!(true)));
    assert!(verify(&file, &[]).status.success());
    let changed = registry.file("changed.json", &answer.replace("not_required", "recognised"));
    let refused = verify(&changed, &["--log-key", &key]);
    assert!(!refused.status.success() && said(&refused).contains("not the one that was signed"));
}

#[test]
fn a_table_of_answers_is_checked_whole_with_its_manifest() {
    let registry = registry();
    let (mut child, url) = serve(&registry);
    let table = "declaration,item,importing,on,code,edition,certificate\n\
                 26JP1,1,JP,2026-02-01,851660,2022,N-1\n\"26JP \"\"2\"\"\",2,jp,2026-02-01,,,N-1\n";
    let table = registry.file("lines.csv", table);
    let (answers, manifest) =
        (registry.directory.path().join("answers.csv"), registry.directory.path().join("answers.jws"));
    let mut check = assert_cmd::Command::cargo_bin("comity").unwrap();
    check.args(["lines", "check", "--server", &url, "--out"]).arg(&answers).arg("--manifest").arg(&manifest);
    check.arg(&table).assert().success();
    let keys: Value = Client::new().get(format!("{url}/log/keys")).send().unwrap().json().unwrap();
    let key = keys["keys"][0].as_str().unwrap().to_owned();
    let verify = |file: &std::path::Path, key: &str| {
        let arguments = ["lines", "verify", "--json", "--log-key", key, "--manifest"];
        registry.run(&arguments).arg(&manifest).arg(file).output().unwrap()
    };
    let verified = verify(&answers, &url);
    assert!(verified.status.success(), "{}", said(&verified));
    child.kill().unwrap();
    child.wait().unwrap();
    let verified = verify(&answers, &key);
    let told: Value = serde_json::from_slice(&verified.stdout).unwrap();
    assert_eq!((&told["verified"], &told["rows"]), (&json!(true), &json!(2)));
    let text = std::fs::read_to_string(&answers).unwrap();
    for changed in
        [text.replace("not_required", "recognised"), text.trim_end().to_owned(), format!("{text}\n1,2\n")]
    {
        let refused = verify(&registry.file("changed.csv", &changed), &key);
        assert!(!refused.status.success() && said(&refused).contains("not the one that was signed"));
    }
    // The signature over one answer is none over a table.
    std::fs::write(&manifest, "x.y.z").unwrap();
    assert!(!verify(&answers, &key).status.success());
}

#[test]
fn a_manifest_is_there_after_the_server_was_killed_and_started_again() {
    let registry = registry();
    let (mut child, url) = serve(&registry);
    let table = "declaration,importing,on,code,edition,certificate\n26JP1,JP,2026-02-01,851660,2022,N-1\n";
    let answered = Client::new()
        .post(format!("{url}/api/v1/lines/csv"))
        .header("content-type", "text/csv")
        .body(table)
        .send()
        .unwrap();
    let path = answered.headers()["comity-manifest"].to_str().unwrap().to_owned();
    let answers = registry.file("answers.csv", &answered.text().unwrap());
    child.kill().unwrap();
    child.wait().unwrap();
    let (mut child, url) = serve(&registry);
    let manifest = Client::new().get(format!("{url}{path}")).send().unwrap();
    assert_eq!(manifest.status(), 200);
    let manifest = registry.file("answers.jws", &manifest.text().unwrap());
    assert_eq!(Client::new().get(format!("{url}{path}0")).send().unwrap().status(), 404);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut verify = registry.run(&["lines", "verify", "--json", "--manifest"]);
    let verified = verify.arg(&manifest).arg(&answers).output().unwrap();
    assert!(verified.status.success(), "{}", said(&verified));
}

#[test]
fn recorded_checks_are_listed_for_whoever_runs_the_registry() {
    let registry = registry();
    let nothing = registry.run(&["checks", "list"]).output().unwrap();
    assert!(
        !nothing.status.success() && said(&nothing).contains("nothing was recorded"),
        "{}",
        said(&nothing)
    );
    let (mut child, url) = serve(&registry);
    let check = |last: u32, importing: &str| {
        json!({
            "id": format!("0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e{last:02x}"), "outcome": "recognised", "log_size": 7,
            "question": { "importing": importing, "on": "2026-01-31", "evidence": [{ "number": "N-1" }] },
            "checked_at": "2026-01-31T09:15:00Z", "note": "label matches",
        })
    };
    let checks = json!([check(1, "JP"), check(2, "FR")]);
    assert!(
        Client::new()
            .post(format!("{url}/api/v1/checks"))
            .json(&checks)
            .send()
            .unwrap()
            .status()
            .is_success()
    );
    child.kill().unwrap();
    child.wait().unwrap();
    let listed = registry.run(&["checks", "list", "--json", "--importing", "FR"]).output().unwrap();
    let listed: Value =
        serde_json::from_slice(&listed.stdout).unwrap_or_else(|_| panic!("{}", said(&listed)));
    assert_eq!((&listed["check"]["id"], listed.get("signed_by")), (&check(2, "FR")["id"], None));
    let all = said(&registry.run(&["checks", "list"]).output().unwrap());
    assert!(all.contains("N-1") && all.matches("not signed label matches").count() == 2, "{all}");
}

#[test]
fn kill_minus_nine_between_reserve_and_consume_loses_nothing() {
    let registry = registry();
    let client = Client::new();
    let (next, mut acknowledged) = (AtomicU32::new(0), BTreeMap::new());
    for round in 0..KILLS {
        let (mut child, url) = serve(&registry);
        let state = json!({ "certificate": "N-1", "quantity": { "value": "100000", "unit": "C62" } });
        assert!(ask(&client, &url, LAB, "state", state).is_some());
        let (told, answers) = mpsc::channel();
        thread::scope(|scope| {
            for _ in 0..CLIENTS {
                let (told, client, url, next) = (told.clone(), &client, &url, &next);
                scope.spawn(move || {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        for (step, body) in [("reserve", reserve(number)), ("consume", consume(number))] {
                            let Some((_, body)) = ask(client, url, AUTHORITY, step, body) else { return };
                            told.send(((number, step), body)).unwrap();
                        }
                    }
                });
            }
            drop(told);
            // Killed after another number of answers each time: between any two steps of some line.
            for answer in answers.iter().take(4 + 3 * round) {
                acknowledged.insert(answer.0, answer.1);
            }
            child.kill().unwrap();
            acknowledged.extend(answers);
        });
        child.wait().unwrap();
    }

    let (mut child, url) = serve(&registry);
    let numbers = next.load(Ordering::Relaxed);
    for number in 0..numbers {
        for (step, body) in [("reserve", reserve(number)), ("consume", consume(number))] {
            let (again, body) = ask(&client, &url, AUTHORITY, step, body).unwrap();
            if let Some(first) = acknowledged.get(&(number, step)) {
                assert!(again && *first == body, "{number} {step}: {first} then {body}");
            }
        }
    }
    assert!(acknowledged.len() >= KILLS * 4, "{}", acknowledged.len());
    let show = json!({ "certificate": "N-1", "importing": "JP" });
    let shown: Value = serde_json::from_str(&ask(&client, &url, AUTHORITY, "show", show).unwrap().1).unwrap();
    let account = &shown["accounts"][0];
    assert_eq!((&account["reserved"], &account["consumed"]), (&json!("0"), &json!(numbers.to_string())));
    child.kill().unwrap();
    child.wait().unwrap();
}

fn line(number: u32) -> Value {
    let declaration = json!({ "type": "mrn", "value": format!("26JP{number}"), "item": 1 });
    json!({ "declaration": declaration, "importing": "JP", "certificate": "N-1" })
}

fn reserve(number: u32) -> Value {
    json!({ "line": line(number), "quantity": { "value": "1", "unit": "C62" } })
}

fn consume(number: u32) -> Value {
    json!({ "line": line(number) })
}

/// Asks for a step: whether it had been taken before, and the answer; nothing when the registry is gone.
fn ask(client: &Client, url: &str, party: &str, step: &str, body: Value) -> Option<(bool, String)> {
    let path = format!("/api/v1/quantities/{step}");
    let party: model::PartyId = party.parse().unwrap();
    let key = demonstration_key(&party);
    let iat = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let registry = "log.test.example".to_owned();
    let request = Request { body, iat, method: "POST".into(), party, path: path.clone(), registry };
    let sent = client.post(format!("{url}{path}")).header("content-type", "application/jose");
    let response = sent.body(sign_request(&request, &key)).send().ok()?;
    let status = response.status();
    let text = response.text().ok()?;
    assert!(status.is_success(), "{status}: {text}");
    Some((status == reqwest::StatusCode::OK, text))
}
