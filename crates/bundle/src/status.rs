//! What became of the certificates of one issuer.

use std::sync::Arc;

use model::{Date, LogIndex, PartyId};
use statement::act::Change;

/// A key that signed a change, by its names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SigningKeyName {
    /// Who signed.
    pub signer: PartyId,
    /// The signer's name for the key.
    pub key_id: String,
}

/// One change of one certificate, as a decision reads it. The reason that was given is left out: no decision reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusChange {
    /// Where it stands in the log.
    pub at: LogIndex,
    /// First day of the change.
    pub on: Date,
    /// The key that signed it.
    pub signed_with: Arc<SigningKeyName>,
    /// Whether a recorder reported it.
    pub reported: bool,
    /// What changes.
    pub change: Change,
}

/// The certificates of one issuer by their status index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Issuer {
    /// The first status index that was not given out at the log size of the bundle.
    pub next_unassigned: u64,
    /// Changes by status index; those of one certificate stand together in the order of the log.
    pub changes: Vec<(u64, StatusChange)>,
}

/// How a certificate stands, whatever the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nothing was stated since its issue.
    Unchanged,
    /// It was withdrawn, on whatever day.
    Withdrawn,
    /// It was suspended and not restored since.
    Suspended,
    /// Something else changed.
    Changed,
    /// Not given out at the log size of the bundle: nothing is known about it.
    Unassigned,
}

impl Issuer {
    /// How the certificate with a status index stands.
    pub fn state(&self, status_index: u64) -> State {
        if status_index >= self.next_unassigned {
            return State::Unassigned;
        }
        state_of(self.changes_of(status_index))
    }

    /// The changes of a certificate, in the order of the log.
    pub fn changes_of(&self, status_index: u64) -> &[(u64, StatusChange)] {
        let from = self.changes.partition_point(|(index, _)| *index < status_index);
        let rest = &self.changes[from..];
        &rest[..rest.partition_point(|(index, _)| *index == status_index)]
    }

    /// The changes of each changed certificate, by ascending status index.
    pub(crate) fn by_certificate(&self) -> impl Iterator<Item = &[(u64, StatusChange)]> {
        self.changes.chunk_by(|(a, _), (b, _)| a == b)
    }
}

/// How a certificate with these changes stands.
pub(crate) fn state_of(changes: &[(u64, StatusChange)]) -> State {
    if changes.is_empty() {
        return State::Unchanged;
    }
    if changes.iter().any(|(_, change)| matches!(change.change, Change::Withdrawn { .. })) {
        return State::Withdrawn;
    }
    let suspension = changes.iter().rev().find_map(|(_, change)| match change.change {
        Change::Suspended {} => Some(true),
        Change::Restored {} => Some(false),
        _ => None,
    });
    if suspension == Some(true) { State::Suspended } else { State::Changed }
}
