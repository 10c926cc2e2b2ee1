//! Manifests of tables: kept for whoever was given the last row, who fetches his after it, also from a server that was
//! started again meanwhile.

use store::StoreError;

use crate::border::Border;
use crate::office::{Randomness as _, SystemRandomness};

/// Manifests that are kept, each with some 600 bytes: those of some days of a busy registry.
const KEPT_MAX: u64 = 10_000;
/// Bytes of an identifier, so that nobody guesses one.
const ID_BYTES: usize = 16;

/// The identifier of a manifest that is not there yet; `None` if the system has no randomness.
pub fn new_manifest_id() -> Option<String> {
    let mut bytes = [0; ID_BYTES];
    SystemRandomness.fill(&mut bytes).ok()?;
    Some(hex::encode(bytes))
}

impl Border {
    /// Keeps the manifest of a table. Durable when this returns.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_manifest(&self, id: &str, manifest: &str) -> Result<(), StoreError> {
        self.store().keep_manifest(id, manifest, KEPT_MAX)
    }

    /// The manifest of that identifier; `None` if none is kept.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn manifest(&self, id: &str) -> Result<Option<String>, StoreError> {
        self.store().manifest(id)
    }
}
