//! The time line: the acts of a journal in the order of their days.

use model::{Date, InstrumentId, LogIndex, PartyId};
use registry::{Fact, JournalEntry, Knowledge, Registry};
use statement::Act;

/// One act on a time line.
#[derive(Clone, Copy, Debug)]
pub struct Event<'r> {
    /// Position of its statement in the log.
    pub at: LogIndex,
    /// The legal day that the act states (UTC).
    pub on: Date,
    /// The day on which it was entered in the log (UTC); later than `on` where it was entered afterwards.
    pub entered_on: Date,
    /// Whether a recorder reported it, and the party did not sign.
    pub reported: bool,
    /// Who signed the statement.
    pub signer: &'r PartyId,
    /// What was said.
    pub act: &'r Act,
    pub(crate) entry: &'r JournalEntry,
}

/// What is known of the history of a need, procedure, objective or request up to a day, in the order of the days, then
/// of the log. Empty for what is not on record.
pub fn timeline<'r>(
    registry: &'r Registry,
    id: &InstrumentId,
    day: Date,
    knowledge: Knowledge<'r>,
) -> Vec<Event<'r>> {
    let facts = registry.journal(id).into_iter().flat_map(|facts| facts.known(knowledge));
    let mut events: Vec<_> = facts.filter(|fact| fact.from <= day).map(Event::of).collect();
    events.sort_by_key(|event| (event.on, event.at));
    events
}

impl<'r> Event<'r> {
    fn of(fact: &'r Fact<JournalEntry>) -> Self {
        let entry = fact.value.as_ref();
        Self {
            at: fact.at,
            on: fact.from,
            entered_on: entry.entered_on,
            reported: fact.reported,
            signer: &entry.signer,
            act: &entry.act,
            entry,
        }
    }

    pub(crate) fn recorded<T>(&self, what: T) -> law::Recorded<T> {
        law::Recorded { what, at: self.at }
    }
}
