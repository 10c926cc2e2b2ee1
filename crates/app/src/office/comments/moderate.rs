//! Moderating: looking at what came, publishing or declining it once, replying, and binding what is published.

use model::{InstrumentId, Jurisdiction, PartyId};
use procedure::{Procedure, procedures};
use registry::Registry;
use serde_json::{Map, Value, json};
use statement::Act;
use store::StoreError;
use store::office::{Comment, CommentCounts, DraftId, NewReply, Role, Standing, Verdict};

use super::super::guided::begun;
use super::super::{Acting, Office, OfficeError};
use super::leaf::{Binding, comment_roots, leaf_of, reply_roots};
use super::procedure::moderates;
use super::{COMMENTS_PAGE, CommentError, REASON_CHARS_MAX, REPLIES_MAX};
use crate::documents::sha256_text;

/// Who decides: it is a public act of the party, so those who sign.
pub const MODERATORS: &[Role] = &[Role::Signatory];

/// A procedure whose comments the party may moderate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// Which.
    pub procedure: InstrumentId,
    /// Its title.
    pub title: String,
    /// How many comments there are, by draft, the latest first.
    pub drafts: Vec<(u32, CommentCounts)>,
}

impl Office {
    /// The procedures with a comment period whose comments the party may moderate today.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn comment_queues(&self, acting: &Acting, language: &str) -> Result<Vec<Queue>, OfficeError> {
        let state = self.app().state();
        let registry = state.registry();
        let mut queues = Vec::new();
        for id in procedures(registry, registry.knowledge()) {
            let consulted = registry.journal(id).is_some_and(|facts| {
                let mut known = facts.known(registry.knowledge());
                known.any(|fact| matches!(fact.value.act, Act::CommentsOpened(_)))
            });
            let found = if consulted { self.procedure(registry, id.as_str()).ok() } else { None };
            let Some(found) = found else { continue };
            if moderates(registry, &acting.officer().party, &found).is_none() {
                continue;
            }
            let counts = self.store().comment_counts(id)?;
            let of = |draft: u32| {
                counts.iter().find(|(known, _)| *known == draft).map(|(_, c)| *c).unwrap_or_default()
            };
            let drafts = found.drafts.iter().rev().filter(|draft| !draft.comments.periods.is_empty());
            queues.push(Queue {
                procedure: id.clone(),
                title: found.title.map(|title| title.in_language(language).to_owned()).unwrap_or_default(),
                drafts: drafts.map(|draft| (draft.filed.draft, of(draft.filed.draft))).collect(),
            });
        }
        Ok(queues)
    }

    /// Comments on a draft as moderators see them, after a number: private fields and declined texts included.
    ///
    /// # Errors
    /// [`OfficeError::NotModerator`] and others.
    pub fn moderated_comments(
        &self,
        acting: &Acting,
        id: &str,
        draft: u32,
        standing: Standing,
        after: u64,
    ) -> Result<Vec<Comment>, OfficeError> {
        let procedure = self.allowed(acting, "comment.read", id, self.moderated(acting, id))?.0;
        Ok(self.store().comments(&procedure, draft, standing, after, COMMENTS_PAGE)?)
    }

    /// Publishes a comment. It is done once, and for good.
    ///
    /// # Errors
    /// [`OfficeError`]; then nothing was changed.
    pub fn publish_comment(&self, acting: &Acting, id: &str, number: u64) -> Result<(), OfficeError> {
        let published = self.may_decide(acting, id).and_then(|procedure| {
            let comment = self.store().comment(&procedure, number)?.ok_or(OfficeError::NoSuch("comment"))?;
            self.decide(acting, &procedure, number, &Verdict::Publish(leaf_of(&comment).0))
        });
        let about = format!("{id} comment {number}");
        self.audited(&acting.actor(), "comment.publish", &about, published, |()| String::new())
    }

    /// Declines a comment, with a reason that everybody reads. Its text is kept.
    ///
    /// # Errors
    /// [`OfficeError`]; then nothing was changed.
    pub fn decline_comment(
        &self,
        acting: &Acting,
        id: &str,
        number: u64,
        reason: &str,
    ) -> Result<(), OfficeError> {
        let declined = self.may_decide(acting, id).and_then(|procedure| {
            let reason = written(reason)?;
            self.decide(acting, &procedure, number, &Verdict::Decline(reason))
        });
        let about = format!("{id} comment {number}");
        self.audited(&acting.actor(), "comment.decline", &about, declined, |()| reason.trim().to_owned())
    }

    /// Adds a reply that stands beside a published comment.
    ///
    /// # Errors
    /// [`OfficeError`]; then nothing was changed.
    pub fn reply_to_comment(
        &self,
        acting: &Acting,
        id: &str,
        number: u64,
        text: &str,
    ) -> Result<(), OfficeError> {
        let replied = self.may_decide(acting, id).and_then(|procedure| {
            let officer = acting.officer();
            let reply = NewReply {
                text: written(text)?,
                party: officer.party.clone(),
                by: officer.id,
                at: self.now(),
            };
            match self.store().reply_to_comment(&procedure, number, &reply, REPLIES_MAX)? {
                true => Ok(()),
                false => Err(OfficeError::NoSuch("comment")),
            }
        });
        let about = format!("{id} comment {number}");
        self.audited(&acting.actor(), "comment.reply", &about, replied, |()| text.trim().to_owned())
    }

    /// Writes the act that counts and binds the published comments on a draft; it is signed like any other.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn bind_comments(&self, acting: &Acting, id: &str, draft: u32) -> Result<DraftId, OfficeError> {
        let bound = self.may_decide(acting, id).and_then(|_| self.moderated(acting, id));
        let (procedure, country) = self.allowed(acting, "comment.bind", id, bound)?;
        let values = self.binding(&procedure, draft, country)?;
        let (act, signer) = ("comments.published", acting.officer().party.as_str());
        let text = begun(act, signer, &self.new_id(act)?, &values).ok_or(OfficeError::NoSuch("act"))?;
        self.write(acting, &text)
    }

    /// What the act says that counts and binds what is published on a draft now.
    pub(in crate::office) fn binding(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        country: Option<Jurisdiction>,
    ) -> Result<Map<String, Value>, StoreError> {
        let counts = self.store().comment_counts(procedure)?;
        let counts = counts.into_iter().find(|(of, _)| *of == draft).map(|(_, c)| c).unwrap_or_default();
        let comments = comment_roots(self.store(), procedure, draft, &[])?;
        let replies = reply_roots(self.store(), procedure, draft, &[])?;
        let mut values = Map::new();
        let mut say = |name: &str, value: Value| values.insert(name.to_owned(), value);
        say("procedure", json!(procedure));
        say("draft", json!(draft));
        say("by", json!(country));
        say("published", json!(comments.size()));
        say("root", json!(sha256_text(&comments.root().0)));
        say("declined", json!(counts.declined));
        say("waiting", json!(counts.waiting));
        say("on", json!(self.app().clock().today()));
        if replies.size() > 0 {
            say("replies", json!({ "published": replies.size(), "root": sha256_text(&replies.root().0) }));
        }
        values.retain(|_, value| !value.is_null());
        Ok(values)
    }

    /// The latest draft of a procedure on which something is published that no act binds yet, and the country for which the
    /// party would speak in that act; `None` too where the party does not moderate.
    pub(in crate::office) fn unbound(
        &self,
        registry: &Registry,
        party: &PartyId,
        found: &Procedure<'_>,
    ) -> Result<Option<(u32, Option<Jurisdiction>)>, StoreError> {
        let Some(country) = moderates(registry, party, found) else { return Ok(None) };
        let counts = self.store().comment_counts(found.id)?;
        for draft in found.drafts.iter().rev() {
            let number = draft.filed.draft;
            let published = counts.iter().find(|(of, _)| *of == number).map_or(0, |(_, c)| c.published);
            if published == 0 {
                continue;
            }
            let replies = self.store().reply_count(found.id, number)?;
            let binds = |binding: Binding| {
                (binding.published, binding.replies.map_or(0, |(count, _)| count)) == (published, replies)
            };
            if !draft.comments.published.iter().any(|(act, at)| binds(Binding::of(act, *at))) {
                return Ok(Some((number, country)));
            }
        }
        Ok(None)
    }

    fn may_decide(&self, acting: &Acting, id: &str) -> Result<InstrumentId, OfficeError> {
        acting.needs(MODERATORS)?;
        Ok(self.moderated(acting, id)?.0)
    }

    /// The procedure, if the party may moderate its comments today, and the country for which it would speak.
    fn moderated(
        &self,
        acting: &Acting,
        id: &str,
    ) -> Result<(InstrumentId, Option<Jurisdiction>), OfficeError> {
        let state = self.app().state();
        let found = match self.procedure(state.registry(), id) {
            Ok(found) => found,
            Err(CommentError::Store(error)) => return Err(error.into()),
            Err(_) => return Err(OfficeError::NoSuch("procedure")),
        };
        let country = moderates(state.registry(), &acting.officer().party, &found);
        Ok((found.id.clone(), country.ok_or(OfficeError::NotModerator)?))
    }

    fn decide(
        &self,
        acting: &Acting,
        procedure: &InstrumentId,
        number: u64,
        verdict: &Verdict,
    ) -> Result<(), OfficeError> {
        match self.store().decide_comment(procedure, number, verdict, acting.officer(), self.now())? {
            true => Ok(()),
            false => Err(OfficeError::Decided),
        }
    }
}

/// A reason or reply: something, and not too long.
fn written(text: &str) -> Result<String, OfficeError> {
    let text = text.replace("\r\n", "\n");
    let clean: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let clean = clean.trim();
    let length = clean.chars().count();
    if length == 0 || length > REASON_CHARS_MAX {
        return Err(OfficeError::Reason);
    }
    Ok(clean.to_owned())
}
