//! What is due under Recommendation L, from whom, by when, and how it stands: for the calendar and its readers (L 17,
//! annex C 2.1, 4.2, 4.3). Nothing is refused for being late; lateness is shown and counted.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use law::term::TermState;
use model::{Date, Jurisdiction};

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
    /// Whether that statement is a report.
    pub reported: bool,
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

/// Some rows of what is due.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRows {
    /// The rows.
    pub terms: Vec<DueTerm>,
    /// How many there are to page through, at most [`DUE_MAX`].
    pub total: usize,
    /// How many more there are.
    pub left_off: usize,
    /// How many terms are overdue.
    pub overdue: usize,
    /// As of when.
    pub as_of: AsOf,
}

impl App {
    /// What is due, of one country or of all.
    ///
    /// # Errors
    /// When the position does not exist, or the tree cannot be read.
    pub fn due(&self, country: Option<Jurisdiction>, when: When) -> Result<DueList, LookupError> {
        let (stories, as_of) = self.stories(when)?;
        let of = |term: &&Arc<DueTerm>| country.is_none() || term.from == country;
        let own = |term: &Arc<DueTerm>| (**term).clone();
        let terms: Vec<_> = stories.terms().iter().filter(of).take(DUE_MAX).map(own).collect();
        let left_off = stories.terms().iter().filter(of).count() - terms.len();
        Ok(DueList { terms, left_off, as_of })
    }

    /// Some rows of what is due, of one country or of all, with how many there are: for a page.
    ///
    /// # Errors
    /// When the position does not exist, or the tree cannot be read.
    pub fn due_rows(
        &self,
        country: Option<Jurisdiction>,
        when: When,
        rows: Range<usize>,
    ) -> Result<DueRows, LookupError> {
        let (stories, as_of) = self.stories(when)?;
        let of = |term: &&Arc<DueTerm>| country.is_none() || term.from == country;
        let all = || stories.terms().iter().filter(of);
        let (total, shown) = (all().count(), rows.end.min(DUE_MAX).saturating_sub(rows.start));
        Ok(DueRows {
            terms: all().skip(rows.start).take(shown).map(|term| (**term).clone()).collect(),
            total: total.min(DUE_MAX),
            left_off: total.saturating_sub(DUE_MAX),
            overdue: all().filter(|term| matches!(term.state, TermState::Overdue(_))).count(),
            as_of,
        })
    }
}

impl DueTerm {
    /// What is overdue first, then what is open, then what is done from the latest on; within these by objective,
    /// country, rule and period.
    pub(crate) fn order(&self) -> impl Ord + use<'_> {
        let group = match self.state {
            TermState::Overdue(_) => (0, Some(self.due_on), None),
            TermState::Open => (1, Some(self.due_on), None),
            TermState::Late(..) | TermState::Done(_) => (2, None, Some(Reverse(self.due_on))),
        };
        (group, self.objective.as_str(), self.from, self.rule, self.period)
    }
}

/// A term on its own.
pub(crate) fn term(due: &procedure::Due<'_>, reported: bool) -> DueTerm {
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
        reported,
    }
}
