//! The log as others read it: checkpoint, tiles, entries, proofs (C2SP tlog-tiles).

use std::sync::Arc;

use model::LogIndex;
use statement::{Payload, Unverified};
use store::{Entry, StoreError, StoredTiles, Which};
use tlog::{
    ConsistencyProof, HASH_BYTES, InclusionProof, Tile, TileError, TileHashes, TileKind, encode_bundle,
};

use crate::app::App;
use crate::cosign::CosignedCheckpoint;
use crate::receipt::{Receipt, receipt_from_store};

/// Why a part of the log cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// The path names no tile.
    #[error(transparent)]
    Path(#[from] TileError),
    /// The log is not that long yet.
    #[error(
        "the log has {size} entries, too few for `{asked}`: ask for the checkpoint to see how long it is"
    )]
    NotThere {
        /// What was asked for.
        asked: String,
        /// Size of the log.
        size: u64,
    },
    /// The sizes of a consistency proof are reversed.
    #[error("a log of {old} entries cannot precede one of {new}: ask with the smaller size first")]
    Reversed {
        /// First size.
        old: u64,
        /// Second size.
        new: u64,
    },
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An entry with what it says and the proof that it is in the log.
#[derive(Clone, Debug)]
pub struct EntryWithProof {
    /// The entry.
    pub entry: Entry,
    /// What it says.
    pub payload: Payload,
    /// Identifier of the key that signed.
    pub key_id: String,
    /// Its first receipt.
    pub receipt: Receipt,
    /// The same against the newest checkpoint that witnesses cosigned, if that has the entry.
    pub cosigned: Option<Receipt>,
}

impl App {
    /// The signed checkpoint, with the cosignatures of witnesses once it has them; `None` while the log is empty.
    pub fn checkpoint(&self) -> Option<Arc<str>> {
        let state = self.state();
        let cosigned = self.cosigned().filter(|cosigned| cosigned.size == state.size());
        cosigned.map(|cosigned| cosigned.note.clone()).or_else(|| state.checkpoint().cloned())
    }

    /// The bytes under a path such as `tile/0/x001/x234/067` or `tile/entries/000.p/5`. What they are never changes.
    ///
    /// # Errors
    /// [`LogError`].
    pub fn tile(&self, path: &str) -> Result<Vec<u8>, LogError> {
        let tile: Tile = path.parse()?;
        let size = self.state().size();
        if !tile.is_complete_in(size) {
            return Err(LogError::NotThere { asked: path.to_owned(), size });
        }
        match tile.kind() {
            TileKind::Hashes { .. } => self.hash_tile(tile),
            TileKind::Entries => self.entry_bundle(tile),
        }
    }

    /// An entry with its statement and proof.
    ///
    /// # Errors
    /// [`LogError`].
    pub fn entry(&self, position: LogIndex) -> Result<EntryWithProof, LogError> {
        let size = self.state().size();
        let missing = || LogError::NotThere { asked: format!("entry {position}"), size };
        if position.0 >= size {
            return Err(missing());
        }
        let entry = self.store().entries(position.0, 1, Which::All)?.pop().ok_or_else(missing)?;
        let damaged = |error| StoreError::corrupt(format!("entry {position}: {error}"));
        let statement = Unverified::parse(&entry.jws).map_err(damaged)?;
        let receipt = receipt_from_store(self.store(), position)?;
        let cosigned = self.cosigned_receipt(&receipt, size)?;
        let (payload, key_id) = (statement.payload().clone(), statement.kid().to_owned());
        Ok(EntryWithProof { entry, payload, key_id, receipt, cosigned })
    }

    /// A receipt against the newest checkpoint that witnesses cosigned; `None` while none has the entry.
    fn cosigned_receipt(&self, receipt: &Receipt, size: u64) -> Result<Option<Receipt>, StoreError> {
        let has_entry =
            |cosigned: &CosignedCheckpoint| receipt.position.0 < cosigned.size && cosigned.size <= size;
        let Some(cosigned) = self.cosigned().filter(|cosigned| has_entry(cosigned)) else { return Ok(None) };
        let hashes = TileHashes::new(size, StoredTiles(self.store()));
        let proof = InclusionProof::generate(receipt.position.0, cosigned.size, &hashes);
        let proof = proof.map_err(|error| StoreError::corrupt(error.to_string()))?.hashes;
        let (log_size, checkpoint) = (cosigned.size, cosigned.note.clone());
        Ok(Some(Receipt { log_size, checkpoint, proof, ..receipt.clone() }))
    }

    /// The proof that the log of `new_size` entries continues the one of `old_size`.
    ///
    /// # Errors
    /// [`LogError`].
    pub fn consistency(&self, old_size: u64, new_size: u64) -> Result<ConsistencyProof, LogError> {
        let size = self.state().size();
        if old_size > new_size {
            return Err(LogError::Reversed { old: old_size, new: new_size });
        }
        if new_size > size {
            return Err(LogError::NotThere { asked: format!("a tree of {new_size} entries"), size });
        }
        let hashes = TileHashes::new(size, StoredTiles(self.store()));
        let proof = ConsistencyProof::generate(old_size, new_size, &hashes);
        Ok(proof.map_err(|error| StoreError::corrupt(error.to_string()))?)
    }

    fn hash_tile(&self, tile: Tile) -> Result<Vec<u8>, LogError> {
        let mut bytes = self.store().tiles(&[tile])?.pop().unwrap_or_default();
        let wanted = usize::from(tile.width()) * HASH_BYTES;
        if bytes.len() < wanted {
            return Err(StoreError::corrupt(format!("tile `{tile}` is cut")).into());
        }
        bytes.truncate(wanted);
        Ok(bytes)
    }

    fn entry_bundle(&self, tile: Tile) -> Result<Vec<u8>, LogError> {
        let entries = self.store().entries(tile.first(), usize::from(tile.width()), Which::All)?;
        if entries.len() != usize::from(tile.width()) {
            return Err(StoreError::corrupt(format!("entries are missing in `{tile}`")).into());
        }
        let bundle = encode_bundle(entries.iter().map(Entry::leaf));
        Ok(bundle.map_err(|error| StoreError::corrupt(error.to_string()))?)
    }
}
