//! Comments in memory.

use std::collections::{BTreeMap, HashMap};

use model::InstrumentId;

use super::MemoryOffice;
use crate::StoreError;
use crate::office::{
    Comment, CommentCounts, Comments, CommentsMax, Decided, Decision, NewComment, NewReply, Officer,
    Received, Reply, Standing, Verdict,
};

#[derive(Default)]
pub(super) struct Kept {
    of: BTreeMap<InstrumentId, Vec<Comment>>,
    forms: HashMap<[u8; 16], u64>,
}

impl Kept {
    fn get(&mut self, procedure: &InstrumentId, number: u64) -> Option<&mut Comment> {
        let place = usize::try_from(number.checked_sub(1)?).ok()?;
        self.of.get_mut(procedure)?.get_mut(place)
    }

    /// Every reply to a comment on a draft, with the number of the comment.
    fn replies_on(&self, procedure: &InstrumentId, draft: u32) -> impl Iterator<Item = (u64, &Reply)> {
        let of =
            self.of.get(procedure).into_iter().flatten().filter(move |comment| comment.said.draft == draft);
        of.flat_map(|comment| comment.replies.iter().map(|reply| (comment.number, reply)))
    }
}

impl Comments for MemoryOffice {
    fn receive_comment(&self, new: &NewComment, max: CommentsMax) -> Result<Received, StoreError> {
        let kept = &mut self.data().comments;
        if let Some(number) = kept.forms.get(&new.form) {
            return Ok(Received::Repeated(*number));
        }
        let of = kept.of.entry(new.procedure.clone()).or_default();
        let waiting = of.iter().filter(|comment| comment.decided.is_none()).count();
        if of.len() as u64 >= max.in_procedure || waiting as u64 >= max.waiting {
            return Ok(Received::Full);
        }
        let number = of.len() as u64 + 1;
        of.push(Comment {
            procedure: new.procedure.clone(),
            number,
            said: new.said.clone(),
            late: new.late,
            received_at: new.received_at,
            decided: None,
            replies: Vec::new(),
        });
        kept.forms.insert(new.form, number);
        Ok(Received::Taken(number))
    }

    fn comment(&self, procedure: &InstrumentId, number: u64) -> Result<Option<Comment>, StoreError> {
        Ok(self.data().comments.get(procedure, number).cloned())
    }

    fn comments(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        standing: Standing,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Comment>, StoreError> {
        let data = self.data();
        let of = data.comments.of.get(procedure).into_iter().flatten();
        let wanted = |comment: &&Comment| {
            comment.said.draft == draft
                && comment.number > after
                && comment.decided.is_some() == (standing == Standing::Decided)
        };
        Ok(of.filter(wanted).take(limit).cloned().collect())
    }

    fn published_comments(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        from_place: u64,
        limit: usize,
    ) -> Result<Vec<Comment>, StoreError> {
        let data = self.data();
        let of = data.comments.of.get(procedure).into_iter().flatten();
        let wanted = |comment: &&Comment| {
            comment.said.draft == draft && comment.place().is_some_and(|place| place >= from_place)
        };
        let mut found: Vec<_> = of.filter(wanted).cloned().collect();
        found.sort_by_key(Comment::place);
        found.truncate(limit);
        Ok(found)
    }

    fn comment_counts(&self, procedure: &InstrumentId) -> Result<Vec<(u32, CommentCounts)>, StoreError> {
        let data = self.data();
        let mut counts: BTreeMap<u32, CommentCounts> = BTreeMap::new();
        for comment in data.comments.of.get(procedure).into_iter().flatten() {
            let count = counts.entry(comment.said.draft).or_default();
            count.late += u64::from(comment.late);
            match comment.decided.as_ref().map(|decided| &decided.what) {
                None => count.waiting += 1,
                Some(Decision::Published { .. }) => count.published += 1,
                Some(Decision::Declined { .. }) => count.declined += 1,
            }
        }
        Ok(counts.into_iter().collect())
    }

    fn decide_comment(
        &self,
        procedure: &InstrumentId,
        number: u64,
        verdict: &Verdict,
        by: &Officer,
        at: u64,
    ) -> Result<bool, StoreError> {
        let kept = &mut self.data().comments;
        let Some(found) = kept.get(procedure, number).filter(|comment| comment.decided.is_none()) else {
            return Ok(false);
        };
        let draft = found.said.draft;
        let of = kept.of.get(procedure).into_iter().flatten();
        let place = of.filter(|c| c.said.draft == draft && c.is_published()).count() as u64;
        let what = match verdict {
            Verdict::Publish(leaf) => Decision::Published { place, leaf: *leaf },
            Verdict::Decline(reason) => Decision::Declined { reason: reason.clone() },
        };
        if let Some(found) = kept.get(procedure, number) {
            found.decided = Some(Decided { what, party: by.party.clone(), by: by.id, at });
        }
        Ok(true)
    }

    fn reply_to_comment(
        &self,
        procedure: &InstrumentId,
        number: u64,
        reply: &NewReply,
        max: usize,
    ) -> Result<bool, StoreError> {
        let kept = &mut self.data().comments;
        let fits = |comment: &&mut Comment| comment.is_published() && comment.replies.len() < max;
        let Some(draft) = kept.get(procedure, number).filter(fits).map(|comment| comment.said.draft) else {
            return Ok(false);
        };
        let place = kept.replies_on(procedure, draft).count() as u64;
        let NewReply { text, party, by, at } = reply.clone();
        if let Some(comment) = kept.get(procedure, number) {
            comment.replies.push(Reply { place, text, party, by, at });
        }
        Ok(true)
    }

    fn replies(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        from_place: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Reply)>, StoreError> {
        let data = self.data();
        let wanted =
            data.comments.replies_on(procedure, draft).filter(|(_, reply)| reply.place >= from_place);
        let mut found: Vec<_> = wanted.map(|(number, reply)| (number, reply.clone())).collect();
        found.sort_by_key(|(_, reply)| reply.place);
        found.truncate(limit);
        Ok(found)
    }

    fn reply_count(&self, procedure: &InstrumentId, draft: u32) -> Result<u64, StoreError> {
        Ok(self.data().comments.replies_on(procedure, draft).count() as u64)
    }

    fn commented_procedures(&self) -> Result<Vec<InstrumentId>, StoreError> {
        Ok(self.data().comments.of.keys().cloned().collect())
    }
}
