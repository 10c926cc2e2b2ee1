//! The network of recognition between countries as a picture, and the same as a table.

mod picture;

use app::view::network::{NetworkView, Node, TieWay};
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use model::Recognises;

use super::frame::Frame;
use super::page::{PageError, Portal};
use super::parts::Pager;

use picture::Picture;

/// Rows of the table on one page.
const ROWS_MAX: usize = 60;

#[derive(Template)]
#[template(path = "network.html")]
struct NetworkPage<'a> {
    frame: &'a Frame,
    view: NetworkView,
    picture: Picture,
    kinds: &'static [Recognises],
    page: usize,
    pager: Option<Pager>,
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let on = frame.on()?;
            let sector = frame.param("sector");
            if sector.as_ref().is_some_and(|s| s.len() != 2 || !s.bytes().all(|b| b.is_ascii_digit())) {
                return Err(PageError::Invalid(frame.about("error-sector", sector.unwrap_or_default())));
            }
            let kind = frame.param("recognises");
            let view = source.network(on, sector.as_deref(), kind.as_deref(), frame.lang())?;
            let picture = Picture::of(&view);
            let pages = view.ties.len().div_ceil(ROWS_MAX).max(1);
            let page = frame.page_number().min(pages);
            let keep = [
                ("sector", sector.unwrap_or_default()),
                ("recognises", kind.unwrap_or_default()),
                ("on", frame.param("on").unwrap_or_default()),
            ];
            let pager = Pager::new(frame, page, pages, &keep, "table");
            Ok(NetworkPage { frame, view, picture, kinds: Recognises::ALL, page, pager }.render()?)
        })
        .await
}

impl NetworkPage<'_> {
    fn rows(&self) -> &[app::view::network::Tie] {
        let first = (self.page - 1) * ROWS_MAX;
        let last = (first + ROWS_MAX).min(self.view.ties.len());
        self.view.ties.get(first..last).unwrap_or_default()
    }

    /// A direction with its state, in words.
    fn way(&self, way: &TieWay) -> String {
        let name = |place: usize| self.node(&place).map_or("", |node| node.party.name.as_str()).to_owned();
        let from = way.from.map_or_else(|| self.frame.word("scope", "every_other_party"), name);
        format!("{from} → {}: {}", name(way.to), self.frame.word("state", way.state))
    }

    fn node(&self, place: &usize) -> Option<&Node> {
        self.view.nodes.get(*place)
    }

    fn kinds_shown(&self) -> Vec<&str> {
        let mut kinds: Vec<_> = self.view.ties.iter().map(|tie| tie.recognises.code.as_str()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}
