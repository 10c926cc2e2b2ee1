//! Rebuilding every derived table from the log, into a new store, and comparing the two.

use registry::{CertificateEvent, Registry};
use sha2::{Digest as _, Sha256};
use store::{Batch, DerivedRow, Entry, SignedCheckpoint, Store, StoreError, Which};
use tlog::{Frontier, StoredHash, leaf_hash};

use crate::load::{OpenError, Progress, logged};

/// Entries that are taken together, if the log has checkpoints that allow it. At most 64 kB each.
const ENTRIES_AT_A_TIME: u64 = 1_024;
/// Checkpoints that are looked at to find where to cut.
const CHECKPOINTS_AT_A_TIME: usize = 1_024;
/// Rows whose digest is compared at once.
const ROWS_IN_A_DIGEST: usize = 1_024;

/// A row that differs between a store and a rebuilt one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The row as found; `None` if the store lacks it.
    pub found: Option<DerivedRow>,
    /// The row as rebuilt; `None` if the log does not give it.
    pub rebuilt: Option<DerivedRow>,
}

/// Fills an empty store with the log of another: entries and checkpoints are copied, everything else is computed anew.
/// Signatures are not checked; for that see [`crate::verify_log`].
///
/// # Errors
/// When a store fails, or the log cannot be read.
pub fn rebuild(
    source: &dyn Store,
    target: &dyn Store,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), OpenError> {
    let total = source.frontier()?.size();
    let mut replay = Replay::default();
    while replay.frontier.size() < total {
        let part = read_part(source, replay.frontier.size(), total)?;
        for entry in &part.entries {
            replay.take(&logged(entry)?, entry);
        }
        target.append(&replay.batch(part))?;
        progress(Progress { done: replay.frontier.size(), total });
    }
    if let Some(checkpoint) = target.last_checkpoint()? {
        target.set_anchor(&checkpoint.note)?;
    }
    Ok(())
}

/// The first row in which the derived tables of two stores differ.
///
/// # Errors
/// When a store cannot be read.
pub fn compare(found: &dyn Store, rebuilt: &dyn Store) -> Result<Option<Difference>, StoreError> {
    let (ours, theirs) = (digests(found)?, digests(rebuilt)?);
    let longest = ours.len().max(theirs.len());
    let Some(chunk) = (0..longest).find(|chunk| ours.get(*chunk) != theirs.get(*chunk)) else {
        return Ok(None);
    };
    let (ours, theirs) = (rows(found, chunk)?, rows(rebuilt, chunk)?);
    let longest = ours.len().max(theirs.len());
    let differs = (0..longest).find(|row| ours.get(*row) != theirs.get(*row));
    Ok(differs.map(|row| Difference { found: ours.get(row).cloned(), rebuilt: theirs.get(row).cloned() }))
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (&self.found, &self.rebuilt) {
            (Some(found), Some(rebuilt)) if found.key == rebuilt.key && found.table == rebuilt.table => {
                write!(f, "{} `{}` is not what the log says", found.table, found.key)
            }
            (Some(found), Some(rebuilt)) => write!(
                f,
                "{} `{}` stands where the log gives {} `{}`",
                found.table, found.key, rebuilt.table, rebuilt.key
            ),
            (Some(found), None) => write!(f, "{} `{}` is not in the log", found.table, found.key),
            (None, Some(rebuilt)) => write!(f, "{} `{}` is missing", rebuilt.table, rebuilt.key),
            (None, None) => write!(f, "nothing differs"),
        }
    }
}

/// A stretch of the log that ends at a signed checkpoint.
pub(crate) struct Part {
    pub(crate) entries: Vec<Entry>,
    pub(crate) checkpoints: Vec<SignedCheckpoint>,
}

/// Reads the stretch that begins at `from`.
pub(crate) fn read_part(source: &dyn Store, from: u64, total: u64) -> Result<Part, OpenError> {
    let mut checkpoints = source.checkpoints(from + 1, CHECKPOINTS_AT_A_TIME)?;
    let none = || OpenError::Inconsistent(format!("there is no checkpoint after {from} of {total} entries"));
    let first = checkpoints.first().ok_or_else(none)?.size;
    let end = checkpoints.iter().map(|c| c.size).take_while(|size| size - from <= ENTRIES_AT_A_TIME).last();
    let end = end.unwrap_or(first);
    if end > total {
        return Err(OpenError::Inconsistent(format!("a checkpoint has size {end} and the tree {total}")));
    }
    checkpoints.retain(|checkpoint| checkpoint.size <= end);
    let count = usize::try_from(end - from).unwrap_or(usize::MAX);
    let entries = source.entries(from, count, Which::All)?;
    let gap = entries.iter().zip(from..).find(|(entry, expected)| entry.index.0 != *expected);
    let missing =
        gap.map(|(_, expected)| expected).or((entries.len() < count).then(|| from + entries.len() as u64));
    match missing {
        Some(position) => Err(OpenError::Entry { position, reason: "it is missing".to_owned() }),
        None => Ok(Part { entries, checkpoints }),
    }
}

/// What a log gives, entry by entry.
#[derive(Default)]
pub(crate) struct Replay {
    pub(crate) registry: Registry,
    pub(crate) frontier: Frontier,
    hashes: Vec<StoredHash>,
    events: Vec<CertificateEvent>,
}

impl Replay {
    /// Takes the next statement; gives what it does to certificates.
    pub(crate) fn take(
        &mut self,
        statement: &registry::LoggedStatement,
        entry: &Entry,
    ) -> &[CertificateEvent] {
        let before = self.events.len();
        self.events.extend(self.registry.certificate_events(statement));
        self.registry.apply(statement);
        self.frontier.append_into(leaf_hash(&entry.leaf()), &mut self.hashes);
        &self.events[before..]
    }

    /// What was taken since the last batch.
    pub(crate) fn batch(&mut self, part: Part) -> Batch {
        let mut hashes = std::mem::take(&mut self.hashes);
        hashes.retain(|stored| stored.id.is_in_a_tile());
        Batch {
            entries: part.entries,
            hashes,
            frontier: self.frontier.clone(),
            checkpoints: part.checkpoints,
            certificate_events: std::mem::take(&mut self.events),
        }
    }
}

/// The digest of each stretch of rows, so that large tables are compared without being held in memory.
fn digests(store: &dyn Store) -> Result<Vec<[u8; 32]>, StoreError> {
    let (mut digests, mut hasher, mut rows) = (Vec::new(), Sha256::new(), 0);
    store.derived(&mut |row| {
        for part in [row.table, &row.key, &row.content] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        rows += 1;
        if rows % ROWS_IN_A_DIGEST == 0 {
            digests.push(std::mem::take(&mut hasher).finalize().into());
        }
    })?;
    digests.push(hasher.finalize().into());
    Ok(digests)
}

fn rows(store: &dyn Store, chunk: usize) -> Result<Vec<DerivedRow>, StoreError> {
    let (mut rows, mut place) = (Vec::new(), 0);
    store.derived(&mut |row| {
        if place / ROWS_IN_A_DIGEST == chunk {
            rows.push(row.clone());
        }
        place += 1;
    })?;
    Ok(rows)
}
