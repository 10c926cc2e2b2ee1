//! Every page, in every language, asked for over the router and read as HTML.

mod border;
pub(crate) mod fake;

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt as _;

use super::router;
use fake::Fake;

/// One address of every page, and of every kind of refusal, behind the language.
pub(crate) const PAGES: &[(&str, u16, &str)] = &[
    ("start", 200, "/"),
    ("search", 200, "/search?q=kettle&page=2"),
    ("search-nothing", 200, "/search?q=nothing"),
    ("search-empty", 200, "/search"),
    ("countries", 200, "/countries"),
    ("country", 200, "/countries/EU"),
    ("body", 200, "/bodies/did:web:body.example"),
    ("agreement", 200, "/agreements/EU-CH"),
    ("annex", 200, "/annexes/EU-CH/1?section=annexes&page=2"),
    ("regulation", 200, "/regulations/CH-NEV-2016?on=2020-02-29"),
    ("objective", 200, "/objectives/DEMO-1"),
    ("measure", 200, "/measures/M-1"),
    ("recognition-decision", 200, "/recognition-decisions/RD-1"),
    ("equivalence", 200, "/equivalences/EU-CH/1/e"),
    ("standard", 200, "/standards/IEC%2060335-2-15"),
    ("certificate", 200, "/certificates/DEMO-KETTLE/1%20%C3%A9"),
    ("print", 200, "/certificates/DEMO-KETTLE/1%20%C3%A9/print"),
    ("print-unknown", 404, "/certificates/NONE/print"),
    ("decision", 200, "/decide?certificate=DEMO-KETTLE/1%20%C3%A9&importing=CH&on=2026-06-01"),
    ("decision-barred", 200, "/decide?hs=851610&importing=CH&model=barred&on=2026-06-01"),
    ("decision-unknown", 200, "/decide?hs=851610&importing=CH&model=unknown&known_at=5"),
    ("decision-incomplete", 200, "/decide?certificate=&hs=85x&importing=&on=tomorrow&known_at=-1"),
    ("decision-unheard", 200, "/decide?hs=851610&importing=CH&model=unheard"),
    ("border", 200, "/border"),
    ("border-answer", 200, "/border?certificate=DEMO-KETTLE/1%20%C3%A9&importing=CH"),
    ("border-not-covered", 200, "/border?certificate=A&importing=CH&model=not_covered"),
    ("border-fault", 200, "/border?certificate=A&importing=CH&model=fault"),
    ("border-later", 503, "/border?certificate=A&importing=CH&model=later"),
    ("network", 200, "/network?sector=85"),
    ("calendar", 200, "/calendar"),
    ("calendar-country", 200, "/calendar?country=CH&on=2026-06-02"),
    ("calendar-nobody", 404, "/calendar?country=XX"),
    ("objectives", 200, "/objectives"),
    ("objectives-filtered", 200, "/objectives?stage=comments&country=CH&hs=84.27&q=trucks"),
    ("objectives-no-stage", 400, "/objectives?stage=finished"),
    ("objectives-no-code", 400, "/objectives?hs=eight"),
    ("objective-unknown-kind", 200, "/objectives/DEMO-2"),
    ("procedure", 200, "/procedures/DEMO%2FP"),
    ("procedure-unknown", 404, "/procedures/NONE"),
    ("comparison", 200, "/procedures/DEMO%2FP/drafts/1/compare/2"),
    ("comparison-unknown", 404, "/procedures/DEMO%2FP/drafts/1/compare/3"),
    ("comparison-no-number", 400, "/procedures/DEMO%2FP/drafts/one/compare/2"),
    ("bodies", 200, "/recognised-bodies"),
    ("bodies-of", 200, "/recognised-bodies?objective=DEMO-1&country=CH&q=rhine"),
    ("bodies-unknown", 404, "/recognised-bodies?objective=NONE"),
    ("product-empty", 200, "/product"),
    ("product-words", 200, "/product?q=lift"),
    ("product-nothing", 200, "/product?q=nothing-of-that-name"),
    ("product", 200, "/product?q=trucks&hs=842720&country=CH&country=KE"),
    ("product-no-code", 200, "/product?hs=84x"),
    ("log", 200, "/log?page=2"),
    ("statement", 200, "/log/statements/41"),
    ("about", 200, "/about"),
    ("not-found", 404, "/agreements/none"),
    ("no-page", 404, "/nowhere"),
    ("invalid-day", 400, "/countries/EU?on=2026-02-30"),
    ("invalid-position", 400, "/log/statements/minus-one"),
    ("invalid-sector", 400, "/network?sector=8%22"),
    ("unavailable", 503, "/decide?hs=851610&importing=CH&model=later"),
    ("broken", 500, "/search?q=broken"),
];

