//! A standard: its editions, which took the place of which, who adopted it, which acts refer to it.

use app::view::Record;
use app::view::standard::{EditionView, StandardView};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use model::Date;

use super::certificate::Scale;
use super::frame::Frame;
use super::page::{PageError, Portal};

#[derive(Template)]
#[template(path = "standard.html")]
struct StandardPage<'a> {
    frame: &'a Frame,
    record: &'a Record,
    view: &'a StandardView,
    picture: Succession,
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri, Path(reference): Path<String>) -> Response {
    portal
        .show(uri, move |frame, source| {
            let on = frame.on()?;
            let found = source.standard(&reference, on, frame.lang())?;
            let view = found.ok_or(PageError::NotFound(reference))?;
            let picture = Succession::of(&view.succession, on);
            Ok(StandardPage { frame, record: &view.record, view: &view, picture }.render()?)
        })
        .await
}

/// The picture of a succession: a bar for each edition, 1000 wide.
struct Succession {
    bars: Vec<Bar>,
    years: Vec<(i32, i16)>,
    height: i32,
    day: i32,
}

struct Bar {
    x: i32,
    y: i32,
    width: i32,
    state: &'static str,
    reference: String,
    /// Label at the end of the bar where it would leave the picture on the right.
    at_end: bool,
    /// Place of the bar that takes its place.
    next: Option<(i32, i32)>,
}

const ROW: i32 = 52;
const TOP: i32 = 30;

impl Succession {
    fn of(editions: &[EditionView], on: Date) -> Self {
        let days = || editions.iter().flat_map(|e| [Some(e.published), e.ended]).flatten().chain([on]);
        let scale = Scale::new(days().min().unwrap_or(on), days().max().unwrap_or(on));
        let y_of = |place: usize| TOP + ROW * i32::try_from(place).unwrap_or_default();
        let bar = |(place, edition): (usize, &EditionView)| {
            let x = scale.x(edition.published);
            let end = scale.x(edition.ended.unwrap_or_else(|| on.max(edition.published)));
            let next = editions.iter().position(|other| edition.replaced_by.contains(&other.reference));
            Bar {
                x,
                y: y_of(place),
                width: (end - x).max(6),
                state: edition.state,
                reference: edition.reference.clone(),
                at_end: x > 600,
                next: next.map(|next| (end, y_of(next))),
            }
        };
        let bars: Vec<_> = editions.iter().enumerate().map(bar).collect();
        Self { height: y_of(bars.len()) + 10, bars, years: scale.ticks(), day: scale.x(on) }
    }
}
