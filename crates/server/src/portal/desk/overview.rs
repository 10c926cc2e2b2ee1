//! The first page of the desk: who is signed in, and where the work is.

use app::office::Draft;
use askama::Template;
use axum::response::Response;

use super::view::{Answer, Around, Asked};
use crate::portal::frame::Frame;

/// Acts that are named on the first page.
const LATEST: usize = 10;

#[derive(Template)]
#[template(path = "desk/overview.html")]
struct OverviewPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    open: Vec<Draft>,
}

/// Shows it.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .answer(|view| {
            let Ok(acting) = view.acting() else { return Ok(Answer::See("/sign-in".into())) };
            let drafts = view.office.drafts(&acting)?;
            let open = drafts.into_iter().filter(|draft| draft.logged_at.is_none()).take(LATEST).collect();
            let around = Around::new(view, &acting)?;
            Ok(Answer::Page(OverviewPage { frame: view.frame, around, open }.render()?))
        })
        .await
}
