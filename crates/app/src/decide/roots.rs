//! Roots of the tree at earlier sizes: an answer names the root at its point of knowledge.

use explain::LogPoint;
use quick_cache::sync::Cache;
use store::{Store, StoreError, StoredTiles};
use tlog::{Hash, TileHashes};

use crate::app::State;

/// Roots kept, some megabytes: questions about the past name the points of earlier answers.
const KEPT: usize = 65_536;

/// Roots by size. The root at a size never changes.
pub(crate) struct Roots {
    known: Cache<u64, Hash>,
    /// Digest of the table of rules, which every answer names beside the root.
    rules: String,
}

impl Default for Roots {
    fn default() -> Self {
        Self { known: Cache::new(KEPT), rules: explain::rules_digest() }
    }
}

impl Roots {
    /// What an answer says of the log at a size.
    ///
    /// # Errors
    /// When the tree cannot be read.
    pub(crate) fn point(&self, size: u64, state: &State, store: &dyn Store) -> Result<LogPoint, StoreError> {
        let root = self.at(size, state, store)?.to_string();
        Ok(LogPoint { size, root, rules: self.rules.clone() })
    }

    /// Whether the root at a size is in memory.
    pub(crate) fn has(&self, size: u64) -> bool {
        self.known.get(&size).is_some()
    }

    /// The root of the first `size` entries, at most as many as the state has.
    ///
    /// # Errors
    /// When the tree cannot be read.
    fn at(&self, size: u64, state: &State, store: &dyn Store) -> Result<Hash, StoreError> {
        if let Some(root) = self.known.get(&size) {
            return Ok(root);
        }
        let root = if size == state.size() { state.root() } else { read(size, state, store)? };
        self.known.insert(size, root);
        Ok(root)
    }
}

fn read(size: u64, state: &State, store: &dyn Store) -> Result<Hash, StoreError> {
    let hashes = TileHashes::new(state.size(), StoredTiles(store));
    let root = tlog::root_at(size, &hashes);
    root.map_err(|error| StoreError::corrupt(format!("the tree of {size} entries: {error}")))
}
