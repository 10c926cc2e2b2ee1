//! Codes of countries and of groups of countries.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

const CHARS_MAX: usize = 12;
/// Bytes of a code: its length, its characters, zeros.
const BYTES: usize = 16;

/// A country (ISO 3166-1 alpha-2, `FR`) or a group of countries that acts as one party (`EU`, `ASEAN`, `WTO`).
///
/// Groups have dated membership, so whether a code covers a country is a question about a day, answered by the
/// registry, never by comparing codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Jurisdiction {
    /// Length first: codes are ordered by it, then by their characters.
    bytes: [u8; BYTES],
}

/// Why a text is not a code of a country or group.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a code of a country or group: write two to twelve capital letters, digits or hyphens, such as `FR` or `EU`"
)]
pub struct CodeError(pub String);

impl Jurisdiction {
    /// A code that is written in the source. For codes of users, parse.
    ///
    /// # Panics
    /// When compiled into a constant: if the text is longer than twelve bytes.
    pub const fn new_static(text: &'static str) -> Self {
        let source = text.as_bytes();
        assert!(source.len() >= 2 && source.len() <= CHARS_MAX, "a code has two to twelve characters");
        let mut bytes = [0; BYTES];
        let mut i = 0;
        while i < source.len() {
            bytes[i + 1] = source[i];
            i += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most twelve")]
        let length = source.len() as u8;
        bytes[0] = length;
        Self { bytes }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        // The bytes were checked to be ASCII when the value was made; the fallback is never reached.
        std::str::from_utf8(&self.bytes[1..=usize::from(self.bytes[0])]).unwrap_or_default()
    }
}

impl FromStr for Jurisdiction {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let letters = text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
        let first = text.bytes().next().is_some_and(|b| b.is_ascii_uppercase());
        if !(2..=CHARS_MAX).contains(&text.len()) || !letters || !first {
            return Err(CodeError(text.chars().take(40).collect()));
        }
        let mut bytes = [0; BYTES];
        bytes[1..=text.len()].copy_from_slice(text.as_bytes());
        #[expect(clippy::cast_possible_truncation, reason = "at most twelve")]
        let length = text.len() as u8;
        bytes[0] = length;
        Ok(Self { bytes })
    }
}

/// As one number: decisions look up under codes all the time.
impl Hash for Jurisdiction {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u128(u128::from_ne_bytes(self.bytes));
    }
}

impl fmt::Display for Jurisdiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Jurisdiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

crate::identifier::text_serde!(Jurisdiction);

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_capital_letters() {
        for good in ["FR", "EU", "ASEAN", "APEC", "EEA-EFTA"] {
            assert_eq!(good.parse::<Jurisdiction>().unwrap().as_str(), good);
        }
        for bad in ["", "F", "fr", "ÉU", "THIRTEENCHARS", "1A", "F R"] {
            assert!(bad.parse::<Jurisdiction>().is_err(), "{bad}");
        }
    }
}
