//! The bits of a status list: index 0 is the most significant bit of the first byte (Bitstring Status List 1.0,
//! section 3.3), compressed with GZIP and written in multibase base64url.

use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::{Compression, GzBuilder, bufread::GzDecoder};

use crate::limits::{STATUS_LIST_ENTRIES_MAX, STATUS_LIST_ENTRIES_MIN};

/// Why a text is not a status list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// Not multibase base64url.
    #[error("the list is not multibase base64url: it begins with `u` and has no padding")]
    Encoding,
    /// Not GZIP, or cut short, or followed by something else.
    #[error("the list is not GZIP, or not whole: fetch it again")]
    Compression,
    /// It would expand to more than is ever needed.
    #[error(
        "the list expands to more than {STATUS_LIST_ENTRIES_MAX} entries: no status list needs that, it was not read"
    )]
    TooLong,
    /// Fewer entries than protect a holder.
    #[error("the list has {entries} entries and needs at least {STATUS_LIST_ENTRIES_MIN}")]
    TooShort {
        /// How many.
        entries: usize,
    },
}

/// An expanded list.
#[derive(Clone, PartialEq, Eq)]
pub struct StatusList {
    bytes: Vec<u8>,
}

impl std::fmt::Debug for StatusList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StatusList({} bits)", self.bytes.len() * 8)
    }
}

impl StatusList {
    /// A list of at least so many entries of one bit, none of them set.
    ///
    /// # Errors
    /// When that is more than a list may have.
    pub fn new(entries: u64) -> Result<Self, ListError> {
        let entries = usize::try_from(entries).map_err(|_| ListError::TooLong)?;
        if entries > STATUS_LIST_ENTRIES_MAX {
            return Err(ListError::TooLong);
        }
        Ok(Self { bytes: vec![0; entries.max(STATUS_LIST_ENTRIES_MIN).div_ceil(8)] })
    }

    /// Sets the bit of an entry; false when the list is shorter.
    pub fn set(&mut self, index: u64) -> bool {
        let byte = usize::try_from(index / 8).ok().and_then(|at| self.bytes.get_mut(at));
        byte.map(|byte| *byte |= 0x80 >> (index % 8)).is_some()
    }

    /// The value of an entry of so many bits (1 to 8); `None` when the list is shorter.
    pub fn get(&self, index: u64, size: u8) -> Option<u8> {
        let first = index.checked_mul(u64::from(size))?;
        (first..first.checked_add(u64::from(size))?).try_fold(0_u8, |value, bit| {
            let byte = self.bytes.get(usize::try_from(bit / 8).ok()?)?;
            Some((value << 1) | ((byte >> (7 - bit % 8)) & 1))
        })
    }

