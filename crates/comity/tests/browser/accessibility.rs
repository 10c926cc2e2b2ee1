//! What a reader needs who sees little, uses no mouse, or listens: WCAG 2.2 AA as far as a machine can tell.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::key::Key;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::Value;

use crate::pages::PAGES;
use crate::visit::{DESK, PHONE, Screen, Visit};

/// The checks; see `axe/README.md` for their licence.
const AXE: &str = include_str!("axe/axe.min.js");

/// Opens everything that is folded, and answers each rule that is broken with the first places.
const RUN: &str = r"
const done = arguments[arguments.length - 1];
document.querySelectorAll('details').forEach(folded => { folded.open = true; });
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } }).then(
  found => done(found.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))),
  fault => done(['not checked: ' + fault]));
";

/// Everything that can be reached with the key Tab, by its place; and which of them has been.
const CONTROLS: &str = r"
const wanted = 'a[href], button, input:not([type=hidden]), select, summary, [tabindex]';
const shown = element => element.checkVisibility() && element.tabIndex >= 0;
window.controls = [...document.querySelectorAll(wanted)].filter(shown);
return window.controls.length;
";
const FOCUSED: &str = r"
const style = getComputedStyle(document.activeElement);
return [window.controls.indexOf(document.activeElement), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2];
";

/// The rules of accessibility that pages break, each with its page; the visit ends.
pub(crate) async fn broken_rules(visit: Visit, root: &str, pages: &[impl AsRef<str>]) -> Vec<String> {
    let patience = TimeoutConfiguration::new(Some(Duration::from_secs(120)), None, None);
    visit.browser.update_timeouts(patience).await.unwrap();
    let mut broken = Vec::new();
    for page in pages {
        let page = page.as_ref();
        visit.browser.goto(&format!("{root}{page}")).await.unwrap();
        broken.extend(broken_here(&visit).await.into_iter().map(|rule| format!("{page}: {rule}")));
    }
    visit.browser.close().await.unwrap();
    broken
}

/// The rules that the page breaks which is shown now.
pub(crate) async fn broken_here(visit: &Visit) -> Vec<String> {
    visit.browser.execute(AXE, Vec::new()).await.unwrap();
    let found = visit.browser.execute_async(RUN, Vec::new()).await.unwrap();
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

async fn broken_pages(screen: Screen, language: &str, pages: &[&str]) -> Vec<String> {
    let visit = Visit::begin(screen).await;
    let root = visit.address(&format!("/{language}"));
    broken_rules(visit, &root, pages).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_can_be_read_by_everybody_in_a_browser() {
    let broken = broken_pages(DESK, "en", PAGES).await;
    assert!(broken.is_empty(), "{broken:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_page_can_be_read_by_everybody_on_a_dark_phone_in_french_in_a_browser() {
    // What differs on a dark phone are styles, which pages share; each page was looked at on a desk.
    let pages: Vec<&str> = PAGES.iter().copied().step_by(2).collect();
    let broken = broken_pages(PHONE, "fr", &pages).await;
    assert!(broken.is_empty(), "{broken:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_control_is_reached_by_keyboard_and_shows_that_it_is_in_a_browser() {
    let visit = Visit::begin(DESK).await;
    for page in ["/en/", "/en/decide?certificate=DEMO-EUUS-TEL-001&importing=US&on=2026-04-01"] {
        visit.go(page).await;
        let count = visit.browser.execute(CONTROLS, Vec::new()).await.unwrap().as_u64().unwrap();
        assert!(count > 15, "{page}: {count}");
        let mut reached = vec![false; usize::try_from(count).unwrap()];
        // A field for a day takes several stops, one for each of its parts.
        for _ in 0..count * 2 {
            let place = visit.browser.active_element().await.unwrap();
            place.send_keys(&char::from(Key::Tab).to_string()).await.unwrap();
            let focused = visit.browser.execute(FOCUSED, Vec::new()).await.unwrap();
            let Some(place) = focused[0].as_u64() else { continue };
            assert_eq!(focused[1], true, "{page}: control {place} does not show that it has the focus");
            reached[usize::try_from(place).unwrap()] = true;
            if reached.iter().all(|reached| *reached) {
                break;
            }
        }
        let missed: Vec<_> = (0..count).filter(|place| !reached[usize::try_from(*place).unwrap()]).collect();
        assert!(missed.is_empty(), "{page}: controls {missed:?} of {count}");
    }
    visit.browser.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_key_offers_to_skip_to_the_content_in_a_browser() {
    let visit = Visit::begin(DESK).await;
    visit.go("/en/").await;
    let body = visit.browser.find(Locator::Css("body")).await.unwrap();
    body.send_keys(&char::from(Key::Tab).to_string()).await.unwrap();
    let first = visit.browser.active_element().await.unwrap();
    assert_eq!(first.attr("class").await.unwrap().as_deref(), Some("skip"));
    first.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
    let now = visit.browser.active_element().await.unwrap();
    assert_eq!(now.attr("id").await.unwrap().as_deref(), Some("content"));
    visit.browser.close().await.unwrap();
}
