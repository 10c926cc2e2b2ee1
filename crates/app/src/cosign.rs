//! Having one's checkpoints cosigned: what witnesses are sent, and what becomes of their answers.
//!
//! It runs beside the sequencer and holds up nobody: receipts are given as ever, and a checkpoint that a quorum cosigned
//! is published when there is one.

use std::sync::Arc;

use store::{StoreError, StoredTiles};
use tlog::{
    AddCheckpoint, Checkpoint, ConsistencyProof, Note, NoteError, NoteSignature, Policy, PolicyFailure,
    TileHashes,
};

use crate::app::App;

/// A checkpoint with the cosignatures that it got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CosignedCheckpoint {
    /// Size of the log.
    pub size: u64,
    /// The note with all its signatures.
    pub note: Arc<str>,
}

/// Why cosignatures were not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CosignError {
    /// The checkpoint is none, or a cosignature is false.
    #[error("a cosignature is not taken: {0}")]
    Note(#[from] NoteError),
    /// They make no quorum.
    #[error(transparent)]
    Policy(#[from] PolicyFailure),
    /// The store cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl App {
    /// The newest checkpoint that a quorum of witnesses cosigned; `None` while there is none.
    pub fn cosigned(&self) -> Option<Arc<CosignedCheckpoint>> {
        self.cosigned_slot().load_full()
    }

    /// What a witness is asked that cosigned a checkpoint of `old_size` last. With an `old_size` beyond the log there is
    /// nothing to ask: the witness knows more than the log.
    ///
    /// # Errors
    /// When the tree cannot be read.
    pub fn add_checkpoint(
        &self,
        checkpoint: &Note,
        old_size: u64,
    ) -> Result<Option<AddCheckpoint>, StoreError> {
        let damaged = |error: String| StoreError::corrupt(format!("the checkpoint: {error}"));
        let size = Checkpoint::parse(checkpoint.text()).map_err(|error| damaged(error.to_string()))?.size();
        if old_size > size {
            return Ok(None);
        }
        let hashes = TileHashes::new(self.state().size(), StoredTiles(self.store()));
        let proof = match old_size {
            // From nothing no proof is needed.
            0 => Vec::new(),
            old => {
                let proof = ConsistencyProof::generate(old, size, &hashes);
                proof.map_err(|error| StoreError::corrupt(error.to_string()))?.hashes
            }
        };
        Ok(Some(AddCheckpoint { old_size, proof, checkpoint: checkpoint.clone() }))
    }

    /// Takes cosignatures of a checkpoint. Once they make the quorum of the policy, it is kept and published; one that is
    /// smaller than the published one is not. Those of witnesses whose keys are of a kind that is not known here are carried
    /// along, each once, for those who know it; they count for nothing.
    ///
    /// # Errors
    /// [`CosignError`].
    pub fn take_cosignatures(
        &self,
        policy: &Policy,
        checkpoint: &Note,
        cosignatures: &[NoteSignature],
    ) -> Result<Arc<CosignedCheckpoint>, CosignError> {
        let mut note = checkpoint.clone();
        for cosignature in cosignatures {
            // Of keys that the policy knows, and true: one witness that errs does not spoil what the others signed.
            let mut alone = Note::new(checkpoint.text())?;
            alone.add(cosignature.clone())?;
            if policy.cosigned(&alone).is_ok_and(|found| !found.is_empty()) {
                note.add(cosignature.clone())?;
            }
        }
        for carried in cosignatures.iter().filter(|cosignature| policy.carries(cosignature)) {
            let is_its =
                |there: &NoteSignature| there.name() == carried.name() && there.key_id() == carried.key_id();
            // One that is too long for the note is left out.
            if !note.signatures().iter().any(is_its) {
                let _ = note.add(carried.clone());
            }
        }
        let text = note.to_string();
        let verified = policy.verify(text.as_bytes())?;
        let cosigned = Arc::new(CosignedCheckpoint { size: verified.size(), note: text.into() });
        let former = self.cosigned().map_or(0, |former| former.size);
        if cosigned.size >= former {
            // Durable before it is published, as every checkpoint.
            self.store().set_cosigned(&cosigned.note)?;
            self.cosigned_slot().store(Some(cosigned.clone()));
        }
        Ok(cosigned)
    }
}

/// The cosigned checkpoint that was kept, if it is one.
pub(crate) fn kept(note: &str) -> Option<Arc<CosignedCheckpoint>> {
    let parsed = Note::parse(note.as_bytes()).ok()?;
    let size = Checkpoint::parse(parsed.text()).ok()?.size();
    Some(Arc::new(CosignedCheckpoint { size, note: note.into() }))
}
