//! The portal in a real browser, as a visitor meets it: wide, on a phone, by keyboard, without scripts, in French.
//!
//! Chromium and its driver come with `cargo xtask test`. Each test starts a demonstration of its own.

#![allow(clippy::unwrap_used, clippy::panic)]

mod accessibility;
mod border;
mod comments;
#[path = "../common/mod.rs"]
mod common;
mod desk;
mod drafting;
mod life;
mod visit;

use fantoccini::Locator;
use fantoccini::key::Key;

use visit::{DESK, PHONE, Screen, Visit};

/// Pages that are looked at, without their language.
pub(crate) const PAGES: &[&str] = &[
    "/",
    "/decide?certificate=DEMO-EUUS-TEL-001&importing=US&on=2026-04-01",
    "/decide?certificate=DEMO-USEU-ELS-001&importing=FR&on=2021-06-01",
    "/decide?certificate=NOBODY-1&hs=851&importing=XX&on=2023-02-30",
    "/decide?hs=481910&importing=TV&on=2026-04-01",
    "/certificates/DEMO-EUUS-TEL-001",
    "/countries",
    "/countries/EU",
    "/bodies/did:web:body-rhine.demo.comity.example",
    "/agreements/EU-US-1998",
    "/annexes/EU-US-1998/electrical-safety",
    "/standards/IEC%2060335-1:2020",
    "/regulations/EU-2014-35",
    "/objectives",
    "/objectives?stage=adopted&hs=84",
    "/objectives/DEMO-CRO-1",
    "/objectives/DEMO-CRO-4",
    "/procedures/DEMO-TRUCKS",
    "/procedures/DEMO-TELECOM",
    "/procedures/DEMO-TRUCKS/drafts/1/compare/1",
    "/recognised-bodies",
    "/product?q=forklift",
    "/product?hs=842720&country=KE&country=NZ",
    "/calendar",
    "/procedures/DEMO-TELECOM/comments",
    "/procedures/DEMO-TRUCKS/comments",
    "/procedures/DEMO-TRUCKS/documents",
    "/recognition-decisions/DEMO-SG-RD-1",
    "/equivalences/EU-CH-1999/machinery/2006-42-maschv",
    "/search?q=IEC+60335",
    "/search?q=nothing-of-that-name",
    "/network",
    "/log",
    "/log/statements/17",
    "/about",
    "/border",
    "/border?certificate=DEMO-EUUS-TEL-001&importing=US&on=2026-04-01",
    "/border?certificate=NOBODY-1&importing=FR",
    "/border/lines",
    "/certificates/DEMO-EUUS-TEL-001/print",
    "/nowhere",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visitor_gets_an_answer_with_its_reasons_in_a_browser() {
    let visit = Visit::begin(DESK).await;
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
    let visit = Visit::begin(PHONE).await;
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
    let visit = Visit::begin(Screen { scripts: false, ..DESK }).await;
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
