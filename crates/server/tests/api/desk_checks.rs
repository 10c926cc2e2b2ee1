//! Recorded checks at the desk: for authorities of the country, and for nobody else.

use app::FixedClock;
use app::border::CHECKS_PAGE;
use app::office::Role;
use axum::http::StatusCode;
use model::PartyKind;
use scraper::Selector;
use serde_json::{Value, json};
use std::sync::Arc;
use testkit::{World, the};

use crate::desk::{Desk, Page};

const CUSTOMS: &str = "did:web:customs.jp.test.example";
const LAB: &str = "did:web:lab.test.example";

/// The desk with Japan, its customs and a laboratory beside the ministry of France.
fn desk() -> Desk {
    Desk::with(Arc::new(FixedClock(the("2026-01-31"))), None, |app| {
        let registrar = World::with_countries(&["FR"]).registrar;
        let said = [
            registrar.statement("jp", testkit::country("JP", 1)),
            registrar.statement("customs", testkit::party(CUSTOMS, PartyKind::Authority, "JP")),
            registrar.statement("lab", testkit::body(LAB, "FR")),
        ];
        for payload in said {
            app.submit_blocking(&registrar.sign(&payload)).unwrap();
        }
    })
}

fn check(number: usize, importing: &str, note: &str) -> Value {
    json!({
        "id": format!("0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c{number:04x}"),
        "question": { "importing": importing, "on": "2026-01-31", "evidence": [{ "number": format!("C-{number}") }] },
        "outcome": "recognised", "log_size": 5, "checked_at": "2026-01-30T11:15:00+02:00", "note": note,
    })
}

fn record(desk: &Desk, checks: &[Value]) {
    for (_, recorded) in desk.border.record_checks(checks, None).unwrap() {
        recorded.unwrap();
    }
}

/// The certificates of the checks on a page.
fn shown(page: &Page) -> Vec<String> {
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let numbers = Selector::parse("tbody a").unwrap();
    page.html().select(&numbers).map(|number| number.text().collect()).collect()
}

#[tokio::test]
async fn an_authority_sees_the_checks_of_its_country_and_no_others() {
    let desk = desk();
    record(&desk, &[check(1, "FR", "<b>label</b>"), check(2, "JP", "sealed"), check(3, "FR", "opened")]);
    let mut ministry = desk.officer(1, &[Role::Drafter]).await;
    let page = ministry.get("/en/desk/checks").await;
    assert_eq!(shown(&page), ["C-3", "C-1"], "the latest first");
    for said in ["2026-01-30 09:15", "opened", "&#60;b&#62;label", "nobody"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    assert!(!page.text.contains("sealed") && !page.text.contains("<b>label"));
    assert_eq!(shown(&ministry.get("/fr/desk/checks?importing=FR").await), ["C-3", "C-1"]);
    let mut customs = desk.officer_of(CUSTOMS, 2, &[Role::Signatory]).await;
    assert_eq!(shown(&customs.get("/en/desk/checks").await), ["C-2"]);
    for path in
        ["/en/desk/checks?importing=FR", "/en/desk/checks?importing=XX", "/en/desk/checks?importing=..."]
    {
        let refused = customs.get(path).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        assert!(!refused.text.contains("C-1") && !refused.text.contains("C-2"), "{path}");
    }
}

#[tokio::test]
async fn another_party_is_shown_none_and_led_to_none() {
    let desk = desk();
    record(&desk, &[check(1, "FR", "opened")]);
    let mut lab = desk.officer_of(LAB, 1, &[Role::Administrator, Role::Signatory]).await;
    let page = lab.get("/fr/desk/checks").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.text.contains("autorités du pays") && !page.text.contains("C-1"), "{}", page.text);
    assert!(!lab.get("/en/desk/").await.text.contains("/desk/checks"));
    let mut ministry = desk.officer(2, &[Role::Drafter]).await;
    assert!(ministry.get("/en/desk/").await.text.contains("/en/desk/checks"));
    ministry.cookie = None;
    assert_eq!(ministry.get("/en/desk/checks").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn many_checks_are_shown_page_by_page() {
    let desk = desk();
    let checks: Vec<_> = (0..=CHECKS_PAGE).map(|number| check(number, "FR", "")).collect();
    record(&desk, &checks);
    let mut ministry = desk.officer(1, &[Role::Drafter]).await;
    let first = ministry.get("/en/desk/checks").await;
    assert_eq!(shown(&first).len(), CHECKS_PAGE);
    let html = first.html();
    let next = html.select(&Selector::parse("a[rel=next]").unwrap()).next().unwrap();
    let last = ministry.get(next.value().attr("href").unwrap()).await;
    assert_eq!(shown(&last), ["C-0"]);
    assert!(!last.text.contains("rel=\"next\""));
}
