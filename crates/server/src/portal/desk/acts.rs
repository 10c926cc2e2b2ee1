//! The acts of the party: drafts, and what became of them.

use app::office::Draft;
use askama::Template;
use axum::response::Response;

use super::view::{Answer, Around, Asked};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/acts.html")]
struct ActsPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    drafts: Vec<Draft>,
}

/// Lists them.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let drafts = view.office.drafts(acting)?;
            let around = Around::new(view, acting)?;
            Ok(Answer::Page(ActsPage { frame: view.frame, around, drafts }.render()?))
        })
        .await
}
