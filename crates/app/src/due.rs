//! What is due under Recommendation L, from whom, by when, and how it stands: for the calendar and its readers (L 17,
//! annex C 2.1, 4.2, 4.3). Nothing is refused for being late; lateness is shown and counted.

use std::cmp::Reverse;
use std::sync::{Arc, Mutex, PoisonError};

use law::term::TermState;
use model::{Date, Jurisdiction};
use registry::{Knowledge, Registry};

use crate::app::App;
use crate::lookup::{AsOf, LookupError, When};

/// Terms in one answer. The terms that are cut off are the oldest of those that are done.
pub const DUE_MAX: usize = 5_000;

/// A term, on its own.
#[derive(Clone, Debug, PartialEq)]
pub struct DueTerm {
    /// Identifier of the rule that sets it.
    pub rule: &'static str,
    /// Where the rule is read: text and paragraph.
    pub paragraph: String,
    /// The duty in one sentence.
    pub duty: &'static str,
    /// The procedure or objective.
    pub objective: String,
    /// From whom it is due; `None`: any member State, or nobody in particular.
    pub from: Option<Jurisdiction>,
    /// Its last day.
    pub due_on: Date,
    /// How it stands on the day.
    pub state: TermState,
    /// Which period, of a yearly report; else 0.
    pub period: u32,
    /// The statement that did it, else the one from which the term runs.
    pub statement: u64,
}

/// What is due, what is overdue first, then what is open, then what is done from the latest on.
#[derive(Clone, Debug, PartialEq)]
pub struct DueList {
    /// The terms, at most [`DUE_MAX`].
    pub terms: Vec<DueTerm>,
    /// How many more there are.
    pub left_off: usize,
    /// As of when.
    pub as_of: AsOf,
}

/// The terms of the size and day asked about last: everybody asks about today.
#[derive(Debug, Default)]
pub(crate) struct DueCache(Mutex<Option<Kept>>);

/// Size of the log, day, and what was due.
type Kept = (u64, Date, Arc<[DueTerm]>);

impl App {
    /// What is due, of one country or of all.
    ///
    /// # Errors
    /// When the position does not exist, or the tree cannot be read.
    pub fn due(&self, country: Option<Jurisdiction>, when: When) -> Result<DueList, LookupError> {
        let state = self.state();
        let as_of = self.as_of(&state, when)?;
        let registry = state.registry();
        let all = self.due_cache().get(as_of.log_size, as_of.on, || {
            terms(registry, as_of.on, registry.knowledge_at(as_of.known_at))
        });
        let (terms, left_off) = select(&all, country);
        Ok(DueList { terms, left_off, as_of })
    }
}

impl DueCache {
    fn get(&self, size: u64, day: Date, compute: impl FnOnce() -> Vec<DueTerm>) -> Arc<[DueTerm]> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, _, terms)) = known.filter(|known| (known.0, known.1) == (size, day)) {
            return terms;
        }
        let terms: Arc<[DueTerm]> = compute().into();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((size, day, terms.clone()));
        terms
    }
}

/// Every term that has begun by a day, what is overdue first.
fn terms(registry: &Registry, day: Date, knowledge: Knowledge<'_>) -> Vec<DueTerm> {
    let mut terms: Vec<_> = procedure::due(registry, day, knowledge).iter().map(term).collect();
    // Stable: within a group the order by objective and country stays.
    terms.sort_by_key(|term| match term.state {
        TermState::Overdue(_) => (0, Some(term.due_on), None),
        TermState::Open => (1, Some(term.due_on), None),
        TermState::Late(..) | TermState::Done(_) => (2, None, Some(Reverse(term.due_on))),
    });
    terms
}

fn term(due: &procedure::Due<'_>) -> DueTerm {
    let cited: Vec<_> = due.rule.citations.iter().map(|citation| citation.paragraph).collect();
    DueTerm {
        rule: due.rule.id,
        paragraph: cited.join("; "),
        duty: due.rule.duty,
        objective: due.objective.to_string(),
        from: due.from,
        due_on: due.due_on,
        state: due.state,
        period: due.period,
        statement: due.statement.0,
    }
}

fn select(all: &[DueTerm], country: Option<Jurisdiction>) -> (Vec<DueTerm>, usize) {
    let of = |term: &&DueTerm| country.is_none() || term.from == country;
    let terms = all.iter().filter(of).take(DUE_MAX).cloned().collect();
    (terms, all.iter().filter(of).count().saturating_sub(DUE_MAX))
}
