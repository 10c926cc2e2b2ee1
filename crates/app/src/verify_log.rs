//! Verifying a whole log, trusting nothing that is stored: every signature with the key at its position, every
//! admission, every hash, every checkpoint, and the derived tables against a rebuild. Names the first thing that is
//! not as it was written.

use model::LogIndex;
use registry::{AdmitError, admit};
use statement::{StatementError, Unverified};
use store::{Entry, Pending, SignedCheckpoint, Store, StoreError};
use tlog::{
    Frontier, HASH_BYTES, Hash, TILE_WIDTH, Tile, TileKind, VerifiedCheckpoint, VerifierKey, leaf_hash,
    tiles_changed,
};

use crate::load::{OpenError, Progress};
use crate::log_key::{keys_on_record, origin};
use crate::rebuild::{Difference, Part, Replay, compare, read_part};
use crate::submit::{CHECK, key_of};

/// What was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Entries, each with its signature and admission.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// Certificates in the derived tables.
    pub certificates: u64,
}

/// The first thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The bytes of an entry are no statement, or its signature is false.
    #[error("entry {position}: {error}")]
    Statement {
        /// Which entry.
        position: LogIndex,
        /// What is wrong.
        error: StatementError,
    },
    /// An entry should not have been admitted.
    #[error("entry {position} should not have been admitted: {error}")]
    Admission {
        /// Which entry.
        position: LogIndex,
        /// Why not.
        error: AdmitError,
    },
    /// An entry is another one than was hashed: its day was changed, or its statement for another valid one.
    #[error("entry {position}: it was changed since it was logged (its day, or the whole of it)")]
    Changed {
        /// Which entry.
        position: LogIndex,
    },
    /// What is stored beside a statement is not what it says.
    #[error("entry {position}: the {column} stored beside the statement is another one than it says")]
    Column {
        /// Which entry.
        position: LogIndex,
        /// What differs.
        column: &'static str,
    },
    /// A stored hash is not the one of the entries.
    #[error("{place}: the stored hash is not that of the entries")]
    Hash {
        /// Tile and place in it; for the lowest level the entry.
        place: String,
    },
    /// The right edge of the tree is not the one of the entries.
    #[error("the stored right edge of the tree is not that of the entries")]
    Frontier,
    /// A checkpoint does not belong to the entries, or its signature is false.
    #[error("the checkpoint of size {size}: {reason}")]
    Checkpoint {
        /// Its size.
        size: u64,
        /// What is wrong.
        reason: String,
    },
    /// The checkpoint kept outside does not belong to the log.
    #[error("`{file}`: {reason}")]
    Outside {
        /// Its file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// A derived table is not what the log gives.
    #[error("{0}; `comity rebuild` makes the tables anew from the log")]
    Derived(Box<Difference>),
    /// The files of the store are damaged.
    #[error("the database file: {0}")]
    File(String),
    /// The log cannot be read through.
    #[error(transparent)]
    Unreadable(#[from] OpenError),
    /// A store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Verifies a log. `scratch` is an empty store for the rebuild.
///
/// # Errors
/// [`VerifyError`] names the first thing that is wrong.
pub fn verify_log(
    source: &dyn Store,
    scratch: &dyn Store,
    progress: &mut dyn FnMut(Progress),
) -> Result<Verified, VerifyError> {
    if let Some(damage) = source.damage()?.into_iter().next() {
        return Err(VerifyError::File(damage));
    }
    let total = source.frontier()?.size();
    let mut replay = Replay::default();
    while replay.frontier.size() < total {
        let part = read_part(source, replay.frontier.size(), total)?;
        verify_part(source, &mut replay, &part, scratch)?;
        scratch.append(&replay.batch(part))?;
        progress(Progress { done: replay.frontier.size(), total });
    }
    verify_tiles(source, scratch, &replay.frontier)?;
    verify_outside(source, &replay)?;
    if let Some(difference) = compare(source, scratch)? {
        return Err(VerifyError::Derived(Box::new(difference)));
    }
    Ok(Verified { size: total, root: replay.frontier.root(), certificates: scratch.count(None)? })
}

fn verify_part(
    source: &dyn Store,
    replay: &mut Replay,
    part: &Part,
    scratch: &dyn Store,
) -> Result<(), VerifyError> {
    let mut pending = Pending::new(scratch);
    let mut checkpoints = part.checkpoints.iter().peekable();
    for entry in &part.entries {
        let logged = admitted(replay, entry, &pending)?;
        for event in replay.take(&logged, entry) {
            pending.take(event)?;
        }
        if let Some(checkpoint) = checkpoints.next_if(|checkpoint| checkpoint.size == entry.index.0 + 1) {
            verify_checkpoint(replay, checkpoint)
                .map_err(|error| changed_entry(source, part).unwrap_or(error))?;
        }
    }
    Ok(())
}

/// Re-runs signature check and admission of one entry, on its day.
fn admitted(
    replay: &Replay,
    entry: &Entry,
    pending: &Pending<'_, dyn Store + '_>,
) -> Result<registry::LoggedStatement, VerifyError> {
    let position = entry.index;
    let statement =
        Unverified::parse(&entry.jws).map_err(|error| VerifyError::Statement { position, error })?;
    let key = key_of(&replay.registry, &statement)
        .map_err(|error| VerifyError::Admission { position, error })?
        .clone();
    let statement =
        statement.verify(&key, &CHECK).map_err(|error| VerifyError::Statement { position, error })?;
    verify_columns(entry, &statement)?;
    let admitted = admit(&replay.registry, pending, &statement, entry.day);
    Ok(admitted.map_err(|error| VerifyError::Admission { position, error })?.into_logged())
}

fn verify_columns(entry: &Entry, statement: &statement::VerifiedStatement) -> Result<(), VerifyError> {
    let payload = statement.payload();
    let columns = [
        ("signer", entry.signer == payload.signer),
        ("identifier", entry.id == payload.id),
        ("name of the act", entry.act == payload.act.name()),
        ("digest of the payload", entry.payload_digest == statement.payload_digest()),
    ];
    match columns.iter().find(|(_, same)| !same) {
        Some((column, _)) => Err(VerifyError::Column { position: entry.index, column }),
        None => Ok(()),
    }
}

fn verify_checkpoint(replay: &Replay, checkpoint: &SignedCheckpoint) -> Result<(), VerifyError> {
    let size = checkpoint.size;
    let wrong = |reason: String| VerifyError::Checkpoint { size, reason };
    let verified = verify_note(&checkpoint.note, replay, &keys_on_record(&replay.registry)).map_err(wrong)?;
    if verified.size() != size {
        return Err(wrong(format!("it says size {}", verified.size())));
    }
    if verified.root() == replay.frontier.root() { Ok(()) } else { Err(wrong(OTHER_ROOT.to_owned())) }
}

/// When a checkpoint does not fit: the first entry that is not the one whose hash is stored, if there is one.
fn changed_entry(source: &dyn Store, part: &Part) -> Option<VerifyError> {
    let width = u64::from(TILE_WIDTH);
    let changed = part.entries.iter().find(|entry| {
        let (tile, place) = (entry.index.0 / width, (entry.index.0 % width) as usize);
        let stored =
            Tile::hashes(0, tile, TILE_WIDTH).ok().and_then(|tile| source.tiles(&[tile]).ok()?.pop());
        let stored =
            stored.as_deref().and_then(|tile| tile.get(place * HASH_BYTES..(place + 1) * HASH_BYTES));
        stored != Some(leaf_hash(&entry.leaf()).as_bytes().as_slice())
    });
    changed.map(|entry| VerifyError::Changed { position: entry.index })
}

const OTHER_ROOT: &str = "its root is not that of the entries";

fn verify_note(note: &str, replay: &Replay, keys: &[VerifierKey]) -> Result<VerifiedCheckpoint, String> {
    let origin = origin(&replay.registry).unwrap_or_default();
    let verified =
        VerifiedCheckpoint::verify(note.as_bytes(), origin, keys).map_err(|error| error.to_string())?;
    // A line that no known key signed would otherwise carry any change unnoticed.
    match verified
        .note()
        .signatures()
        .iter()
        .all(|signature| keys.iter().any(|key| key.id() == signature.key_id()))
    {
        true => Ok(verified),
        false => Err("it carries a signature of a key that is not on record".to_owned()),
    }
}

fn verify_tiles(source: &dyn Store, scratch: &dyn Store, frontier: &Frontier) -> Result<(), VerifyError> {
    if source.frontier()? != *frontier {
        return Err(VerifyError::Frontier);
    }
    for tile in tiles_changed(0, frontier.size()) {
        let (found, expected) = (source.tiles(&[tile])?.concat(), scratch.tiles(&[tile])?.concat());
        if found != expected {
            return Err(VerifyError::Hash { place: first_difference(tile, &found, &expected) });
        }
    }
    Ok(())
}

fn first_difference(tile: Tile, found: &[u8], expected: &[u8]) -> String {
    let same = found.iter().zip(expected).take_while(|(a, b)| a == b).count();
    let place = same / HASH_BYTES;
    match tile.kind() {
        TileKind::Hashes { level: 0 } => format!("entry {} in `{tile}`", tile.first() + place as u64),
        _ => format!("hash {place} of `{tile}`"),
    }
}

fn verify_outside(source: &dyn Store, replay: &Replay) -> Result<(), VerifyError> {
    let wrong = |reason: String| VerifyError::Outside { file: source.anchor_name(), reason };
    let size = replay.frontier.size();
    let Some(note) = source.anchor()? else {
        return if size == 0 { Ok(()) } else { Err(wrong("it is missing".to_owned())) };
    };
    let verified = verify_note(&note, replay, &keys_on_record(&replay.registry)).map_err(wrong)?;
    if verified.size() > size {
        return Err(wrong(format!("it is of {} entries and the log has {size}", verified.size())));
    }
    // Every checkpoint that is kept outside is kept inside too, where it was compared with the entries.
    let inside =
        source.checkpoints(verified.size(), 1)?.pop().filter(|inside| inside.size == verified.size());
    match inside {
        Some(inside) if inside.note == note => Ok(()),
        _ => Err(wrong("the log has another checkpoint of that size".to_owned())),
    }
}
