//! Forms for acts in a real browser: by keyboard alone, on a phone, in both languages, for those who see little.

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::accessibility::{broken_here, broken_rules};
use crate::desk::{AddAuthenticator, accept, body, click, invite};
use crate::pages::of_the_desk;
use crate::visit::{DESK, PHONE, Screen, Visit};

/// An authority of the demonstration that agrees on objectives.
const PARTY: &str = "did:web:authority-eu.demo.comity.example";

async fn signed_in(screen: Screen) -> Visit {
    let visit = Visit::begin(screen).await;
    visit.browser.issue_cmd(AddAuthenticator).await.unwrap();
    accept(&visit, &invite(&visit, PARTY, &["administrator", "signatory"])).await;
    visit
}

async fn broken_pages(screen: Screen, language: &str) -> Vec<String> {
    let visit = signed_in(screen).await;
    let invitation = invite(&visit, PARTY, &["drafter"]);
    let pages = of_the_desk(&visit, PARTY, &invitation).await;
    // A form that lacks something says so, at its head and at the field.
    visit.browser.goto(&format!("{}/{language}/desk/acts/form?act=call.answered", visit.desk)).await.unwrap();
    click(&visit.browser, "form.guided button[value=keep]").await;
    visit.browser.wait().for_element(Locator::Css("[role=alert]")).await.unwrap();
    let mut broken = broken_here(&visit).await;
    let root = format!("{}/{language}/desk", visit.desk);
    broken.extend(broken_rules(visit, &root, &pages).await);
    broken
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_desk_can_be_read_by_everybody_in_a_browser() {
    let broken = broken_pages(DESK, "en").await;
    assert!(broken.is_empty(), "{broken:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_desk_can_be_read_on_a_dark_phone_in_french_in_a_browser() {
    let broken = broken_pages(PHONE, "fr").await;
    assert!(broken.is_empty(), "{broken:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_is_written_by_keyboard_alone_in_a_browser() {
    let visit = signed_in(DESK).await;
    let page = &visit.browser;
    page.goto(&format!("{}/en/desk/acts/form?act=call.answered", visit.desk)).await.unwrap();
    let tab = char::from(Key::Tab).to_string();
    let first = page.find(Locator::Css("form.guided button[value=keep]")).await.unwrap();
    page.execute("document.querySelector('form.guided button[value=keep]').focus()", vec![]).await.unwrap();
    first.send_keys(&tab).await.unwrap();
    // From field to field in the order in which they stand; each says its label.
    for (label, typed) in [("procedure", "DEMO-BY-KEYBOARD"), ("country", "European U")] {
        for _ in 0..20 {
            let focused = page.execute(
                "const e = document.activeElement; return (e.labels?.[0]?.textContent ?? '').toLowerCase()",
                vec![],
            );
            let focused = focused.await.unwrap();
            if focused.as_str().unwrap().starts_with(label) {
                break;
            }
            page.active_element().await.unwrap().send_keys(&tab).await.unwrap();
        }
        page.active_element().await.unwrap().send_keys(typed).await.unwrap();
    }
    let set = "return [...document.querySelectorAll('form.guided [name^=\"act.\"]')].map(e => e.name + '=' + e.value)";
    let written = page.execute(set, vec![]).await.unwrap().to_string();
    for expected in ["act.procedure=DEMO-BY-KEYBOARD", "act.country=EU"] {
        assert!(written.contains(expected), "{expected}: {written}");
    }
    // Enter keeps; what is missing is said, and the field is marked.
    let procedure = page.find(Locator::Css("[name='act.procedure']")).await.unwrap();
    procedure.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
    page.wait().for_element(Locator::Css("[role=alert]")).await.unwrap();
    assert!(body(page).await.contains("on"), "the day is missing");
    page.execute("document.querySelector('[name=\"act.on\"]').value = '2026-01-31'", vec![]).await.unwrap();
    let procedure = page.find(Locator::Css("[name='act.procedure']")).await.unwrap();
    procedure.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
    page.wait().for_element(Locator::Id("would")).await.unwrap();
    assert!(body(page).await.contains("DEMO-BY-KEYBOARD"));
    visit.browser.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_written_and_checked_without_scripts_in_a_browser() {
    // Passkeys need a script, so the officer signs in with one and goes on without.
    let visit = signed_in(DESK).await;
    let page = &visit.browser;
    page.goto(&format!("{}/fr/desk/acts/form?act=draft.filed", visit.desk)).await.unwrap();
    // The policy of the page allows no script to be added; the one that is there is taken away with its listeners.
    let without =
        "const form = document.querySelector('form.guided'); form.replaceWith(form.cloneNode(true));";
    page.execute(without, vec![]).await.unwrap();
    click(page, "button[value='add:act.elements.requirements']").await;
    page.wait().for_element(Locator::Css("[name='act.elements.requirements.0.number']")).await.unwrap();
    assert!(page.current_url().await.unwrap().fragment().unwrap().contains("requirements"));
    page.execute(without, vec![]).await.unwrap();
    let scope = page.find(Locator::Css("[name='act.elements.scope']")).await.unwrap();
    scope.send_keys("Bouilloires.").await.unwrap();
    click(page, "form.guided button[value=check]").await;
    page.wait().for_element(Locator::Css("[data-element=scope].element-present")).await.unwrap();
    assert!(body(page).await.contains("manquent"));
    visit.browser.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_found_by_words_as_one_types_in_a_browser() {
    let visit = signed_in(DESK).await;
    let page = &visit.browser;
    page.goto(&format!("{}/fr/desk/acts/form?act=draft.filed", visit.desk)).await.unwrap();
    let words = page.find(Locator::Css("[data-codes='act.elements.products.hs']")).await.unwrap();
    // What a browser does when an entry of the list is chosen: the field has its text, and it is told.
    let choose = "const [field, part] = arguments; const option = [...field.list.options].find(o => o.value.includes(part)); \
                  field.value = option.value; field.dispatchEvent(new Event('input', { bubbles: true })); return option.value;";
    for (part, codes) in [("smartphones", "851713"), ("chariots automoteurs à", "851713 842710")] {
        let chosen =
            page.execute(choose, vec![serde_json::to_value(&words).unwrap(), part.into()]).await.unwrap();
        let field = page.find(Locator::Css("[name='act.elements.products.hs']")).await.unwrap();
        assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(codes), "{chosen}");
        assert_eq!(words.prop("value").await.unwrap().as_deref(), Some(""));
        assert!(body(page).await.contains(chosen.as_str().unwrap()), "what was added is said");
    }
    visit.browser.close().await.unwrap();
}
