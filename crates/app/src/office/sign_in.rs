//! Signing in with a passkey.

use store::office::{Officer, Passkey};

use super::audit::Actor;
use super::{Office, OfficeError, PasskeyError, SessionToken};

/// An officer who has just signed in.
pub struct SignedIn {
    /// The officer.
    pub officer: Officer,
    /// The secret of the session.
    pub token: SessionToken,
}

impl Office {
    /// Begins the ceremony: what the browser is asked to do (options of `navigator.credentials.get`, as JSON).
    ///
    /// # Errors
    /// When too many ceremonies are under way.
    pub fn begin_sign_in(&self) -> Result<String, OfficeError> {
        Ok(self.inner.relying_party.begin_sign_in()?)
    }

    /// Signs in with what the browser answered. A session that the browser had before ends.
    ///
    /// # Errors
    /// [`OfficeError::Passkey`] and others.
    pub fn sign_in(
        &self,
        response: &str,
        former: Option<&SessionToken>,
        request: &str,
    ) -> Result<SignedIn, OfficeError> {
        let mut actor = Actor::unknown(request);
        let checked = self.check_passkey(response, &mut actor);
        let officer = self.audited(&actor, "sign-in", "", checked, |officer| officer.name.clone())?;
        let token = self.open_session(&officer, former)?;
        Ok(SignedIn { officer, token })
    }

    fn check_passkey(&self, response: &str, actor: &mut Actor) -> Result<Officer, OfficeError> {
        let mut found = None;
        let used = self.inner.relying_party.finish_sign_in(response, |credential| {
            let known = self.known_passkey(credential)?;
            // From here on the audit trail can say whose passkey was tried.
            actor.party = Some(known.1.party.clone());
            actor.who = known.1.id.to_string();
            let in_force = known.0.revoked_at.is_none() && known.1.revoked_at.is_none();
            found = Some(known.clone());
            if in_force { Ok(known.0) } else { Err(PasskeyError::Revoked.into()) }
        })?;
        let (passkey, officer) = found.ok_or(PasskeyError::Unknown)?;
        // The counter is moved on in one step: an answer that is sent twice at once signs in once.
        match self.store().passkey_used(&passkey.credential, &passkey.state, &used, self.now())? {
            true => Ok(officer),
            false => Err(PasskeyError::Revoked.into()),
        }
    }

    fn known_passkey(&self, credential: &[u8]) -> Result<(Passkey, Officer), OfficeError> {
        let passkey = self.store().passkey(credential)?.ok_or(PasskeyError::Unknown)?;
        let officer = self.store().officer(&passkey.officer)?.ok_or(PasskeyError::Unknown)?;
        Ok((passkey, officer))
    }
}
