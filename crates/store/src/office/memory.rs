//! The office in memory: for tests.

mod comments;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use model::PartyId;

use super::{
    Audit, AuditEntry, AuditRecord, DocumentRecord, Documents, Draft, DraftId, Drafts, HeldKey, HeldKeys,
    Invitation, Officer, OfficerId, Officers, Passkey, Session, Sessions, TokenHash,
};
use crate::StoreError;

/// An office in memory.
#[derive(Default)]
pub struct MemoryOffice(Mutex<Data>);

#[derive(Default)]
struct Data {
    invitations: BTreeMap<TokenHash, Invitation>,
    officers: Vec<Officer>,
    passkeys: Vec<Passkey>,
    sessions: HashMap<TokenHash, Session>,
    forms: HashSet<(TokenHash, [u8; 16])>,
    drafts: Vec<Draft>,
    keys: Vec<HeldKey>,
    audit: Vec<AuditRecord>,
    comments: comments::Kept,
    documents: Vec<DocumentRecord>,
}

impl MemoryOffice {
    fn data(&self) -> MutexGuard<'_, Data> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Data {
    fn close_sessions_of(&mut self, officer: &OfficerId) {
        self.sessions.retain(|_, session| session.officer != *officer);
        let sessions = &self.sessions;
        self.forms.retain(|(session, _)| sessions.contains_key(session));
    }
}

impl Officers for MemoryOffice {
    fn invite(&self, invitation: &Invitation) -> Result<(), StoreError> {
        self.data().invitations.insert(invitation.token, invitation.clone());
        Ok(())
    }

    fn invitation(&self, token: &TokenHash) -> Result<Option<Invitation>, StoreError> {
        Ok(self.data().invitations.get(token).cloned())
    }

    fn invitations(&self, party: &PartyId) -> Result<Vec<Invitation>, StoreError> {
        let data = self.data();
        let mut found: Vec<_> = data.invitations.values().filter(|i| i.party == *party).cloned().collect();
        found.sort_by_key(|invitation| std::cmp::Reverse((invitation.expires_at, invitation.token)));
        Ok(found)
    }

    fn withdraw_invitations(&self, officer: &OfficerId) -> Result<bool, StoreError> {
        let mut data = self.data();
        let before = data.invitations.len();
        data.invitations.retain(|_, invitation| invitation.officer != *officer);
        Ok(data.invitations.len() < before)
    }

    fn accept(&self, token: &TokenHash, officer: &Officer, passkey: &Passkey) -> Result<bool, StoreError> {
        let mut data = self.data();
        let known = data.officers.iter().find(|known| known.id == officer.id);
        let revoked = known.is_some_and(|known| known.revoked_at.is_some());
        let new = known.is_none();
        if revoked
            || !data.invitations.contains_key(token)
            || data.passkeys.iter().any(|known| known.credential == passkey.credential)
        {
            return Ok(false);
        }
        data.invitations.remove(token);
        if new {
            data.officers.push(officer.clone());
        }
        data.passkeys.push(passkey.clone());
        Ok(true)
    }

    fn officer(&self, id: &OfficerId) -> Result<Option<Officer>, StoreError> {
        Ok(self.data().officers.iter().find(|officer| officer.id == *id).cloned())
    }

    fn officers(&self, party: Option<&PartyId>) -> Result<Vec<Officer>, StoreError> {
        let of = |officer: &&Officer| party.is_none_or(|party| officer.party == *party);
        Ok(self.data().officers.iter().filter(of).cloned().collect())
    }

    fn passkeys(&self, officer: &OfficerId) -> Result<Vec<Passkey>, StoreError> {
        Ok(self.data().passkeys.iter().filter(|passkey| passkey.officer == *officer).cloned().collect())
    }

    fn passkey(&self, credential: &[u8]) -> Result<Option<Passkey>, StoreError> {
        Ok(self.data().passkeys.iter().find(|passkey| passkey.credential == credential).cloned())
    }

