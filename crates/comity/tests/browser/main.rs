//! The portal in a real browser, as a visitor meets it: wide, on a phone, by keyboard, without scripts, in French.
//!
//! Chromium and its driver come with `cargo xtask test`. Each test starts a demonstration of its own.

#![allow(clippy::unwrap_used, clippy::panic)]

mod accessibility;
mod border;
mod comments;
#[path = "../it/common.rs"]
mod common;
#[path = "../it/demonstration.rs"]
mod demonstration_world;
mod desk;
mod drafting;
mod french;
mod life;
mod pages;
mod visit;

use fantoccini::Locator;
use fantoccini::key::Key;

use pages::PAGES;
use visit::{DESK, PHONE, Screen, Visit};

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
