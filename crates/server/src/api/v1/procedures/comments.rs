//! `GET /api/v1/procedures/{id}/comments`: the public comments on a draft, what was declined and why, and the acts that
//! bind what is published (GOV-01).

use app::office::comments::{
    Binding, Bound, CommentCounts, CommentError, CommentShown, CommentView, DraftConsultation,
};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::{Named, Parameters};
use crate::state::ServerState;

/// Comments in a page, unless fewer are asked for.
const LIMIT: usize = 100;
/// Comments in a page at most: half a megabyte of the longest ones.
const LIMIT_MAX: usize = 500;

/// Why no comments were given.
#[derive(Debug, thiserror::Error)]
enum CommentsProblem {
    #[error(transparent)]
    Comment(#[from] CommentError),
    #[error("no draft of this number is or was open for comments")]
    NoSuchDraft,
    #[error("this server serves the registry without comments")]
    NoComments,
}

impl Problematic for CommentsProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Comment(CommentError::NoSuchProcedure(_)) => Kind::new(
                "not-on-record",
                StatusCode::NOT_FOUND,
                "not on record",
                "search with /api/v1/search?q=…; percent-encode slashes and spaces in identifiers",
            ),
            Self::NoSuchDraft => Kind::new(
                "no-such-draft",
                StatusCode::NOT_FOUND,
                "no such draft is open for comments",
                "leave `draft` out for the latest one",
            ),
            Self::NoComments => Kind::new(
                "no-comments-here",
                StatusCode::NOT_FOUND,
                "comments are not kept here",
                "ask whoever runs the registry where they are",
            ),
            Self::Comment(_) => common::STORE,
        }
    }
}
responds!(CommentsProblem);

/// Which comments.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CommentsParameters {
    /// On which draft; absent: on the latest that is or was open for comments.
    draft: Option<u32>,
    /// After this number.
    after: Option<u64>,
    /// At most so many, and at most 500.
    limit: Option<usize>,
}

/// A page of the comments on a draft.
#[derive(Serialize, ToSchema)]
pub(crate) struct CommentsView {
    /// The procedure.
    procedure: String,
    /// The draft.
    draft: u32,
    /// First day of the last period that has begun.
    #[schema(example = "2026-09-01")]
    from: String,
    /// First day after it.
    #[schema(example = "2026-12-01")]
    until: String,
    /// `open` while the period runs, `late` after it, `closed` once the text is registered.
    #[schema(value_type = String)]
    taken: &'static str,
    /// How many there are.
    counts: CountsView,
    /// Acts that bind the published comments, in the order of the log.
    bound: Vec<BoundView>,
    /// Comments that were decided on, by number. A number that is missing waits for a decision, or is about another draft.
    items: Vec<CommentItem>,
    /// Give this as `after` to go on; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u64>,
}

/// How many comments there are on a draft.
#[derive(Serialize, ToSchema)]
pub(crate) struct CountsView {
    /// All that came.
    received: u64,
    /// Nobody has looked at them yet.
    waiting: u64,
    /// They are published.
    published: u64,
    /// They were declined, each with its reason.
    declined: u64,
    /// Of all of them, those that came after the period had ended.
    late: u64,
}

/// An act that binds published comments.
#[derive(Serialize, ToSchema)]
pub(crate) struct BoundView {
    /// Position of the statement (`comments.published`): `/api/v1/statements/{statement}`.
    statement: u64,
    /// How many it counts.
    published: u64,
    /// Root of the Merkle tree (RFC 9162, 2.1.1) over the first so many published comments, in the order of `place`, in
    /// hexadecimal.
    root: String,
    /// How many replies it counts; absent in an act that binds comments alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    replies: Option<u64>,
    /// Root of the tree over the first so many replies, in the order of their `place`, in hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    replies_root: Option<String>,
    /// The day for which it holds.
    on: String,
    /// Whether the comments and replies that this server keeps give these roots. Compute it yourself: see `leaf`.
    holds: bool,
}

/// A comment that was decided on.
#[derive(Serialize, ToSchema)]
pub(crate) struct CommentItem {
    /// The procedure.
    procedure: String,
    /// Its number in the procedure: how it is cited.
    number: u64,
    /// The draft.
    draft: u32,
    /// `published` or `declined`.
    #[schema(value_type = String)]
    state: &'static str,
    /// The day on which it was received (UTC).
    received_on: String,
    /// Whether the period had ended.
    late: bool,
    /// The day on which it was decided on (UTC).
    decided_on: String,
    /// Why it was declined.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// What was published.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    said: Option<SaidView>,
}

