//! What a witness is sent, and what it checks before it cosigns (C2SP tlog-witness, "add-checkpoint").
//!
//! Whoever uses this keeps the last cosigned checkpoint of each log, and must compare and replace it in one step: see
//! [`AddCheckpoint::judge`].

use std::fmt;

use thiserror::Error;

use crate::checkpoint::{Checkpoint, VerifiedCheckpoint, VerifyCheckpointError, parse_decimal};
use crate::hash::Hash;
use crate::key::VerifierKey;
use crate::note::{NOTE_BYTES_MAX, Note, NoteError};
use crate::proof::{ConsistencyProof, PROOF_HASHES_MAX};

/// Longest request, in bytes: a longest checkpoint and 63 hashes.
pub const ADD_CHECKPOINT_BYTES_MAX: usize = NOTE_BYTES_MAX + 4 * 1024;

/// A checkpoint that a witness is asked to cosign, with the proof that it continues what it cosigned last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// Size of the checkpoint that the client believes the witness cosigned last; 0 for none.
    pub old_size: u64,
    /// The consistency proof from there, empty from 0.
    pub proof: Vec<Hash>,
    /// The checkpoint.
    pub checkpoint: Note,
}

/// The checkpoint of a log that a witness cosigned last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cosigned {
    /// Its size.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

/// Why a witness does not cosign. Each has its HTTP status.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WitnessRefusal {
    /// The request is not one.
    #[error("the request is malformed: {0}")]
    Malformed(&'static str),
    /// The checkpoint is not one.
    #[error("the checkpoint is malformed: {0}")]
    Note(#[from] NoteError),
    /// The checkpoint is of a log that this witness does not follow.
    #[error("this witness does not follow the log `{0}`; ask whoever runs it to add the log")]
    UnknownLog(String),
    /// None of the log's keys signed it.
    #[error("the checkpoint is not signed by a key of the log that this witness knows: {0}")]
    NotSigned(VerifyCheckpointError),
    /// The old size is larger than the checkpoint.
    #[error("the old size {old} is larger than the size {new} of the checkpoint")]
    Backwards {
        /// Old size of the request.
        old: u64,
        /// Size of the checkpoint.
        new: u64,
    },
    /// The witness cosigned another size last.
    #[error("this witness cosigned a checkpoint of size {known} last; prove consistency from there")]
    Conflict {
        /// That size.
        known: u64,
    },
    /// The checkpoint does not continue the one that was cosigned: the log shows two histories, or the proof is wrong.
    #[error("the checkpoint is not proven to continue the one of size {known} that this witness cosigned")]
    Inconsistent {
        /// That size.
        known: u64,
    },
}

impl WitnessRefusal {
    /// The HTTP status. For two roots of one size earlier texts of the specification have 409; version 1.0.0 has 422, so
    /// that 409 always comes with the size to go on from.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Malformed(_) | Self::Note(_) | Self::Backwards { .. } => 400,
            Self::NotSigned(_) => 403,
            Self::UnknownLog(_) => 404,
            Self::Conflict { .. } => 409,
            Self::Inconsistent { .. } => 422,
        }
    }
}

impl AddCheckpoint {
    /// Reads the body of a request; nothing is checked.
    ///
    /// # Errors
    /// When it is not one.
    pub fn parse(body: &[u8]) -> Result<Self, WitnessRefusal> {
        let malformed = WitnessRefusal::Malformed;
        if body.len() > ADD_CHECKPOINT_BYTES_MAX {
            return Err(malformed("it is too long"));
        }
        let text = std::str::from_utf8(body).map_err(|_| malformed("it is not UTF-8"))?;
        let (head, checkpoint) = text.split_once("\n\n").ok_or(malformed("there is no blank line"))?;
        let mut lines = head.split('\n');
        let old = lines
            .next()
            .and_then(|line| line.strip_prefix("old "))
            .ok_or(malformed("the first line is `old N`"))?;
        let old_size = parse_decimal(old).map_err(|_| malformed("the old size is no decimal number"))?;
        let mut proof = Vec::new();
        for line in lines {
            if proof.len() >= PROOF_HASHES_MAX {
                return Err(malformed("the proof has more than 63 hashes"));
            }
            proof.push(line.parse().map_err(|_| malformed("a line of the proof is no hash"))?);
        }
        Ok(Self { old_size, proof, checkpoint: Note::parse(checkpoint.as_bytes())? })
    }

    /// The log that the checkpoint claims to be of: to find its keys and what was cosigned last.
    ///
    /// # Errors
    /// When the checkpoint is not one.
    pub fn origin(&self) -> Result<String, WitnessRefusal> {
        let checkpoint = Checkpoint::parse(self.checkpoint.text());
        let checkpoint = checkpoint.map_err(|_| WitnessRefusal::Malformed("the checkpoint is none"))?;
        Ok(checkpoint.origin().to_owned())
    }

