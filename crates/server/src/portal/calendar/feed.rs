//! The calendar of a country for other programs: iCalendar (RFC 5545) and Atom (RFC 4287).
//!
//! A term keeps its identifier from day to day, so that a reader replaces what it has.

use app::view::calendar::{CalendarView, DueRow};
use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use model::Date;

use super::super::frame::Frame;
use super::{due_state, due_what};

/// One event of the whole day for each term, on its last day.
pub(super) fn calendar(frame: &Frame, title: &str, view: &CalendarView) -> String {
    let mut calendar = Calendar::new();
    calendar.name(title).description(&frame.say("disclaimer-registry"));
    for row in &view.rows {
        let mut event = Event::with_uid(&identifier(frame, row));
        event.summary(&headline(frame, row)).description(&description(frame, row));
        if let Ok(day) = row.due_on.to_string().parse() {
            event.all_day(day);
        }
        if let Ok(stamp) = midnight(view.on).parse() {
            event.timestamp(stamp);
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// One entry for each term, renewed when its state changes.
pub(super) fn atom(frame: &Frame, title: &str, view: &CalendarView) -> String {
    let code = view.country.as_ref().map(|country| country.id.clone()).unwrap_or_default();
    let entries: Vec<_> = view.rows.iter().map(|row| entry(frame, row)).collect();
    let latest = entries.iter().map(|entry| entry.updated).max();
    let known = frame.as_of.last_statement_on.unwrap_or(view.on);
    let feed = Feed {
        title: Text::plain(title),
        id: tag(frame, "2026-01-01", &format!("calendar/{code}")),
        updated: latest.unwrap_or_else(|| moment(known)),
        authors: vec![Person { name: frame.as_of.registry.clone(), ..Person::default() }],
        links: vec![
            link("self", frame.here(""), "application/atom+xml"),
            link("alternate", frame.calendar_of(&code), "text/html"),
        ],
        rights: Some(Text::plain(frame.say("disclaimer-information"))),
        subtitle: Some(Text::plain(frame.say("disclaimer-registry"))),
        entries,
        lang: Some(frame.lang().to_owned()),
        ..Feed::default()
    };
    feed.to_string()
}

fn entry(frame: &Frame, row: &DueRow) -> Entry {
    let changed = match (row.state, row.done_on) {
        (_, Some(done)) => done,
        ("overdue", None) => row.due_on.tomorrow().unwrap_or(row.due_on),
        // It has been open since some day before now; the last statement is the latest that can have opened it.
        _ => frame.as_of.last_statement_on.unwrap_or(frame.today),
    };
    Entry {
        title: Text::plain(headline(frame, row)),
        id: identifier(frame, row),
        updated: moment(changed),
        links: vec![link("alternate", frame.statement(&row.source.at), "text/html")],
        summary: Some(Text::plain(description(frame, row))),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String, mime_type: &str) -> Link {
    Link { rel: rel.into(), href, mime_type: Some(mime_type.into()), ..Link::default() }
}

fn headline(frame: &Frame, row: &DueRow) -> String {
    format!("{} · {} · {}", due_what(frame, row), row.objective, due_state(frame, row))
}

fn description(frame: &Frame, row: &DueRow) -> String {
    let statement = frame.statement(&row.source.at);
    format!("{} · {} ({}) · {statement}", frame.day(&row.due_on), row.rule, row.paragraph)
}

/// The same for a term on whatever day it is asked for.
fn identifier(frame: &Frame, row: &DueRow) -> String {
    let from = row.from.as_ref().map(|country| country.id.as_str()).unwrap_or_default();
    let term = format!("due/{}/{}/{from}/{}", row.rule, row.objective, row.period);
    tag(frame, &row.due_on.to_string(), &term)
}

/// A name of this registry's making (RFC 4151).
fn tag(frame: &Frame, day: &str, what: &str) -> String {
    let host = frame.as_of.registry.split('/').next().unwrap_or_default();
    let path = super::super::address::encode(&format!("{}/{what}", frame.as_of.registry));
    format!("tag:{},{day}:{path}", super::super::address::encode(host))
}

fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn moment(day: Date) -> FixedDateTime {
    midnight(day).parse().unwrap_or_default()
}
