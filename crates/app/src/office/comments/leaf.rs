//! What binds the published comments and the replies to them: a tree over each, and the acts that name their roots.
//!
//! The leaf of a comment is its public content as canonical JSON (RFC 8785); leaves stand in the order of publication;
//! the tree is that of RFC 9162 section 2.1.1, as for the log itself. It only grows, so every act names the root of a
//! beginning of the present tree. A comment that is changed, taken out or put in between changes the root. Replies come
//! later than their comments, so they have a tree of their own, in the order in which they were made.

use model::{InstrumentId, LogIndex};
use serde::Serialize;
use statement::act::CommentsPublished;
use store::StoreError;
use store::office::{Comment, Office as Store, Reply};
use tlog::{Frontier, Hash, leaf_hash};

use super::COMMENTS_AT_ONCE;
use crate::clock::day_of;
use crate::documents::sha256_text;

/// The form of what is hashed of a comment.
pub const COMMENT_FORMAT: &str = "comity comment v0";
/// The form of what is hashed of a reply.
pub const REPLY_FORMAT: &str = "comity reply v0";

/// What is hashed of a comment: the fields stand in the order of the alphabet, as canonical JSON has them.
#[derive(Serialize)]
pub(super) struct CommentLeaf<'a> {
    pub(super) about: &'a str,
    pub(super) country: &'a str,
    pub(super) draft: u32,
    pub(super) format: &'static str,
    pub(super) language: &'a str,
    pub(super) late: bool,
    pub(super) name: &'a str,
    pub(super) number: u64,
    pub(super) organisation: &'a str,
    pub(super) procedure: &'a str,
    pub(super) received_on: &'a str,
    pub(super) text: &'a str,
}

/// What is hashed of a reply.
#[derive(Serialize)]
pub(super) struct ReplyLeaf<'a> {
    /// Number of the comment.
    pub(super) comment: u64,
    pub(super) draft: u32,
    pub(super) format: &'static str,
    pub(super) on: &'a str,
    pub(super) party: &'a str,
    pub(super) procedure: &'a str,
    pub(super) text: &'a str,
}

/// The hash of a leaf.
pub(super) fn hashed(leaf: &impl Serialize) -> Hash {
    // Strings, numbers and one boolean: writing them cannot fail.
    leaf_hash(&serde_json::to_vec(leaf).unwrap_or_default())
}

/// The hash of a comment as a leaf.
pub(crate) fn leaf_of(comment: &Comment) -> Hash {
    hashed(&CommentLeaf {
        about: &comment.said.about,
        country: &comment.said.country,
        draft: comment.said.draft,
        format: COMMENT_FORMAT,
        language: &comment.said.language,
        late: comment.late,
        name: &comment.said.name,
        number: comment.number,
        organisation: &comment.said.organisation,
        procedure: comment.procedure.as_str(),
        received_on: &day_of(comment.received_at).to_string(),
        text: &comment.said.text,
    })
}

/// The hash of a reply as a leaf.
pub(super) fn leaf_of_reply(procedure: &InstrumentId, draft: u32, comment: u64, reply: &Reply) -> Hash {
    hashed(&ReplyLeaf {
        comment,
        draft,
        format: REPLY_FORMAT,
        on: &day_of(reply.at).to_string(),
        party: reply.party.as_str(),
        procedure: procedure.as_str(),
        text: &reply.text,
    })
}

/// What an act binds: so many published comments on a draft, and so many replies to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Position of its statement.
    pub statement: u64,
    /// How many comments it counts.
    pub published: u64,
    /// The root that it names, in hexadecimal.
    pub root: String,
    /// How many replies it counts, and the root over them; absent in an act that binds comments alone.
    pub replies: Option<(u64, String)>,
    /// The day for which it holds.
    pub on: model::Date,
}

impl Binding {
    /// What an act binds, by its position in the log.
    pub fn of(act: &CommentsPublished, at: LogIndex) -> Self {
        Self {
            statement: at.0,
            published: u64::from(act.published),
            root: act.root.clone(),
            replies: act.replies.as_ref().map(|replies| (u64::from(replies.published), replies.root.clone())),
            on: act.on,
        }
    }
}

/// An act that binds published comments, and whether what is kept here still is what it bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// What it binds.
    pub binding: Binding,
    /// Whether the first so many comments and replies that are published here give its roots.
    pub holds: bool,
}

/// A tree over published comments or replies, at some of its sizes and at its end.
#[derive(Default)]
pub(super) struct Roots {
    /// Its roots at those sizes that were asked for and that it has.
    at: Vec<(u64, Hash)>,
    tree: Frontier,
}

impl Roots {
    /// How many leaves are in it.
    pub(super) fn size(&self) -> u64 {
        self.tree.size()
    }

    /// Its root at its end.
    pub(super) fn root(&self) -> Hash {
        self.tree.root()
    }

    /// The root of its first so many leaves, where it was asked for.
    pub(super) fn at(&self, size: u64) -> Option<Hash> {
        self.at.iter().find(|(known, _)| *known == size).map(|(_, root)| *root)
    }

    /// Whether its first so many leaves give a root, in hexadecimal.
    pub(super) fn gives(&self, size: u64, root: &str) -> bool {
        self.at(size).is_some_and(|found| sha256_text(&found.0) == root)
    }

    /// The tree over leaves, each with its place, page by page from a place on. A gap in the places is something that was
    /// taken out: what stands behind it is not where it was.
    pub(super) fn over<E>(
        sizes: &[u64],
        mut next: impl FnMut(u64) -> Result<Vec<(Option<u64>, Hash)>, E>,
    ) -> Result<Self, E> {
        let mut found = Self::default();
        let mut unused = Vec::new();
        loop {
            let page = next(found.size())?;
            let is_last = page.len() < COMMENTS_AT_ONCE;
            for (place, leaf) in page {
                if sizes.contains(&found.size()) {
                    found.at.push((found.size(), found.root()));
                }
                if place != Some(found.size()) {
                    return Ok(found);
                }
                found.tree.append_into(leaf, &mut unused);
                unused.clear();
            }
            if is_last {
                found.at.push((found.size(), found.root()));
                return Ok(found);
            }
        }
    }
}

/// The tree over the published comments on a draft. Every comment is read and hashed anew.
pub(super) fn comment_roots(
    store: &dyn Store,
    procedure: &InstrumentId,
    draft: u32,
    sizes: &[u64],
) -> Result<Roots, StoreError> {
    Roots::over(sizes, |from| {
        let page = store.published_comments(procedure, draft, from, COMMENTS_AT_ONCE)?;
        Ok(page.iter().map(|comment| (comment.place(), leaf_of(comment))).collect())
    })
}

/// The tree over the replies to comments on a draft.
pub(super) fn reply_roots(
    store: &dyn Store,
    procedure: &InstrumentId,
    draft: u32,
    sizes: &[u64],
) -> Result<Roots, StoreError> {
    Roots::over(sizes, |from| {
        let page = store.replies(procedure, draft, from, COMMENTS_AT_ONCE)?;
        let leaf = |(number, reply): &(u64, Reply)| {
            (Some(reply.place), leaf_of_reply(procedure, draft, *number, reply))
        };
        Ok(page.iter().map(leaf).collect())
    })
}