    /// Places from `first` on whose bit is set, in entries of one bit.
    pub fn set_from(&self, first: u64) -> impl Iterator<Item = u64> + '_ {
        let begin = usize::try_from(first / 8).unwrap_or(usize::MAX).min(self.bytes.len());
        // Most bytes of a list are empty, and are passed over at once.
        let bytes = self.bytes[begin..].iter().zip(begin as u64..).filter(|(byte, _)| **byte != 0);
        let bits = bytes.flat_map(|(byte, at)| {
            (0..8).filter(move |bit| byte & (0x80 >> bit) != 0).map(move |bit| at * 8 + bit)
        });
        bits.filter(move |place| *place >= first)
    }

    /// How many entries of so many bits it has.
    pub fn entries(&self, size: u8) -> u64 {
        self.bytes.len() as u64 * 8 / u64::from(size.max(1))
    }

    /// Compressed and in multibase. The same list always gives the same text.
    pub fn encode(&self) -> String {
        // No name and no time in the header. Writing to memory does not fail.
        let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
        let written = encoder.write_all(&self.bytes);
        let compressed = written.and_then(|()| encoder.finish()).unwrap_or_default();
        format!("u{}", URL_SAFE_NO_PAD.encode(compressed))
    }

    /// Expands a list. At most the longest list's memory is used, whatever the text claims.
    ///
    /// # Errors
    /// [`ListError`].
    pub fn decode(encoded: &str) -> Result<Self, ListError> {
        let text = encoded.strip_prefix('u').ok_or(ListError::Encoding)?;
        let compressed = URL_SAFE_NO_PAD.decode(text).map_err(|_| ListError::Encoding)?;
        let bytes_max = STATUS_LIST_ENTRIES_MAX / 8;
        let mut bytes = Vec::new();
        let mut decoder = GzDecoder::new(compressed.as_slice()).take(bytes_max as u64 + 1);
        decoder.read_to_end(&mut bytes).map_err(|_| ListError::Compression)?;
        if bytes.len() > bytes_max {
            return Err(ListError::TooLong);
        }
        // Bytes after the first stream would be read by some readers and not by others.
        if !decoder.into_inner().into_inner().is_empty() {
            return Err(ListError::Compression);
        }
        if bytes.len() * 8 < STATUS_LIST_ENTRIES_MIN {
            return Err(ListError::TooShort { entries: bytes.len() * 8 });
        }
        Ok(Self { bytes })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encoded(bytes: &[u8]) -> String {
        let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        format!("u{}", URL_SAFE_NO_PAD.encode(encoder.finish().unwrap()))
    }

    #[test]
    fn index_zero_is_the_leftmost_bit() {
        let mut bytes = vec![0; 16_384];
        bytes[0] = 0b1000_0001;
        bytes[1] = 0b0100_0000;
        let list = StatusList::decode(&encoded(&bytes)).unwrap();
        let set: Vec<u64> = (0..16).filter(|index| list.get(*index, 1) == Some(1)).collect();
        assert_eq!(set, [0, 7, 9]);
        assert_eq!(list.get(0, 2), Some(0b10));
        assert_eq!(list.get(2, 4), Some(0b0100));
        assert_eq!(list.set_from(0).collect::<Vec<_>>(), [0, 7, 9]);
        assert_eq!(list.set_from(7).collect::<Vec<_>>(), [7, 9]);
        assert_eq!((list.set_from(10).count(), list.set_from(u64::MAX).count()), (0, 0));
        assert_eq!(list.get(131_071, 1), Some(0));
        assert_eq!(list.get(131_072, 1), None);
        assert_eq!(list.get(65_536, 2), None);
        assert_eq!(list.get(u64::MAX, 8), None);
    }

    #[test]
    fn a_bomb_is_refused_after_the_longest_list() {
        // 256 MB of zeros in 256 kB.
        let bomb = encoded(&vec![0; 1 << 28]);
        assert!(bomb.len() < 400_000);
        assert_eq!(StatusList::decode(&bomb), Err(ListError::TooLong));
        assert!(StatusList::decode(&encoded(&vec![0; STATUS_LIST_ENTRIES_MAX / 8])).is_ok());
    }

    #[test]
    fn what_is_no_whole_list_is_refused() {
        let good = encoded(&vec![0; 16_384]);
        assert_eq!(StatusList::decode(good.trim_start_matches('u')), Err(ListError::Encoding));
        assert_eq!(StatusList::decode("u===="), Err(ListError::Encoding));
        assert_eq!(StatusList::decode("uAAAA"), Err(ListError::Compression));
        let whole = URL_SAFE_NO_PAD.decode(&good[1..]).unwrap();
        let cut = format!("u{}", URL_SAFE_NO_PAD.encode(&whole[..whole.len() - 4]));
        assert_eq!(StatusList::decode(&cut), Err(ListError::Compression));
        assert_eq!(StatusList::decode(&encoded(&[0; 16_383])), Err(ListError::TooShort { entries: 131_064 }));
        let twice = format!("u{}", URL_SAFE_NO_PAD.encode([&whole[..], &whole[..]].concat()));
        assert_eq!(StatusList::decode(&twice), Err(ListError::Compression));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn what_is_set_is_read_and_nothing_else(indexes in prop::collection::btree_set(0_u64..200_000, 0..50)) {
            let mut list = StatusList::new(200_000).unwrap();
            for index in &indexes {
                prop_assert!(list.set(*index));
            }
            let read = StatusList::decode(&list.encode()).unwrap();
            prop_assert_eq!(&read, &list);
            prop_assert!((0..200_000).all(|index| (read.get(index, 1) == Some(1)) == indexes.contains(&index)));
        }

        #[test]
        fn any_text_is_a_list_or_an_error(text in "u?[A-Za-z0-9_-]{0,200}") {
            if let Ok(list) = StatusList::decode(&text) {
                prop_assert!(list.entries(1) <= STATUS_LIST_ENTRIES_MAX as u64);
            }
        }
    }
}
