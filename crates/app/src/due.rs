//! What is due under Recommendation L, from whom, by when, and how it stands: for the calendar and its readers (L 17,
//! annex C 2.1, 4.2, 4.3). Nothing is refused for being late; lateness is shown and counted.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use law::term::TermState;
use model::{Date, Jurisdiction};

use crate::app::App;
use crate::lookup::{AsOf, LIST_MAX, LookupError, When};
use crate::stories::Stories;

/// Terms in a feed. The terms that are cut off are the oldest of those that are done.
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

/// Which terms.
#[derive(Clone, Debug, Default)]
pub struct SelectDue {
    /// Only what is due from this country.
    pub country: Option<Jurisdiction>,
    /// After this term, as [`DueList::next`] names it.
    pub after: Option<String>,
    /// At most as many, and at most [`LIST_MAX`].
    pub limit: usize,
    /// As of when.
    pub when: When,
}

/// A page of what is due, what is overdue first, then what is open, then what is done from the latest on.
#[derive(Clone, Debug, PartialEq)]
pub struct DueList {
    /// The terms.
    pub terms: Vec<DueTerm>,
    /// Give this as `after` to go on; `None` at the end.
    pub next: Option<String>,
    /// How many terms there are on all pages.
    pub total: usize,
    /// As of when.
    pub as_of: AsOf,
}

/// Some rows of what is due.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRows {
    /// The rows.
    pub terms: Vec<DueTerm>,
    /// How many there are to page through.
    pub total: usize,
    /// How many terms are overdue.
    pub overdue: usize,
    /// As of when.
    pub as_of: AsOf,
}

impl App {
    /// A page of what is due, of one country or of all.
    ///
    /// # Errors
    /// When the position does not exist, `after` names no term, or the tree cannot be read.
    pub fn due(&self, select: &SelectDue) -> Result<DueList, LookupError> {
        let (stories, as_of) = self.stories(select.when)?;
        let all = || terms_of(&stories, select.country);
        let first = match &select.after {
            None => 0,
            Some(name) => {
                let place = all().position(|term| term.name() == *name);
                1 + place.ok_or_else(|| LookupError::Identifier(no_such_term(name)))?
            }
        };
        let limit = select.limit.clamp(1, LIST_MAX);
        let mut terms: Vec<_> = all().skip(first).take(limit + 1).map(|term| (**term).clone()).collect();
        let more = terms.len() > limit;
        terms.truncate(limit);
        let next = terms.last().filter(|_| more).map(DueTerm::name);
        Ok(DueList { terms, next, total: all().count(), as_of })
    }

    /// Some rows of what is due, of one country or of all, with how many there are: for a page with numbers.
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
        let all = || terms_of(&stories, country);
        Ok(DueRows {
            terms: all().skip(rows.start).take(rows.len()).map(|term| (**term).clone()).collect(),
            total: all().count(),
            overdue: all().filter(|term| matches!(term.state, TermState::Overdue(_))).count(),
            as_of,
        })
    }
}

fn terms_of(stories: &Stories, country: Option<Jurisdiction>) -> impl Iterator<Item = &Arc<DueTerm>> {
    stories.terms().iter().filter(move |term| country.is_none() || term.from == country)
}

fn no_such_term(name: &str) -> String {
    let name: String = name.chars().take(200).collect();
    format!("`{name}` names no term of this list: begin without `after`, and keep `on` and `known_at`")
}

impl DueTerm {
    /// What tells it from every other term: of what it is, from whom, by which rule, for which period.
    pub(crate) fn name(&self) -> String {
        let from = self.from.map(|country| country.to_string()).unwrap_or_default();
        format!("{}/{from}/{}/{}", self.objective, self.rule, self.period)
    }

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
