//! The shape of the tree: which complete subtrees a tree of a given size consists of, and how their
//! hashes are read.

use thiserror::Error;

use crate::frontier::Frontier;
use crate::hash::{Hash, fold_right};

/// The largest tree: as many entries as a signed 64-bit number counts. Other implementations of
/// the same formats count so, and shifts by a level stay within 64 bits.
pub const TREE_SIZE_MAX: u64 = i64::MAX as u64;

/// The place of a complete subtree: `level` 0 is a leaf, and the subtree covers the leaves
/// `index << level` up to, not including, `(index + 1) << level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    /// Height of the subtree above the leaves.
    pub level: u8,
    /// Position from the left among the subtrees of this level.
    pub index: u64,
}

impl NodeId {
    /// The node at a level and index.
    #[must_use]
    pub const fn new(level: u8, index: u64) -> Self {
        Self { level, index }
    }

    /// Whether the subtree is complete in a tree of `size` entries. Only such hashes never change,
    /// and only such are stored.
    #[must_use]
    pub fn is_complete_in(&self, size: u64) -> bool {
        size.checked_shr(u32::from(self.level)).is_some_and(|count| self.index < count)
    }

    /// Whether the hash stands in a tile (levels 0, 8, 16, …). A store that keeps these only can
    /// compute all others, see [`TileHashes`](crate::TileHashes).
    #[must_use]
    pub const fn is_in_a_tile(&self) -> bool {
        self.level.is_multiple_of(crate::tile::TILE_HEIGHT)
    }
}

/// A hash with its place, to be stored once and never changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredHash {
    /// Where the subtree stands.
    pub id: NodeId,
    /// Its root.
    pub hash: Hash,
}

/// Gives the hashes of complete subtrees.
///
/// Contract: one hash for each id, in the order asked; an id that is not stored is an error.
pub trait HashReader {
    /// What may go wrong while reading.
    type Error: std::error::Error + 'static;

    /// Reads the hashes of `ids`, in this order.
    ///
    /// # Errors
    /// When a hash cannot be read or is not there.
    fn read(&self, ids: &[NodeId]) -> Result<Vec<Hash>, Self::Error>;
}

impl<R: HashReader + ?Sized> HashReader for &R {
    type Error = R::Error;

    fn read(&self, ids: &[NodeId]) -> Result<Vec<Hash>, Self::Error> {
        (**self).read(ids)
    }
}

/// Why something could not be computed from stored hashes.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ReadError<E: std::error::Error + 'static> {
    /// The reader failed.
    #[error("the stored hashes of the log cannot be read")]
    Reader(#[source] E),
    /// The reader broke its contract.
    #[error("the reader returned {got} hashes for {asked} ids; the stored tree is damaged")]
    Count {
        /// Number of ids asked for.
        asked: usize,
        /// Number of hashes returned.
        got: usize,
    },
    /// What was asked for does not exist in a tree of this size.
    #[error(transparent)]
    Request(#[from] crate::proof::ProofError),
    /// The tile does not exist in any tree.
    #[error("tile `{0}` lies above the highest level of any tree")]
    NoSuchTile(crate::tile::Tile),
}

/// The root of the tree of the first `size` entries, from stored hashes.
///
/// # Errors
/// When `size` is above [`TREE_SIZE_MAX`] or the hashes cannot be read.
pub fn root_at<R: HashReader>(size: u64, reader: &R) -> Result<Hash, ReadError<R::Error>> {
    Ok(Frontier::read(size, reader)?.root())
}

/// Reads through the reader and holds it to its contract.
pub(crate) fn read_all<R: HashReader>(reader: &R, ids: &[NodeId]) -> Result<Vec<Hash>, ReadError<R::Error>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let hashes = reader.read(ids).map_err(ReadError::Reader)?;
    if hashes.len() != ids.len() {
        return Err(ReadError::Count { asked: ids.len(), got: hashes.len() });
    }
    Ok(hashes)
}

/// Appends the complete subtrees, largest first, that make up the leaves `start..end`.
///
/// INVARIANT: `start` is a multiple of the largest power of two that is not above `end - start`,
/// which holds for every range that the recursion of RFC 6962 visits.
pub(crate) fn push_range(start: u64, end: u64, ids: &mut Vec<NodeId>) {
    let mut start = start;
    while start < end {
        let level = (end - start).ilog2() as u8;
        ids.push(NodeId::new(level, start >> level));
        start += 1 << level;
    }
}

/// One hash for each range of leaves, with a single call of the reader.
pub(crate) fn read_ranges<R: HashReader>(
    reader: &R,
    ranges: &[(u64, u64)],
) -> Result<Vec<Hash>, ReadError<R::Error>> {
    let mut ids = Vec::with_capacity(ranges.len() + 8);
    let mut ends = Vec::with_capacity(ranges.len());
    for (start, end) in ranges {
        push_range(*start, *end, &mut ids);
        ends.push(ids.len());
    }
    let hashes = read_all(reader, &ids)?;
    let starts = std::iter::once(0).chain(ends.iter().copied());
    Ok(starts.zip(&ends).filter_map(|(from, to)| fold_right(&hashes[from..*to])).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_is_complete_when_its_last_leaf_is_there() {
        assert!(NodeId::new(3, 0).is_complete_in(8));
        assert!(!NodeId::new(3, 0).is_complete_in(7));
        assert!(!NodeId::new(3, 1).is_complete_in(15));
        assert!(!NodeId::new(64, 0).is_complete_in(u64::MAX));
        assert!(!NodeId::new(0, u64::MAX).is_complete_in(TREE_SIZE_MAX));
    }

    #[test]
    fn a_range_is_cut_into_its_binary_digits() {
        let mut ids = Vec::new();
        push_range(8, 15, &mut ids);
        assert_eq!(ids, [NodeId::new(2, 2), NodeId::new(1, 6), NodeId::new(0, 14)]);
    }
}
