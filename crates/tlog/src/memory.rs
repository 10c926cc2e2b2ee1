//! A whole tree in memory: for batches whose root is signed once, and for tests.

use thiserror::Error;

use crate::frontier::Frontier;
use crate::hash::{Hash, leaf_hash};
use crate::tree::{HashReader, NodeId};

/// A tree that keeps the hashes of all its complete subtrees in memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryTree {
    frontier: Frontier,
    levels: Vec<Vec<Hash>>,
}

/// The hash of a subtree that the tree does not have yet.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the tree has no complete subtree at level {level}, index {index}", level = .0.level, index = .0.index)]
pub struct MissingNode(pub NodeId);

impl MemoryTree {
    /// The tree without entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends an entry and returns its index.
    pub fn push(&mut self, entry: &[u8]) -> u64 {
        self.push_leaf(leaf_hash(entry))
    }

    /// Appends the hash of an entry and returns its index.
    pub fn push_leaf(&mut self, leaf: Hash) -> u64 {
        let index = self.frontier.size();
        for stored in self.frontier.append(leaf) {
            let level = usize::from(stored.id.level);
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            self.levels[level].push(stored.hash);
        }
        index
    }

    /// Number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The root of the tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.frontier.root()
    }

    /// The right edge of the tree.
    #[must_use]
    pub const fn frontier(&self) -> &Frontier {
        &self.frontier
    }

    fn get(&self, id: NodeId) -> Option<Hash> {
        let index = usize::try_from(id.index).ok()?;
        self.levels.get(usize::from(id.level))?.get(index).copied()
    }
}

impl HashReader for MemoryTree {
    type Error = MissingNode;

    fn read(&self, ids: &[NodeId]) -> Result<Vec<Hash>, MissingNode> {
        ids.iter().map(|id| self.get(*id).ok_or(MissingNode(*id))).collect()
    }
}
