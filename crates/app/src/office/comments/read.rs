//! Reading what is public: comments that were published, and that others were declined and why.

use model::InstrumentId;
use store::office::{Comment, CommentCounts, Decision, Reply, Standing};

use super::super::Office;
use super::leaf::{Bound, comment_roots, leaf_of, leaf_of_reply, reply_roots};
use super::procedure::DraftConsultation;
use super::{COMMENTS_PAGE, CommentError};
use crate::clock::day_of;
use crate::documents::sha256_text;

/// A page of the comments on a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentPage {
    /// Comments, by number.
    pub comments: Vec<CommentView>,
    /// The number after which the next page begins, if there is one.
    pub next: Option<u64>,
}

/// A comment that was decided on, without what is private.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentView {
    /// The procedure.
    pub procedure: String,
    /// Its number in the procedure: how it is cited.
    pub number: u64,
    /// The draft.
    pub draft: u32,
    /// The day on which it was received (UTC).
    pub received_on: model::Date,
    /// Whether the period had ended.
    pub late: bool,
    /// The day on which it was decided on.
    pub decided_on: model::Date,
    /// What is shown of it.
    pub shown: Shown,
}

/// What is shown of a comment.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// All that its author wanted to publish.
    Published {
        /// Place among the published ones on the draft, from 0 on.
        place: u64,
        /// Its hash as a leaf of the tree, in hexadecimal.
        leaf: String,
        /// The part that it is about; empty: the whole.
        about: String,
        /// Who says it.
        name: String,
        /// For which organisation.
        organisation: String,
        /// Of which country.
        country: String,
        /// Language of the page on which it was written.
        language: String,
        /// The comment.
        text: String,
        /// Replies.
        replies: Vec<ReplyView>,
    },
    /// That it was declined, and why.
    Declined {
        /// The reason.
        reason: String,
    },
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyView {
    /// Its place among the replies to comments on the draft, from 0 on.
    pub place: u64,
    /// Its hash as a leaf of the tree over them, in hexadecimal.
    pub leaf: String,
    /// What is replied.
    pub text: String,
    /// For which party.
    pub party: String,
    /// On which day (UTC).
    pub on: model::Date,
}

impl Office {
    /// The procedures on which there are comments.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn commented_procedures(&self) -> Result<Vec<InstrumentId>, store::StoreError> {
        self.store().commented_procedures()
    }

    /// A page of the comments on a draft that were decided on, after a number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn comments(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        after: u64,
        limit: usize,
    ) -> Result<CommentPage, CommentError> {
        let mut found = self.store().comments(procedure, draft, Standing::Decided, after, limit + 1)?;
        let more = found.len() > limit;
        found.truncate(limit);
        let next = if more { found.last().map(|last| last.number) } else { None };
        Ok(CommentPage { comments: found.iter().filter_map(view).collect(), next })
    }

    /// The same, of the size that pages have.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn comment_page(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        after: u64,
    ) -> Result<CommentPage, CommentError> {
        self.comments(procedure, draft, after, COMMENTS_PAGE)
    }

    /// The draft that a comment is about, whether it is shown yet or not; `None` if there is no such comment.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn draft_of_comment(
        &self,
        procedure: &InstrumentId,
        number: u64,
    ) -> Result<Option<u32>, CommentError> {
        Ok(self.store().comment(procedure, number)?.map(|comment| comment.said.draft))
    }

    /// How many comments there are on a draft.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn comment_counts(
        &self,
        procedure: &InstrumentId,
        draft: u32,
    ) -> Result<CommentCounts, CommentError> {
        let counts = self.store().comment_counts(procedure)?;
        Ok(counts.into_iter().find(|(of, _)| *of == draft).map(|(_, counts)| counts).unwrap_or_default())
    }

    /// The acts that bind comments on a draft, each compared with what is kept here now. Comments are hashed anew when
    /// their number or the acts have changed since the last time; [`Office::check_comments`] hashes them in any case.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn bound_comments(
        &self,
        procedure: &InstrumentId,
        draft: &DraftConsultation,
    ) -> Result<Vec<Bound>, CommentError> {
        let published = self.comment_counts(procedure, draft.number)?.published;
        let replies = self.store().reply_count(procedure, draft.number)?;
        let key = (procedure.clone(), draft.number);
        let of = (published, replies, draft.bound.len());
        let known = self.inner.bound.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((_, found)) = known.get(&key).filter(|(known, _)| *known == of) {
            return Ok(found.clone());
        }
        drop(known);
        let found = self.check_comments(procedure, draft)?;
        let mut known = self.inner.bound.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        known.insert(key, (of, found.clone()));
        Ok(found)
    }

    /// The same, with every comment read and hashed anew.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn check_comments(
        &self,
        procedure: &InstrumentId,
        draft: &DraftConsultation,
    ) -> Result<Vec<Bound>, CommentError> {
        if draft.bound.is_empty() {
            return Ok(Vec::new());
        }
        let sizes: Vec<u64> = draft.bound.iter().map(|binding| binding.published).collect();
        let comments = comment_roots(self.store(), procedure, draft.number, &sizes)?;
        let sizes: Vec<u64> =
            draft.bound.iter().filter_map(|binding| Some(binding.replies.as_ref()?.0)).collect();
        let replies = reply_roots(self.store(), procedure, draft.number, &sizes)?;
        let bound = draft.bound.iter().map(|binding| Bound {
            holds: comments.gives(binding.published, &binding.root)
                && binding.replies.as_ref().is_none_or(|(size, root)| replies.gives(*size, root)),
            binding: binding.clone(),
        });
        Ok(bound.collect())
    }
}

/// What everybody may see of a comment; nothing of one that nobody has looked at.
pub(super) fn view(comment: &Comment) -> Option<CommentView> {
    let decided = comment.decided.as_ref()?;
    let shown = match &decided.what {
        Decision::Published { place, .. } => Shown::Published {
            place: *place,
            // Of what is shown, not what was noted once: both are the same, or the tree shows it.
            leaf: sha256_text(&leaf_of(comment).0),
            about: comment.said.about.clone(),
            name: comment.said.name.clone(),
            organisation: comment.said.organisation.clone(),
            country: comment.said.country.clone(),
            language: comment.said.language.clone(),
            text: comment.said.text.clone(),
            replies: comment.replies.iter().map(|reply| reply_view(comment, reply)).collect(),
        },
        Decision::Declined { reason } => Shown::Declined { reason: reason.clone() },
    };
    Some(CommentView {
        procedure: comment.procedure.to_string(),
        number: comment.number,
        draft: comment.said.draft,
        received_on: day_of(comment.received_at),
        late: comment.late,
        decided_on: day_of(decided.at),
        shown,
    })
}

fn reply_view(comment: &Comment, reply: &Reply) -> ReplyView {
    let leaf = leaf_of_reply(&comment.procedure, comment.said.draft, comment.number, reply);
    ReplyView {
        place: reply.place,
        leaf: sha256_text(&leaf.0),
        text: reply.text.clone(),
        party: reply.party.to_string(),
        on: day_of(reply.at),
    }
}
