//! Public comments on drafts, from their receipt to their publication, and the replies beside them.
//!
//! They are private until somebody who may has looked at them, and never in the log; a signed act counts and binds
//! those that are published.

use model::{InstrumentId, PartyId};

use super::OfficerId;
use crate::StoreError;

/// What somebody said, as it was sent. Never changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The draft that it is about.
    pub draft: u32,
    /// The element or requirement that it is about, such as `scope` or `R1`; empty: the whole.
    pub about: String,
    /// Who says it.
    pub name: String,
    /// For which organisation, if for one.
    pub organisation: String,
    /// Of which country, if that was said.
    pub country: String,
    /// Language of the page on which it was written.
    pub language: String,
    /// The comment.
    pub text: String,
    /// Where its author can be reached. Never published.
    pub contact: String,
}

/// A comment that has just come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComment {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// What was said.
    pub said: Said,
    /// Whether the period had ended.
    pub late: bool,
    /// When it was received, in seconds since 1970.
    pub received_at: u64,
    /// The number of the form that carried it: a form counts once.
    pub form: [u8; 16],
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// Its number there, from 1 on without gaps, in the order of receipt: how it is cited.
    pub number: u64,
    /// What was said.
    pub said: Said,
    /// Whether the period had ended.
    pub late: bool,
    /// When it was received, in seconds since 1970.
    pub received_at: u64,
    /// What was decided about it, once somebody did.
    pub decided: Option<Decided>,
    /// Replies, in the order of time.
    pub replies: Vec<Reply>,
}

/// What was decided about a comment. Said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub what: Decision,
    /// For which party.
    pub party: PartyId,
    /// By whom.
    pub by: OfficerId,
    /// When, in seconds since 1970.
    pub at: u64,
}

/// A decision about a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is published.
    Published {
        /// Its place among the published comments on the draft, from 0 on without gaps, in the order of publication.
        place: u64,
        /// The hash of it as a leaf of the tree over them.
        leaf: [u8; 32],
    },
    /// It is not published; it is kept.
    Declined {
        /// Why, for everybody to read.
        reason: String,
    },
}

/// A decision that is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Publish it, with the hash of it as a leaf.
    Publish([u8; 32]),
    /// Decline it, with the reason.
    Decline(String),
}

/// A reply that stands beside a published comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Its place among the replies on the draft, from 0 on without gaps, in the order in which they were made.
    pub place: u64,
    /// What is replied.
    pub text: String,
    /// For which party.
    pub party: PartyId,
    /// By whom.
    pub by: OfficerId,
    /// When, in seconds since 1970.
    pub at: u64,
}

/// A reply that is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReply {
    /// What is replied.
    pub text: String,
    /// For which party.
    pub party: PartyId,
    /// By whom.
    pub by: OfficerId,
    /// When, in seconds since 1970.
    pub at: u64,
}

/// How many comments may be kept.
#[derive(Clone, Copy, Debug)]
pub struct CommentsMax {
    /// Of one procedure.
    pub in_procedure: u64,
    /// Of one procedure that nobody has looked at yet.
    pub waiting: u64,
}

/// What became of a comment that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// It has this number.
    Taken(u64),
    /// The form was sent before; the comment has this number.
    Repeated(u64),
    /// So many are not kept.
    Full,
}

/// How many comments there are on a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CommentCounts {
    /// Nobody has looked at them yet.
    pub waiting: u64,
    /// They are published.
    pub published: u64,
    /// They were declined.
    pub declined: u64,
    /// Of all of them, those that came after the period had ended.
    pub late: u64,
}

/// Comments.
///
/// Contract: numbers have no gaps; what was said never changes; a decision is made once; a published comment has the
/// next place in its draft, and so has a reply among the replies; nothing is ever deleted.
pub trait Comments: Send + Sync {
    /// Keeps a comment.
    ///
    /// # Errors
    /// When it cannot be written.
    fn receive_comment(&self, new: &NewComment, max: CommentsMax) -> Result<Received, StoreError>;

    /// A comment.
    ///
    /// # Errors
    /// When it cannot be read.
    fn comment(&self, procedure: &InstrumentId, number: u64) -> Result<Option<Comment>, StoreError>;

    /// At most `limit` comments on a draft after a number, by number: those that were decided on, or those that were
    /// not.
    ///
    /// # Errors
    /// When they cannot be read.
    fn comments(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        standing: Standing,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Comment>, StoreError>;

    /// At most `limit` published comments on a draft from a place on, by place.
    ///
    /// # Errors
    /// When they cannot be read.
    fn published_comments(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        from_place: u64,
        limit: usize,
    ) -> Result<Vec<Comment>, StoreError>;

    /// How many comments there are, by draft.
    ///
    /// # Errors
    /// When they cannot be counted.
    fn comment_counts(&self, procedure: &InstrumentId) -> Result<Vec<(u32, CommentCounts)>, StoreError>;

    /// Keeps a decision. `false` when there is no such comment, or it was decided on before.
    ///
    /// # Errors
    /// When it cannot be written.
    fn decide_comment(
        &self,
        procedure: &InstrumentId,
        number: u64,
        verdict: &Verdict,
        by: &super::Officer,
        at: u64,
    ) -> Result<bool, StoreError>;

    /// Adds a reply to a published comment. `false` when there is no such comment, or it has `max` replies.
    ///
    /// # Errors
    /// When it cannot be written.
    fn reply_to_comment(
        &self,
        procedure: &InstrumentId,
        number: u64,
        reply: &NewReply,
        max: usize,
    ) -> Result<bool, StoreError>;

    /// At most `limit` replies to comments on a draft from a place on, by place, each with the number of its comment.
    ///
    /// # Errors
    /// When they cannot be read.
    fn replies(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        from_place: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Reply)>, StoreError>;

    /// How many replies there are to comments on a draft.
    ///
    /// # Errors
    /// When they cannot be counted.
    fn reply_count(&self, procedure: &InstrumentId, draft: u32) -> Result<u64, StoreError>;

    /// The procedures on which there are comments.
    ///
    /// # Errors
    /// When they cannot be read.
    fn commented_procedures(&self) -> Result<Vec<InstrumentId>, StoreError>;
}

/// Which comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has looked at them yet.
    Waiting,
    /// Published and declined ones.
    Decided,
}

impl CommentCounts {
    /// All of them.
    pub fn received(&self) -> u64 {
        self.waiting + self.published + self.declined
    }

    /// The counts of several drafts together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            waiting: self.waiting + other.waiting,
            published: self.published + other.published,
            declined: self.declined + other.declined,
            late: self.late + other.late,
        }
    }
}

impl Comment {
    /// Whether it is published.
    pub fn is_published(&self) -> bool {
        self.place().is_some()
    }

    /// Its place among the published ones.
    pub fn place(&self) -> Option<u64> {
        match self.decided.as_ref()?.what {
            Decision::Published { place, .. } => Some(place),
            Decision::Declined { .. } => None,
        }
    }
}
