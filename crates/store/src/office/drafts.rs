//! Acts that are being written and were not signed yet.

use model::PartyId;

use super::{DraftId, OfficerId};
use crate::StoreError;

/// A draft of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Identifier.
    pub id: DraftId,
    /// Whose act it would be.
    pub party: PartyId,
    /// Name of the act.
    pub act: String,
    /// A file of one statement, in TOML or JSON, as the officer wrote it.
    pub text: String,
    /// Counts the times it was written, from 1.
    pub version: u64,
    /// Who wrote it last.
    pub by: OfficerId,
    /// When it was written last, in seconds since 1970.
    pub written_at: u64,
    /// Position of the statement that it became. From then on it is no longer written.
    pub logged_at: Option<u64>,
}

/// Drafts.
///
/// Contract: of two officers who write the same version only one succeeds; what was logged or discarded is not written
/// again.
pub trait Drafts: Send + Sync {
    /// Keeps a draft: version 1 when there is none with its identifier, else the version after the one that is there.
    /// `false` when it does not fit.
    ///
    /// # Errors
    /// When it cannot be written.
    fn save_draft(&self, draft: &Draft) -> Result<bool, StoreError>;

    /// A draft.
    ///
    /// # Errors
    /// When it cannot be read.
    fn draft(&self, id: &DraftId) -> Result<Option<Draft>, StoreError>;

    /// At most `limit` drafts of a party, the last written first.
    ///
    /// # Errors
    /// When they cannot be read.
    fn drafts(&self, party: &PartyId, limit: usize) -> Result<Vec<Draft>, StoreError>;

    /// Notes where a draft was logged.
    ///
    /// # Errors
    /// When it cannot be written.
    fn draft_logged(&self, id: &DraftId, position: u64) -> Result<(), StoreError>;

    /// Throws a draft away. `false` when there is none, or it was logged.
    ///
    /// # Errors
    /// When it cannot be written.
    fn discard_draft(&self, id: &DraftId) -> Result<bool, StoreError>;
}
