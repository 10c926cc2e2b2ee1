//! Checkpoints: the size and root of a log, signed (C2SP tlog-checkpoint).

use ed25519_dalek::SigningKey;
use thiserror::Error;

use crate::hash::{Hash, HashError, empty_root};
use crate::key::{SignatureKind, VerifierKey};
use crate::note::{NOTE_BYTES_MAX, Note, NoteError};
use crate::tree::TREE_SIZE_MAX;

/// Most extension lines that are read. The specification advises against any.
pub const EXTENSION_LINES_MAX: usize = 16;

/// What a log states about itself: its origin, size and root. Not yet signed or checked.
///
/// INVARIANT: origin and extension lines are non-empty single lines without control characters,
/// the size is at most [`TREE_SIZE_MAX`], and an empty tree has the empty root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    size: u64,
    root: Hash,
    extensions: Vec<String>,
}

/// A checkpoint that at least one known key of the log signed.
///
/// The only way to one is [`VerifiedCheckpoint::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedCheckpoint {
    checkpoint: Checkpoint,
    note: Note,
}

/// That a witness has seen the checkpoint and found the log consistent so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosignature {
    /// Name of the witness.
    pub name: String,
    /// When it signed, in seconds since 1970.
    pub unix_seconds: u64,
}

/// Why a text is not a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CheckpointError {
    /// Longer than a note may be.
    #[error("the checkpoint has {got} bytes; the limit is {NOTE_BYTES_MAX}")]
    TooLong {
        /// Length found, in bytes.
        got: usize,
    },
    /// Fewer than three lines, an empty line, or no newline at the end.
    #[error("a checkpoint has an origin, a size and a root, each on a line of its own")]
    Lines,
    /// The origin or an extension is empty or not one plain line.
    #[error("an origin or extension of a checkpoint is a non-empty line without control characters")]
    Line,
    /// The size is not a decimal number without leading zeros, or above [`TREE_SIZE_MAX`].
    #[error("`{0}` is not the size of a tree; write digits without leading zeros, up to {TREE_SIZE_MAX}")]
    Size(String),
    /// The root is not a hash.
    #[error(transparent)]
    Root(#[from] HashError),
    /// An empty tree with another root than the empty one.
    #[error("a tree without entries cannot have the root `{0}`")]
    EmptyTreeRoot(Hash),
    /// More extension lines than [`EXTENSION_LINES_MAX`].
    #[error("the checkpoint has more than {EXTENSION_LINES_MAX} extension lines")]
    TooManyExtensions,
}

/// Why a checkpoint is not to be trusted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VerifyCheckpointError {
    /// It is not a note, or no known key of the log signed it, or a signature is false.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The signed text is not a checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// It is of another log.
    #[error("the checkpoint is of the log `{found}`, not of `{expected}`; check the address")]
    Origin {
        /// The log asked for.
        expected: String,
        /// The log found.
        found: String,
    },
}

impl Checkpoint {
    /// A checkpoint without extension lines.
    ///
    /// # Errors
    /// When the origin is not a plain line, the size is too large, or an empty tree has another root
    /// than the empty one.
    pub fn new(origin: &str, size: u64, root: Hash) -> Result<Self, CheckpointError> {
        check_line(origin)?;
        if size > TREE_SIZE_MAX {
            return Err(CheckpointError::Size(size.to_string()));
        }
        if size == 0 && root != empty_root() {
            return Err(CheckpointError::EmptyTreeRoot(root));
        }
        Ok(Self { origin: origin.to_owned(), size, root, extensions: Vec::new() })
    }

    /// The same checkpoint with extension lines, which the specification advises against: monitors
    /// cannot audit them.
    ///
    /// # Errors
    /// When a line is not plain or there are too many.
    pub fn with_extensions(self, lines: Vec<String>) -> Result<Self, CheckpointError> {
        if lines.len() > EXTENSION_LINES_MAX {
            return Err(CheckpointError::TooManyExtensions);
        }
        lines.iter().try_for_each(|line| check_line(line))?;
        Ok(Self { extensions: lines, ..self })
    }

