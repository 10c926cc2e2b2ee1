//! Manifests of tables that were answered: the signature over a result, for whoever was given it.

use crate::StoreError;

/// Manifests.
///
/// Contract: what is kept is there after a restart, until so many later ones are.
pub trait Manifests: Send + Sync {
    /// Keeps a manifest under an identifier that nobody guesses; of all, the latest `most` stay.
    ///
    /// # Errors
    /// When it cannot be written, or the identifier was given before.
    fn keep_manifest(&self, id: &str, manifest: &str, most: u64) -> Result<(), StoreError>;

    /// The manifest of that identifier; `None` if none is kept.
    ///
    /// # Errors
    /// When it cannot be read.
    fn manifest(&self, id: &str) -> Result<Option<String>, StoreError>;
}
