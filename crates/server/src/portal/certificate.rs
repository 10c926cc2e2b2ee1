//! A certificate: its state in words and shape, its life on a time line, what it rests on, where it is recognised.

use app::view::Record;
use app::view::certificate::{CertificateView, Moment};
use app::view::country::CountryRow;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use model::Date;

use super::address;
use super::frame::Frame;
use super::page::{PageError, Portal};
use super::print::{self, Papers};

#[derive(Template)]
#[template(path = "certificate.html")]
struct CertificatePage<'a> {
    frame: &'a Frame,
    record: &'a Record,
    view: &'a CertificateView,
    line: TimeLine,
    countries: Vec<CountryRow>,
    papers: Papers,
}

/// Shows it, or what is printed of it. Numbers may hold slashes, so that both stand behind the same route.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri, Path(number): Path<String>) -> Response {
    if let Some(number) = number.strip_suffix(print::PAGE) {
        return print::page(portal, uri, number.to_owned()).await;
    }
    if let Some(number) = number.strip_suffix(print::PDF) {
        return print::pdf(portal, uri, number.to_owned()).await;
    }
    let deposits = portal.deposits.clone();
    portal
        .show(uri, move |frame, source| {
            let on = frame.on()?;
            let found = source.certificate(&number, on, frame.lang())?;
            let view = found.ok_or(PageError::NotFound(number))?;
            let line = TimeLine::of(&view.life, view.expires_on, on);
            let countries = source.countries(on, frame.lang());
            let (record, papers) = (&view.record, Papers::of(frame, &view.record, deposits.as_ref()));
            Ok(CertificatePage { frame, record, view: &view, line, countries, papers }.render()?)
        })
        .await
}

impl CertificatePage<'_> {
    /// The question whether a country recognises this certificate on the day of the page.
    fn ask(&self, country: &str) -> String {
        let on = self.view.record.on.to_string();
        let number = &self.view.record.subject.id;
        let query = address::query(&[("certificate", number), ("importing", country), ("on", &on)]);
        self.frame.page(&format!("/decide?{query}"))
    }
}

/// The picture of a life, in units of its own: 1000 wide.
struct TimeLine {
    stretches: Vec<Stretch>,
    points: Vec<Point>,
    years: Vec<Tick>,
    /// The day of the page.
    day: i32,
}

/// A time in which the state did not change.
struct Stretch {
    x: i32,
    width: i32,
    state: &'static str,
}

/// A moment, by its place in the list.
struct Point {
    x: i32,
    number: usize,
    what: &'static str,
}

/// The first of January of a year.
struct Tick {
    x: i32,
    year: i16,
}

const LEFT: i32 = 30;
const RIGHT: i32 = 970;
/// Two points closer than this are drawn apart, or their numbers would cover each other.
const POINTS_APART: i32 = 30;
/// More years than these are not all written.
const YEARS_MAX: i16 = 14;

impl TimeLine {
    fn of(life: &[Moment], expires_on: Option<Date>, on: Date) -> Self {
        let days = || life.iter().map(|moment| moment.on).chain(expires_on).chain([on]);
        let first = days().min().unwrap_or(on);
        let last = days().max().unwrap_or(on);
        let scale = Scale::new(first, last);
        Self {
            stretches: stretches(life, expires_on, last, &scale),
            points: points(life, &scale),
            years: scale.years(),
            day: scale.x(on),
        }
    }

    /// Width of what lies after the day of the page: stated, but yet to come.
    fn after_day(&self) -> i32 {
        RIGHT - self.day
    }
}

