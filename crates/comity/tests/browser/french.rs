//! What French readers read: every page of the demonstration, beside the same page in English.

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use crate::pages::PAGES;
use crate::visit::demonstration;

/// What stands in French on a French page: findings, what is missing, what an answer says, notes and refusals.
const TOLD: &str = ".finding-text, .sentence, .missing li, .answer h1, .answer p, .coverage p, .coverage li, \
                    [aria-labelledby=notes] li, .form-errors li, .lead, .notice";

/// The sentences of a page, without the names, paragraphs and identifiers that stand beside them.
fn sentences(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let told = Selector::parse(TOLD).unwrap();
    let own = html.select(&told).flat_map(|element| {
        let texts =
            element.children().filter_map(|child| child.value().as_text().map(|text| text.trim().to_owned()));
        texts.collect::<Vec<_>>()
    });
    own.filter(|text| text.split_whitespace().count() > 3).collect()
}

/// Whether a text has a day as `2026-01-31` in it.
fn has_bare_day(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit() && c != '-').any(|part| model::parse_date(part).is_ok())
}

async fn read(url: &str) -> String {
    reqwest::get(url).await.unwrap().text().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_english_sentence_and_no_bare_day_stands_in_what_is_found_in_french() {
    let data = tempfile::tempdir().unwrap();
    let (_process, url) = demonstration(data.path());
    let mut told = 0;
    let mut foreign = BTreeSet::new();
    for page in PAGES {
        let english = sentences(&read(&format!("{url}/en{page}")).await);
        let french = sentences(&read(&format!("{url}/fr{page}")).await);
        told += french.len();
        for sentence in french.iter().filter(|sentence| english.contains(sentence) || has_bare_day(sentence))
        {
            foreign.insert(format!("{page}: {sentence}"));
        }
    }
    assert!(told > 300, "{told} sentences were read");
    assert!(foreign.is_empty(), "{foreign:#?}");
}
