//! Looking things up: one record for each thing on file, with every statement about it, as of a day and a position.
//!
//! Views are owned and plain. How they are written on the wire is the server's matter; what a fact says is given in
//! the words of the act that stated it, so that nothing is lost and each fact can be traced to its statement.

mod agreement;
mod certificate;
mod country;
mod list;
mod objective;
mod party;
mod procedure;
mod proof;
mod recognition;
mod regulation;
mod standard;

use std::collections::BTreeMap;

use model::{Date, Jurisdiction, LogIndex, Text};
use registry::{Fact, Facts, Knowledge, Registry};
use serde_json::{Map, Value};
use statement::{Act, Unverified};
use store::StoreError;

use crate::app::App;
pub use certificate::{CertificateFilter, CertificateRow, CertificateView, HistoryEvent};
pub(crate) use certificate::{name as change_name, status};
pub use list::{LIST_MAX, List, ListRow, Select};
pub(crate) use party::BODIES;
pub(crate) use procedure::finding;
pub use procedure::{
    CallRecord, DraftRecord, EventRecord, FindingRecord, ParticipantRecord, ProcedureList, ProcedureRecord,
    SelectProcedures,
};

/// What kind of thing a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A country or group of countries.
    Country,
    /// Any party other than a country or group.
    Party,
    /// A conformity assessment or accreditation body.
    Body,
    /// A series of a standard, or one edition.
    Standard,
    /// A technical regulation.
    Regulation,
    /// A common regulatory objective.
    Objective,
    /// An agreement.
    Agreement,
    /// An annex of an agreement.
    Annex,
    /// A measure.
    Measure,
    /// A recognition decision, or what a country accepts by its own law.
    PriorDecision,
    /// Two acts declared equivalent.
    Equivalence,
    /// A certificate or declaration.
    Certificate,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 12] = [
        Kind::Country,
        Kind::Party,
        Kind::Body,
        Kind::Standard,
        Kind::Regulation,
        Kind::Objective,
        Kind::Agreement,
        Kind::Annex,
        Kind::Measure,
        Kind::PriorDecision,
        Kind::Equivalence,
        Kind::Certificate,
    ];

    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Country => "country",
            Kind::Party => "party",
            Kind::Body => "body",
            Kind::Standard => "standard",
            Kind::Regulation => "regulation",
            Kind::Objective => "objective",
            Kind::Agreement => "agreement",
            Kind::Annex => "annex",
            Kind::Measure => "measure",
            Kind::PriorDecision => "recognition_decision",
            Kind::Equivalence => "equivalence",
            Kind::Certificate => "certificate",
        }
    }
}

/// The day and the point of knowledge for which something is looked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The day; absent: today.
    pub on: Option<Date>,
    /// The last position of the log that is known; absent: everything known now.
    pub known_at: Option<LogIndex>,
}

/// The day, the log and the engine to which a view belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day.
    pub on: Date,
    /// The last position that was known.
    pub known_at: LogIndex,
    /// Number of statements that were known.
    pub log_size: u64,
    /// Root hash of the log at that size.
    pub root: String,
}

/// Everything on file about one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What it is.
    pub kind: Kind,
    /// Its identifier.
    pub id: String,
    /// Name or title.
    pub title: Text,
    /// Whose it is, or where it is established.
    pub country: Option<Jurisdiction>,
    /// Whether it is in force on the day; `None` where that does not apply.
    pub in_force: Option<bool>,
    /// What holds on the day, by name.
    pub standing: Map<String, Value>,
    /// Every known statement about it, grouped by what they are about.
    pub facts: BTreeMap<&'static str, Vec<Stated>>,
    /// Other things to which it is related.
    pub related: Vec<Related>,
    /// As of when.
    pub as_of: AsOf,
}

/// One stated fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Position of the statement.
    pub at: LogIndex,
    /// Whether a recorder reported it and the party did not sign it.
    pub reported: bool,
    /// First valid day.
    pub from: Option<Date>,
    /// First day on which it is no longer valid.
    pub until: Option<Date>,
    /// What was stated, in the form of the act.
    pub content: Value,
}

/// A related thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// How it is related: `agreement`, `annex`, `body`, `member` …
    pub relation: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Its identifier.
    pub id: String,
}

