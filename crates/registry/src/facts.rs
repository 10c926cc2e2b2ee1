//! Bitemporal facts: what is valid on a day, as far as it was known at a position of the log.
//!
//! Facts are only ever appended. Whoever asks says up to which position it knows, so an older answer can always be
//! given again, and readers of one version never see a later one.

use std::sync::Arc;

use model::{Date, LogIndex, Period};

/// One stated fact.
#[derive(Clone, Debug)]
pub struct Fact<T> {
    /// Position of the statement that carries it: known from there on.
    pub at: LogIndex,
    /// Number of the key that signed it, for the case that the key turns out to have been compromised.
    pub key: u32,
    /// Whether a recorder reported it and the party did not sign it.
    pub reported: bool,
    /// First valid day.
    pub from: Date,
    /// First day on which it is no longer valid.
    pub until: Option<Date>,
    /// What was stated.
    pub value: Arc<T>,
}

/// Facts that compete for the same thing, in the order of the log.
#[derive(Debug)]
pub struct Facts<T>(Arc<Vec<Fact<T>>>);

/// What is known: facts up to a position, without those that a compromised key signed.
#[derive(Clone, Copy)]
pub struct Knowledge<'r> {
    /// The last position that is known.
    pub at: LogIndex,
    pub(crate) compromised: &'r [Compromise],
}

/// A key whose signatures from a position on have no effect.
#[derive(Clone, Debug)]
pub(crate) struct Compromise {
    /// Position of the revocation: known from there on.
    pub(crate) at: LogIndex,
    pub(crate) key: u32,
    /// Statements at or after this position have no effect.
    pub(crate) since: u64,
}

impl Knowledge<'_> {
    /// Whether a statement at a position, signed with a key, is known and stands.
    pub fn sees(&self, at: LogIndex, key: u32) -> bool {
        at <= self.at && !self.is_compromised(at, key)
    }

    /// How many keys are known to have been compromised: each one takes effect away from statements made before.
    pub fn compromises(&self) -> usize {
        self.compromised.iter().filter(|c| c.at <= self.at).count()
    }

    /// Whether the key that signed at a position is known to have been compromised by then.
    pub fn is_compromised(&self, at: LogIndex, key: u32) -> bool {
        self.compromised.iter().any(|c| c.at <= self.at && c.key == key && c.since <= at.0)
    }
}

impl<T> Fact<T> {
    /// The days on which it is valid. A period that ends before it begins was refused on admission.
    pub fn period(&self) -> Period {
        Period::new(self.from, self.until).unwrap_or_else(|_| Period::since(self.from))
    }

    /// Whether the day lies in it.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

impl<T> Default for Facts<T> {
    fn default() -> Self {
        Self(Arc::new(Vec::new()))
    }
}

impl<T> Clone for Facts<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Facts<T> {
    /// Appends a fact. Costs a copy of the facts of this one slot when a reader holds an older version.
    pub(crate) fn push(&mut self, fact: Fact<T>) {
        match Arc::get_mut(&mut self.0) {
            Some(own) => own.push(fact),
            None => {
                let mut copy = Vec::with_capacity(self.0.len() + 1);
                copy.extend(self.0.iter().map(Fact::share));
                copy.push(fact);
                self.0 = Arc::new(copy);
            }
        }
    }

    /// Every fact, known or not, in the order of the log: for indexes, which only find candidates.
    pub(crate) fn every(&self) -> impl Iterator<Item = &Fact<T>> {
        self.0.iter()
    }

    /// Every known fact, in the order of the log.
    pub fn known<'a>(
        &'a self,
        knowledge: Knowledge<'a>,
    ) -> impl DoubleEndedIterator<Item = &'a Fact<T>> + 'a {
        self.0.iter().filter(move |fact| knowledge.sees(fact.at, fact.key))
    }

