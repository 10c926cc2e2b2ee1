//! Start-up: replays what the log has admitted, without checking signatures again, and holds the result against the
//! signed checkpoints in the store and beside it.

use std::sync::Arc;

use registry::{LoggedStatement, Registry};
use statement::Unverified;
use store::{Entry, Store, StoreError, StoredTiles, Which};
use tlog::{Frontier, TileHashes, VerifiedCheckpoint, VerifierKey};

use crate::app::State;
use crate::log_key::{LogKey, keys_on_record, origin};

/// Entries read at a time; at most 64 kB each.
const PAGE: usize = 512;

/// How far a long task has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Done so far.
    pub done: u64,
    /// To do in all.
    pub total: u64,
}

/// Why a registry cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An entry cannot be read.
    #[error("entry {position}: {reason}; run `comity log verify`, then restore a backup")]
    Entry {
        /// Its position.
        position: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// Tree, checkpoint and entries do not belong together.
    #[error("{0}; run `comity log verify`, then restore a backup")]
    Inconsistent(String),
    /// The store is older than the checkpoint that was published.
    #[error(
        "the log has {size} entries, but `{anchor}` shows that {signed} were published: restore the newest backup of the database; going on would publish a second history"
    )]
    Older {
        /// Size of the log.
        size: u64,
        /// Size in the checkpoint kept outside.
        signed: u64,
        /// That checkpoint's file.
        anchor: String,
    },
    /// The checkpoint kept outside is of another history.
    #[error(
        "`{anchor}` does not belong to this log ({reason}): restore database and checkpoint from the same backup"
    )]
    OtherHistory {
        /// That checkpoint's file.
        anchor: String,
        /// What differs.
        reason: String,
    },
    /// None of the keys signs for this log.
    #[error("none of the given keys signs checkpoints of `{origin}`: give the key `{on_record}`")]
    LogKey {
        /// The log.
        origin: String,
        /// The newest key on record.
        on_record: String,
    },
}

/// Loads the state of a store.
pub(crate) fn load(store: &dyn Store, progress: &mut dyn FnMut(Progress)) -> Result<State, OpenError> {
    let frontier = store.frontier()?;
    let registry = replay(store, frontier.size(), progress)?;
    if registry.size() != frontier.size() {
        let sizes = format!("the tree has {} entries and the log {}", frontier.size(), registry.size());
        return Err(OpenError::Inconsistent(sizes));
    }
    let checkpoint = store.last_checkpoint()?.map(|checkpoint| checkpoint.note);
    let keys = keys_on_record(&registry);
    check_own(&registry, &frontier, checkpoint.as_deref(), &keys)?;
    check_outside(store, &registry, &frontier, &keys)?;
    Ok(State::new(registry, frontier, checkpoint.map(Arc::from)))
}

/// Whether one of the keys signs for the log, if it is open.
pub(crate) fn check_keys(state: &State, keys: &[LogKey]) -> Result<(), OpenError> {
    let on_record = keys_on_record(state.registry());
    let Some(origin) = origin(state.registry()) else { return Ok(()) };
    if keys.iter().any(|key| on_record.contains(key.verifier())) {
        return Ok(());
    }
    let newest = on_record.last().map(ToString::to_string).unwrap_or_default();
    Err(OpenError::LogKey { origin: origin.to_owned(), on_record: newest })
}

/// An entry as a logged statement. Its signature was checked when it was admitted.
pub(crate) fn logged(entry: &Entry) -> Result<LoggedStatement, OpenError> {
    let unreadable = |error: statement::StatementError| OpenError::Entry {
        position: entry.index.0,
        reason: error.to_string(),
    };
    let statement = Unverified::parse(&entry.jws).map_err(unreadable)?;
    let (kid, digest) = (statement.kid().to_owned(), crate::receipt::sha256(&entry.jws));
    Ok(LoggedStatement::new(entry.index, entry.day, kid, digest, statement.shared_payload()))
}

fn replay(store: &dyn Store, size: u64, progress: &mut dyn FnMut(Progress)) -> Result<Registry, OpenError> {
    let mut registry = Registry::default();
    let mut next = 0;
    loop {
        let entries = store.entries(next, PAGE, Which::Reference)?;
        let Some(last) = entries.last() else { break };
        next = last.index.0 + 1;
        for entry in &entries {
            registry.apply(&logged(entry)?);
        }
        progress(Progress { done: next, total: size });
    }
    // Statements about certificates change nothing but the size, which the last entry of all sets.
    if registry.size() < size
        && let Some(last) = store.entries(size - 1, 1, Which::All)?.first()
    {
        registry.apply(&logged(last)?);
    }
    progress(Progress { done: size, total: size });
    Ok(registry)
}

fn check_own(
    registry: &Registry,
    frontier: &Frontier,
    checkpoint: Option<&str>,
    keys: &[VerifierKey],
) -> Result<(), OpenError> {
    let Some(origin) = origin(registry) else { return Ok(()) };
    let none = || OpenError::Inconsistent("the log has entries but no checkpoint".to_owned());
    let note = checkpoint.ok_or_else(none)?;
    let verified = VerifiedCheckpoint::verify(note.as_bytes(), origin, keys);
    let verified = verified.map_err(|error| OpenError::Inconsistent(format!("the checkpoint: {error}")))?;
    if (verified.size(), verified.root()) == (frontier.size(), frontier.root()) {
        Ok(())
    } else {
        Err(OpenError::Inconsistent(
            "the signed checkpoint has another size or root than the tree".to_owned(),
        ))
    }
}

/// Holds the store against the checkpoint that was kept outside it. The store may be ahead: a crash between the two
/// writes leaves it so, and nobody has seen the later checkpoint.
fn check_outside(
    store: &dyn Store,
    registry: &Registry,
    frontier: &Frontier,
    keys: &[VerifierKey],
) -> Result<(), OpenError> {
    let Some(note) = store.anchor()? else { return Ok(()) };
    let anchor = store.anchor_name();
    let other = |reason: String| OpenError::OtherHistory { anchor: anchor.clone(), reason };
    let Some(origin) = origin(registry) else {
        return Err(OpenError::Older { size: 0, signed: signed_size(&note), anchor });
    };
    let verified = VerifiedCheckpoint::verify(note.as_bytes(), origin, keys);
    let verified = match verified {
        Ok(verified) => verified,
        // A key that was added later may have signed it: then the size says more than the missing key.
        Err(_) if signed_size(&note) > frontier.size() => {
            return Err(OpenError::Older { size: frontier.size(), signed: signed_size(&note), anchor });
        }
        Err(error) => return Err(other(error.to_string())),
    };
    if verified.size() > frontier.size() {
        return Err(OpenError::Older { size: frontier.size(), signed: verified.size(), anchor });
    }
    let hashes = TileHashes::new(frontier.size(), StoredTiles(store));
    let root = tlog::root_at(verified.size(), &hashes).map_err(|error| other(error.to_string()))?;
    if root == verified.root() { Ok(()) } else { Err(other("another root for the same size".to_owned())) }
}

fn signed_size(note: &str) -> u64 {
    note.lines().nth(1).and_then(|size| size.parse().ok()).unwrap_or(0)
}
