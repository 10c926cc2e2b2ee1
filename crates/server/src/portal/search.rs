//! Search over everything as one types: results with the number of each kind.

use app::view::Kind;
use app::view::search::{SearchQuery, SearchView};
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::address;
use super::frame::Frame;
use super::page::Portal;
use super::parts::Pager;

/// Characters of a query: more finds nothing more.
const QUERY_CHARS_MAX: usize = 200;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    frame: &'a Frame,
    text: String,
    kind: Option<Kind>,
    view: SearchView,
    pager: Option<Pager>,
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let text: String = frame.param("q").unwrap_or_default().chars().take(QUERY_CHARS_MAX).collect();
            let kind = frame.param("kind").and_then(|kind| address::kind(&kind));
            let page = u32::try_from(frame.page_number()).unwrap_or(u32::MAX);
            let query = SearchQuery { text: text.clone(), kind, page, language: frame.lang().to_owned() };
            let view = if text.is_empty() { SearchView::default() } else { source.search(&query)? };
            let code = kind.map(address::code).unwrap_or_default().to_owned();
            let keep = [("q", text.clone()), ("kind", code)];
            let pager = Pager::new(frame, view.page as usize, view.pages as usize, &keep, "");
            Ok(SearchPage { frame, text, kind, view, pager }.render()?)
        })
        .await
}

impl SearchPage<'_> {
    fn code(&self, kind: &Kind) -> &'static str {
        address::code(*kind)
    }

    fn facet(&self, kind: Option<&Kind>) -> String {
        let code = kind.map(|kind| address::code(*kind)).unwrap_or_default();
        self.frame.here(&address::query(&[("q", &self.text), ("kind", code)]))
    }

    fn is_current(&self, facet: &Kind) -> bool {
        self.kind == Some(*facet)
    }

    fn total(&self) -> u64 {
        self.view.total
    }

    fn all(&self) -> u64 {
        self.view.facets.iter().map(|(_, count)| count).sum()
    }
}
