//! Who takes part in a task force, and who can (L 22, annex C 2.3).

use model::{Date, Jurisdiction, LogIndex, Participation};
use registry::{Knowledge, Registry};
use statement::Act;

use crate::event::Event;

/// The group whose members are the member States of the United Nations, where it is on record.
const UNITED_NATIONS: Jurisdiction = Jurisdiction::new_static("UN");

/// A country in a task force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Which country.
    pub country: Jurisdiction,
    /// As what it takes part, by the last that it said.
    pub participation: Participation,
    /// Since when.
    pub since: Date,
    /// First day on which it is no longer part, if it left.
    pub until: Option<Date>,
    /// The statement by which it takes part.
    pub at: LogIndex,
}

/// Whether a party is a member State of the United Nations on a day: a country, and a member of the group `UN` where
/// that group is on record.
pub fn is_member_state(
    registry: &Registry,
    country: Jurisdiction,
    day: Date,
    knowledge: Knowledge<'_>,
) -> bool {
    let listed = registry.group(UNITED_NATIONS).is_none()
        || registry.membership(country, UNITED_NATIONS, day, knowledge).is_some();
    registry.country(country).is_some() && listed
}

/// The participants after some events: those that called, responded, joined; each once, in the order of their coming.
pub(crate) fn participants(
    events: &[Event<'_>],
    callers: &[Jurisdiction],
    is_member_state: impl Fn(Jurisdiction, Date) -> bool,
) -> Vec<Participant> {
    let mut found: Vec<Participant> = Vec::new();
    let mut join = |country, participation, event: &Event<'_>| {
        if !is_member_state(country, event.on) {
            return;
        }
        match found.iter_mut().find(|known| known.country == country) {
            Some(known) if known.until.is_some() => {
                *known = Participant { country, participation, since: event.on, until: None, at: event.at };
            }
            Some(known) => known.participation = participation,
            None => {
                found.push(Participant { country, participation, since: event.on, until: None, at: event.at })
            }
        }
    };
    let mut left = Vec::new();
    for event in events {
        match event.act {
            Act::CallMade(_) => {
                callers.iter().for_each(|country| join(*country, Participation::Member, event));
            }
            Act::CallAnswered(a) => {
                a.participates.into_iter().for_each(|participation| join(a.country, participation, event));
            }
            Act::TaskForceJoined(a) => join(a.country, a.participation, event),
            Act::TaskForceLeft(a) => left.push((a.country, event.on)),
            _ => {}
        }
    }
    for (country, on) in left {
        let known = found.iter_mut().find(|known| known.country == country && known.since <= on);
        known.into_iter().for_each(|known| known.until = Some(on));
    }
    found
}

/// How a country takes part on a day.
pub(crate) fn participation_on(
    participants: &[Participant],
    country: Jurisdiction,
    day: Date,
) -> Option<Participation> {
    let on =
        |p: &&Participant| p.country == country && p.since <= day && p.until.is_none_or(|until| day < until);
    participants.iter().find(on).map(|participant| participant.participation)
}
