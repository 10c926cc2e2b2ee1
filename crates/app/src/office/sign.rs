//! Signing an act with a key that the server holds, and submitting it.

use statement::{Payload, Unsigned};
use store::office::{Draft, DraftId, Role};

use super::show::digest;
use super::{Acting, Office, OfficeError};
use crate::receipt::Receipt;

/// Where an act stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The receipt.
    pub receipt: Receipt,
}

impl Office {
    /// Signs an act with a held key and submits it. `seen` is the digest that was shown: anything else is not signed.
    /// Blocks, as [`crate::App::submit_blocking`] does.
    ///
    /// # Errors
    /// [`OfficeError`]; then nothing is in the log.
    pub fn sign(&self, acting: &Acting, id: &DraftId, seen: &str, kid: &str) -> Result<Logged, OfficeError> {
        let signed = acting.needs(&[Role::Signatory]).and_then(|()| self.signed(acting, id, seen, kid));
        let detail = |(digest, _): &(String, Vec<u8>)| format!("signed with key {kid}, payload {digest}");
        // Written before the statement leaves: nothing is signed and submitted that the trail does not know.
        let (_, statement) = self.audited(&acting.actor(), "act.sign", &id.to_string(), signed, detail)?;
        self.submit(acting, id, &statement)
    }

    /// Submits a statement that a draft became, and notes where it stands.
    pub(super) fn submit(
        &self,
        acting: &Acting,
        id: &DraftId,
        statement: &[u8],
    ) -> Result<Logged, OfficeError> {
        let submitted = self.app().submit_blocking(statement).map_err(OfficeError::from);
        let detail = |receipt: &Receipt| format!("position {}", receipt.position);
        let receipt = self.audited(&acting.actor(), "act.submit", &id.to_string(), submitted, detail)?;
        // If we crash before this, the draft looks unsigned; signing it again gives the same receipt.
        self.store().draft_logged(id, receipt.position.0)?;
        Ok(Logged { receipt })
    }

    /// The act of a draft, if it is still what was shown and would be admitted now.
    pub(super) fn seen_act(
        &self,
        acting: &Acting,
        id: &DraftId,
        seen: &str,
    ) -> Result<(Draft, Payload), OfficeError> {
        let draft = self.open_draft(acting, id)?;
        let payload = self.read_act(&draft.party, &draft.text)?;
        if digest(&payload) != seen {
            return Err(OfficeError::Changed);
        }
        // Whether the party may sign it, by the table and the mandates in force today.
        self.app().check(&payload).verdict?;
        Ok((draft, payload))
    }

    fn signed(
        &self,
        acting: &Acting,
        id: &DraftId,
        seen: &str,
        kid: &str,
    ) -> Result<(String, Vec<u8>), OfficeError> {
        let (draft, payload) = self.seen_act(acting, id, seen)?;
        let held = self.store().held_keys(&draft.party)?.into_iter().find(|key| key.kid == kid);
        let held = held.ok_or_else(|| OfficeError::NoKey(kid.to_owned()))?;
        let unsigned = Unsigned::new(&payload, kid, super::keys::algorithm(&held)?);
        let signature = self.sign_with(&held, unsigned.bytes())?;
        Ok((digest(&payload), unsigned.with_signature(&signature)))
    }
}
