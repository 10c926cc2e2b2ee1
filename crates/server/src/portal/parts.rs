//! Pieces that many pages are made of: a cell, a source, a table, a mark of an outcome.

use std::ops::Range;

use app::view::{Cell, Section, Source};
use askama::Template;

use super::frame::Frame;

/// Rows of a table on one page.
const ROWS_MAX: usize = 50;

/// A piece of content.
#[derive(Template)]
#[template(path = "parts/cell.html")]
pub(crate) struct CellPart<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) cell: &'a Cell,
}

/// A piece of content in words alone: for files and prints, where links lead nowhere.
pub(crate) fn plain(frame: &Frame, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Code(text) | Cell::Address(text) => text.clone(),
        Cell::Link(named) => named.name.clone(),
        Cell::Links(links) => links.iter().map(|named| named.name.clone()).collect::<Vec<_>>().join(", "),
        Cell::Day(day) => frame.day(day),
        Cell::Days(days) => frame.days(days),
        Cell::Term(term) => frame.term(term),
        Cell::Terms(terms) => terms.iter().map(|term| frame.term(term)).collect::<Vec<_>>().join(", "),
        Cell::State(state) => frame.word("state", state),
        Cell::Flag(true) => frame.say("yes"),
        Cell::Flag(false) => frame.say("no"),
        Cell::Number(number) => frame.number(number),
        Cell::Nothing => frame.say("nothing"),
    }
}

/// The statement that carries a fact, and who reported it.
#[derive(Template)]
#[template(path = "parts/source.html")]
pub(crate) struct SourcePart<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) source: &'a Source,
}

/// A state or outcome: a shape, a colour, and words.
#[derive(Template)]
#[template(path = "parts/state.html")]
pub(crate) struct StatePart<'a> {
    pub(crate) class: &'a str,
    pub(crate) shape: &'a str,
    pub(crate) words: String,
}

/// A table, in pages if it is long.
#[derive(Template)]
#[template(path = "parts/section.html")]
pub(crate) struct SectionPart<'a> {
    frame: &'a Frame,
    section: &'a Section,
    shown: Range<usize>,
    pager: Option<Pager>,
    has_sources: bool,
}

impl<'a> SectionPart<'a> {
    pub(crate) fn new(frame: &'a Frame, section: &'a Section) -> Self {
        let title = section.title.as_str();
        let asked = frame.param("section").is_some_and(|asked| asked == title);
        let pages = section.rows.len().div_ceil(ROWS_MAX).max(1);
        let page = if asked { frame.page_number().min(pages) } else { 1 };
        let first = (page - 1) * ROWS_MAX;
        let shown = first..(first + ROWS_MAX).min(section.rows.len());
        let keep = [("on", frame.param("on").unwrap_or_default()), ("section", title.to_owned())];
        let pager = Pager::new(frame, page, pages, &keep, title);
        let has_sources = section.rows.iter().any(|row| row.source.is_some());
        Self { frame, section, shown, pager, has_sources }
    }
}

/// Links to the page before and the page after.
#[derive(Template)]
#[template(path = "parts/pager.html")]
pub(crate) struct Pager {
    label: String,
    here: String,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
}

impl Pager {
    /// `None` where there is one page only.
    pub(crate) fn new(
        frame: &Frame,
        page: usize,
        pages: usize,
        keep: &[(&str, String)],
        anchor: &str,
    ) -> Option<Self> {
        if pages < 2 {
            return None;
        }
        let to = |page: usize| {
            let number = page.to_string();
            let mut pairs: Vec<(&str, &str)> =
                keep.iter().map(|(name, value)| (*name, value.as_str())).collect();
            pairs.push(("page", &number));
            let fragment = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
            format!("{}{fragment}", frame.here(&super::address::query(&pairs)))
        };
        Some(Self {
            label: frame.say("pager"),
            here: frame.about_two("pager-here", page, pages),
            before: (page > 1).then(|| (to(page - 1), frame.say("pager-before"))),
            after: (page < pages).then(|| (to(page + 1), frame.say("pager-after"))),
        })
    }
}