    fn passkey_used(
        &self,
        credential: &[u8],
        before: &[u8],
        after: &[u8],
        at: u64,
    ) -> Result<bool, StoreError> {
        let mut data = self.data();
        let found = data.passkeys.iter_mut().find(|passkey| passkey.credential == credential);
        let fits = |passkey: &&mut Passkey| passkey.revoked_at.is_none() && passkey.state == before;
        let Some(passkey) = found.filter(fits) else { return Ok(false) };
        passkey.state = after.to_vec();
        passkey.used_at = Some(at);
        Ok(true)
    }

    fn revoke_officer(&self, id: &OfficerId, at: u64) -> Result<bool, StoreError> {
        let mut data = self.data();
        let open = |officer: &&mut Officer| officer.id == *id && officer.revoked_at.is_none();
        let revoked = data.officers.iter_mut().find(open).map(|officer| officer.revoked_at = Some(at));
        let invited = data.invitations.len();
        data.invitations.retain(|_, invitation| invitation.officer != *id);
        let withdrawn = data.invitations.len() < invited;
        for passkey in data.passkeys.iter_mut().filter(|p| p.officer == *id && p.revoked_at.is_none()) {
            passkey.revoked_at = Some(at);
        }
        data.close_sessions_of(id);
        Ok(revoked.is_some() || withdrawn)
    }

    fn revoke_passkey(&self, credential: &[u8], at: u64) -> Result<bool, StoreError> {
        let mut data = self.data();
        let open = |p: &&mut Passkey| p.credential == credential && p.revoked_at.is_none();
        let Some(passkey) = data.passkeys.iter_mut().find(open) else { return Ok(false) };
        passkey.revoked_at = Some(at);
        let officer = passkey.officer;
        data.close_sessions_of(&officer);
        Ok(true)
    }
}

impl Sessions for MemoryOffice {
    fn open_session(&self, session: &Session) -> Result<(), StoreError> {
        self.data().sessions.insert(session.token, *session);
        Ok(())
    }

    fn session(&self, token: &TokenHash) -> Result<Option<Session>, StoreError> {
        Ok(self.data().sessions.get(token).copied())
    }

    fn touch_session(&self, token: &TokenHash, at: u64) -> Result<(), StoreError> {
        if let Some(session) = self.data().sessions.get_mut(token) {
            session.seen_at = at;
        }
        Ok(())
    }

    fn close_session(&self, token: &TokenHash) -> Result<(), StoreError> {
        let mut data = self.data();
        data.sessions.remove(token);
        data.forms.retain(|(session, _)| session != token);
        Ok(())
    }

    fn sweep_sessions(&self, opened_before: u64, seen_before: u64) -> Result<(), StoreError> {
        let mut data = self.data();
        data.sessions.retain(|_, s| s.opened_at >= opened_before && s.seen_at >= seen_before);
        let data = &mut *data;
        data.forms.retain(|(session, _)| data.sessions.contains_key(session));
        Ok(())
    }

    fn use_form(&self, session: &TokenHash, number: &[u8; 16]) -> Result<bool, StoreError> {
        let mut data = self.data();
        Ok(data.sessions.contains_key(session) && data.forms.insert((*session, *number)))
    }
}

