//! Identifiers drawn at random, and the hashes under which tokens are kept.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// Why a text is no identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an identifier has 32 hexadecimal digits: copy it whole")]
pub struct IdError;

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; 16]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                from_hex(text).map(Self)
            }
        }
    };
}

random_id! {
    /// An officer: drawn when he or she is invited. It is also the user handle of the passkeys.
    OfficerId
}
random_id! {
    /// A draft of an act.
    DraftId
}

/// SHA-256 of a token that only its bearer knows. Tokens are random and 256 bits long, so a plain hash is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TokenHash(pub [u8; 32]);

impl TokenHash {
    /// The hash under which a token is kept.
    pub fn of(token: &[u8]) -> Self {
        Self(Sha256::digest(token).into())
    }
}

fn from_hex<const N: usize>(text: &str) -> Result<[u8; N], IdError> {
    if text.len() != 2 * N || !text.is_ascii() {
        return Err(IdError);
    }
    let mut bytes = [0; N];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).map_err(|_| IdError)?;
    }
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_back() {
        let id = OfficerId([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]);
        assert_eq!(id.to_string().parse(), Ok(id));
        for bad in ["", "00", "000102030405060708090a0b0c0d0e0g", "é00102030405060708090a0b0c0d0e0", "+1"] {
            assert_eq!(bad.parse::<OfficerId>(), Err(IdError), "{bad}");
        }
    }
}