const LANGUAGES: [&str; 2] = ["en", "fr"];

/// What no page says, a phrase a line. `cargo xtask tidy` reads the sources; here what is made of them counts.
const NEVER: &str = include_str!("../../tests/never_said.txt");

pub(crate) async fn get(address: &str) -> (StatusCode, axum::http::HeaderMap, String) {
    let request = Request::get(address).header(header::ACCEPT_LANGUAGE, "fr").body(Body::empty()).unwrap();
    let response = router(Arc::new(Fake)).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 4 << 20).await.unwrap();
    // Pictures and prints are asked for too, as links are followed.
    (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

/// Every page in every language, read.
async fn each(mut check: impl FnMut(&str, &str, &Html)) {
    for language in LANGUAGES {
        for (name, status, path) in PAGES {
            let address = format!("/{language}{path}");
            let (found, _, text) = get(&address).await;
            assert_eq!(found.as_u16(), *status, "{address}: {text}");
            check(&format!("{language} {name}"), &text, &Html::parse_document(&text));
        }
    }
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text_of(html: &Html, selector: &str) -> String {
    all(html, selector).iter().flat_map(|element| element.text()).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn every_page_is_well_formed_and_in_its_language() {
    each(|page, text, html| {
        let errors: Vec<_> = html.errors.iter().collect();
        assert!(errors.is_empty(), "{page}: {errors:?}\n{text}");
        let root = html.root_element();
        assert_eq!(root.value().attr("lang"), page.get(..2), "{page}");
        assert_eq!(root.value().attr("dir"), Some("ltr"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn every_page_has_one_heading_and_its_landmarks() {
    each(|page, _, html| {
        for (selector, count) in
            [("h1", 1), ("main", 1), ("header.top", 1), ("footer", 1), ("a.skip", 1), ("head > title", 1)]
        {
            assert_eq!(all(html, selector).len(), count, "{page}: {selector}");
        }
        assert!(!text_of(html, "h1").trim().is_empty(), "{page}");
    })
    .await;
}

#[tokio::test]
async fn every_field_has_a_label_and_ids_are_unique() {
    each(|page, _, html| {
        for field in all(html, "input:not([type=hidden]), select") {
            let id = field.value().attr("id").unwrap_or_else(|| panic!("{page}: {}", field.html()));
            assert_eq!(all(html, &format!("label[for='{id}']")).len(), 1, "{page}: {id}");
        }
        let mut ids: Vec<_> = all(html, "[id]").iter().filter_map(|e| e.value().attr("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{page}: {ids:?}");
        for described in all(html, "[aria-describedby], [aria-labelledby]") {
            let value = described.value();
            let names = value.attr("aria-describedby").into_iter().chain(value.attr("aria-labelledby"));
            for name in names.flat_map(str::split_whitespace) {
                assert!(ids.contains(&name), "{page}: {name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_runs_or_is_styled_within_pages() {
    each(|page, _, html| {
        for selector in ["style", "[style]", "script:not([src])", "[onclick]", "[onload]", "[onerror]"] {
            assert!(all(html, selector).is_empty(), "{page}: {selector}");
        }
        for link in all(html, "a[href]") {
            let href = link.value().attr("href").unwrap_or_default();
            assert!(!href.trim_start().to_lowercase().starts_with("javascript:"), "{page}: {href}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_statements_say_is_never_taken_for_html() {
    let (_, _, text) = get("/en/annexes/EU-CH/1").await;
    assert!(text.contains("Machinery &#60;script&#62;"), "{text}");
    assert_eq!(all(&Html::parse_document(&text), "main script").len(), 0);
}

#[tokio::test]
async fn what_authors_of_drafts_and_findings_write_is_never_taken_for_html() {
    for page in [
        "/objectives",
        "/objectives/DEMO-1",
        "/procedures/DEMO%2FP",
        "/procedures/DEMO%2FP/drafts/1/compare/2",
        "/recognised-bodies",
        "/product?hs=842720",
    ] {
        let (_, _, text) = get(&format!("/en{page}")).await;
        let html = Html::parse_document(&text);
        assert_eq!(all(&html, "main script, main img, main [onerror]").len(), 0, "{page}");
        assert!(text_of(&html, "main").contains(fake::HOSTILE), "{page}");
    }
}

#[tokio::test]
async fn a_comparison_says_what_was_taken_away_and_added_by_elements_and_not_by_colour() {
    let (_, _, text) = get("/en/procedures/DEMO%2FP/drafts/1/compare/2").await;
    let html = Html::parse_document(&text);
    assert_eq!(text_of(&html, "td del"), fake::HOSTILE);
    assert_eq!(all(&html, "td ins").len(), 2);
    assert!(text_of(&html, "tbody th .how").contains("changed"));
    let css = super::assets::STYLE.path();
    assert!(get(&css).await.2.contains("text-decoration: line-through"));
}

#[tokio::test]
async fn other_drafts_are_chosen_without_a_script() {
    let (status, headers, _) = get("/fr/procedures/DEMO%2FP/drafts?before=2&after=1").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(headers.get(header::LOCATION).unwrap(), "/fr/procedures/DEMO%2FP/drafts/2/compare/1");
    let (_, headers, _) = get("/fr/procedures/DEMO%2FP/drafts?before=x").await;
    assert_eq!(headers.get(header::LOCATION).unwrap(), "/fr/procedures/DEMO%2FP");
}

#[tokio::test]
async fn every_act_of_a_story_has_an_anchor_and_a_sentence_of_its_own() {
    for language in LANGUAGES {
        let (_, _, text) = get(&format!("/{language}/procedures/DEMO%2FP")).await;
        let html = Html::parse_document(&text);
        assert_eq!(all(&html, ".story-item[id]").len(), app::view::story::ACTS.len());
        let sentences: std::collections::BTreeSet<_> =
            all(&html, ".story-text > p:first-child").iter().map(|p| p.text().collect::<String>()).collect();
        assert_eq!(sentences.len(), app::view::story::ACTS.len(), "{sentences:#?}");
        assert!(!sentences.iter().any(|sentence| sentence.starts_with("event-")));
    }
}

#[tokio::test]
async fn words_that_say_too_much_never_appear() {
    each(|page, _, html| {
        let text = format!(" {} ", text_of(html, "body")).to_lowercase();
        for word in NEVER.lines() {
            assert!(!text.contains(word), "{page}: {word}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_says_how_old_it_is_and_what_it_is_not() {
    each(|page, _, html| {
        let footer = text_of(html, "footer");
        // The page that a device keeps is shown at any later time; each of its answers says how old it is.
        let is_kept = page.ends_with(" border");
        assert_eq!(footer.contains("2\u{202f}042"), !is_kept, "{page}: {footer}");
        let (information, registry) = match page.get(..2) {
            Some("fr") => ("ce n’est ni la décision d’une autorité", "Ceci n’est pas le registre CEE-ONU"),
            _ => ("not a decision of any authority", "Not the UNECE Registry for CROs"),
        };
        assert!(footer.contains(information) && footer.contains(registry), "{page}: {footer}");
    })
    .await;
}

#[tokio::test]
async fn every_link_leads_to_a_page() {
    let mut links = std::collections::BTreeSet::new();
    each(|_, _, html| {
        let found = all(html, "a[href], link[href]");
        links.extend(found.iter().filter_map(|a| a.value().attr("href")).map(str::to_owned));
        links
            .extend(all(html, "script[src]").iter().filter_map(|s| s.value().attr("src")).map(str::to_owned));
    })
    .await;
    for link in links {
        let outside = link.starts_with("https://") || link.starts_with('#');
        // The log and the API are served beside the pages.
        let outside = outside || link.starts_with("/log/") || link.starts_with("/api/");
        if !outside {
            let address = link.split('#').next().unwrap_or_default();
            let (status, ..) = get(address).await;
            let refused_before = PAGES.iter().any(|(_, status, path)| *status != 200 && link.ends_with(path));
            let unknown = link.contains("/certificates/") || link.contains("/standards/");
            assert!(status == StatusCode::OK || refused_before || unknown, "{link}: {status}");
        }
    }
}

#[tokio::test]
async fn the_language_can_be_changed_without_leaving_the_page() {
    let (_, _, text) = get("/en/countries/EU?on=2020-01-01").await;
    let html = Html::parse_document(&text);
    let french = all(&html, ".languages a[lang=fr]")[0].value().attr("href");
    assert_eq!(french, Some("/fr/countries/EU?on=2020-01-01"));
}

#[tokio::test]
async fn the_way_in_leads_to_the_language_asked_for() {
    let (status, headers, _) = get("/").await;
    assert_eq!(status, StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(headers.get(header::LOCATION).unwrap(), "/fr/");
}

#[tokio::test]
async fn pages_allow_nothing_from_elsewhere() {
    let (_, headers, _) = get("/en/").await;
    let policy = headers.get(header::CONTENT_SECURITY_POLICY).unwrap().to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(headers.get(header::CONTENT_LANGUAGE).unwrap(), "en");
}

#[tokio::test]
async fn files_are_kept_long_under_the_name_of_their_content() {
    let (status, headers, text) = get(&super::assets::STYLE.path()).await;
    assert_eq!(status, StatusCode::OK);
    assert!(headers.get(header::CACHE_CONTROL).unwrap().to_str().unwrap().contains("immutable"));
    assert!(text.contains("prefers-color-scheme"));
    assert_eq!(get("/assets/comity.0.css").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn reported_facts_are_marked_wherever_they_stand() {
    for page in
        ["/en/agreements/EU-CH", "/en/network", "/en/log/statements/3", "/en/standards/IEC%2060335-2-15"]
    {
        let (_, _, text) = get(page).await;
        let html = Html::parse_document(&text);
        let marks = text_of(&html, ".reported");
        assert!(
            marks.contains("Reported by Demonstration recorder, not signed by European Union."),
            "{page}"
        );
        assert!(
            marks.contains("https://example.org/decision-2003-57") && marks.contains("to be confirmed"),
            "{page}"
        );
    }
}

#[tokio::test]
async fn the_network_tells_each_direction_of_an_annex_of_which_one_is_suspended() {
    let (_, _, text) = get("/en/network").await;
    let html = Html::parse_document(&text);
    let ways = text_of(&html, "#table .ways li");
    assert!(ways.contains("European Union → United States of America: in force"), "{ways}");
    assert!(ways.contains("United States of America → European Union: suspended"), "{ways}");
    assert_eq!(all(&html, "svg.network path[marker-end]").len(), 2);
}

#[tokio::test]
async fn an_answer_begins_with_the_answer_and_can_be_asked_again() {
    let (_, _, text) = get("/en/decide?certificate=DEMO-KETTLE/1%20%C3%A9&importing=CH&on=2026-06-01").await;
    let html = Html::parse_document(&text);
    assert_eq!(text_of(&html, ".answer-word"), "Must accept");
    assert!(text_of(&html, ".coverage").contains("not stated to be complete"));
    let link = all(&html, "#permalink")[0].value().attr("href").unwrap().to_owned();
    assert!(link.contains("known_at=2041") && link.contains("on=2026-06-01"), "{link}");
    let (_, _, again) = get(&link).await;
    let permalink = Html::parse_document(&again);
    assert_eq!(all(&permalink, "#permalink")[0].value().attr("href"), Some(link.as_str()));
    assert!(!all(&html, "a.fact[href='/en/log/statements/44']").is_empty());
}

#[tokio::test]
async fn a_form_with_faults_comes_back_with_each_named_and_nothing_lost() {
    let (_, _, text) = get("/en/decide?hs=85x&importing=&on=tomorrow&gtin=40123").await;
    let html = Html::parse_document(&text);
    let errors = text_of(&html, ".field-error");
    for part in ["“85x” is not a commodity code", "Choose the importing country", "“tomorrow” is not a day"]
    {
        assert!(errors.contains(part), "{errors}");
    }
    assert_eq!(all(&html, "#f-hs")[0].value().attr("value"), Some("85x"));
    assert_eq!(all(&html, "#f-gtin")[0].value().attr("value"), Some("40123"));
}

#[tokio::test]
async fn what_the_registry_refuses_is_said_in_the_language_of_the_page_beside_the_field() {
    for (question, field, words) in [
        ("hs=851610&importing=CH&model=unheard&origin=ZZ", "origin", "« ZZ » n’est pas le code d’un pays"),
        ("certificate=NO-1&importing=CH&model=no-product", "hs", "« NO-1 » n’est pas au registre"),
        ("certificate=NO-1&importing=CH&model=number", "certificate", "« x y » n’est pas un numéro"),
        ("hs=851610&importing=CH&model=position&known_at=9999", "known_at", "2\u{202f}042"),
        ("hs=851&importing=CH", "hs", "« 851 » est trop court"),
    ] {
        let (_, _, text) = get(&format!("/fr/decide?{question}")).await;
        let html = Html::parse_document(&text);
        let told = text_of(&html, &format!("#f-{field}-error"));
        assert!(told.contains(words), "{question}: {told}");
        assert_eq!(all(&html, &format!("#f-{field}[aria-invalid=true]")).len(), 1, "{question}");
    }
}

#[tokio::test]
async fn long_tables_come_in_pages() {
    let (_, _, text) = get("/en/agreements/EU-CH?section=annexes&page=3&on=2020-01-01").await;
    let html = Html::parse_document(&text);
    assert_eq!(all(&html, "#annexes tbody tr").len(), 20);
    let before = all(&html, "#annexes a[rel=prev]")[0].value().attr("href").unwrap().to_owned();
    assert_eq!(before, "/en/agreements/EU-CH?on=2020-01-01&section=annexes&page=2#annexes");
}

#[tokio::test]
async fn pictures_have_words_beside_them() {
    for (page, picture, words) in [
        ("/en/network", "svg.network", "#table tbody tr"),
        ("/en/certificates/DEMO-KETTLE/1%20%C3%A9", "svg.timeline", "ol.life li"),
        ("/en/standards/IEC%2060335-2-15", "svg.succession", "ol.life li"),
    ] {
        let (_, _, text) = get(page).await;
        let html = Html::parse_document(&text);
        let svg = all(&html, picture)[0];
        assert!(svg.value().attr("aria-label").is_some_and(|label| !label.is_empty()), "{page}");
        assert!(all(&html, words).len() >= 3, "{page}");
    }
}