    /// Checks the request against what was cosigned last, in the order of the specification.
    ///
    /// The answer holds for that `known` alone: whoever cosigns must replace it by the new checkpoint in one step that
    /// fails if another request was faster, and make it durable, before the cosignature leaves.
    ///
    /// # Errors
    /// [`WitnessRefusal`].
    pub fn judge(
        &self,
        origin: &str,
        log_keys: &[VerifierKey],
        known: Option<Cosigned>,
    ) -> Result<VerifiedCheckpoint, WitnessRefusal> {
        let checkpoint = VerifiedCheckpoint::verify_note(self.checkpoint.clone(), origin, log_keys)
            .map_err(WitnessRefusal::NotSigned)?;
        let (old, new) = (self.old_size, checkpoint.size());
        if old > new {
            return Err(WitnessRefusal::Backwards { old, new });
        }
        let size = known.map_or(0, |known| known.size);
        if old != size {
            return Err(WitnessRefusal::Conflict { known: size });
        }
        let consistent = match known {
            // From nothing, everything follows; a proof of it is empty.
            None => self.proof.is_empty(),
            Some(known) if known.size == 0 => self.proof.is_empty(),
            Some(known) => {
                let proof = ConsistencyProof { old_size: old, new_size: new, hashes: self.proof.clone() };
                proof.verify(&known.root, &checkpoint.root()).is_ok()
            }
        };
        if consistent { Ok(checkpoint) } else { Err(WitnessRefusal::Inconsistent { known: size }) }
    }
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old_size)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use ed25519_dalek::SigningKey;

    use super::*;
    use crate::{MemoryTree, SignatureKind};

    const ORIGIN: &str = "log.example";

    fn key() -> SigningKey {
        SigningKey::from_bytes(&[1; 32])
    }

    fn keys() -> Vec<VerifierKey> {
        vec![VerifierKey::new(ORIGIN, SignatureKind::Ed25519, key().verifying_key()).unwrap()]
    }

    fn tree(size: u64, fork: u8) -> MemoryTree {
        let mut tree = MemoryTree::new();
        (0..size).for_each(|place| {
            tree.push(&[place as u8, fork]);
        });
        tree
    }

    fn request(tree: &MemoryTree, old: u64) -> AddCheckpoint {
        let checkpoint = Checkpoint::new(ORIGIN, tree.size(), tree.root()).unwrap().sign(&key()).unwrap();
        let proof = match old {
            0 => Vec::new(),
            old => ConsistencyProof::generate(old, tree.size(), tree)
                .map_or_else(|_| Vec::new(), |proof| proof.hashes),
        };
        AddCheckpoint { old_size: old, proof, checkpoint }
    }

    fn cosigned(tree: &MemoryTree) -> Option<Cosigned> {
        Some(Cosigned { size: tree.size(), root: tree.root() })
    }

    fn status(request: &AddCheckpoint, known: Option<Cosigned>) -> u16 {
        request.judge(ORIGIN, &keys(), known).map_or_else(|refusal| refusal.status(), |_| 200)
    }

    #[test]
    fn what_continues_is_cosigned() {
        let (first, second) = (tree(3, 0), tree(9, 0));
        assert_eq!(status(&request(&first, 0), None), 200);
        assert_eq!(status(&request(&second, 3), cosigned(&first)), 200);
        assert_eq!(status(&request(&second, 9), cosigned(&second)), 200);
        assert_eq!(status(&request(&second, 0), cosigned(&tree(0, 0))), 200);
    }

    #[test]
    fn a_rollback_a_fork_and_a_wrong_proof_are_not() {
        let (first, second) = (tree(3, 0), tree(9, 0));
        // Back to an earlier size, honestly said or not.
        assert_eq!(status(&request(&first, 3), cosigned(&second)), 409);
        assert_eq!(status(&request(&first, 9), cosigned(&second)), 400);
        // Another history of the same size, and a longer one.
        assert_eq!(status(&request(&tree(9, 1), 9), cosigned(&second)), 422);
        assert_eq!(status(&request(&tree(12, 1), 9), cosigned(&second)), 422);
        let mut wrong = request(&second, 3);
        wrong.proof.pop();
        assert_eq!(status(&wrong, cosigned(&first)), 422);
        let superfluous = AddCheckpoint { proof: vec![Hash([0; 32])], ..request(&first, 0) };
        assert_eq!(status(&superfluous, None), 422);
    }

    #[test]
    fn the_size_to_go_on_from_is_told() {
        let refused = request(&tree(9, 0), 0).judge(ORIGIN, &keys(), cosigned(&tree(3, 0)));
        assert_eq!(refused.unwrap_err(), WitnessRefusal::Conflict { known: 3 });
    }

    #[test]
    fn another_key_signs_nothing() {
        let other = SigningKey::from_bytes(&[2; 32]);
        let first = tree(3, 0);
        let checkpoint = Checkpoint::new(ORIGIN, 3, first.root()).unwrap().sign(&other).unwrap();
        assert_eq!(status(&AddCheckpoint { checkpoint, ..request(&first, 0) }, None), 403);
    }

    #[test]
    fn a_request_is_read_as_it_is_written() {
        for old in [0, 3] {
            let request = request(&tree(9, 0), old);
            assert_eq!(AddCheckpoint::parse(request.to_string().as_bytes()), Ok(request));
        }
        for body in ["", "old 3\n", "old 03\n\nx", "new 3\n\nx\n", "old 3\nnot a hash\n\nx\n\n— a AAAA\n"] {
            assert_eq!(AddCheckpoint::parse(body.as_bytes()).unwrap_err().status(), 400, "{body}");
        }
    }
}
