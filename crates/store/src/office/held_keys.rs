//! Keys of parties that are held here, sealed.

use model::PartyId;

use crate::StoreError;

/// Where a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyHome {
    /// The private key itself is sealed here.
    Sealed,
    /// The private key is in a PKCS #11 token; how to reach it is sealed here.
    Token,
}

/// A key of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldKey {
    /// Whose it is.
    pub party: PartyId,
    /// Its identifier on record.
    pub kid: String,
    /// Where it is.
    pub home: KeyHome,
    /// The public key as a JSON Web Key.
    pub public: String,
    /// What is secret, sealed.
    pub sealed: Vec<u8>,
    /// Since when it is held, in seconds since 1970.
    pub since: u64,
}

/// Held keys.
pub trait HeldKeys: Send + Sync {
    /// Keeps a key. `false` when the party has one of that identifier here already.
    ///
    /// # Errors
    /// When it cannot be written.
    fn hold_key(&self, key: &HeldKey) -> Result<bool, StoreError>;

    /// Keys of a party, in the order in which they came.
    ///
    /// # Errors
    /// When they cannot be read.
    fn held_keys(&self, party: &PartyId) -> Result<Vec<HeldKey>, StoreError>;

    /// Keys of all parties, in the order in which they came.
    ///
    /// # Errors
    /// When they cannot be read.
    fn all_held_keys(&self) -> Result<Vec<HeldKey>, StoreError>;

    /// Puts other sealed bytes in the place of those of the same keys: all or nothing. `false`, and nothing is changed,
    /// when the keys are not exactly those that are held.
    ///
    /// # Errors
    /// When they cannot be written.
    fn reseal_keys(&self, keys: &[HeldKey]) -> Result<bool, StoreError>;

    /// Forgets a key, and overwrites where it stood. `false` when there is none.
    ///
    /// # Errors
    /// When it cannot be written.
    fn release_key(&self, party: &PartyId, kid: &str) -> Result<bool, StoreError>;
}

impl KeyHome {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sealed => "sealed",
            Self::Token => "token",
        }
    }

    /// From its word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Sealed, Self::Token].into_iter().find(|home| home.as_str() == name)
    }
}
