//! The calendar of objectives: what is due, from whom, when, and what is overdue.

use std::collections::BTreeMap;

use explain::Words;
use law::term::TermState;
use model::{Date, InstrumentId, Jurisdiction, LogIndex};

use super::{Named, Reading, Source};
use crate::due::{DueRows, DueTerm};

/// The calendar of one country, or of all.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarView {
    /// The day.
    pub on: Date,
    /// Whose terms are shown; `None`: everybody's.
    pub country: Option<Named>,
    /// Countries to choose from.
    pub countries: Vec<Named>,
    /// Terms of this page, what is overdue first.
    pub rows: Vec<DueRow>,
    /// How many terms there are to page through.
    pub total: usize,
    /// How many terms are overdue.
    pub overdue: usize,
}

/// One term.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRow {
    /// Identifier of the rule that sets it.
    pub rule: String,
    /// Paragraph of the Recommendation.
    pub paragraph: String,
    /// Identifier of the objective or procedure.
    pub objective: String,
    /// The page of the objective or procedure.
    pub page: Option<Named>,
    /// From whom; `None`: any member State, or nobody in particular.
    pub from: Option<Named>,
    /// Its last day.
    pub due_on: Date,
    /// `open`, `done`, `late` or `overdue`.
    pub state: &'static str,
    /// Day on which it was done.
    pub done_on: Option<Date>,
    /// How many days late or overdue; else 0.
    pub days: u32,
    /// Which period, of a yearly report; else 0.
    pub period: u32,
    /// The statement that did it, else the one from which the term runs.
    pub source: Source,
}

/// The calendar.
pub fn calendar(
    reading: &Reading<'_>,
    words: &Words,
    list: &DueRows,
    country: Option<Jurisdiction>,
) -> CalendarView {
    // A handful of rules sets all terms.
    let mut paragraphs: BTreeMap<&str, String> = BTreeMap::new();
    let rows = list.terms.iter().map(|term| {
        let paragraph = paragraphs.entry(term.rule).or_insert_with(|| paragraph(words, term));
        row(reading, paragraph.clone(), term)
    });
    CalendarView {
        on: list.as_of.on,
        country: country.map(|code| reading.country(code)),
        countries: super::countries_by_name(reading),
        rows: rows.collect(),
        total: list.total,
        overdue: list.overdue,
    }
}

/// A term for a page.
pub(crate) fn row(reading: &Reading<'_>, paragraph: String, term: &DueTerm) -> DueRow {
    let (state, done_on, days) = parts(term.state);
    let statement = LogIndex(term.statement);
    DueRow {
        rule: term.rule.to_owned(),
        paragraph,
        objective: term.objective.clone(),
        page: term.objective.parse().ok().and_then(|id| page(reading, &id)),
        from: term.from.map(|code| reading.country(code)),
        due_on: term.due_on,
        state,
        done_on,
        days,
        period: term.period,
        source: if term.reported {
            reading.source_at(statement)
        } else {
            Source { at: term.statement, report: None }
        },
    }
}

/// Where the rule is read, in the language of the page.
pub(crate) fn paragraph(words: &Words, term: &DueTerm) -> String {
    let cited = law::find(term.rule)
        .into_iter()
        .flat_map(|rule| rule.citations)
        .map(|citation| words.citation(citation));
    cited.collect::<Vec<_>>().join("; ")
}

fn page(reading: &Reading<'_>, id: &InstrumentId) -> Option<Named> {
    if reading.registry.objective(id).is_some() {
        return Some(reading.instrument(id));
    }
    let is_procedure = reading.registry.journal_kind(id) == Some(registry::JournalKind::Procedure);
    is_procedure.then(|| reading.procedure(id))
}

/// The state as a word, with the day on which it was done and the days of lateness.
pub fn parts(state: TermState) -> (&'static str, Option<Date>, u32) {
    match state {
        TermState::Open => ("open", None, 0),
        TermState::Done(on) => ("done", Some(on), 0),
        TermState::Late(on, days) => ("late", Some(on), days),
        TermState::Overdue(days) => ("overdue", None, days),
    }
}
