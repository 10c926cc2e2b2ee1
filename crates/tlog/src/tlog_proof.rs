//! Proofs that stand alone: an inclusion proof and a signed checkpoint in one text (C2SP tlog-proof).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use thiserror::Error;

use crate::checkpoint::{CheckpointError, VerifiedCheckpoint, VerifyCheckpointError, parse_decimal};
use crate::hash::{Hash, HashError};
use crate::key::VerifierKey;
use crate::note::{NOTE_BYTES_MAX, Note, NoteError};
use crate::proof::{InclusionProof, PROOF_HASHES_MAX, ProofError};

/// Longest extra data, in bytes.
pub const TLOG_PROOF_EXTRA_BYTES_MAX: usize = 64 * 1024;

/// Longest proof text, in bytes: a longest note, longest extra data as base64 and all hashes.
pub const TLOG_PROOF_BYTES_MAX: usize = 3 * NOTE_BYTES_MAX;

const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// That an entry is in a log, to be checked offline by anybody who knows the log's keys.
///
/// Printing gives the exact bytes that were parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlogProof {
    index: u64,
    hashes: Vec<Hash>,
    extra: Option<Vec<u8>>,
    checkpoint: Note,
}

/// Why a text is not a proof.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TlogProofError {
    /// Longer than [`TLOG_PROOF_BYTES_MAX`].
    #[error("the proof has {got} bytes; the limit is {TLOG_PROOF_BYTES_MAX}")]
    TooLong {
        /// Length found, in bytes.
        got: usize,
    },
    /// Not UTF-8.
    #[error("the proof is not text in UTF-8")]
    NotText,
    /// The first line is another one.
    #[error("a proof begins with the line `{HEADER}`")]
    Header,
    /// The extra data are not base64, or longer than [`TLOG_PROOF_EXTRA_BYTES_MAX`].
    #[error("the extra data of the proof are not base64 of at most {TLOG_PROOF_EXTRA_BYTES_MAX} bytes")]
    Extra,
    /// There is no line with the index.
    #[error("the proof has no line `index N`")]
    NoIndex,
    /// The index is not a decimal number.
    #[error("the index of the proof is not a number")]
    Index(#[source] CheckpointError),
    /// A line of the proof is not a hash.
    #[error("hash {position} of the proof is malformed")]
    Hash {
        /// Position of the hash, from 1.
        position: usize,
        /// What is wrong with it.
        #[source]
        source: HashError,
    },
    /// More hashes than the largest tree has levels.
    #[error("the proof has more than {PROOF_HASHES_MAX} hashes")]
    TooManyHashes,
    /// No blank line before the checkpoint.
    #[error("the proof has no checkpoint below a blank line")]
    NoCheckpoint,
    /// The checkpoint is not a signed note.
    #[error(transparent)]
    Note(#[from] NoteError),
}

/// Why a proof does not convince.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VerifyTlogProofError {
    /// The checkpoint is not to be trusted.
    #[error(transparent)]
    Checkpoint(#[from] VerifyCheckpointError),
    /// The entry is not in the tree of the checkpoint.
    #[error(transparent)]
    Proof(#[from] ProofError),
}

impl TlogProof {
    /// A proof from its parts. The checkpoint is the one whose size the inclusion proof names.
    ///
    /// # Errors
    /// When the proof has too many hashes.
    pub fn new(inclusion: InclusionProof, checkpoint: Note) -> Result<Self, TlogProofError> {
        if inclusion.hashes.len() > PROOF_HASHES_MAX {
            return Err(TlogProofError::TooManyHashes);
        }
        Ok(Self { index: inclusion.leaf_index, hashes: inclusion.hashes, extra: None, checkpoint })
    }

    /// The same proof with data for the one who reads it. Nothing vouches for them.
    ///
    /// # Errors
    /// When they are longer than [`TLOG_PROOF_EXTRA_BYTES_MAX`].
    pub fn with_extra(self, extra: Vec<u8>) -> Result<Self, TlogProofError> {
        if extra.len() > TLOG_PROOF_EXTRA_BYTES_MAX {
            return Err(TlogProofError::Extra);
        }
        Ok(Self { extra: Some(extra), ..self })
    }

    /// Reads a proof; nothing is checked.
    ///
    /// # Errors
    /// When the bytes are not a proof or a limit is passed.
    pub fn parse(bytes: &[u8]) -> Result<Self, TlogProofError> {
        if bytes.len() > TLOG_PROOF_BYTES_MAX {
            return Err(TlogProofError::TooLong { got: bytes.len() });
        }
        let text = std::str::from_utf8(bytes).map_err(|_| TlogProofError::NotText)?;
        let rest = text.strip_prefix(HEADER).and_then(|rest| rest.strip_prefix('\n'));
        let (extra, rest) = parse_extra(rest.ok_or(TlogProofError::Header)?)?;
        let (index, rest) = parse_index(rest)?;
        // Without hashes the blank line follows the index at once.
        let (hashes, checkpoint) = match rest.strip_prefix('\n') {
            Some(checkpoint) => ("", checkpoint),
            None => rest.split_once("\n\n").ok_or(TlogProofError::NoCheckpoint)?,
        };
        let checkpoint = Note::parse(checkpoint.as_bytes())?;
        Ok(Self { index, hashes: parse_hashes(hashes)?, extra, checkpoint })
    }

    /// Checks that the entry with hash `leaf` is in the log `origin`, and returns the checkpoint
    /// that says so; its cosignatures are the caller's policy.
    ///
    /// # Errors
    /// When the checkpoint is not to be trusted or the entry is not in its tree.
    pub fn verify(
        &self,
        leaf: &Hash,
        origin: &str,
        log_keys: &[VerifierKey],
    ) -> Result<VerifiedCheckpoint, VerifyTlogProofError> {
        let checkpoint = VerifiedCheckpoint::verify_note(self.checkpoint.clone(), origin, log_keys)?;
        self.inclusion_in(checkpoint.size()).verify(leaf, &checkpoint.root())?;
        Ok(checkpoint)
    }

    /// Index of the entry, from zero.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// Hashes from the sibling of the leaf up to the child of the root.
    #[must_use]
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    /// Data for the one who reads the proof. Nothing vouches for them.
    #[must_use]
    pub fn extra(&self) -> Option<&[u8]> {
        self.extra.as_deref()
    }

    /// The checkpoint, not checked.
    #[must_use]
    pub const fn checkpoint(&self) -> &Note {
        &self.checkpoint
    }

    fn inclusion_in(&self, tree_size: u64) -> InclusionProof {
        InclusionProof { leaf_index: self.index, tree_size, hashes: self.hashes.clone() }
    }
}

impl fmt::Display for TlogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", STANDARD.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.hashes.iter().try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

fn parse_extra(text: &str) -> Result<(Option<Vec<u8>>, &str), TlogProofError> {
    let Some(rest) = text.strip_prefix("extra ") else { return Ok((None, text)) };
    let (line, rest) = rest.split_once('\n').ok_or(TlogProofError::Extra)?;
    let extra = STANDARD.decode(line).map_err(|_| TlogProofError::Extra)?;
    if extra.len() > TLOG_PROOF_EXTRA_BYTES_MAX {
        return Err(TlogProofError::Extra);
    }
    Ok((Some(extra), rest))
}

fn parse_index(text: &str) -> Result<(u64, &str), TlogProofError> {
    let rest = text.strip_prefix("index ").ok_or(TlogProofError::NoIndex)?;
    let (line, rest) = rest.split_once('\n').ok_or(TlogProofError::NoIndex)?;
    Ok((parse_decimal(line).map_err(TlogProofError::Index)?, rest))
}

fn parse_hashes(block: &str) -> Result<Vec<Hash>, TlogProofError> {
    let mut hashes = Vec::new();
    for (position, line) in block.split('\n').filter(|_| !block.is_empty()).enumerate() {
        if position >= PROOF_HASHES_MAX {
            return Err(TlogProofError::TooManyHashes);
        }
        let hash = line.parse().map_err(|source| TlogProofError::Hash { position: position + 1, source })?;
        hashes.push(hash);
    }
    Ok(hashes)
}
