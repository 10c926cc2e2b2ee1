//! Roots of the tree at earlier sizes: an answer names the root at its point of knowledge.

use quick_cache::sync::Cache;
use store::{Store, StoreError, StoredTiles};
use tlog::{Hash, TileHashes};

use crate::app::State;

/// Roots kept: questions about the past mostly name the same few points.
const KEPT: usize = 1024;

/// Roots by size. The root at a size never changes.
pub(crate) struct Roots(Cache<u64, Hash>);

impl Default for Roots {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

impl Roots {
    /// The root of the first `size` entries, at most as many as the state has.
    ///
    /// # Errors
    /// When the tree cannot be read.
    pub(crate) fn at(&self, size: u64, state: &State, store: &dyn Store) -> Result<Hash, StoreError> {
        if size == state.size() {
            return Ok(state.root());
        }
        if let Some(root) = self.0.get(&size) {
            return Ok(root);
        }
        let hashes = TileHashes::new(state.size(), StoredTiles(store));
        let root = tlog::root_at(size, &hashes);
        let root =
            root.map_err(|error| StoreError::corrupt(format!("the tree of {size} entries: {error}")))?;
        self.0.insert(size, root);
        Ok(root)
    }
}
