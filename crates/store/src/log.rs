//! The log: statements in their order, the tree over them, signed checkpoints.

use std::borrow::Cow;

use model::{Date, LogIndex, PartyId, StatementId, parse_date};
use registry::CertificateEvent;
use tlog::{Frontier, StoredHash, Tile};

use crate::StoreError;

/// The statements of the registry in the order of their admission.
///
/// Contract:
/// - [`Log::append`] makes a batch durable in one transaction, or leaves everything as it was. It refuses a batch
///   that was not made for the present size ([`StoreError::Moved`]). After another error the caller reads
///   [`Log::frontier`] to learn whether the batch is there.
/// - What was appended never changes. Readers see a batch whole or not at all, and never wait for a writer.
/// - One writer at a time; any number of readers.
pub trait Log: Send + Sync {
    /// Appends a batch: entries, hashes, right edge, checkpoint and certificate events in one durable transaction.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was written, unless reading the size says otherwise.
    fn append(&self, batch: &Batch) -> Result<(), StoreError>;

    /// The right edge of the tree, with its size.
    ///
    /// # Errors
    /// When it cannot be read.
    fn frontier(&self) -> Result<Frontier, StoreError>;

    /// At most `limit` entries from position `from` on, in order; fewer only at the end.
    ///
    /// # Errors
    /// When they cannot be read.
    fn entries(&self, from: u64, limit: usize, which: Which) -> Result<Vec<Entry>, StoreError>;

    /// Where statements with these (signer, identifier) stand, in the order asked.
    ///
    /// # Errors
    /// When the log cannot be read.
    fn find(&self, statements: &[(PartyId, StatementId)]) -> Result<Vec<Option<Found>>, StoreError>;

    /// The hashes of tiles of level 0 and above, in the order asked: all that are complete now, which may be more
    /// than the width asked for. A tile that is not there is empty. Bundles are asked for with [`Log::entries`].
    ///
    /// # Errors
    /// When they cannot be read.
    fn tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, StoreError>;

    /// At most `limit` signed checkpoints of trees of `from_size` entries or more, smallest first.
    ///
    /// # Errors
    /// When they cannot be read.
    fn checkpoints(&self, from_size: u64, limit: usize) -> Result<Vec<SignedCheckpoint>, StoreError>;

    /// The signed checkpoint of the whole log; `None` for an empty log.
    ///
    /// # Errors
    /// When it cannot be read.
    fn last_checkpoint(&self) -> Result<Option<SignedCheckpoint>, StoreError>;
}

/// Which entries to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Every entry.
    All,
    /// Entries that change the registry in memory: all but those about certificates.
    Reference,
}

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its position.
    pub index: LogIndex,
    /// The day (UTC) on which it was admitted.
    pub day: Date,
    /// Who signed.
    pub signer: PartyId,
    /// The signer's identifier for it.
    pub id: StatementId,
    /// SHA-256 of the payload.
    pub payload_digest: [u8; 32],
    /// Name of the act.
    pub act: Cow<'static, str>,
    /// The statement as it was submitted.
    pub jws: Vec<u8>,
}

/// Where a statement stands, and what it said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its position.
    pub index: LogIndex,
    /// SHA-256 of its payload.
    pub payload_digest: [u8; 32],
}

/// What one transaction appends.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The entries, in order. The first one's position is the size of the log before.
    pub entries: Vec<Entry>,
    /// Hashes that stand in tiles (see [`tlog::NodeId::is_in_a_tile`]), of each level in the order of their index.
    pub hashes: Vec<StoredHash>,
    /// The right edge after the batch.
    pub frontier: Frontier,
    /// Signed checkpoints of trees that end within the batch, smallest first; the last is of the tree after it.
    pub checkpoints: Vec<SignedCheckpoint>,
    /// What the entries do to certificates, in order.
    pub certificate_events: Vec<CertificateEvent>,
}

/// A checkpoint as a signed note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// Size of its tree.
    pub size: u64,
    /// The note with its signatures.
    pub note: String,
}

impl Batch {
    /// Size of the log for which the batch was made.
    pub fn size_before(&self) -> u64 {
        self.frontier.size() - self.entries.len() as u64
    }
}

/// Names of the acts about certificates, which change nothing in the registry in memory.
pub const CERTIFICATE_ACTS: [&str; 2] = ["certificates.issued", "certificates.changed"];

impl Entry {
    /// Whether it is about certificates and nothing else.
    pub fn is_about_certificates(&self) -> bool {
        CERTIFICATE_ACTS.contains(&self.act.as_ref())
    }

    /// The bytes that are hashed into the tree and served in entry bundles.
    pub fn leaf(&self) -> Vec<u8> {
        leaf_bytes(self.day, &self.jws)
    }
}

/// The bytes of a log entry: the day of admission in UTC, a newline, the statement.
pub fn leaf_bytes(day: Date, jws: &[u8]) -> Vec<u8> {
    let mut leaf = Vec::with_capacity(DAY_BYTES + 1 + jws.len());
    leaf.extend(day.to_string().bytes());
    leaf.push(b'\n');
    leaf.extend(jws);
    leaf
}

/// Day and statement of a log entry, from [`leaf_bytes`].
///
/// # Errors
/// A message, when the entry does not begin with a day and a newline.
pub fn split_leaf(leaf: &[u8]) -> Result<(Date, &[u8]), String> {
    let wrong = || "a log entry begins with the day of admission and a newline".to_owned();
    let (day, rest) = leaf.split_at_checked(DAY_BYTES).ok_or_else(wrong)?;
    let jws = rest.strip_prefix(b"\n").ok_or_else(wrong)?;
    let day = std::str::from_utf8(day).map_err(|_| wrong())?;
    Ok((parse_date(day)?, jws))
}

/// Length of a day as text: `2026-01-31`.
const DAY_BYTES: usize = 10;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_leaf_is_day_newline_statement() {
        let day = "2026-01-31".parse().unwrap();
        let leaf = leaf_bytes(day, b"a.b.c");
        assert_eq!(leaf, b"2026-01-31\na.b.c");
        assert_eq!(split_leaf(&leaf), Ok((day, b"a.b.c".as_slice())));
        for bad in [&b""[..], b"2026-01-31", b"2026-01-32\nx", b"2026-01-31 x", b"\xff026-01-31\nx"] {
            assert!(split_leaf(bad).is_err());
        }
    }
}
