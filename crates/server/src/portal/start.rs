//! The start page: search, and "does B recognise it?" as a form that a first-time visitor fills without help.

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::form::{Fields, FormPart};
use super::frame::Frame;
use super::page::Portal;
use super::source::Example;

/// Questions shown at once.
const SHOWN: usize = 8;

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage<'a> {
    frame: &'a Frame,
    form: FormPart<'a>,
    examples: Vec<Example>,
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let countries = source.countries(frame.today, frame.lang());
            let form = FormPart::new(frame, Fields::empty(frame.today), Vec::new(), countries);
            let examples = source.examples(frame.lang());
            Ok(StartPage { frame, form, examples }.render()?)
        })
        .await
}

impl StartPage<'_> {
    fn first(&self) -> &[Example] {
        self.examples.get(..SHOWN).unwrap_or(&self.examples)
    }

    fn others(&self) -> &[Example] {
        self.examples.get(SHOWN..).unwrap_or_default()
    }
}
