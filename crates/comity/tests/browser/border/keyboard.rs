//! The border page by keyboard alone: an order to go by, a place that is seen, an answer that is announced.

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::Post;

/// What has the focus: its identifier, and whether that is seen.
const FOCUSED: &str = "const at = document.activeElement; const style = getComputedStyle(at);
    const seen = at.matches(':focus-visible') && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    return [at.id || at.tagName.toLowerCase(), seen];";

/// Presses a key where the focus is.
async fn press(post: &Post, key: Key) {
    // As a keyboard does: a field for files would take what is sent to it for a name.
    let value = char::from(key);
    let keys = KeyActions::new("keyboard".to_owned());
    let keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
    post.page.perform_actions(keys).await.unwrap();
}

async fn focused(post: &Post) -> (String, bool) {
    let told = post.page.execute(FOCUSED, vec![]).await.unwrap();
    (told[0].as_str().unwrap().to_owned(), told[1].as_bool().unwrap())
}

async fn type_text(post: &Post, text: &str) {
    post.page.active_element().await.unwrap().send_keys(text).await.unwrap();
}

/// Goes on from place to place until one is reached; none on the way is without a mark.
async fn tab_to(post: &Post, id: &str) {
    for _ in 0..60 {
        press(post, Key::Tab).await;
        let (at, seen) = focused(post).await;
        assert!(seen, "the focus on `{at}` is not seen");
        if at == id {
            return;
        }
    }
    panic!("`{id}` is not reached by keyboard");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_is_made_by_keyboard_alone_in_a_browser() {
    let post = Post::begin(None).await;
    post.open("").await;
    // In the order in which it is read.
    for id in ["scan-button", "f-certificate", "f-document", "f-importing"] {
        tab_to(&post, id).await;
    }
    press(&post, Key::Tab).await;
    assert_eq!(focused(&post).await, ("summary".to_owned(), true));
    press(&post, Key::Tab).await;
    assert_eq!(focused(&post).await.0, "check");

    // Enter without a country: the field that is to be corrected has the focus, and says so.
    let number = post.page.find(Locator::Id("f-certificate")).await.unwrap();
    number.send_keys("DEMO-EUUS-TEL-001").await.unwrap();
    press(&post, Key::Enter).await;
    post.find("#f-importing[aria-invalid=true]").await;
    assert_eq!(focused(&post).await.0, "f-importing");
    let described = "const field = document.getElementById('f-importing');
        return field.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' ');";
    let described = post.page.execute(described, vec![]).await.unwrap();
    assert!(described.as_str().unwrap().trim().len() > 10, "{described}");

    // The country by its first letters, then Enter where the number stands.
    type_text(&post, "United States").await;
    post.idle().await;
    // What is announced: the region has been there before, and the answer comes into it.
    let watch = "window.announced = []; const region = document.getElementById('shown');
        new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { childList: true, subtree: true });
        return [region.getAttribute('aria-live'), region.getAttribute('aria-label').length > 0];";
    assert_eq!(post.page.execute(watch, vec![]).await.unwrap(), json!(["polite", true]));
    number.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
    let outcome = post.outcome().await;
    post.idle().await;
    assert_eq!(focused(&post).await.0, "shown");
    let announced = post.page.execute("return window.announced;", vec![]).await.unwrap();
    let last = announced.as_array().and_then(|all| all.last()).and_then(Value::as_str).unwrap_or_default();
    assert!(last.contains(&post.text("#shown .answer-word").await), "{outcome}: {announced}");
    // From the answer the keyboard goes on into it.
    tab_to(&post, "scan-button").await;
    post.page.close().await.unwrap();
}
