//! Certified quantities and what is drawn from them, line by line of declarations (CER-08).

use model::{CertificateNumber, Jurisdiction, PartyId};

use crate::StoreError;

/// A quantity of a certificate, in parts of 10^-6 of its unit. **Invariant:** `reserved + consumed` is at most `total`,
/// and neither is below zero; the database refuses anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The certificate.
    pub certificate: CertificateNumber,
    /// The unit.
    pub unit: String,
    /// For imports into this country; `None`: for all, as the issuer stated it.
    pub scope: Option<Jurisdiction>,
    /// What there is in all.
    pub total: i64,
    /// What is reserved.
    pub reserved: i64,
    /// What is consumed.
    pub consumed: i64,
}

/// A line of a declaration that draws from the quantity of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawKey {
    /// The importing country.
    pub importing: Jurisdiction,
    /// Kind of the reference, such as `mrn`.
    pub kind: String,
    /// The reference of the declaration.
    pub declaration: String,
    /// The goods item.
    pub item: u32,
    /// The certificate.
    pub certificate: CertificateNumber,
}

/// Who asked, with what, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// The party.
    pub party: PartyId,
    /// The key that signed the request.
    pub kid: String,
    /// SHA-256 of the request.
    pub request: [u8; 32],
    /// When, in seconds since 1970.
    pub at: u64,
}

/// What is to be done with what a line draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many parts of a unit are set apart.
    Reserve {
        /// The unit.
        unit: String,
        /// Parts.
        parts: i64,
    },
    /// What is reserved is used up: the goods were released.
    Consume,
    /// What is reserved is free again: they were not.
    Release,
    /// It is another quantity: a correction with a reference of its own.
    Correct {
        /// Parts from now on; 0 gives everything back.
        parts: i64,
        /// Reference of the correction.
        reference: String,
    },
}

/// How it stands with what a line draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawState {
    /// Set apart.
    Reserved,
    /// Used up.
    Consumed,
    /// Free again.
    Released,
}

/// A step that was taken, with how everything stood afterwards: the same step asked again has the same answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Its count, from 1.
    pub sequence: u64,
    /// The line.
    pub key: DrawKey,
    /// Which step: `reserve`, `consume`, `release` or `correct`.
    pub step: String,
    /// How it stood afterwards.
    pub state: DrawState,
    /// The unit.
    pub unit: String,
    /// Parts that the line drew afterwards; what was released is none.
    pub parts: i64,
    /// Every account that it drew from, as it stood afterwards.
    pub accounts: Vec<Account>,
    /// When, in seconds since 1970.
    pub at: u64,
}

/// What became of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// It was taken.
    Done(Movement),
    /// The same was taken before.
    Known(Movement),
    /// It was not taken, and nothing changed.
    Refused(DrawRefusal),
}

/// Why a step was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawRefusal {
    /// No quantity of this unit is stated for the certificate, for this country or for all.
    NoAccount,
    /// So many parts are left.
    Exceeds {
        /// Parts.
        available: i64,
    },
    /// The line, or the reference of the correction, was used with another content.
    Differs,
    /// The line has reserved nothing.
    NotReserved,
    /// What it reserved is used up.
    Consumed,
    /// What it reserved is free again.
    Released,
}

/// What became of a statement of a quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// It is so now.
    Done(Account),
    /// It was so before.
    Known(Account),
    /// More than that is drawn: this account, and nothing changed.
    Drawn {
        /// Parts that are reserved or consumed.
        drawn: i64,
    },
}

/// Quantities of certificates.
///
/// Contract: each call is one transaction, durable when it returns; what it reads in it nobody changes meanwhile. However
/// many call at once, no account is ever drawn below zero. What was done is never changed: it is history.
pub trait Quantities: Send + Sync {
    /// States how much there is of a certificate in a unit. What lines draw already counts.
    ///
    /// # Errors
    /// When it cannot be written.
    fn state_quantity(
        &self,
        certificate: &CertificateNumber,
        scope: Option<Jurisdiction>,
        unit: &str,
        total: i64,
        by: &By,
    ) -> Result<Stated, StoreError>;

    /// Takes a step with what a line draws.
    ///
    /// # Errors
    /// When it cannot be written; then nothing changed.
    fn draw(&self, key: &DrawKey, step: &Step, by: &By) -> Result<Moved, StoreError>;

    /// Parts of a unit that a line draws now, reserved or consumed; 0 if none.
    ///
    /// # Errors
    /// When they cannot be read.
    fn drawn(&self, key: &DrawKey, unit: &str) -> Result<i64, StoreError>;

    /// The accounts of a certificate.
    ///
    /// # Errors
    /// When they cannot be read.
    fn accounts(&self, certificate: &CertificateNumber) -> Result<Vec<Account>, StoreError>;

    /// At most `limit` steps with a certificate by lines of a country, after a count.
    ///
    /// # Errors
    /// When they cannot be read.
    fn movements(
        &self,
        certificate: &CertificateNumber,
        importing: Jurisdiction,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Movement>, StoreError>;
}

impl Account {
    /// Parts that are left.
    pub fn available(&self) -> i64 {
        self.total - self.reserved - self.consumed
    }
}

impl Step {
    /// Its name.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Reserve { .. } => "reserve",
            Self::Consume => "consume",
            Self::Release => "release",
            Self::Correct { .. } => "correct",
        }
    }
}

impl DrawState {
    /// The name under which it is kept and told.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::Consumed => "consumed",
            Self::Released => "released",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Reserved, Self::Consumed, Self::Released].into_iter().find(|state| state.as_str() == name)
    }
}
