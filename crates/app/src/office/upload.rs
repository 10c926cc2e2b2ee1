//! Taking an act that was downloaded, signed elsewhere with a key of the party, and uploaded.

use statement::Unverified;
use store::office::{DraftId, Role};

use super::show::digest;
use super::{Acting, Logged, Office, OfficeError};
use crate::submit::{CHECK, SubmitError, key_of};

impl Office {
    /// Takes a signed act and submits it. It must say what the draft says, and be signed with a key in force of the
    /// party. Blocks, as [`crate::App::submit_blocking`] does.
    ///
    /// # Errors
    /// [`OfficeError`]; then nothing is in the log.
    pub fn upload(
        &self,
        acting: &Acting,
        id: &DraftId,
        seen: &str,
        statement: &str,
    ) -> Result<Logged, OfficeError> {
        let statement = statement.trim().as_bytes();
        let checked =
            acting.needs(&[Role::Signatory]).and_then(|()| self.check_upload(acting, id, seen, statement));
        self.audited(&acting.actor(), "act.upload", &id.to_string(), checked, |kid| {
            format!("signed outside with key {kid}, payload {seen}")
        })?;
        self.submit(acting, id, statement)
    }

    fn check_upload(
        &self,
        acting: &Acting,
        id: &DraftId,
        seen: &str,
        bytes: &[u8],
    ) -> Result<String, OfficeError> {
        let (draft, payload) = self.seen_act(acting, id, seen)?;
        let statement = Unverified::parse(bytes)?;
        if statement.payload().signer != draft.party {
            let named = statement.payload().signer.clone();
            return Err(OfficeError::OtherSigner { named, own: draft.party });
        }
        if digest(statement.payload()) != digest(&payload) {
            return Err(OfficeError::OtherStatement);
        }
        let state = self.app().state();
        let key = key_of(state.registry(), &statement).map_err(SubmitError::Admit)?.clone();
        Ok(statement.verify(&key, &CHECK)?.kid().to_owned())
    }
}
