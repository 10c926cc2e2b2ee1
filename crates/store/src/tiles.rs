//! The stored tree as tiles, from which any hash of it is computed.

use tlog::{Tile, TileReader};

use crate::{Log, StoreError};

/// Reads tiles of hashes from a log. `tlog::TileHashes::new(size, StoredTiles(log))` gives every hash of the tree.
#[derive(Clone, Copy)]
pub struct StoredTiles<'a, L: ?Sized>(pub &'a L);

impl<L: Log + ?Sized> TileReader for StoredTiles<'_, L> {
    type Error = StoreError;

    fn read_tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, StoreError> {
        self.0.tiles(tiles)
    }
}
