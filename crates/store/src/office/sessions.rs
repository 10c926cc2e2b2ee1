//! Sessions of officers who signed in, and the forms that each has sent.

use super::{OfficerId, TokenHash};
use crate::StoreError;

/// A session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Hash of the token in the cookie.
    pub token: TokenHash,
    /// Whose it is.
    pub officer: OfficerId,
    /// When it began, in seconds since 1970.
    pub opened_at: u64,
    /// When it was last used, in seconds since 1970.
    pub seen_at: u64,
}

/// Sessions.
///
/// Contract: a session that was closed does not come back, and a form's number counts once.
pub trait Sessions: Send + Sync {
    /// Keeps a new session.
    ///
    /// # Errors
    /// When it cannot be written.
    fn open_session(&self, session: &Session) -> Result<(), StoreError>;

    /// A session; whether it has expired is for the caller to say.
    ///
    /// # Errors
    /// When it cannot be read.
    fn session(&self, token: &TokenHash) -> Result<Option<Session>, StoreError>;

    /// Notes that a session was used.
    ///
    /// # Errors
    /// When it cannot be written.
    fn touch_session(&self, token: &TokenHash, at: u64) -> Result<(), StoreError>;

    /// Ends a session.
    ///
    /// # Errors
    /// When it cannot be written.
    fn close_session(&self, token: &TokenHash) -> Result<(), StoreError>;

    /// Forgets sessions that began before one moment or were last used before another.
    ///
    /// # Errors
    /// When it cannot be written.
    fn sweep_sessions(&self, opened_before: u64, seen_before: u64) -> Result<(), StoreError>;

    /// Notes the number of a form that a session sends. `false` when it was sent before, or the session is over.
    ///
    /// # Errors
    /// When it cannot be written.
    fn use_form(&self, session: &TokenHash, number: &[u8; 16]) -> Result<bool, StoreError>;
}