/// Why something cannot be looked up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LookupError {
    /// Nobody has stated anything about it.
    #[error("{kind} `{id}` is not on record: search for it, or look whether it is written otherwise")]
    NotThere {
        /// What was looked for.
        kind: &'static str,
        /// Under which identifier.
        id: String,
    },
    /// The identifier cannot be one.
    #[error("{0}")]
    Identifier(String),
    /// A position of the log that does not exist yet.
    #[error(
        "the log has {size} statements; position {known_at} does not exist yet: leave `known_at` out to ask about now"
    )]
    NotYetKnown {
        /// The position asked about.
        known_at: LogIndex,
        /// Size of the log.
        size: u64,
    },
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl App {
    /// What is on file under an identifier.
    ///
    /// # Errors
    /// [`LookupError`].
    pub fn record(&self, kind: Kind, id: &str, when: When) -> Result<Record, LookupError> {
        let state = self.state();
        let as_of = self.as_of(&state, when)?;
        record_in(state.registry(), as_of, kind, id)?
            .ok_or_else(|| LookupError::NotThere { kind: kind.as_str(), id: id.chars().take(100).collect() })
    }

    /// The day, position and root to which an answer belongs.
    ///
    /// # Errors
    /// When the position does not exist, or the tree cannot be read.
    pub fn as_of(&self, state: &crate::State, when: When) -> Result<AsOf, LookupError> {
        let size = state.size();
        let known_at = match when.known_at {
            Some(known_at) if known_at.0 >= size => return Err(LookupError::NotYetKnown { known_at, size }),
            Some(known_at) => known_at,
            None => LogIndex(size.saturating_sub(1)),
        };
        let point = self.roots().point(size.min(known_at.0 + 1), state, self.store())?;
        let on = when.on.unwrap_or_else(|| self.clock().today());
        Ok(AsOf { on, known_at, log_size: point.size, root: point.root })
    }
}

/// What is on file in a state of the registry under an identifier; `None` if nothing is.
pub(crate) fn record_in(
    registry: &Registry,
    as_of: AsOf,
    kind: Kind,
    id: &str,
) -> Result<Option<Record>, LookupError> {
    let view = Look { registry, knowledge: registry.knowledge_at(as_of.known_at), as_of };
    match kind {
        Kind::Country => view.country(id),
        Kind::Party => view.party(id, false),
        Kind::Body => view.party(id, true),
        Kind::Standard => view.standard(id),
        Kind::Regulation => view.regulation(id),
        Kind::Objective => view.objective(id),
        Kind::Agreement => view.agreement(id),
        Kind::Annex => view.annex(id),
        Kind::Measure => view.measure(id),
        Kind::PriorDecision => view.prior_decision(id),
        Kind::Equivalence => view.equivalence(id),
        Kind::Certificate => Ok(None),
    }
}

/// Who claims to have signed a statement; `None` when it cannot be read. Nothing is verified: good for counting, not
/// for believing.
pub fn claimed_signer(statement: &[u8]) -> Option<String> {
    Some(Unverified::parse(statement).ok()?.payload().signer.to_string())
}

/// One look at the registry.
struct Look<'r> {
    registry: &'r Registry,
    knowledge: Knowledge<'r>,
    as_of: AsOf,
}

impl Look<'_> {
    fn new_record(&self, kind: Kind, id: &str, title: &Text) -> Record {
        Record {
            kind,
            id: id.to_owned(),
            title: title.clone(),
            country: None,
            in_force: None,
            standing: Map::new(),
            facts: BTreeMap::new(),
            related: Vec::new(),
            as_of: self.as_of.clone(),
        }
    }

    fn on(&self) -> Date {
        self.as_of.on
    }
}

impl Record {
    /// Adds facts that are acts.
    fn add<T: Clone + Into<Act>>(&mut self, name: &'static str, facts: &Facts<T>, knowledge: Knowledge<'_>) {
        self.add_as(name, facts, knowledge, |value| content(value.clone()));
    }

    /// Adds facts that are parts of acts.
    fn add_as<T>(
        &mut self,
        name: &'static str,
        facts: &Facts<T>,
        knowledge: Knowledge<'_>,
        content: impl Fn(&T) -> Value,
    ) {
        let stated = facts.known(knowledge).map(|fact| stated(fact, content(&fact.value)));
        let group: Vec<_> = stated.collect();
        if !group.is_empty() {
            self.facts.entry(name).or_default().extend(group);
        }
    }

    /// Adds the act that first stated the thing.
    fn add_first(&mut self, name: &'static str, at: LogIndex, act: impl Into<Act>) {
        let stated = Stated { at, reported: false, from: None, until: None, content: content(act) };
        self.facts.entry(name).or_default().push(stated);
    }

    fn relate(&mut self, relation: &'static str, kind: Kind, id: impl ToString) {
        let related = Related { relation, kind, id: id.to_string() };
        if !self.related.contains(&related) {
            self.related.push(related);
        }
    }

    fn stands(&mut self, name: &str, value: impl Into<Value>) {
        self.standing.insert(name.to_owned(), value.into());
    }
}

fn stated<T>(fact: &Fact<T>, content: Value) -> Stated {
    Stated { at: fact.at, reported: fact.reported, from: Some(fact.from), until: fact.until, content }
}

fn content(act: impl Into<Act>) -> Value {
    to_value(&act.into())
}

/// Acts and their parts have string keys only, so writing them as JSON cannot fail.
fn to_value(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

fn malformed(error: &impl std::fmt::Display) -> LookupError {
    LookupError::Identifier(error.to_string())
}
