//! Entry bundles: up to 256 entries, each behind its length (C2SP tlog-tiles, "Log entries").

use thiserror::Error;

use crate::hash::{Hash, leaf_hash};
use crate::tile::TILE_WIDTH;

/// Longest entry: its length is written in 16 bits.
pub const ENTRY_BYTES_MAX: usize = u16::MAX as usize;

/// Longest bundle: 256 longest entries with their lengths.
pub const BUNDLE_BYTES_MAX: usize = TILE_WIDTH as usize * (LENGTH_BYTES + ENTRY_BYTES_MAX);

const LENGTH_BYTES: usize = 2;

/// Why entries are not a bundle, or bytes not one of the expected width.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BundleError {
    /// An entry is longer than its 16-bit length can say.
    #[error("an entry of {got} bytes is too long; the limit is {ENTRY_BYTES_MAX}")]
    EntryTooLong {
        /// Length found, in bytes.
        got: usize,
    },
    /// More than 256 entries.
    #[error("a bundle holds at most {TILE_WIDTH} entries; begin the next one")]
    TooManyEntries,
    /// The bytes end inside an entry or its length.
    #[error("the bundle ends inside entry {entry}; fetch it again")]
    Truncated {
        /// Position of the entry in the bundle, from zero.
        entry: u16,
    },
    /// The bundle has not as many entries as its path says.
    #[error("the bundle has {got} entries, not {expected}; fetch it again")]
    WrongWidth {
        /// Entries expected.
        expected: u16,
        /// Entries found; one more than expected stands for any greater number.
        got: u16,
    },
}

/// The bytes of a bundle: each entry behind its length in bytes as a 16-bit number, high byte first.
///
/// # Errors
/// When an entry is too long or there are more than 256.
pub fn encode_bundle<I>(entries: I) -> Result<Vec<u8>, BundleError>
where
    I: IntoIterator,
    I::Item: AsRef<[u8]>,
{
    let mut bytes = Vec::new();
    for (position, entry) in entries.into_iter().enumerate() {
        let entry = entry.as_ref();
        if position >= usize::from(TILE_WIDTH) {
            return Err(BundleError::TooManyEntries);
        }
        let length =
            u16::try_from(entry.len()).map_err(|_| BundleError::EntryTooLong { got: entry.len() })?;
        bytes.extend(length.to_be_bytes());
        bytes.extend(entry);
    }
    Ok(bytes)
}

/// The entries of a bundle that should hold `width` of them (the width of its path).
///
/// # Errors
/// When the bytes end early or hold another number of entries.
pub fn decode_bundle(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, BundleError> {
    if width > TILE_WIDTH {
        return Err(BundleError::TooManyEntries);
    }
    let mut entries = Vec::with_capacity(usize::from(width));
    let mut rest = bytes;
    for entry in 0..width {
        if rest.is_empty() {
            return Err(BundleError::WrongWidth { expected: width, got: entry });
        }
        let (content, after) = split_entry(rest).ok_or(BundleError::Truncated { entry })?;
        entries.push(content);
        rest = after;
    }
    if rest.is_empty() {
        Ok(entries)
    } else {
        Err(BundleError::WrongWidth { expected: width, got: width.saturating_add(1) })
    }
}

/// The leaf hashes of a bundle's entries: the content of the tile of level 0 with the same index.
///
/// # Errors
/// As [`decode_bundle`].
pub fn bundle_leaf_hashes(bytes: &[u8], width: u16) -> Result<Vec<Hash>, BundleError> {
    Ok(decode_bundle(bytes, width)?.into_iter().map(leaf_hash).collect())
}

fn split_entry(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<LENGTH_BYTES>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_big_endian() {
        let entry = vec![7; 258];
        let bytes = encode_bundle([entry.as_slice(), b""]).unwrap();
        assert_eq!(bytes[..2], [1, 2]);
        assert_eq!(bytes[260..], [0, 0]);
        assert_eq!(decode_bundle(&bytes, 2).unwrap(), [entry.as_slice(), b""]);
    }

    #[test]
    fn limits_are_held() {
        assert!(encode_bundle([vec![0; ENTRY_BYTES_MAX]]).is_ok());
        assert_eq!(
            encode_bundle([vec![0; ENTRY_BYTES_MAX + 1]]),
            Err(BundleError::EntryTooLong { got: ENTRY_BYTES_MAX + 1 })
        );
        assert!(encode_bundle(vec![b""; 256]).is_ok());
        assert_eq!(encode_bundle(vec![b""; 257]), Err(BundleError::TooManyEntries));
    }

    #[test]
    fn a_bundle_of_another_width_is_refused() {
        let bytes = encode_bundle([b"one", b"two"]).unwrap();
        assert_eq!(decode_bundle(&bytes, 1), Err(BundleError::WrongWidth { expected: 1, got: 2 }));
        assert_eq!(decode_bundle(&bytes, 3), Err(BundleError::WrongWidth { expected: 3, got: 2 }));
        assert_eq!(decode_bundle(&bytes[..9], 2), Err(BundleError::Truncated { entry: 1 }));
        assert_eq!(decode_bundle(&bytes[..6], 2), Err(BundleError::Truncated { entry: 1 }));
    }
}