    /// Known facts that no later one replaced. A fact is replaced by a later one of the same slot that begins on
    /// the same day; what a party signed is replaced only by what a party signed (reading 7).
    pub fn standing<'a>(
        &'a self,
        knowledge: Knowledge<'a>,
        same_slot: fn(&T, &T) -> bool,
    ) -> impl DoubleEndedIterator<Item = &'a Fact<T>> + 'a {
        self.standing_among(knowledge, same_slot, |_| true)
    }

    /// Of those that stand, the ones about something. Whether a fact stands is only asked of these: it costs a look
    /// at every other fact.
    pub fn standing_among<'a>(
        &'a self,
        knowledge: Knowledge<'a>,
        same_slot: fn(&T, &T) -> bool,
        about: impl Fn(&T) -> bool + 'a,
    ) -> impl DoubleEndedIterator<Item = &'a Fact<T>> + 'a {
        let replaces = move |later: &Fact<T>, earlier: &Fact<T>| {
            later.from == earlier.from
                && same_slot(&later.value, &earlier.value)
                && knowledge.sees(later.at, later.key)
                && match (earlier.reported, later.reported) {
                    (true, false) => true,
                    (false, true) => false,
                    _ => (later.at, std::ptr::from_ref(later)) > (earlier.at, std::ptr::from_ref(earlier)),
                }
        };
        self.known(knowledge)
            .filter(move |fact| about(&fact.value))
            .filter(move |fact| self.0.len() == 1 || !self.0.iter().any(|other| replaces(other, fact)))
    }

    /// Facts that stand and are valid on a day.
    pub fn on<'a>(
        &'a self,
        knowledge: Knowledge<'a>,
        day: Date,
        same_slot: fn(&T, &T) -> bool,
    ) -> impl DoubleEndedIterator<Item = &'a Fact<T>> + 'a {
        self.standing(knowledge, same_slot).filter(move |fact| fact.contains(day))
    }

    /// The fact that stands and is valid on a day; of several, the one stated last.
    pub fn one_on<'a>(&'a self, knowledge: Knowledge<'a>, day: Date) -> Option<&'a Fact<T>> {
        self.on(knowledge, day, |_, _| true).next_back()
    }

    /// The event that decides the state on a day: the last that has begun by then; of several on one day, the one
    /// that stands.
    pub fn last_event<'a>(&'a self, knowledge: Knowledge<'a>, day: Date) -> Option<&'a Fact<T>> {
        self.standing(knowledge, |_, _| true)
            .filter(|fact| fact.from <= day)
            .max_by_key(|fact| (fact.from, fact.at))
    }

    /// Number of facts, known or not.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was ever stated.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Fact<T> {
    pub(crate) fn share(&self) -> Self {
        Self { value: self.value.clone(), ..*self }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const ALL: Knowledge<'static> = Knowledge { at: LogIndex(100), compromised: &[] };

    fn fact(
        at: u64,
        from: Date,
        until: Option<Date>,
        reported: bool,
        value: &'static str,
    ) -> Fact<&'static str> {
        Fact { at: LogIndex(at), key: 0, reported, from, until, value: Arc::new(value) }
    }

    fn facts(list: Vec<Fact<&'static str>>) -> Facts<&'static str> {
        let mut facts = Facts::default();
        list.into_iter().for_each(|f| facts.push(f));
        facts
    }

    fn on(facts: &Facts<&'static str>, knowledge: Knowledge<'_>, day: Date) -> Option<&'static str> {
        facts.one_on(knowledge, day).map(|f| *f.value)
    }

    #[test]
    fn for_one_day_the_later_position_wins() {
        let facts = facts(vec![
            fact(1, date(2020, 1, 1), None, false, "open"),
            fact(2, date(2020, 1, 1), Some(date(2021, 1, 1)), false, "closed"),
        ]);
        assert_eq!(on(&facts, ALL, date(2020, 6, 1)), Some("closed"));
        assert_eq!(on(&facts, ALL, date(2022, 1, 1)), None);
    }

    #[test]
    fn an_earlier_point_of_knowledge_gives_the_earlier_answer() {
        let facts = facts(vec![
            fact(1, date(2020, 1, 1), None, false, "open"),
            fact(2, date(2020, 1, 1), Some(date(2021, 1, 1)), false, "closed"),
        ]);
        let then = Knowledge { at: LogIndex(1), compromised: &[] };
        assert_eq!(on(&facts, then, date(2022, 1, 1)), Some("open"));
    }

    #[test]
    fn a_report_never_overrules_a_signature() {
        let facts = facts(vec![
            fact(1, date(2020, 1, 1), None, false, "signed"),
            fact(2, date(2020, 1, 1), Some(date(2020, 2, 1)), true, "reported"),
        ]);
        assert_eq!(on(&facts, ALL, date(2020, 1, 15)), Some("signed"));
        assert_eq!(on(&facts, ALL, date(2021, 1, 15)), Some("signed"));
    }

    #[test]
    fn events_entered_out_of_order_decide_by_their_days() {
        let facts = facts(vec![
            fact(1, date(2020, 6, 1), None, false, "restored"),
            fact(2, date(2020, 1, 1), None, false, "suspended"),
        ]);
        assert_eq!(facts.last_event(ALL, date(2020, 3, 1)).map(|f| *f.value), Some("suspended"));
        assert_eq!(facts.last_event(ALL, date(2020, 7, 1)).map(|f| *f.value), Some("restored"));
    }

    #[test]
    fn what_a_compromised_key_signed_from_then_on_has_no_effect() {
        let facts = facts(vec![fact(5, date(2020, 1, 1), None, false, "x")]);
        let compromised = [Compromise { at: LogIndex(9), key: 0, since: 5 }];
        let later = Knowledge { at: LogIndex(9), compromised: &compromised };
        let earlier = Knowledge { at: LogIndex(8), compromised: &compromised };
        assert_eq!(on(&facts, later, date(2020, 1, 1)), None);
        assert_eq!(on(&facts, earlier, date(2020, 1, 1)), Some("x"));
    }
}
