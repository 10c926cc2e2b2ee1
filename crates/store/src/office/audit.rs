//! The audit trail: who did or tried what, when, and what became of it. Appended only, each record bound to the one
//! before it, so that a record that is changed or taken out shows.

use model::PartyId;
use sha2::{Digest as _, Sha256};

use crate::StoreError;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused, and nothing was changed.
    Refused,
}

/// Something that was done or tried. Never a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// When, in seconds since 1970.
    pub at: u64,
    /// For which party, if that is known.
    pub party: Option<PartyId>,
    /// Who: an officer's identifier, or how else it was done; empty for somebody unknown.
    pub who: String,
    /// What was done: `sign-in`, `act.sign` …
    pub what: String,
    /// To what: an act, an officer, a key.
    pub about: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was refused, or where it led.
    pub detail: String,
    /// The request, as the server's own log names it.
    pub request: String,
}

/// An entry in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRecord {
    /// Its number, from 1 on without gaps.
    pub number: u64,
    /// What it says.
    pub entry: AuditEntry,
    /// SHA-256 over the hash before it and what it says.
    pub hash: [u8; 32],
}

/// The audit trail.
///
/// Contract: an appended record is durable before the call returns, and is never changed.
pub trait Audit: Send + Sync {
    /// Appends an entry.
    ///
    /// # Errors
    /// When it cannot be written.
    fn append_audit(&self, entry: &AuditEntry) -> Result<AuditRecord, StoreError>;

    /// At most `limit` records, the latest first: of one party or of all, before a number if one is given.
    ///
    /// # Errors
    /// When they cannot be read.
    fn audit(
        &self,
        party: Option<&PartyId>,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<AuditRecord>, StoreError>;
}

impl AuditRecord {
    /// The record that comes after one with this number and hash; `None` before the first.
    pub fn after(last: Option<(u64, [u8; 32])>, entry: &AuditEntry) -> Self {
        let (number, previous) = last.map_or((1, [0; 32]), |(number, hash)| (number + 1, hash));
        Self { number, entry: entry.clone(), hash: chain(&previous, number, entry) }
    }
}

/// The number of the first record that does not follow from the one before it, of a whole trail in order.
pub fn broken_link<'a>(records: impl IntoIterator<Item = &'a AuditRecord>) -> Option<u64> {
    let mut last = None;
    for record in records {
        if AuditRecord::after(last, &record.entry) != *record {
            return Some(record.number);
        }
        last = Some((record.number, record.hash));
    }
    None
}

/// Every field with its length before it, so that no two entries have the same bytes.
fn chain(previous: &[u8; 32], number: u64, entry: &AuditEntry) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(b"comity audit v0\n");
    hasher.update(previous);
    hasher.update(number.to_be_bytes());
    hasher.update(entry.at.to_be_bytes());
    let party = entry.party.as_ref().map(PartyId::as_str).unwrap_or_default();
    let texts = [party, &entry.who, &entry.what, &entry.about, entry.outcome.as_str(), &entry.detail];
    for text in texts.into_iter().chain([entry.request.as_str()]) {
        hasher.update((text.len() as u64).to_be_bytes());
        hasher.update(text);
    }
    hasher.finalize().into()
}

impl Outcome {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    /// From its word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Done, Self::Refused].into_iter().find(|outcome| outcome.as_str() == name)
    }
}
