//! A procedure as a story: who called and takes part, drafts, the text that counts, every act on a time line, findings.

use app::view::procedure::{CallPart, ProcedureStory};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::address::{query, segment};
use super::frame::Frame;
use super::page::{PageError, Portal};

#[derive(Template)]
#[template(path = "procedure.html")]
struct ProcedurePage<'a> {
    frame: &'a Frame,
    story: ProcedureStory,
}

impl ProcedurePage<'_> {
    fn call(&self, call: &CallPart) -> String {
        let countries = call.countries.iter().map(|country| country.name.as_str()).collect::<Vec<_>>();
        let countries = countries.join(", ");
        if call.has_effect {
            self.frame.about("procedure-call", countries)
        } else {
            self.frame.about("procedure-call-of-few", countries)
        }
    }

    /// What others wrote on it: comments, documents.
    fn beside(&self, what: &str) -> String {
        self.frame.page(&format!("/procedures/{}/{what}", segment(&self.story.subject.id)))
    }

    /// What an officer's party could do next.
    fn next(&self) -> String {
        self.frame.page(&format!("/desk/next?{}", query(&[("of", self.story.subject.id.as_str())])))
    }

    fn compare(&self, before: &u32, after: &u32) -> String {
        let id = segment(&self.story.subject.id);
        self.frame.page(&format!("/procedures/{id}/drafts/{before}/compare/{after}"))
    }
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri, Path(id): Path<String>) -> Response {
    portal
        .show(uri, move |frame, source| {
            let story = source.procedure(&id, frame.on()?, frame.lang())?;
            let story = story.ok_or(PageError::NotFound(id))?;
            Ok(ProcedurePage { frame, story }.render()?)
        })
        .await
}