    /// Reads the text of a checkpoint, without signatures.
    ///
    /// # Errors
    /// When the text is not a checkpoint or a limit is passed.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        if text.len() > NOTE_BYTES_MAX {
            return Err(CheckpointError::TooLong { got: text.len() });
        }
        let mut lines = text.strip_suffix('\n').ok_or(CheckpointError::Lines)?.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(CheckpointError::Lines);
        };
        let extensions: Vec<String> = lines.take(EXTENSION_LINES_MAX + 1).map(str::to_owned).collect();
        Self::new(origin, parse_decimal(size)?, root.parse()?)?.with_extensions(extensions)
    }

    /// The text that is signed: origin, size, root and extensions, each on a line.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{}\n{}\n{}\n", self.origin, self.size, self.root);
        for line in &self.extensions {
            text.push_str(line);
            text.push('\n');
        }
        text
    }

    /// The checkpoint as a note signed with the log's key, in the name of the origin.
    ///
    /// While a log changes its key, [`Note::sign`] adds the signature of the second key.
    ///
    /// # Errors
    /// When the origin cannot be the name of a key.
    pub fn sign(&self, key: &SigningKey) -> Result<Note, NoteError> {
        let mut note = Note::new(&self.text())?;
        note.sign(&self.origin, key)?;
        Ok(note)
    }

    /// The name of the log.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Number of entries.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree.
    #[must_use]
    pub const fn root(&self) -> Hash {
        self.root
    }

    /// The extension lines, normally none.
    #[must_use]
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }
}

impl VerifiedCheckpoint {
    /// Checks that the bytes are a checkpoint of the log `origin`, signed by at least one of its keys.
    ///
    /// A log changes its key by signing with both for a time: `log_keys` holds all its keys that are
    /// still trusted, old and new, and signatures of others are ignored. Keys of witnesses do not
    /// belong into the list, see [`VerifiedCheckpoint::cosignatures`].
    ///
    /// # Errors
    /// When the bytes are not a checkpoint, are of another log, no key of the log signed, or a
    /// signature in the name of one is false.
    pub fn verify(
        bytes: &[u8],
        origin: &str,
        log_keys: &[VerifierKey],
    ) -> Result<Self, VerifyCheckpointError> {
        Self::verify_note(Note::parse(bytes)?, origin, log_keys)
    }

    /// As [`VerifiedCheckpoint::verify`], for a note that was parsed already.
    ///
    /// # Errors
    /// As [`VerifiedCheckpoint::verify`].
    pub fn verify_note(
        note: Note,
        origin: &str,
        log_keys: &[VerifierKey],
    ) -> Result<Self, VerifyCheckpointError> {
        // Signatures first: nothing of the text is used before.
        note.verify(log_keys)?;
        let checkpoint = Checkpoint::parse(note.text())?;
        if checkpoint.origin != origin {
            return Err(VerifyCheckpointError::Origin {
                expected: origin.to_owned(),
                found: checkpoint.origin,
            });
        }
        Ok(Self { checkpoint, note })
    }

    /// The cosignatures of the given witnesses, each witness once.
    ///
    /// A policy of "k of n" compares the length with k. Two names with the same public key count
    /// once, since the signed message does not hold the name (C2SP tlog-cosignature). Keys that are
    /// not of the cosignature kind are not counted.
    ///
    /// # Errors
    /// When a signature in the name of one of the witnesses is false.
    pub fn cosignatures(&self, witnesses: &[VerifierKey]) -> Result<Vec<Cosignature>, NoteError> {
        let mut verified = match self.note.verify(witnesses) {
            Err(NoteError::NoKnownSignature) => Vec::new(),
            other => other?,
        };
        verified.retain(|signature| signature.key.kind() == SignatureKind::Ed25519Cosignature);
        verified.sort_by_key(|signature| *signature.key.key().as_bytes());
        verified.dedup_by_key(|signature| *signature.key.key().as_bytes());
        let cosignature = |timestamp: Option<u64>, key: &VerifierKey| {
            Some(Cosignature { name: key.name().to_owned(), unix_seconds: timestamp? })
        };
        Ok(verified.iter().filter_map(|signature| cosignature(signature.timestamp, signature.key)).collect())
    }

    /// The checkpoint.
    #[must_use]
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Number of entries.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.checkpoint.size
    }

    /// The root of the tree.
    #[must_use]
    pub const fn root(&self) -> Hash {
        self.checkpoint.root
    }

    /// The note with all its signatures, also those of unknown keys.
    #[must_use]
    pub const fn note(&self) -> &Note {
        &self.note
    }
}

/// A decimal number as the formats write it: digits only, no leading zeros.
pub(crate) fn parse_decimal(text: &str) -> Result<u64, CheckpointError> {
    let canonical = text == "0" || !text.starts_with('0');
    let digits = canonical && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.then(|| text.parse().ok()).flatten().filter(|number| *number <= TREE_SIZE_MAX);
    number.ok_or_else(|| CheckpointError::Size(text.chars().take(32).collect()))
}

fn check_line(line: &str) -> Result<(), CheckpointError> {
    let plain = !line.is_empty() && line.bytes().all(|byte| byte >= b' ');
    if plain { Ok(()) } else { Err(CheckpointError::Line) }
}
