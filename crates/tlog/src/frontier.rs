//! The right edge of the tree: all that is needed to append and to know the root.

use thiserror::Error;

use crate::hash::{HASH_BYTES, Hash, empty_root, fold_right, node_hash};
use crate::proof::ProofError;
use crate::tree::{HashReader, NodeId, ReadError, StoredHash, TREE_SIZE_MAX, push_range, read_all};

/// Bytes of the size in front of the hashes.
const SIZE_BYTES: usize = 8;

/// The roots of the complete subtrees of a tree, largest first: one for each binary one in its size.
///
/// The database keeps this in the transaction that appends, so that a log is extended without
/// reading the tree, and no file is written for each partial tile.
///
/// INVARIANT: there are exactly `size.count_ones()` hashes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    hashes: Vec<Hash>,
}

/// Why stored parts are not a frontier.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FrontierError {
    /// The number of hashes does not belong to the size.
    #[error("a tree of {size} entries has {expected} hashes on its right edge, not {got}")]
    HashCount {
        /// Size of the tree.
        size: u64,
        /// Hashes that such a tree has.
        expected: usize,
        /// Hashes found.
        got: usize,
    },
    /// The bytes are not a size followed by whole hashes.
    #[error("a stored right edge is 8 bytes and then whole hashes of 32 bytes, not {got} bytes")]
    Length {
        /// Length found, in bytes.
        got: usize,
    },
    /// The tree is larger than any this crate counts.
    #[error("a tree of {size} entries is too large; the limit is {TREE_SIZE_MAX}")]
    TooLarge {
        /// Size stated.
        size: u64,
    },
}

impl Frontier {
    /// The right edge of the tree without entries.
    #[must_use]
    pub const fn new() -> Self {
        Self { size: 0, hashes: Vec::new() }
    }

    /// A right edge from its size and hashes, largest subtree first.
    ///
    /// # Errors
    /// When the number of hashes is not the number of binary ones in the size, or the size is
    /// above [`TREE_SIZE_MAX`].
    pub fn from_parts(size: u64, hashes: Vec<Hash>) -> Result<Self, FrontierError> {
        if size > TREE_SIZE_MAX {
            return Err(FrontierError::TooLarge { size });
        }
        let expected = size.count_ones() as usize;
        if hashes.len() != expected {
            return Err(FrontierError::HashCount { size, expected, got: hashes.len() });
        }
        Ok(Self { size, hashes })
    }

    /// A right edge from the bytes of [`Frontier::to_bytes`].
    ///
    /// # Errors
    /// As [`Frontier::from_parts`], and when the length is not 8 bytes and whole hashes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FrontierError> {
        let length = || FrontierError::Length { got: bytes.len() };
        let (size, rest) = bytes.split_first_chunk::<SIZE_BYTES>().ok_or_else(length)?;
        // At most 63 hashes can belong to a size: nothing longer is even copied.
        if !rest.len().is_multiple_of(HASH_BYTES) || rest.len() > u64::BITS as usize * HASH_BYTES {
            return Err(length());
        }
        let hashes = rest.as_chunks::<HASH_BYTES>().0.iter().map(|hash| Hash(*hash)).collect();
        Self::from_parts(u64::from_be_bytes(*size), hashes)
    }

    /// The right edge of the tree of the first `size` entries, from stored hashes.
    ///
    /// # Errors
    /// When `size` is above [`TREE_SIZE_MAX`] or the hashes cannot be read.
    pub fn read<R: HashReader>(size: u64, reader: &R) -> Result<Self, ReadError<R::Error>> {
        if size > TREE_SIZE_MAX {
            return Err(ProofError::TreeTooLarge { size }.into());
        }
        Ok(Self { size, hashes: read_all(reader, &Self::nodes(size))? })
    }

    /// Where the hashes on the right edge of a tree of `size` entries stand, largest subtree first.
    #[must_use]
    pub fn nodes(size: u64) -> Vec<NodeId> {
        let mut ids = Vec::with_capacity(size.count_ones() as usize);
        push_range(0, size, &mut ids);
        ids
    }

    /// Appends a leaf and returns the subtrees it completes, the leaf first. Each is stored once.
    pub fn append(&mut self, leaf: Hash) -> Vec<StoredHash> {
        let mut stored = Vec::with_capacity(1 + self.size.trailing_ones() as usize);
        self.append_into(leaf, &mut stored);
        stored
    }

    /// As [`Frontier::append`], into a vector that a batch of leaves shares.
    pub fn append_into(&mut self, leaf: Hash, stored: &mut Vec<StoredHash>) {
        let mut id = NodeId::new(0, self.size);
        let mut hash = leaf;
        stored.push(StoredHash { id, hash });
        // Adding one to a binary number carries once for each trailing one.
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.hashes.pop() else { break };
            id = NodeId::new(id.level + 1, id.index >> 1);
            hash = node_hash(&left, &hash);
            stored.push(StoredHash { id, hash });
        }
        self.hashes.push(hash);
        self.size += 1;
    }

    /// The root of the tree (RFC 6962, section 2.1).
    #[must_use]
    pub fn root(&self) -> Hash {
        fold_right(&self.hashes).unwrap_or_else(empty_root)
    }

    /// Number of entries in the tree.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the complete subtrees, largest first.
    #[must_use]
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    /// The size as 8 bytes, most significant first, then the hashes, largest subtree first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.size.to_be_bytes().to_vec();
        bytes.extend(self.hashes.iter().flat_map(|hash| hash.0));
        bytes
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::hash::leaf_hash;

    #[test]
    fn a_leaf_returns_the_subtrees_it_completes() {
        let mut frontier = Frontier::new();
        let places: Vec<Vec<NodeId>> = (0..4u8)
            .map(|i| frontier.append(leaf_hash(&[i])).iter().map(|stored| stored.id).collect())
            .collect();
        assert_eq!(places[0], [NodeId::new(0, 0)]);
        assert_eq!(places[1], [NodeId::new(0, 1), NodeId::new(1, 0)]);
        assert_eq!(places[2], [NodeId::new(0, 2)]);
        assert_eq!(places[3], [NodeId::new(0, 3), NodeId::new(1, 1), NodeId::new(2, 0)]);
    }

    #[test]
    fn a_wrong_number_of_hashes_is_refused() {
        let hash = leaf_hash(b"a");
        assert_eq!(
            Frontier::from_parts(3, vec![hash]),
            Err(FrontierError::HashCount { size: 3, expected: 2, got: 1 })
        );
        assert_eq!(Frontier::from_parts(1 << 63, vec![hash]), Err(FrontierError::TooLarge { size: 1 << 63 }));
    }

    #[test]
    fn bytes_that_are_cut_are_refused() {
        let mut frontier = Frontier::new();
        for i in 0..7u8 {
            frontier.append(leaf_hash(&[i]));
        }
        let bytes = frontier.to_bytes();
        assert_eq!(Frontier::from_bytes(&bytes).unwrap(), frontier);
        for cut in 0..bytes.len() {
            assert!(Frontier::from_bytes(&bytes[..cut]).is_err());
        }
        assert!(Frontier::from_bytes(&vec![0; 1 << 20]).is_err());
    }
}