/// What was published of a comment.
#[derive(Serialize, ToSchema)]
pub(crate) struct SaidView {
    /// The part of the text that it is about, or the number of a requirement; empty: the whole.
    about: String,
    /// Who says it.
    name: String,
    /// For which organisation; may be empty.
    organisation: String,
    /// Of which country; may be empty.
    country: String,
    /// Language of the page on which it was written.
    language: String,
    /// The comment, plain text.
    text: String,
    /// Its place among the published ones on the draft, from 0 on.
    place: u64,
    /// SHA-256 of a nought byte and the comment as canonical JSON (RFC 8785): `about`, `country`, `draft`, `format`
    /// (`comity comment v0`), `language`, `late`, `name`, `number`, `organisation`, `procedure`, `received_on`, `text`.
    leaf: String,
    /// Replies that stand beside it.
    replies: Vec<ReplyItem>,
}

/// A reply.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReplyItem {
    /// What is replied.
    text: String,
    /// For which party.
    party: String,
    /// On which day (UTC).
    on: String,
    /// Its place among the replies to comments on the draft, from 0 on, in the order in which they were made.
    place: u64,
    /// SHA-256 of a nought byte and the reply as canonical JSON (RFC 8785): `comment` (the number), `draft`, `format`
    /// (`comity reply v0`), `on`, `party`, `procedure`, `text`.
    leaf: String,
}

/// The public comments on a draft of a procedure.
#[utoipa::path(
    get, path = "/api/v1/procedures/{id}/comments", operation_id = "procedure_comments", tag = "records",
    params(("id" = String, Path, description = "the procedure, percent-encoded"), CommentsParameters),
    responses(
        (status = 200, description = "a page of comments", body = CommentsView),
        (status = 400, description = "parameters malformed", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "no such procedure, or no draft open for comments", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the stored data cannot be read", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn comments(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(asked): Parameters<CommentsParameters>,
) -> Result<Response, Response> {
    let office = state.office.clone().ok_or(CommentsProblem::NoComments);
    let view = blocking(move || -> Result<CommentsView, CommentsProblem> {
        let office = office?;
        let consultation = office.consultation(&id, "en")?;
        let draft = consultation.draft(asked.draft).ok_or(CommentsProblem::NoSuchDraft)?;
        let procedure = &consultation.procedure;
        let counts = office.comment_counts(procedure, draft.number)?;
        let bound = office.bound_comments(procedure, draft)?;
        let limit = asked.limit.unwrap_or(LIMIT).clamp(1, LIMIT_MAX);
        let page = office.comments(procedure, draft.number, asked.after.unwrap_or(0), limit)?;
        let items = page.comments.iter().map(CommentItem::from).collect();
        Ok(view(procedure.to_string(), draft, counts, bound, items, page.next))
    })
    .await?;
    Ok(([(header::CACHE_CONTROL, "no-cache")], Json(view)).into_response())
}

fn view(
    procedure: String,
    draft: &DraftConsultation,
    counts: CommentCounts,
    bound: Vec<Bound>,
    items: Vec<CommentItem>,
    next: Option<u64>,
) -> CommentsView {
    let received = counts.received();
    let CommentCounts { waiting, published, declined, late } = counts;
    let bound = bound.into_iter().map(|Bound { binding, holds }| {
        let (replies, replies_root) = binding.replies.unzip();
        let Binding { statement, published, root, on, .. } = binding;
        BoundView { statement, published, root, replies, replies_root, on: on.to_string(), holds }
    });
    CommentsView {
        procedure,
        draft: draft.number,
        from: draft.from.to_string(),
        until: draft.until.to_string(),
        taken: draft.taken.as_str(),
        counts: CountsView { received, waiting, published, declined, late },
        bound: bound.collect(),
        items,
        next,
    }
}

impl From<&CommentView> for CommentItem {
    fn from(comment: &CommentView) -> Self {
        let (state, reason, said) = match &comment.shown {
            CommentShown::Declined { reason } => ("declined", Some(reason.clone()), None),
            CommentShown::Published {
                place,
                leaf,
                about,
                name,
                organisation,
                country,
                language,
                text,
                replies,
            } => {
                let reply = |reply: &app::office::comments::ReplyView| ReplyItem {
                    text: reply.text.clone(),
                    party: reply.party.clone(),
                    on: reply.on.to_string(),
                    place: reply.place,
                    leaf: reply.leaf.clone(),
                };
                let said = SaidView {
                    about: about.clone(),
                    name: name.clone(),
                    organisation: organisation.clone(),
                    country: country.clone(),
                    language: language.clone(),
                    text: text.clone(),
                    place: *place,
                    leaf: leaf.clone(),
                    replies: replies.iter().map(reply).collect(),
                };
                ("published", None, Some(said))
            }
        };
        Self {
            procedure: comment.procedure.clone(),
            number: comment.number,
            draft: comment.draft,
            state,
            received_on: comment.received_on.to_string(),
            late: comment.late,
            decided_on: comment.decided_on.to_string(),
            reason,
            said,
        }
    }
}
