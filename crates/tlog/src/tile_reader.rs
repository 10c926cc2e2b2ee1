//! Reading the tree from published tiles: any complete subtree from the tile that spans it.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::hash::{HASH_BYTES, Hash, node_hash};
use crate::tile::{TILE_HEIGHT, TILE_WIDTH, Tile, TileError};
use crate::tree::{HashReader, NodeId};

/// Gives the bytes of published tiles.
///
/// Contract: one byte string for each tile, in the order asked. A full tile may stand in for a
/// partial one (a log may delete partial tiles once the full one is there).
pub trait TileReader {
    /// What may go wrong while reading.
    type Error: std::error::Error + 'static;

    /// Reads `tiles`, in this order.
    ///
    /// # Errors
    /// When a tile cannot be read or is not there.
    fn read_tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, Self::Error>;
}

impl<R: TileReader + ?Sized> TileReader for &R {
    type Error = R::Error;

    fn read_tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, Self::Error> {
        (**self).read_tiles(tiles)
    }
}

/// The hashes of a tree of a known size, computed from its tiles.
///
/// The tiles are not trusted and not checked here: what is made from them (a root, a proof) is to
/// be checked against a verified checkpoint.
#[derive(Debug, Clone)]
pub struct TileHashes<R> {
    size: u64,
    tiles: R,
}

/// Why a hash cannot be computed from tiles.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum TileReadError<E: std::error::Error + 'static> {
    /// The reader failed.
    #[error("the tiles of the log cannot be read")]
    Reader(#[source] E),
    /// The reader broke its contract.
    #[error("the reader returned {got} tiles for {asked}")]
    Count {
        /// Number of tiles asked for.
        asked: usize,
        /// Number of tiles returned.
        got: usize,
    },
    /// A tile is shorter than the tree says, or not made of whole hashes.
    #[error("tile `{tile}` has {got} bytes, too few for its width; fetch it again")]
    Length {
        /// The tile asked for.
        tile: Tile,
        /// Length found, in bytes.
        got: usize,
    },
    /// The subtree is not complete in this tree.
    #[error("the tree has no complete subtree at level {level}, index {index}", level = .0.level, index = .0.index)]
    Missing(NodeId),
    /// The coordinates are out of range.
    #[error(transparent)]
    Tile(#[from] TileError),
}

impl<R: TileReader> TileHashes<R> {
    /// The hashes of the tree of `size` entries whose tiles `tiles` gives.
    pub const fn new(size: u64, tiles: R) -> Self {
        Self { size, tiles }
    }

    /// The tile that spans the node, as it stands in this tree.
    fn tile_of(&self, id: NodeId) -> Result<Tile, TileReadError<R::Error>> {
        if !id.is_complete_in(self.size) {
            return Err(TileReadError::Missing(id));
        }
        // The node is complete, so its leaves are within the tree and the shift loses nothing.
        let first = id.index << (id.level % TILE_HEIGHT);
        let tile = Tile::hashes(id.level / TILE_HEIGHT, first / u64::from(TILE_WIDTH), TILE_WIDTH)?;
        tile.in_tree(self.size).ok_or(TileReadError::Missing(id))
    }

    fn fetch(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, TileReadError<R::Error>> {
        let bytes = self.tiles.read_tiles(tiles).map_err(TileReadError::Reader)?;
        if bytes.len() != tiles.len() {
            return Err(TileReadError::Count { asked: tiles.len(), got: bytes.len() });
        }
        for (tile, bytes) in tiles.iter().zip(&bytes) {
            if bytes.len() < usize::from(tile.width()) * HASH_BYTES {
                return Err(TileReadError::Length { tile: *tile, got: bytes.len() });
            }
        }
        Ok(bytes)
    }
}

impl<R: TileReader> HashReader for TileHashes<R> {
    type Error = TileReadError<R::Error>;

    fn read(&self, ids: &[NodeId]) -> Result<Vec<Hash>, Self::Error> {
        let tiles = ids.iter().map(|id| self.tile_of(*id)).collect::<Result<Vec<_>, _>>()?;
        // Each tile once, however many of its nodes are asked for.
        let mut unique = tiles.clone();
        unique.sort_unstable();
        unique.dedup();
        let contents: BTreeMap<Tile, Vec<u8>> = unique.iter().copied().zip(self.fetch(&unique)?).collect();
        let found = ids.iter().zip(&tiles).map(|(id, tile)| node_in_tile(*id, contents.get(tile)?));
        let missing = |position: usize| TileReadError::Missing(ids[position]);
        found.enumerate().map(|(position, hash)| hash.ok_or_else(|| missing(position))).collect()
    }
}

/// Hashes the part of a tile below a node together.
fn node_in_tile(id: NodeId, tile: &[u8]) -> Option<Hash> {
    let height = id.level % TILE_HEIGHT;
    let count = 1_usize << height;
    let first = usize::try_from((id.index << height) % u64::from(TILE_WIDTH)).ok()?;
    let bytes = tile.get(first * HASH_BYTES..(first + count) * HASH_BYTES)?;
    let mut row: Vec<Hash> = bytes.as_chunks().0.iter().map(|hash| Hash(*hash)).collect();
    for _ in 0..height {
        row = row.as_chunks().0.iter().map(|[left, right]| node_hash(left, right)).collect();
    }
    row.first().copied()
}
