//! The last signed checkpoint, kept apart from the database.

use crate::StoreError;

/// Keeps the last signed checkpoint outside the database, so that a database which was put back to an older state is
/// noticed before it signs another history.
///
/// Contract: [`Anchor::set_anchor`] returns when the note is durable; a crash leaves the old note or the new one,
/// whole. The sequencer sets it after the batch is durable and before anybody sees the checkpoint.
pub trait Anchor: Send + Sync {
    /// The note that was set last.
    ///
    /// # Errors
    /// When it cannot be read.
    fn anchor(&self) -> Result<Option<String>, StoreError>;

    /// Replaces the note.
    ///
    /// # Errors
    /// When it cannot be made durable; then the old or the new note stands.
    fn set_anchor(&self, note: &str) -> Result<(), StoreError>;

    /// The newest checkpoint that a quorum of witnesses cosigned. Losing it costs no more than asking them again.
    ///
    /// # Errors
    /// When it cannot be read.
    fn cosigned(&self) -> Result<Option<String>, StoreError>;

    /// Replaces the cosigned checkpoint, durably.
    ///
    /// # Errors
    /// When it cannot be made durable; then the old or the new one stands.
    fn set_cosigned(&self, note: &str) -> Result<(), StoreError>;

    /// What to name in messages: the file, for a store that has one.
    fn anchor_name(&self) -> String;
}
