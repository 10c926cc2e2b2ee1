//! One statement of the log: who said what and when, and how it is shown to be there.

use app::view::Cell;
use app::view::log::StatementView;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::frame::Frame;
use super::page::{PageError, Portal};

#[derive(Template)]
#[template(path = "statement.html")]
struct StatementPage<'a> {
    frame: &'a Frame,
    view: StatementView,
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri, Path(n): Path<String>) -> Response {
    portal
        .show(uri, move |frame, source| {
            let at = n.parse().map_err(|_| PageError::Invalid(frame.about("error-position", &n)))?;
            let view = source.statement(at, frame.lang())?.ok_or(PageError::NotFound(n))?;
            Ok(StatementPage { frame, view }.render()?)
        })
        .await
}

impl StatementPage<'_> {
    fn before(&self) -> Option<u64> {
        self.view.at.checked_sub(1)
    }

    fn after(&self) -> Option<u64> {
        Some(self.view.at + 1).filter(|at| *at < self.view.log_size)
    }

    /// Names on the wire are words joined by underscores.
    fn label(&self, name: &str) -> String {
        name.replace('_', " ")
    }
}
