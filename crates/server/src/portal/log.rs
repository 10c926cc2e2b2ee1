//! The log: how large it is, under which root and keys, how to check it, and its latest statements.

use app::view::log::LogView;
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::frame::Frame;
use super::page::Portal;
use super::parts::Pager;

#[derive(Template)]
#[template(path = "log.html")]
struct LogPage<'a> {
    frame: &'a Frame,
    view: LogView,
    pager: Option<Pager>,
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let page = u32::try_from(frame.page_number()).unwrap_or(u32::MAX);
            let view = source.log(page, frame.lang())?;
            let pager = Pager::new(frame, view.page as usize, view.pages as usize, &[], "statements");
            Ok(LogPage { frame, view, pager }.render()?)
        })
        .await
}
