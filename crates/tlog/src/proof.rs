//! Inclusion and consistency proofs: made from stored hashes (RFC 6962, sections 2.1.1 and 2.1.2),
//! checked without them (RFC 9162, sections 2.1.3.2 and 2.1.4.2).

use thiserror::Error;

use crate::hash::{Hash, empty_root, node_hash};
use crate::tree::{HashReader, ReadError, TREE_SIZE_MAX, read_ranges};

/// The most hashes a proof can have: one for each level of the largest tree, and one more for the
/// start of a consistency proof.
pub const PROOF_HASHES_MAX: usize = 64;

/// Proof that an entry stands at an index of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InclusionProof {
    /// Index of the entry, from zero.
    pub leaf_index: u64,
    /// Number of entries of the tree.
    pub tree_size: u64,
    /// Hashes from the sibling of the leaf up to the child of the root.
    pub hashes: Vec<Hash>,
}

/// Proof that a tree begins with all entries of an earlier tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsistencyProof {
    /// Number of entries of the earlier tree.
    pub old_size: u64,
    /// Number of entries of the later tree.
    pub new_size: u64,
    /// The hashes of RFC 6962, section 2.1.2.
    pub hashes: Vec<Hash>,
}

/// Why a proof cannot be made or does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProofError {
    /// The index is not in the tree.
    #[error("entry {index} is not in a tree of {size} entries; ask for a later checkpoint")]
    IndexOutsideTree {
        /// Index asked for.
        index: u64,
        /// Size of the tree.
        size: u64,
    },
    /// The earlier tree is larger than the later one.
    #[error(
        "a tree of {new_size} entries cannot continue one of {old_size}; the log was cut back or the order is reversed"
    )]
    SizesReversed {
        /// Size of the earlier tree.
        old_size: u64,
        /// Size of the later tree.
        new_size: u64,
    },
    /// The size is above [`TREE_SIZE_MAX`].
    #[error("a tree of {size} entries is too large; the limit is {TREE_SIZE_MAX}")]
    TreeTooLarge {
        /// Size stated.
        size: u64,
    },
    /// The proof has too few or too many hashes for the place it proves.
    #[error("the proof has {got} hashes, which is too few or too many for its place in the tree")]
    WrongLength {
        /// Number of hashes found.
        got: usize,
    },
    /// The proof leads to another root: the entry or the tree is not the one proven.
    #[error(
        "the proof leads to root `{computed}`, but the root is `{expected}`; entry and tree do not belong together"
    )]
    RootMismatch {
        /// Root that the proof leads to.
        computed: Hash,
        /// Root that was to be reached.
        expected: Hash,
    },
}

impl InclusionProof {
    /// Makes the proof for entry `leaf_index` in the tree of the first `tree_size` entries.
    ///
    /// # Errors
    /// When the entry is not in the tree or the stored hashes cannot be read.
    pub fn generate<R: HashReader>(
        leaf_index: u64,
        tree_size: u64,
        reader: &R,
    ) -> Result<Self, ReadError<R::Error>> {
        check_index(leaf_index, tree_size)?;
        let hashes = read_ranges(reader, &inclusion_ranges(leaf_index, tree_size))?;
        Ok(Self { leaf_index, tree_size, hashes })
    }

    /// Checks that the entry with hash `leaf` stands at the index in the tree with this `root`.
    ///
    /// # Errors
    /// When the proof does not hold.
    pub fn verify(&self, leaf: &Hash, root: &Hash) -> Result<(), ProofError> {
        expect_root(self.root_for(leaf)?, root)
    }

