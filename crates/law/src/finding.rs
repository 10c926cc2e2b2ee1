//! What a rule found.

use model::{Date, Jurisdiction, LogIndex};

use crate::Rule;

/// Whether a rule is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It is.
    Met,
    /// It cannot be told; the facts say what is missing.
    Unknown,
    /// It is not.
    NotMet,
}

/// A fact of the registry together with the position of the statement that carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded<T> {
    /// The fact.
    pub what: T,
    /// Where it was stated.
    pub at: LogIndex,
}

/// A compared fact: a name and a value, never prose.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<'a> {
    /// Name, in snake case: `assessed_on`, `listed_from`.
    pub name: &'static str,
    /// Value.
    pub value: Value<'a>,
}

/// The value of a compared fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// An identifier, reference or term.
    Text(&'a str),
    /// A legal day.
    Day(Date),
    /// A count or number.
    Number(i64),
    /// A country or group.
    Party(Jurisdiction),
    /// A statement in the log that carries the fact.
    Statement(LogIndex),
}

/// The outcome of one rule and the facts that it compared.
#[derive(Clone, Debug)]
pub struct Finding<'a> {
    /// Which rule.
    pub rule: &'static Rule,
    /// What came out.
    pub outcome: Outcome,
    /// What was compared.
    pub facts: Vec<Fact<'a>>,
}

impl<'a> Finding<'a> {
    /// A finding without facts yet.
    #[inline]
    pub fn new(rule: &'static Rule, outcome: Outcome) -> Self {
        Self { rule, outcome, facts: Vec::with_capacity(8) }
    }

    /// The rule is met.
    pub fn met(rule: &'static Rule) -> Self {
        Self::new(rule, Outcome::Met)
    }

    /// The rule is not met.
    pub fn not_met(rule: &'static Rule) -> Self {
        Self::new(rule, Outcome::NotMet)
    }

    /// It cannot be told.
    pub fn unknown(rule: &'static Rule) -> Self {
        Self::new(rule, Outcome::Unknown)
    }

    /// Met or not met.
    pub fn of(rule: &'static Rule, met: bool) -> Self {
        Self::new(rule, if met { Outcome::Met } else { Outcome::NotMet })
    }

    /// With a compared fact.
    #[must_use]
    #[inline]
    pub fn with(mut self, name: &'static str, value: impl Into<Value<'a>>) -> Self {
        self.facts.push(Fact { name, value: value.into() });
        self
    }

    /// With a compared fact, if there is one.
    #[must_use]
    #[inline]
    pub fn with_some(self, name: &'static str, value: Option<impl Into<Value<'a>>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The value of a compared fact.
    pub fn fact(&self, name: &str) -> Option<Value<'a>> {
        self.facts.iter().find(|fact| fact.name == name).map(|fact| fact.value)
    }
}

impl PartialEq for Finding<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.rule.id == other.rule.id && self.outcome == other.outcome && self.facts == other.facts
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

impl From<Date> for Value<'_> {
    fn from(day: Date) -> Self {
        Value::Day(day)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Number(number.into())
    }
}

impl From<Jurisdiction> for Value<'_> {
    fn from(party: Jurisdiction) -> Self {
        Value::Party(party)
    }
}

impl From<LogIndex> for Value<'_> {
    fn from(at: LogIndex) -> Self {
        Value::Statement(at)
    }
}

impl Outcome {
    /// The wire form.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::NotMet => "not_met",
            Outcome::Unknown => "unknown",
        }
    }
}
