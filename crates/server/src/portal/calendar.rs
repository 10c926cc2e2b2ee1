//! The calendar of objectives: what is due, from whom, when, what is overdue first; and its feeds for each country.

mod feed;

use app::due::DUE_MAX;
use app::view::calendar::{CalendarView, DueRow};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use model::Jurisdiction;

use super::frame::Frame;
use super::page::{PageError, Portal};
use super::parts::Pager;

/// Terms on one page.
const ROWS_MAX: usize = 100;

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage<'a> {
    frame: &'a Frame,
    title: String,
    view: CalendarView,
    pager: Option<Pager>,
}

impl CalendarPage<'_> {
    fn state(&self, row: &DueRow) -> String {
        due_state(self.frame, row)
    }

    fn what(&self, row: &DueRow) -> String {
        due_what(self.frame, row)
    }

    fn overdue(&self) -> String {
        self.frame.count("calendar-overdue", self.view.overdue)
    }
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let asked = frame.param("country");
            let country = asked.as_deref().map(code).transpose()?;
            let rows = |page: usize| {
                let first = (page - 1).saturating_mul(ROWS_MAX);
                let rows = first..first.saturating_add(ROWS_MAX);
                let found = source.calendar(country, frame.on()?, rows, frame.lang())?;
                found.ok_or_else(|| PageError::NotFound(asked.clone().unwrap_or_default()))
            };
            let mut page = frame.page_number();
            let mut view = rows(page)?;
            let pages = view.total.div_ceil(ROWS_MAX).max(1);
            if page > pages {
                page = pages;
                view = rows(page)?;
            }
            let keep = [("country", asked.unwrap_or_default()), ("on", view.on.to_string())];
            let pager = Pager::new(frame, page, pages, &keep, "terms");
            Ok(CalendarPage { frame, title: title(frame, &view), view, pager }.render()?)
        })
        .await
}

/// A feed of a country: `FR.ics` or `FR.atom`. What is no such file is a page that says so.
pub(crate) async fn feed(State(portal): State<Portal>, uri: Uri, Path(file): Path<String>) -> Response {
    let (name, kind) = match file.rsplit_once('.') {
        Some((name, "ics")) => (name.to_owned(), "text/calendar; charset=utf-8"),
        Some((name, "atom")) => (name.to_owned(), "application/atom+xml; charset=utf-8"),
        _ => return portal.show(uri, move |_, _| Err(PageError::NotFound(file))).await,
    };
    let is_calendar = kind.starts_with("text/calendar");
    let made = portal.show(uri, move |frame, source| {
        let found = source.calendar(Some(code(&name)?), frame.today, 0..DUE_MAX, frame.lang())?;
        let view = found.ok_or(PageError::NotFound(name))?;
        let title = title(frame, &view);
        Ok(if is_calendar { feed::calendar(frame, &title, &view) } else { feed::atom(frame, &title, &view) })
    });
    let mut response = made.await;
    if response.status() == StatusCode::OK {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    response
}

fn code(text: &str) -> Result<Jurisdiction, PageError> {
    text.parse().map_err(|_| PageError::NotFound(text.to_owned()))
}

fn title(frame: &Frame, view: &CalendarView) -> String {
    match &view.country {
        Some(country) => frame.about("calendar-title-of", &country.name),
        None => frame.say("calendar-title"),
    }
}

/// What is due: the duty, and of a yearly report which year.
pub(crate) fn due_what(frame: &Frame, row: &DueRow) -> String {
    let what = frame.word("due", row.rule.trim_start_matches("objective."));
    if row.period == 0 { what } else { format!("{what}, {}", frame.about("calendar-period", row.period)) }
}

/// How it stands: the word, the days of lateness, the day on which it was done.
pub(crate) fn due_state(frame: &Frame, row: &DueRow) -> String {
    let mut words = frame.word("due-state", row.state);
    if row.days > 0 {
        words = format!("{words} ({})", frame.count("calendar-days", row.days));
    }
    match &row.done_on {
        Some(day) => format!("{words}, {}", frame.about("calendar-done-on", frame.day(day))),
        None => words,
    }
}
