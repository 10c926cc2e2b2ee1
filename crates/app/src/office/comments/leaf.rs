//! What binds the published comments: the tree over them, and the acts that name its root.
//!
//! The leaf of a comment is its public content as canonical JSON (RFC 8785); leaves stand in the order of publication;
//! the tree is that of RFC 9162 section 2.1.1, as for the log itself. It only grows, so every act names the root of a
//! beginning of the present tree. A comment that is changed, taken out or put in between changes the root.

use model::InstrumentId;
use serde::Serialize;
use store::StoreError;
use store::office::{Comment, Office as Store};
use tlog::{Frontier, Hash, leaf_hash};

use super::COMMENTS_AT_ONCE;
use crate::clock::day_of;

/// What is hashed: the fields stand in the order of the alphabet, as canonical JSON has them.
#[derive(Serialize)]
struct Leaf<'a> {
    about: &'a str,
    country: &'a str,
    draft: u32,
    format: &'static str,
    language: &'a str,
    late: bool,
    name: &'a str,
    number: u64,
    organisation: &'a str,
    procedure: &'a str,
    received_on: String,
    text: &'a str,
}

/// The form of what is hashed.
pub const COMMENT_FORMAT: &str = "comity comment v0";

/// The hash of a comment as a leaf.
pub(crate) fn leaf_of(comment: &Comment) -> Hash {
    let leaf = Leaf {
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
        received_on: day_of(comment.received_at).to_string(),
        text: &comment.said.text,
    };
    // Strings, numbers and one boolean: writing them cannot fail.
    leaf_hash(&serde_json::to_vec(&leaf).unwrap_or_default())
}

/// An act that binds published comments, and whether what is kept here still is what it bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Position of its statement.
    pub statement: u64,
    /// How many it counts.
    pub published: u64,
    /// The root that it names, in hexadecimal.
    pub root: String,
    /// The day for which it holds.
    pub on: model::Date,
    /// Whether the first so many comments that are published here give that root.
    pub holds: bool,
}

/// The tree over the published comments on a draft, at some of its sizes and at its end.
pub(crate) struct Roots {
    /// Its roots at those sizes that were asked for and that it has.
    pub(crate) at: Vec<(u64, Hash)>,
    /// How many comments are in it.
    pub(crate) size: u64,
    /// Its root.
    pub(crate) root: Hash,
}

/// The tree over the published comments on a draft. Every comment is read and hashed anew.
pub(crate) fn roots(
    store: &dyn Store,
    procedure: &InstrumentId,
    draft: u32,
    sizes: &[u64],
) -> Result<Roots, StoreError> {
    let mut tree = Frontier::default();
    let mut at = Vec::new();
    let mut unused = Vec::new();
    loop {
        let next = store.published_comments(procedure, draft, tree.size(), COMMENTS_AT_ONCE)?;
        let is_last = next.len() < COMMENTS_AT_ONCE;
        for comment in &next {
            if sizes.contains(&tree.size()) {
                at.push((tree.size(), tree.root()));
            }
            // A gap in the places is a comment that was taken out: what stands behind it is not where it was.
            if comment.place() != Some(tree.size()) {
                return Ok(Roots { at, size: tree.size(), root: tree.root() });
            }
            tree.append_into(leaf_of(comment), &mut unused);
            unused.clear();
        }
        if is_last {
            at.push((tree.size(), tree.root()));
            return Ok(Roots { at, size: tree.size(), root: tree.root() });
        }
    }
}
