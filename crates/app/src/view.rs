//! What the pages show: plain values, made of the registry, without HTML and without language other than names.
//!
//! Most pages show one thing on record with its facts: a [`Record`]. Every fact names the statement that carries it
//! ([`Source`]), and says so if the party itself did not sign it. Words of closed lists stay codes ([`Term`]); the
//! portal translates them.

pub mod act;
pub mod agreement;
pub mod annex;
pub mod body;
pub mod calendar;
pub mod certificate;
pub mod comparison;
pub mod country;
pub mod decision;
pub mod equivalence;
pub mod log;
pub mod measure;
pub mod network;
pub mod objective;
pub mod objective_story;
pub mod objectives;
pub mod prior_decision;
pub mod procedure;
pub mod product;
mod reading;
pub mod recognised_bodies;
pub mod regulation;
pub mod search;
pub mod standard;
pub mod story;
mod words;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

pub use reading::{Reading, Reports};
pub use words::{Label, Title};

use model::Date;

/// The page of one thing on record, by its kind and identifier; `None` if the identifier is malformed or on no record.
/// Standards and certificates have pages of their own ([`standard::standard`], [`certificate::certificate`]).
pub fn record(reading: &Reading<'_>, kind: Kind, id: &str) -> Option<Record> {
    match kind {
        Kind::Country => country::country(reading, id.parse().ok()?),
        Kind::Body => body::body(reading, &id.parse().ok()?),
        Kind::Agreement => agreement::agreement(reading, &id.parse().ok()?),
        Kind::Annex => annex::annex(reading, &id.parse().ok()?),
        Kind::Regulation => regulation::regulation(reading, &id.parse().ok()?),
        Kind::Objective => objective::objective(reading, &id.parse().ok()?),
        Kind::Measure => measure::measure(reading, &id.parse().ok()?),
        Kind::PriorDecision => prior_decision::prior_decision(reading, &id.parse().ok()?),
        Kind::Equivalence => equivalence::equivalence(reading, &id.parse().ok()?),
        Kind::Standard | Kind::Certificate | Kind::Procedure | Kind::Statement => None,
    }
}

/// Every country on record, by name.
pub(crate) fn countries_by_name(reading: &Reading<'_>) -> Vec<Named> {
    let mut countries: Vec<_> =
        reading.registry.countries().map(|known| reading.country(known.country)).collect();
    countries.sort_by(|a, b| a.name.cmp(&b.name));
    countries
}

/// How old and how large the registry is: stands beside every answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AsOf {
    /// Number of statements.
    pub log_size: u64,
    /// Root hash, in hexadecimal.
    pub root: String,
    /// Day on which the last statement was admitted.
    pub last_statement_on: Option<Date>,
    /// Whether everything in the registry is for demonstration.
    pub demonstration: bool,
    /// Name of the registry.
    pub registry: String,
}

/// A report by a recorder: the party named did not sign it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Name of the recorder.
    pub by: String,
    /// Name of the party whose act is reported.
    pub on_behalf_of: String,
    /// Where the recorder read it: a text, or an address.
    pub source: String,
    /// How sure the recorder is, in the terms of [`model::Certainty`].
    pub certainty: String,
}

/// The statement that carries a fact.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Position in the log.
    pub at: u64,
    /// Present if a recorder reported it.
    pub report: Option<Report>,
}

/// What kind of page a thing has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A country or a group of countries.
    Country,
    /// A body, authority, supplier or other party.
    Body,
    /// An agreement.
    Agreement,
    /// An annex of an agreement.
    Annex,
    /// A standard, dated or as a series.
    Standard,
    /// A technical regulation or additional requirement.
    Regulation,
    /// A common regulatory objective.
    Objective,
    /// A procedure in which the text of an objective is made.
    Procedure,
    /// A measure on the market.
    Measure,
    /// A recognition decision of one country, or what it accepts by its own law.
    PriorDecision,
    /// Two acts declared equivalent under an annex.
    Equivalence,
    /// A certificate, report or declaration.
    Certificate,
    /// A statement in the log.
    Statement,
}

/// A thing that has a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Which page.
    pub kind: Kind,
    /// Its identifier.
    pub id: String,
    /// Its name in the language of the page; the identifier where it has none.
    pub name: String,
}

/// A word of a closed list, to be translated: family `procedure`, code `type_approval`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The list.
    pub family: &'static str,
    /// The word, in its wire form.
    pub code: String,
}

/// A period of days as it is shown: `until` is the first day after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub from: Date,
    /// First day after.
    pub until: Option<Date>,
}

/// One piece of content.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words as they stand in the statement.
    Text(String),
    /// An identifier or code, set apart from running text.
    Code(String),
    /// An address elsewhere.
    Address(String),
    /// A thing with a page.
    Link(Named),
    /// Several things with pages.
    Links(Vec<Named>),
    /// A day.
    Day(Date),
    /// A period.
    Days(Days),
    /// A word of a closed list.
    Term(Term),
    /// Several words of closed lists.
    Terms(Vec<Term>),
    /// The state on the day asked: `in_force`, `partly_suspended`, `suspended`, `ended`, `upcoming`, `not_in_force`.
    State(&'static str),
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(u64),
    /// Nothing is stated.
    Nothing,
}

/// A fact of a record with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: Label,
    /// What is stated.
    pub cell: Cell,
    /// Who says so; `None` where it follows from the record's own statement.
    pub source: Option<Source>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// Who says so.
    pub source: Option<Source>,
}

/// A table of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What it lists.
    pub title: Title,
    /// Names of the columns.
    pub columns: Vec<Label>,
    /// Its rows; an empty section is shown as such.
    pub rows: Vec<Row>,
}

/// One thing on record, as it stands on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The thing.
    pub subject: Named,
    /// What it is, more exactly than the kind of page says.
    pub what: Term,
    /// Its state on the day, where it has one.
    pub state: Option<&'static str>,
    /// The day.
    pub on: Date,
    /// The statement that first put it on record, where there is one.
    pub source: Option<Source>,
    /// Its facts.
    pub facts: Vec<Fact>,
    /// Its tables.
    pub sections: Vec<Section>,
}

impl Record {
    /// Every reported source in the record, in the order of the page.
    pub fn reports(&self) -> impl Iterator<Item = &Source> {
        let facts = self.facts.iter().filter_map(|fact| fact.source.as_ref());
        let rows =
            self.sections.iter().flat_map(|section| &section.rows).filter_map(|row| row.source.as_ref());
        self.source.iter().chain(facts).chain(rows).filter(|source| source.report.is_some())
    }
}

impl Named {
    /// A thing with a page.
    pub fn new(kind: Kind, id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { kind, id: id.into(), name: name.into() }
    }
}

impl Term {
    /// A word of a closed list.
    pub fn new(family: &'static str, code: impl Into<String>) -> Self {
        Self { family, code: code.into() }
    }
}

impl Cell {
    /// Text, or nothing if it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }

    /// A word of a closed list.
    pub fn term(family: &'static str, code: impl Into<String>) -> Self {
        Self::Term(Term::new(family, code))
    }

    /// Several words of one closed list, or nothing.
    pub fn terms<'a>(family: &'static str, codes: impl IntoIterator<Item = &'a str>) -> Self {
        let terms: Vec<_> = codes.into_iter().map(|code| Term::new(family, code)).collect();
        if terms.is_empty() { Self::Nothing } else { Self::Terms(terms) }
    }

    /// Several things with pages, or nothing.
    pub fn links(links: Vec<Named>) -> Self {
        if links.is_empty() { Self::Nothing } else { Self::Links(links) }
    }

    /// A day, or nothing.
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}
