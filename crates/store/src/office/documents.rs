//! Documents that parties handed in, so that their acts can cite them. The bytes are files beside the databases, named
//! by their hash; here stands who handed them in.

use model::PartyId;

use crate::StoreError;

/// A document that a party handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRecord {
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Its media type, by its content.
    pub media_type: String,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// The name of the file as it was handed in, for people.
    pub name: String,
    /// For which party; `None`: whoever runs the registry.
    pub party: Option<PartyId>,
    /// By whom: an officer's identifier, or how else it was done.
    pub by: String,
    /// When, in seconds since 1970.
    pub at: u64,
}

/// Documents that were handed in.
///
/// Contract: each once for a party, as it was first handed in; never deleted.
pub trait Documents: Send + Sync {
    /// Keeps a record. `false` when the party handed the same document in before.
    ///
    /// # Errors
    /// When it cannot be written.
    fn add_document(&self, record: &DocumentRecord) -> Result<bool, StoreError>;

    /// At most `limit` documents of a party, the latest first.
    ///
    /// # Errors
    /// When they cannot be read.
    fn documents(&self, party: Option<&PartyId>, limit: usize) -> Result<Vec<DocumentRecord>, StoreError>;
}
