//! Statements that are in the log.

use std::sync::Arc;

use model::{Date, LogIndex};
use statement::Payload;

/// A statement with its place in the log. Only admission and a log that was already admitted make one.
#[derive(Clone, Debug)]
pub struct LoggedStatement {
    index: LogIndex,
    day: Date,
    key_id: String,
    digest: [u8; 32],
    payload: Arc<Payload>,
}

impl LoggedStatement {
    /// A statement that this registry has just admitted, or that its log holds.
    ///
    /// The caller vouches for admission: the sequencer after [`crate::admit`], or start-up, which reads a log that
    /// admitted it before. `digest` is the SHA-256 of the statement's JWS bytes.
    pub fn new(
        index: LogIndex,
        day: Date,
        key_id: String,
        digest: [u8; 32],
        payload: impl Into<Arc<Payload>>,
    ) -> Self {
        Self { index, day, key_id, digest, payload: payload.into() }
    }

    /// Its position.
    pub fn index(&self) -> LogIndex {
        self.index
    }

    /// The day on which it was admitted (UTC), as the log entry says.
    pub fn day(&self) -> Date {
        self.day
    }

    /// Identifier of the key that signed it.
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// SHA-256 of its JWS bytes.
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// What it says.
    pub fn payload(&self) -> &Payload {
        &self.payload
    }
}
