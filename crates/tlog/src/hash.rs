//! The hash of the tree: SHA-256 with the domain separation of RFC 6962, section 2.1.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// Length of a hash in bytes (SHA-256).
pub const HASH_BYTES: usize = 32;

/// Length of a hash as base64 with padding.
const HASH_TEXT_BYTES: usize = 44;

/// Prefix of a leaf and of an inner node (RFC 6962, section 2.1), so that neither passes for the other.
const LEAF_PREFIX: [u8; 1] = [0];
const NODE_PREFIX: [u8; 1] = [1];

/// A SHA-256 hash: of a leaf, of a subtree, or the root of a tree.
///
/// Its text form is standard base64 with padding, as in checkpoints and proofs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; HASH_BYTES]);

/// Why a text or a byte string is not a hash.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HashError {
    /// The text is not canonical base64 of 32 bytes.
    #[error("a hash is 44 characters of base64 with padding; check that the text was copied whole")]
    Text,
    /// The byte string is not 32 bytes long.
    #[error("a hash is 32 bytes long, not {got}")]
    Length {
        /// Length found, in bytes.
        got: usize,
    },
}

/// The hash of one entry: `SHA-256(0x00 ‖ entry)` (RFC 6962, section 2.1).
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update(LEAF_PREFIX).chain_update(entry).finalize().into())
}

/// The hash of an inner node: `SHA-256(0x01 ‖ left ‖ right)` (RFC 6962, section 2.1).
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash(Sha256::new().chain_update(NODE_PREFIX).chain_update(left.0).chain_update(right.0).finalize().into())
}

/// The root of the tree without entries: SHA-256 of nothing (RFC 6962, section 2.1).
#[must_use]
pub fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

impl Hash {
    /// The hash as bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; HASH_BYTES] {
        &self.0
    }
}

impl AsRef<[u8]> for Hash {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl TryFrom<&[u8]> for Hash {
    type Error = HashError;

    fn try_from(bytes: &[u8]) -> Result<Self, HashError> {
        bytes.try_into().map(Self).map_err(|_| HashError::Length { got: bytes.len() })
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        // The length first: nothing longer is decoded.
        if text.len() != HASH_TEXT_BYTES {
            return Err(HashError::Text);
        }
        let bytes = STANDARD.decode(text).map_err(|_| HashError::Text)?;
        bytes.try_into().map(Self).map_err(|_| HashError::Text)
    }
}

/// The root over hashes whose trees shrink from left to right, folded from the right edge
/// (RFC 6962, section 2.1: the left part is the largest power of two). None when there are none.
pub(crate) fn fold_right(hashes: &[Hash]) -> Option<Hash> {
    let (last, rest) = hashes.split_last()?;
    Some(rest.iter().rev().fold(*last, |right, left| node_hash(left, &right)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_root_is_sha256_of_nothing() {
        assert_eq!(empty_root().to_string(), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_leaf_never_passes_for_a_node() {
        let (left, right) = (leaf_hash(b"a"), leaf_hash(b"b"));
        let forged = [left.0, right.0].concat();
        assert_ne!(leaf_hash(&forged), node_hash(&left, &right));
    }

    #[test]
    fn text_that_is_not_canonical_is_refused() {
        let text = leaf_hash(b"a").to_string();
        assert_eq!(text.parse::<Hash>().unwrap(), leaf_hash(b"a"));
        // Same 32 bytes, but with bits set that canonical base64 leaves empty.
        let loose = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=";
        for bad in ["", &text[..43], &format!("{text}="), &format!(" {text}"), loose] {
            assert_eq!(bad.parse::<Hash>(), Err(HashError::Text), "{bad}");
        }
    }
}
