//! The portal in a real browser, as a visitor meets it: wide, on a phone, by keyboard, without scripts, in French.
//!
//! Chromium and its driver come with `cargo xtask test`. Each test starts a demonstration of its own.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

/// Pages that are looked at, without their language.
const PAGES: &[&str] = &[
    "/",
    "/decide?certificate=DEMO-EUUS-TEL-001&importing=US&on=2026-04-01",
    "/certificates/DEMO-EUUS-TEL-001",
    "/countries",
    "/countries/EU",
    "/bodies/did:web:body-rhine.demo.comity.example",
    "/agreements/EU-US-1998",
    "/annexes/EU-US-1998/electrical-safety",
    "/standards/IEC%2060335-1:2020",
    "/regulations/EU-2014-35",
    "/objectives/DEMO-CRO-1",
    "/search?q=IEC+60335",
    "/network",
    "/log",
    "/log/statements/17",
    "/about",
];

/// A process that ends with the test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A demonstration that serves, and a browser beside it.
struct Visit {
    url: String,
    browser: Client,
    _demonstration: Process,
    _driver: Process,
    _data: tempfile::TempDir,
}

impl Visit {
    async fn begin(width: u32, scripts: bool) -> Self {
        let data = tempfile::tempdir().unwrap();
        let (demonstration, url) = demonstration(data.path());
        let (driver, address) = driver();
        let browser = browser(&address, width, scripts, data.path()).await;
        Self { url, browser, _demonstration: demonstration, _driver: driver, _data: data }
    }

    async fn go(&self, path: &str) {
        self.browser.goto(&format!("{}{path}", self.url)).await.unwrap();
    }

    async fn text(&self, css: &str) -> String {
        self.browser.find(Locator::Css(css)).await.unwrap().text().await.unwrap()
    }
}

fn demonstration(data: &std::path::Path) -> (Process, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_comity"))
        .args(["demo", "--json", "--listen", "127.0.0.1:0", "--data"])
        .arg(data.join("registry"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let announced: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("`{line}`: {error}"));
    let url = announced["url"].as_str().unwrap().to_owned();
    (Process(child), url)
}

fn driver() -> (Process, String) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let child = Command::new("chromedriver")
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("chromedriver cannot be started ({error}): run `cargo xtask test`"));
    (Process(child), format!("http://127.0.0.1:{port}"))
}

async fn browser(driver: &str, width: u32, scripts: bool, data: &std::path::Path) -> Client {
    let profile = data.join("profile");
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        format!("--user-data-dir={}", profile.display()),
        format!("--window-size={width},1000"),
    ];
    if !scripts {
        arguments.push("--blink-settings=scriptEnabled=false".to_owned());
    }
    let mut options = json!({ "args": arguments });
    if width < 500 {
        // A headless window is never narrower than 500 points; a phone is, so it is emulated.
        options["mobileEmulation"] = json!({ "deviceMetrics": { "width": width, "height": 800, "pixelRatio": 2.0 } });
    }
    let capabilities = json!({ "goog:chromeOptions": options });
    let Value::Object(capabilities) = capabilities else { panic!("an object stands above") };
    // The driver needs a moment until it listens.
    for _ in 0..100 {
        let mut builder = ClientBuilder::new(hyper_util_connector());
        if let Ok(client) = builder.capabilities(capabilities.clone()).connect(driver).await {
            return client;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the browser cannot be started: is Chromium installed beside chromedriver?");
}

fn hyper_util_connector() -> hyper_util::client::legacy::connect::HttpConnector {
    hyper_util::client::legacy::connect::HttpConnector::new()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visitor_gets_an_answer_with_its_reasons_in_a_browser() {
    let visit = Visit::begin(1200, true).await;
    visit.go("/en/").await;
    let page = &visit.browser;
    // By keyboard alone: the number, the country by its first letters, the day as it stands, Enter.
    let number = page.find(Locator::Id("f-certificate")).await.unwrap();
    number.send_keys("DEMO-EUUS-TEL-001").await.unwrap();
    let country = page.find(Locator::Id("f-importing")).await.unwrap();
    country.send_keys("United States").await.unwrap();
    number.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
    page.wait().for_element(Locator::Css(".answer")).await.unwrap();
    assert_eq!(visit.text(".answer-word").await, "Must accept");
    assert!(visit.text("h1").await.starts_with("United States must accept it"));
    assert!(visit.text(".disclaimer").await.contains("not a decision of any authority"));
    // Every fact leads to its statement in the log.
    for fact in page.find_all(Locator::Css("details[open] a.fact")).await.unwrap() {
        if fact.is_displayed().await.unwrap() {
            fact.click().await.unwrap();
            break;
        }
    }
    page.wait().for_element(Locator::Css("pre")).await.unwrap();
    assert!(page.current_url().await.unwrap().path().contains("/log/statements/"));
    visit.browser.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_fits_a_phone_in_a_browser() {
    let visit = Visit::begin(390, true).await;
    let mut wide = Vec::new();
    for language in ["en", "fr"] {
        for page in PAGES {
            visit.go(&format!("/{language}{page}")).await;
            let script = "return [document.documentElement.scrollWidth, window.innerWidth, document.querySelectorAll('h1').length]";
            let measured = visit.browser.execute(script, vec![]).await.unwrap();
            let number = |i: usize| measured[i].as_u64().unwrap();
            assert_eq!(number(2), 1, "{language}{page} has one main heading");
            if number(0) > number(1) {
                wide.push(format!("{language}{page}: {} of {}", number(0), number(1)));
            }
        }
    }
    assert!(wide.is_empty(), "pages that scroll sideways: {wide:#?}");
    visit.browser.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_portal_works_without_scripts_and_in_french_in_a_browser() {
    let visit = Visit::begin(1200, false).await;
    visit.go("/fr/").await;
    let page = &visit.browser;
    let number = page.find(Locator::Id("f-certificate")).await.unwrap();
    number.send_keys("DEMO-EUUS-TEL-001").await.unwrap();
    let country = page.find(Locator::Css("#f-importing option[value=US]")).await.unwrap();
    country.click().await.unwrap();
    number.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
    page.wait().for_element(Locator::Css(".answer")).await.unwrap();
    assert!(visit.text("h1").await.contains("doit l'accepter"));
    // A number that nobody has issued is not called anything worse than absent.
    visit.go("/fr/decide?certificate=NOBODY-1&hs=851660&edition=2022&importing=US&on=2026-04-01").await;
    assert!(visit.text("h1").await.starts_with("On ne peut pas dire"));
    visit.browser.close().await.unwrap();
}
