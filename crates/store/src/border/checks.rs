//! Checks that were answered at a border without the registry and told to it later (SUR-06).

use std::fmt;
use std::str::FromStr;

use model::{Jurisdiction, PartyId};

use super::{By, Presented};
use crate::StoreError;

/// The identifier of a check: a UUID (RFC 9562), chosen by whoever checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CheckId([u8; 16]);

/// Why a text is not the identifier of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the identifier of a check is a UUID: write 32 hexadecimal digits as 8-4-4-4-12, such as `0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e77`"
)]
pub struct CheckIdError;

/// A check to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCheck {
    /// Its identifier.
    pub id: CheckId,
    /// When the registry was told, in seconds since 1970.
    pub received_at: u64,
    /// What was checked and what was answered, as JSON of one spelling.
    pub body: String,
    /// The importing country that was asked about, if that can be read.
    pub importing: Option<Jurisdiction>,
    /// The authority that signed it; `None`: anybody may have told it.
    pub by: Option<By>,
    /// What was presented; counts for others only where an authority signed it.
    pub presented: Vec<Presented>,
}

/// A recorded check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRecord {
    /// Its count, from 1: where a list goes on.
    pub sequence: u64,
    /// Its identifier.
    pub id: CheckId,
    /// When the registry was told, in seconds since 1970.
    pub received_at: u64,
    /// What was checked and what was answered.
    pub body: String,
    /// The authority that signed it.
    pub party: Option<PartyId>,
}

/// What became of a check that was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// It is recorded now.
    New,
    /// The same was recorded before.
    Known,
    /// Something else was recorded under the same identifier, and stays.
    Differs,
    /// There is no room for more.
    Full,
}

/// Recorded checks.
///
/// Contract: each once, by its identifier; never changed, never deleted.
pub trait Checks: Send + Sync {
    /// Records checks, all of them in one step, and says of each what became of it. At most `total_max` are ever kept.
    ///
    /// # Errors
    /// When they cannot be written; then none of them is.
    fn record_checks(&self, checks: &[NewCheck], total_max: u64) -> Result<Vec<Recorded>, StoreError>;

    /// At most `limit` checks after a count, in the order in which they were told: of a country, or all.
    ///
    /// # Errors
    /// When they cannot be read.
    fn checks(
        &self,
        importing: Option<Jurisdiction>,
        after: u64,
        limit: usize,
    ) -> Result<Vec<CheckRecord>, StoreError>;

    /// At most `limit` checks of a country before a count, or the last ones, the latest first.
    ///
    /// # Errors
    /// When they cannot be read.
    fn latest_checks(
        &self,
        importing: Jurisdiction,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<CheckRecord>, StoreError>;
}

impl fmt::Display for CheckId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            let hyphen = if matches!(place, 4 | 6 | 8 | 10) { "-" } else { "" };
            write!(f, "{hyphen}{byte:02x}")?;
        }
        Ok(())
    }
}

impl FromStr for CheckId {
    type Err = CheckIdError;

    fn from_str(text: &str) -> Result<Self, CheckIdError> {
        let bytes = text.as_bytes();
        if bytes.len() != 36 || [8, 13, 18, 23].iter().any(|place| bytes[*place] != b'-') {
            return Err(CheckIdError);
        }
        let digits: Vec<u8> = bytes.iter().copied().filter(u8::is_ascii_hexdigit).collect();
        if digits.len() != 32 {
            return Err(CheckIdError);
        }
        let mut id = [0; 16];
        for (place, pair) in digits.chunks_exact(2).enumerate() {
            let pair = std::str::from_utf8(pair).map_err(|_| CheckIdError)?;
            id[place] = u8::from_str_radix(pair, 16).map_err(|_| CheckIdError)?;
        }
        Ok(Self(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_back_in_one_spelling() {
        let text = "0198C7A4-6f0e-7cc2-9f0b-3d9a5f2c1e77";
        let read = text.parse::<CheckId>().map(|id| id.to_string());
        assert_eq!(read, Ok(text.to_lowercase()));
        for bad in ["", "0198c7a46f0e7cc29f0b3d9a5f2c1e77", "0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e7g"] {
            assert_eq!(bad.parse::<CheckId>(), Err(CheckIdError), "{bad}");
        }
        let moved = "-198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e777";
        assert_eq!(moved.parse::<CheckId>(), Err(CheckIdError));
    }
}
