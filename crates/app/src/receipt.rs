//! What a submitter gets back: where the statement stands, and the proof.

use std::sync::Arc;

use model::{Date, LogIndex};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use store::{Store, StoreError, StoredTiles};
use tlog::{
    Frontier, Hash, HashReader, InclusionProof, MissingNode, NodeId, Note, ReadError, StoredHash, TileHashes,
    TlogProof, TlogProofError, leaf_hash,
};

/// That a statement is in the log. It can be checked offline with the log's key.
///
/// Submitting the same statement again gives the same receipt, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Position of the statement.
    pub position: LogIndex,
    /// Day of admission in UTC.
    pub day: Date,
    /// Hash of the log entry (day and statement).
    #[serde(serialize_with = "to_text", deserialize_with = "from_text")]
    pub leaf_hash: Hash,
    /// Size of the log in the checkpoint.
    pub log_size: u64,
    /// The signed checkpoint: a C2SP signed note.
    pub checkpoint: Arc<str>,
    /// Hashes from the sibling of the leaf up to the child of the root.
    #[serde(serialize_with = "to_texts", deserialize_with = "from_texts")]
    pub proof: Vec<Hash>,
}

impl Receipt {
    /// The receipt as a C2SP tlog-proof.
    ///
    /// # Errors
    /// When the checkpoint is no note, which only a receipt from outside can have.
    pub fn tlog_proof(&self) -> Result<TlogProof, TlogProofError> {
        let note = Note::parse(self.checkpoint.as_bytes())?;
        TlogProof::new(self.inclusion(), note)
    }

    /// The proof of inclusion.
    pub fn inclusion(&self) -> InclusionProof {
        InclusionProof { leaf_index: self.position.0, tree_size: self.log_size, hashes: self.proof.clone() }
    }
}

/// The first receipt of an entry: against the checkpoint of the batch that brought it.
///
/// # Errors
/// When the store cannot be read, or has no such entry.
pub fn receipt_from_store(store: &dyn Store, position: LogIndex) -> Result<Receipt, StoreError> {
    let missing = |what: &str| StoreError::corrupt(format!("entry {position} has no {what}"));
    let entry = store.entries(position.0, 1, store::Which::All)?.pop().ok_or_else(|| missing("statement"))?;
    let checkpoint = store.checkpoints(position.0 + 1, 1)?.pop().ok_or_else(|| missing("checkpoint"))?;
    let hashes = TileHashes::new(checkpoint.size, StoredTiles(store));
    let proof = InclusionProof::generate(position.0, checkpoint.size, &hashes);
    let proof = proof.map_err(|error| StoreError::corrupt(format!("entry {position}: {error}")))?;
    Ok(Receipt {
        position,
        day: entry.day,
        leaf_hash: leaf_hash(&entry.leaf()),
        log_size: checkpoint.size,
        checkpoint: checkpoint.note.into(),
        proof: proof.hashes,
    })
}

/// The hashes of a batch together with the right edge before it: enough for the proofs of all its entries, so that
/// no receipt of the batch reads the store.
///
/// INVARIANT: of each level the hashes are without gaps, from `first` on.
#[derive(Clone, Debug)]
pub(crate) struct BatchTree {
    levels: Vec<Level>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    first: u64,
    hashes: Vec<Hash>,
}

impl BatchTree {
    pub(crate) fn new(before: &Frontier) -> Self {
        let level = |level: u32| Level { first: before.size() >> level, hashes: Vec::new() };
        let mut levels: Vec<Level> = (0..u64::BITS).map(level).collect();
        for (id, hash) in Frontier::nodes(before.size()).iter().zip(before.hashes()) {
            levels[usize::from(id.level)] = Level { first: id.index, hashes: vec![*hash] };
        }
        Self { levels }
    }

    pub(crate) fn add(&mut self, stored: &[StoredHash]) {
        for stored in stored {
            let level = &mut self.levels[usize::from(stored.id.level)];
            debug_assert_eq!(level.first + level.hashes.len() as u64, stored.id.index);
            level.hashes.push(stored.hash);
        }
    }

    pub(crate) fn proof(&self, position: u64, size: u64) -> Result<Vec<Hash>, ReadError<MissingNode>> {
        Ok(InclusionProof::generate(position, size, self)?.hashes)
    }

    fn get(&self, id: NodeId) -> Option<Hash> {
        let level = self.levels.get(usize::from(id.level))?;
        let place = usize::try_from(id.index.checked_sub(level.first)?).ok()?;
        level.hashes.get(place).copied()
    }
}

impl HashReader for BatchTree {
    type Error = MissingNode;

    fn read(&self, ids: &[NodeId]) -> Result<Vec<Hash>, MissingNode> {
        ids.iter().map(|id| self.get(*id).ok_or(MissingNode(*id))).collect()
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn to_text<S: Serializer>(hash: &Hash, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(hash)
}

fn from_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Hash, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

fn to_texts<S: Serializer>(hashes: &[Hash], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(hashes.iter().map(ToString::to_string))
}

fn from_texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Hash>, D::Error> {
    let texts = Vec::<String>::deserialize(deserializer)?;
    texts.iter().map(|text| text.parse().map_err(serde::de::Error::custom)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use tlog::MemoryTree;

    use super::*;

    #[test]
    fn a_batch_proves_all_its_entries_without_the_tree_before_it() {
        for before in 0..40_u64 {
            for added in 1..20_u64 {
                let mut whole = MemoryTree::new();
                (0..before).for_each(|i| {
                    whole.push(&i.to_be_bytes());
                });
                let mut frontier = whole.frontier().clone();
                let mut batch = BatchTree::new(&frontier);
                for i in before..before + added {
                    whole.push(&i.to_be_bytes());
                    batch.add(&frontier.append(leaf_hash(&i.to_be_bytes())));
                }
                for i in before..before + added {
                    let hashes = batch.proof(i, before + added).unwrap();
                    let proof = InclusionProof { leaf_index: i, tree_size: before + added, hashes };
                    proof.verify(&leaf_hash(&i.to_be_bytes()), &whole.root()).unwrap();
                }
            }
        }
    }
}