impl Drafts for MemoryOffice {
    fn save_draft(&self, draft: &Draft) -> Result<bool, StoreError> {
        let mut data = self.data();
        match data.drafts.iter_mut().find(|known| known.id == draft.id) {
            None if draft.version == 1 => data.drafts.push(draft.clone()),
            Some(known) if known.logged_at.is_none() && known.version + 1 == draft.version => {
                *known = draft.clone();
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn draft(&self, id: &DraftId) -> Result<Option<Draft>, StoreError> {
        Ok(self.data().drafts.iter().find(|draft| draft.id == *id).cloned())
    }

    fn drafts(&self, party: &PartyId, limit: usize) -> Result<Vec<Draft>, StoreError> {
        let mut found: Vec<_> = self.data().drafts.iter().filter(|d| d.party == *party).cloned().collect();
        found.sort_by_key(|draft| (std::cmp::Reverse(draft.written_at), draft.id));
        found.truncate(limit);
        Ok(found)
    }

    fn draft_logged(&self, id: &DraftId, position: u64) -> Result<(), StoreError> {
        if let Some(draft) = self.data().drafts.iter_mut().find(|draft| draft.id == *id) {
            draft.logged_at = Some(position);
        }
        Ok(())
    }

    fn discard_draft(&self, id: &DraftId) -> Result<bool, StoreError> {
        let mut data = self.data();
        let before = data.drafts.len();
        data.drafts.retain(|draft| draft.id != *id || draft.logged_at.is_some());
        Ok(data.drafts.len() < before)
    }
}

impl HeldKeys for MemoryOffice {
    fn hold_key(&self, key: &HeldKey) -> Result<bool, StoreError> {
        let mut data = self.data();
        if data.keys.iter().any(|known| known.party == key.party && known.kid == key.kid) {
            return Ok(false);
        }
        data.keys.push(key.clone());
        Ok(true)
    }

    fn held_keys(&self, party: &PartyId) -> Result<Vec<HeldKey>, StoreError> {
        Ok(self.data().keys.iter().filter(|key| key.party == *party).cloned().collect())
    }

    fn all_held_keys(&self) -> Result<Vec<HeldKey>, StoreError> {
        Ok(self.data().keys.clone())
    }

    fn reseal_keys(&self, keys: &[HeldKey]) -> Result<bool, StoreError> {
        let mut data = self.data();
        let same = |new: &HeldKey, old: &HeldKey| new.party == old.party && new.kid == old.kid;
        let found = |old: &HeldKey| keys.iter().find(|new| same(new, old));
        if keys.len() != data.keys.len() || !data.keys.iter().all(|old| found(old).is_some()) {
            return Ok(false);
        }
        for old in &mut data.keys {
            old.sealed = found(old).map(|new| new.sealed.clone()).unwrap_or_default();
        }
        Ok(true)
    }

    fn release_key(&self, party: &PartyId, kid: &str) -> Result<bool, StoreError> {
        let mut data = self.data();
        let before = data.keys.len();
        data.keys.retain(|key| key.party != *party || key.kid != kid);
        Ok(data.keys.len() < before)
    }
}

impl Documents for MemoryOffice {
    fn add_document(&self, record: &DocumentRecord) -> Result<bool, StoreError> {
        let mut data = self.data();
        if data.documents.iter().any(|known| known.party == record.party && known.sha256 == record.sha256) {
            return Ok(false);
        }
        data.documents.push(record.clone());
        Ok(true)
    }

    fn documents(&self, party: Option<&PartyId>, limit: usize) -> Result<Vec<DocumentRecord>, StoreError> {
        let data = self.data();
        let of = |record: &&DocumentRecord| record.party.as_ref() == party;
        Ok(data.documents.iter().rev().filter(of).take(limit).cloned().collect())
    }
}

impl Audit for MemoryOffice {
    fn append_audit(&self, entry: &AuditEntry) -> Result<AuditRecord, StoreError> {
        let mut data = self.data();
        let record = AuditRecord::after(data.audit.last().map(|last| (last.number, last.hash)), entry);
        data.audit.push(record.clone());
        Ok(record)
    }

    fn audit(
        &self,
        party: Option<&PartyId>,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<AuditRecord>, StoreError> {
        let data = self.data();
        let of = |record: &&AuditRecord| {
            party.is_none_or(|party| record.entry.party.as_ref() == Some(party))
                && before.is_none_or(|before| record.number < before)
        };
        Ok(data.audit.iter().rev().filter(of).take(limit).cloned().collect())
    }
}
