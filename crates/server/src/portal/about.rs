//! What this is, how to read it, and the terms that it uses.

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::frame::Frame;
use super::page::Portal;

/// Terms with their explanations: names of messages.
const GLOSSARY: &[(&str, &str)] = &[
    ("term-recognition", "term-recognition-text"),
    ("term-acceptance", "term-acceptance-text"),
    ("term-conformity", "term-conformity-text"),
    ("term-body", "term-body-text"),
    ("term-designation", "term-designation-text"),
    ("term-accreditation", "term-accreditation-text"),
    ("term-agreement", "term-agreement-text"),
    ("term-objective", "term-objective-text"),
    ("term-suspension", "term-suspension-text"),
    ("term-measure", "term-measure-text"),
    ("term-log", "term-log-text"),
    ("term-reported", "term-reported-text"),
    ("term-coverage", "term-coverage-text"),
];

const OUTCOMES: &[&str] = &[
    "recognised",
    "partly_recognised",
    "discretionary",
    "not_recognised",
    "unknown",
    "not_required",
    "barred",
];

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage<'a> {
    frame: &'a Frame,
    glossary: &'static [(&'static str, &'static str)],
    outcomes: &'static [&'static str],
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, _| Ok(AboutPage { frame, glossary: GLOSSARY, outcomes: OUTCOMES }.render()?))
        .await
}
