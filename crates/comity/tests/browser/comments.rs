//! Commenting on a draft in a real browser: without an account, by keyboard alone, on a phone, in French.

use fantoccini::key::Key;
use fantoccini::{Client, Locator};

use crate::visit::{PHONE, Screen, Visit};

/// A draft of the demonstration that is open for comments.
const OPEN: &str = "/fr/procedures/DEMO-TELECOM/comments";
/// More stops than any page has.
const STOPS_MAX: usize = 200;

async fn press(page: &Client, key: Key) {
    let focused = page.active_element().await.unwrap();
    focused.send_keys(&char::from(key).to_string()).await.unwrap();
}

/// Goes on with the key Tab to a control, as somebody without a mouse does.
async fn tab_to(page: &Client, wanted: &str) {
    for _ in 0..STOPS_MAX {
        let script = "return document.activeElement.id || document.activeElement.type || '';";
        let focused = page.execute(script, vec![]).await.unwrap();
        if focused == wanted {
            return;
        }
        press(page, Key::Tab).await;
    }
    panic!("the keyboard does not reach `{wanted}`");
}

async fn type_in(page: &Client, text: &str) {
    page.active_element().await.unwrap().send_keys(text).await.unwrap();
}

async fn write_a_comment(screen: Screen) {
    let visit = Visit::begin(screen).await;
    let page = &visit.browser;
    visit.go(OPEN).await;
    assert!(visit.text(".lead").await.contains("Les observations sont reçues jusqu’au 31 août 2027"));
    let body = page.find(Locator::Css("body")).await.unwrap();
    body.send_keys(&char::from(Key::Tab).to_string()).await.unwrap();
    tab_to(page, "f-name").await;
    type_in(page, "Une Personne").await;
    tab_to(page, "f-country").await;
    type_in(page, "Sing").await;
    tab_to(page, "f-text").await;
    type_in(page, "La prescription R1 devrait citer la bande de fréquences. <script>alert(1)</script>").await;
    tab_to(page, "submit").await;
    press(page, Key::Enter).await;
    // Whoever is faster than a person is asked to send it again, and loses nothing.
    let either = Locator::Css("#received, .form-errors");
    loop {
        page.wait().for_element(either).await.unwrap();
        if page.find(Locator::Id("received")).await.is_ok() {
            break;
        }
        assert!(visit.text(".form-errors").await.contains("plus vite qu’une personne"));
        let kept = page.find(Locator::Id("f-name")).await.unwrap().prop("value").await.unwrap();
        assert_eq!(kept.as_deref(), Some("Une Personne"));
        let button = page.find(Locator::Css("form.panel button")).await.unwrap();
        button.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
    }
    assert!(visit.text("#received").await.contains("Votre observation porte le numéro 1."));
    // The driver gives a no-break space as a space.
    assert!(visit.text("dl.facts").await.contains("en attente : 1"));
    visit.browser.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_written_by_keyboard_on_a_phone_in_french_in_a_browser() {
    write_a_comment(PHONE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_written_without_scripts_in_a_browser() {
    // A browser without scripts cannot be asked which control has the focus: the form is filled by its fields.
    let visit = Visit::begin(Screen { scripts: false, ..PHONE }).await;
    let page = &visit.browser;
    visit.go(OPEN).await;
    for (field, text) in [("f-name", "Une Personne"), ("f-text", "Sans script")] {
        page.find(Locator::Id(field)).await.unwrap().send_keys(text).await.unwrap();
    }
    loop {
        let button = page.find(Locator::Css("form.panel button")).await.unwrap();
        button.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
        page.wait().for_element(Locator::Css("#received, .form-errors")).await.unwrap();
        if page.find(Locator::Id("received")).await.is_ok() {
            break;
        }
    }
    assert!(visit.text("#received").await.contains("numéro 1"));
    visit.browser.close().await.unwrap();
}
