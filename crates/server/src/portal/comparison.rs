//! Two drafts side by side: what was taken away and what was added, marked by more than colour.

use app::view::comparison::{ChangedPart, Comparison, DraftHead, Piece};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::address::segment;
use super::frame::Frame;
use super::page::{PageError, Portal};

#[derive(Template)]
#[template(path = "comparison.html")]
struct ComparisonPage<'a> {
    frame: &'a Frame,
    view: Comparison,
}

impl ComparisonPage<'_> {
    fn title(&self) -> String {
        self.frame.about_two("comparison-title", self.view.before.number, self.view.after.number)
    }

    fn head(&self, draft: &DraftHead) -> String {
        let draft_number = self.frame.about("procedure-draft", draft.number);
        let filed = self.frame.about_two("procedure-filed", &draft.by.name, self.frame.day(&draft.on));
        format!("{draft_number}. {filed}")
    }

    /// Where the form goes that chooses other drafts.
    fn chooser(&self) -> String {
        self.frame.page(&format!("/procedures/{}/drafts", segment(&self.view.subject.id)))
    }

    /// Pieces with words of closed lists in the language of the page; only where whole words are such words.
    fn pieces(&self, part: &ChangedPart, pieces: &[Piece]) -> Vec<Piece> {
        let told = |piece: &Piece| Piece {
            text: self.frame.element_text(part.element, &piece.text),
            differs: piece.differs,
        };
        pieces.iter().map(told).collect()
    }
}

/// Shows it.
pub(crate) async fn page(
    State(portal): State<Portal>,
    uri: Uri,
    Path((id, before, after)): Path<(String, String, String)>,
) -> Response {
    portal
        .show(uri, move |frame, source| {
            let number = |text: &str| {
                text.parse::<u32>().map_err(|_| PageError::Invalid(frame.about("error-draft", text)))
            };
            let drafts = (number(&before)?, number(&after)?);
            let found = source.comparison(&id, drafts, frame.on()?, frame.lang())?;
            let what = || PageError::NotFound(format!("{id}, {before}, {after}"));
            let view = found.ok_or_else(what)?;
            Ok(ComparisonPage { frame, view }.render()?)
        })
        .await
}

/// The form of the page: leads to the comparison that was chosen, without a script.
pub(crate) async fn choose(State(portal): State<Portal>, uri: Uri, Path(id): Path<String>) -> Response {
    let frame = portal.frame(&uri);
    let number = |name: &str| frame.param(name).and_then(|text| text.parse::<u32>().ok());
    let id = segment(&id);
    let path = match (number("before"), number("after")) {
        (Some(before), Some(after)) => format!("/procedures/{id}/drafts/{before}/compare/{after}"),
        _ => format!("/procedures/{id}"),
    };
    Redirect::to(&frame.page(&path)).into_response()
}
