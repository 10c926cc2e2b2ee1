//! Proofs of inclusion against any size of the log, and the keys that sign its checkpoints.

use store::{StoreError, StoredTiles};
use tlog::{InclusionProof, Note, TileHashes, TlogProof};

use crate::app::App;
use crate::log::LogError;
use crate::log_key::{keys_on_record, origin};

impl App {
    /// The proof that an entry is in the log of `size` entries.
    ///
    /// # Errors
    /// [`LogError`].
    pub fn inclusion(&self, index: u64, size: u64) -> Result<InclusionProof, LogError> {
        let now = self.state().size();
        if size > now {
            return Err(LogError::NotThere { asked: format!("a tree of {size} entries"), size: now });
        }
        if index >= size {
            return Err(LogError::NotThere {
                asked: format!("entry {index} in a tree of {size}"),
                size: now,
            });
        }
        let hashes = TileHashes::new(now, StoredTiles(self.store()));
        let proof = InclusionProof::generate(index, size, &hashes);
        Ok(proof.map_err(|error| StoreError::corrupt(error.to_string()))?)
    }

    /// The proof that an entry is in the log, to be checked offline (C2SP tlog-proof): against the newest checkpoint that
    /// witnesses cosigned, or the newest one while they have not come to the entry.
    ///
    /// # Errors
    /// [`LogError`].
    pub fn tlog_proof(&self, position: u64) -> Result<TlogProof, LogError> {
        let (state, cosigned) = (self.state(), self.cosigned());
        let missing = || LogError::NotThere { asked: format!("entry {position}"), size: state.size() };
        let cosigned = cosigned.filter(|cosigned| position < cosigned.size && cosigned.size <= state.size());
        let (size, note) = match cosigned {
            Some(cosigned) => (cosigned.size, cosigned.note.clone()),
            None => (state.size(), state.checkpoint().cloned().ok_or_else(missing)?),
        };
        let damaged = |error: &dyn std::fmt::Display| StoreError::corrupt(format!("the checkpoint: {error}"));
        let note = Note::parse(note.as_bytes()).map_err(|error| damaged(&error))?;
        let inclusion = self.inclusion(position, size)?;
        Ok(TlogProof::new(inclusion, note).map_err(|error| damaged(&error))?)
    }

    /// The log's name, once it is open, and the keys that sign its checkpoints, oldest first, in the C2SP form.
    pub fn log_keys(&self) -> (Option<String>, Vec<String>) {
        let state = self.state();
        let keys = keys_on_record(state.registry()).iter().map(ToString::to_string).collect();
        (origin(state.registry()).map(str::to_owned), keys)
    }
}