    /// The root that the proof leads to from an entry's hash (RFC 9162, section 2.1.3.2).
    ///
    /// # Errors
    /// When index, size and number of hashes do not belong together.
    pub fn root_for(&self, leaf: &Hash) -> Result<Hash, ProofError> {
        check_index(self.leaf_index, self.tree_size)?;
        let wrong_length = ProofError::WrongLength { got: self.hashes.len() };
        let (mut node, mut last) = (self.leaf_index, self.tree_size - 1);
        let mut root = *leaf;
        for hash in &self.hashes {
            if last == 0 {
                return Err(wrong_length);
            }
            if node & 1 == 1 || node == last {
                root = node_hash(hash, &root);
                skip_missing_siblings(&mut node, &mut last);
            } else {
                root = node_hash(&root, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        if last == 0 { Ok(root) } else { Err(wrong_length) }
    }
}

impl ConsistencyProof {
    /// Makes the proof that the tree of `new_size` entries continues the tree of `old_size`.
    ///
    /// The empty tree is continued by every tree, and every tree by itself: these proofs have no hashes.
    ///
    /// # Errors
    /// When the sizes are reversed or the stored hashes cannot be read.
    pub fn generate<R: HashReader>(
        old_size: u64,
        new_size: u64,
        reader: &R,
    ) -> Result<Self, ReadError<R::Error>> {
        check_sizes(old_size, new_size)?;
        let hashes = read_ranges(reader, &consistency_ranges(old_size, new_size))?;
        Ok(Self { old_size, new_size, hashes })
    }

    /// Checks that the tree with `new_root` begins with all entries of the tree with `old_root`
    /// (RFC 9162, section 2.1.4.2).
    ///
    /// # Errors
    /// When the proof does not hold.
    pub fn verify(&self, old_root: &Hash, new_root: &Hash) -> Result<(), ProofError> {
        check_sizes(self.old_size, self.new_size)?;
        if self.old_size == 0 || self.old_size == self.new_size {
            return self.verify_trivial(old_root, new_root);
        }
        let (old, new) = self.roots_for(old_root)?;
        expect_root(old, old_root)?;
        expect_root(new, new_root)
    }

    fn verify_trivial(&self, old_root: &Hash, new_root: &Hash) -> Result<(), ProofError> {
        if !self.hashes.is_empty() {
            return Err(ProofError::WrongLength { got: self.hashes.len() });
        }
        let expected = if self.old_size == 0 { &empty_root() } else { new_root };
        expect_root(*old_root, expected)
    }

    /// Both roots that the proof leads to. `0 < old_size < new_size`.
    fn roots_for(&self, old_root: &Hash) -> Result<(Hash, Hash), ProofError> {
        let wrong_length = ProofError::WrongLength { got: self.hashes.len() };
        // When the earlier tree is itself a complete subtree, its root opens the proof (step 2).
        let opening = self.old_size.is_power_of_two().then_some(old_root);
        let mut path = opening.into_iter().chain(&self.hashes);
        let Some(first) = path.next() else { return Err(wrong_length) };
        let (mut node, mut last) = (self.old_size - 1, self.new_size - 1);
        let complete = node.trailing_ones();
        node >>= complete;
        last >>= complete;
        let (mut old, mut new) = (*first, *first);
        for hash in path {
            if last == 0 {
                return Err(wrong_length);
            }
            if node & 1 == 1 || node == last {
                old = node_hash(hash, &old);
                new = node_hash(hash, &new);
                skip_missing_siblings(&mut node, &mut last);
            } else {
                new = node_hash(&new, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        if last == 0 { Ok((old, new)) } else { Err(wrong_length) }
    }
}

/// On the right edge a node without a right sibling rises until it is a right child itself.
fn skip_missing_siblings(node: &mut u64, last: &mut u64) {
    if *node & 1 == 0 {
        let levels = node.trailing_zeros().min(u64::BITS - 1);
        *node >>= levels;
        *last >>= levels;
    }
}

fn check_index(index: u64, size: u64) -> Result<(), ProofError> {
    if size > TREE_SIZE_MAX {
        return Err(ProofError::TreeTooLarge { size });
    }
    if index >= size {
        return Err(ProofError::IndexOutsideTree { index, size });
    }
    Ok(())
}

fn check_sizes(old_size: u64, new_size: u64) -> Result<(), ProofError> {
    if new_size > TREE_SIZE_MAX {
        return Err(ProofError::TreeTooLarge { size: new_size });
    }
    if old_size > new_size {
        return Err(ProofError::SizesReversed { old_size, new_size });
    }
    Ok(())
}

fn expect_root(computed: Hash, expected: &Hash) -> Result<(), ProofError> {
    if computed == *expected {
        Ok(())
    } else {
        Err(ProofError::RootMismatch { computed, expected: *expected })
    }
}

/// Size of the left part of a tree: the largest power of two below `size` (RFC 6962, section 2.1).
fn split(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}

/// The ranges whose hashes are PATH(m, D[n]) of RFC 6962, section 2.1.1, from the leaf upwards.
fn inclusion_ranges(index: u64, size: u64) -> Vec<(u64, u64)> {
    let (mut start, mut end) = (0, size);
    let mut ranges = Vec::new();
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            ranges.push((middle, end));
            end = middle;
        } else {
            ranges.push((start, middle));
            start = middle;
        }
    }
    ranges.reverse();
    ranges
}

/// The ranges whose hashes are PROOF(m, D[n]) of RFC 6962, section 2.1.2, from the bottom upwards.
fn consistency_ranges(old_size: u64, new_size: u64) -> Vec<(u64, u64)> {
    if old_size == 0 {
        return Vec::new();
    }
    let (mut start, mut end) = (0, new_size);
    let mut ranges = Vec::new();
    while old_size != end {
        let middle = start + split(end - start);
        if old_size <= middle {
            ranges.push((middle, end));
            end = middle;
        } else {
            ranges.push((start, middle));
            start = middle;
        }
    }
    // The last subtree is known to the one who asks only when it is the whole earlier tree.
    if start != 0 {
        ranges.push((start, end));
    }
    ranges.reverse();
    ranges
}
