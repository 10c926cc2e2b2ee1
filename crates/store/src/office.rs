//! The office: what officers of parties need to work, and nobody else may read.
//!
//! The log is public and for ever; who holds which passkey, what is still a draft and which key is held for whom is
//! neither. So it is kept apart, in a database of its own. **Invariants:** nothing here changes what the log says;
//! losing it loses no statement; no secret is stored that can be used as it stands (tokens are hashed, keys sealed).
//!
//! A further kind of private data is one more small trait here, one file in each backend, one more forward-only
//! migration, and one more test in [`contract`].

mod audit;
mod comments;
pub mod contract;
mod documents;
mod drafts;
mod held_keys;
mod ids;
mod memory;
mod officers;
mod sessions;

pub use audit::{Audit, AuditEntry, AuditRecord, Outcome, broken_link};
pub use comments::{
    Comment, CommentCounts, Comments, CommentsMax, Decided, Decision, NewComment, NewReply, Received, Reply,
    Said, Standing, Verdict,
};
pub use documents::{DocumentRecord, Documents};
pub use drafts::{Draft, Drafts};
pub use held_keys::{HeldKey, HeldKeys, KeyHome};
pub use ids::{DraftId, IdError, OfficerId, TokenHash};
pub use memory::MemoryOffice;
pub use officers::{Invitation, Officer, Officers, Passkey, Role, Roles};
pub use sessions::{Session, Sessions};

/// Everything that the use cases of officers need of a store.
pub trait Office: Officers + Sessions + Drafts + HeldKeys + Audit + Comments + Documents {}

impl<S: Officers + Sessions + Drafts + HeldKeys + Audit + Comments + Documents> Office for S {}