fn stretches(life: &[Moment], expires_on: Option<Date>, last: Date, scale: &Scale) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut state = None;
    let mut since = last;
    let ends = life.iter().map(|m| (m.on, after(m.what))).chain(expires_on.map(|day| (day, Some("ended"))));
    let mut ends: Vec<_> = ends.collect();
    ends.sort_by_key(|(day, _)| *day);
    for (day, next) in ends.into_iter().chain([(last, Some("last"))]) {
        let Some(next) = next else { continue };
        if let Some(state) = state {
            let x = scale.x(since);
            found.push(Stretch { x, width: scale.x(day) - x, state });
        }
        // Nothing follows an end: a restored certificate that has been withdrawn stays withdrawn.
        let over = state == Some("ended");
        state = Some(if over { "ended" } else { next });
        since = day;
    }
    found.retain(|stretch| stretch.width > 0);
    found
}

/// The state after an event; `None` if it does not change the state.
fn after(what: &str) -> Option<&'static str> {
    match what {
        "issued" | "restored" => Some("in-force"),
        "suspended" => Some("suspended"),
        "withdrawn" | "withdrawn_from_start" | "expired" => Some("ended"),
        _ => None,
    }
}

fn points(life: &[Moment], scale: &Scale) -> Vec<Point> {
    let mut free = i32::MIN;
    let mut points = Vec::with_capacity(life.len());
    for (place, moment) in life.iter().enumerate() {
        let x = scale.x(moment.on).max(free);
        free = x + POINTS_APART;
        points.push(Point { x, number: place + 1, what: moment.what });
    }
    points
}

/// Days on a line.
pub(super) struct Scale {
    first: Date,
    last: Date,
}

impl Scale {
    /// A line from the first to the last day.
    pub(super) fn new(first: Date, last: Date) -> Self {
        Self { first, last }
    }

    /// The place of a day.
    pub(super) fn x(&self, day: Date) -> i32 {
        let all = days_between(self.first, self.last).max(1);
        let part = days_between(self.first, day).clamp(0, all);
        LEFT + (RIGHT - LEFT) * part / all
    }

    fn years(&self) -> Vec<Tick> {
        let span = self.last.year() - self.first.year();
        let step = (span / YEARS_MAX + 1).max(1);
        let years = (self.first.year() + 1..=self.last.year()).filter(|year| year % step == 0);
        years.map(|year| Tick { x: self.x(Date::constant(year, 1, 1)), year }).collect()
    }

    /// Years with their places.
    pub(super) fn ticks(&self) -> Vec<(i32, i16)> {
        self.years().into_iter().map(|tick| (tick.x, tick.year)).collect()
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use app::view::Source;
    use jiff::civil::date;

    use super::*;

    fn moment(on: Date, what: &'static str) -> Moment {
        Moment { on, what, detail: String::new(), source: Source::default() }
    }

    fn states(line: &TimeLine) -> Vec<&str> {
        line.stretches.iter().map(|stretch| stretch.state).collect()
    }

    #[test]
    fn a_life_is_drawn_state_by_state() {
        let life = [
            moment(date(2020, 1, 1), "issued"),
            moment(date(2021, 1, 1), "suspended"),
            moment(date(2021, 6, 1), "restored"),
        ];
        let line = TimeLine::of(&life, Some(date(2023, 1, 1)), date(2024, 1, 1));
        assert_eq!(states(&line), ["in-force", "suspended", "in-force", "ended"]);
        let width: i32 = line.stretches.iter().map(|stretch| stretch.width).sum();
        assert_eq!(width, RIGHT - LEFT);
    }

    #[test]
    fn nothing_follows_an_end() {
        let life = [
            moment(date(2020, 1, 1), "issued"),
            moment(date(2021, 1, 1), "withdrawn"),
            moment(date(2021, 6, 1), "restored"),
        ];
        let line = TimeLine::of(&life, None, date(2022, 1, 1));
        assert!(states(&line).iter().skip(1).all(|state| *state == "ended"));
    }

    #[test]
    fn events_of_one_day_do_not_cover_each_other() {
        let life = [moment(date(2020, 1, 1), "issued"), moment(date(2020, 1, 1), "amended")];
        let line = TimeLine::of(&life, None, date(2022, 1, 1));
        assert!(line.points[1].x - line.points[0].x >= POINTS_APART);
    }
}
