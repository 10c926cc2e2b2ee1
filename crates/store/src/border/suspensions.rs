//! Suspended releases: customs asks, the authority answers (Regulation (EU) 2019/1020, articles 26 to 28).

use model::{Date, Jurisdiction};

use super::By;
use crate::StoreError;

/// A suspension that customs asks the authority about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSuspension {
    /// The importing country.
    pub importing: Jurisdiction,
    /// Kind of the declaration's reference, such as `mrn`.
    pub kind: String,
    /// The reference of the declaration.
    pub declaration: String,
    /// The goods item.
    pub item: u32,
    /// Customs' own reference: an item may be suspended more than once.
    pub reference: String,
    /// The day of the suspension.
    pub suspended_on: Date,
    /// The last day on which the authority's reply is in time, as it was computed then.
    pub due_on: Date,
    /// What is asked, as JSON of one spelling.
    pub content: String,
    /// By whom.
    pub by: By,
}

/// What the authority says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// The goods may be released.
    Release,
    /// The suspension stands until it says more.
    Maintain,
    /// They may not.
    Refuse,
}

/// An answer of the authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAnswer {
    /// What it says.
    pub kind: AnswerKind,
    /// Why, as JSON of one spelling.
    pub content: String,
    /// By whom.
    pub by: By,
}

/// A suspension with its answers, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// Its number, from 1.
    pub number: u64,
    /// What was asked.
    pub asked: NewSuspension,
    /// What was answered.
    pub answers: Vec<NewAnswer>,
}

/// What became of what was asked or answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is recorded now.
    New(Suspension),
    /// The same was recorded before.
    Known(Suspension),
    /// Something else was recorded under the same reference, and stays.
    Differs,
    /// There is no such suspension.
    None,
    /// It was released or refused before, and that stays.
    Final,
}

/// Suspensions.
///
/// Contract: each once, by country, declaration, item and reference; answers are added in order until one releases or
/// refuses; nothing is ever changed or deleted.
pub trait Suspensions: Send + Sync {
    /// Records what customs asks.
    ///
    /// # Errors
    /// When it cannot be written.
    fn suspend(&self, suspension: &NewSuspension) -> Result<Told, StoreError>;

    /// Records what the authority of a country answers.
    ///
    /// # Errors
    /// When it cannot be written.
    fn answer(&self, number: u64, importing: Jurisdiction, answer: &NewAnswer) -> Result<Told, StoreError>;

    /// A suspension by its number.
    ///
    /// # Errors
    /// When it cannot be read.
    fn suspension(&self, number: u64) -> Result<Option<Suspension>, StoreError>;

    /// At most `limit` suspensions of a country after a number; those that wait for an answer, or all.
    ///
    /// # Errors
    /// When they cannot be read.
    fn suspensions(
        &self,
        importing: Jurisdiction,
        which: WhichSuspensions,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Suspension>, StoreError>;
}

/// Which suspensions to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhichSuspensions {
    /// Those that were neither released nor refused.
    Open,
    /// All.
    All,
}

impl AnswerKind {
    /// Every kind.
    pub const ALL: [AnswerKind; 3] = [Self::Release, Self::Maintain, Self::Refuse];

    /// The name under which it is kept and told.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Maintain => "maintain",
            Self::Refuse => "refuse",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether nothing follows on it.
    pub fn is_final(self) -> bool {
        self != Self::Maintain
    }
}
