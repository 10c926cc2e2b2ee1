//! Accepting an invitation: the officer registers a passkey, and is one from then on.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store::office::{Invitation, Officer, Passkey, TokenHash};

use super::audit::Actor;
use super::limits::PASSKEYS_MAX;
use super::{Office, OfficeError, PasskeyError, SessionToken};

/// An invitation as it is shown to whoever follows its link, with the ceremony that accepts it.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// What the browser is asked to do: options of `navigator.credentials.create`, as JSON.
    pub options: String,
}

impl Office {
    /// Shows an invitation and begins the ceremony.
    ///
    /// # Errors
    /// [`OfficeError::Invitation`] and others.
    pub fn invited(&self, token: &str) -> Result<Invited, OfficeError> {
        let invitation = self.open_invitation(token)?;
        let known = self.store().passkeys(&invitation.officer)?;
        let options = self.inner.relying_party.begin_registration(&invitation, &known)?;
        Ok(Invited { invitation, options })
    }

    /// Accepts an invitation with the passkey that the browser made, and signs the officer in.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn accept(
        &self,
        token: &str,
        response: &str,
        former: Option<&SessionToken>,
        request: &str,
    ) -> Result<SessionToken, OfficeError> {
        let mut actor = Actor::unknown(request);
        let accepted = self.open_invitation(token).and_then(|invitation| {
            actor.party = Some(invitation.party.clone());
            actor.who = invitation.officer.to_string();
            self.make_officer(&invitation, response)
        });
        let officer = self.audited(&actor, "officer.accept", "", accepted, |officer| officer.name.clone())?;
        self.open_session(&officer, former)
    }

    fn make_officer(&self, invitation: &Invitation, response: &str) -> Result<Officer, OfficeError> {
        let now = self.now();
        if self.store().passkeys(&invitation.officer)?.len() >= PASSKEYS_MAX {
            return Err(PasskeyError::TooMany.into());
        }
        let made = self.inner.relying_party.finish_registration(&invitation.officer, response)?;
        let passkey = Passkey {
            credential: made.credential,
            officer: invitation.officer,
            fixed: made.fixed,
            state: made.state,
            since: now,
            used_at: None,
            revoked_at: None,
        };
        let officer = Officer {
            id: invitation.officer,
            party: invitation.party.clone(),
            name: invitation.name.clone(),
            roles: invitation.roles,
            since: now,
            revoked_at: None,
        };
        // Of two who follow one link at once, one is accepted here.
        if !self.store().accept(&invitation.token, &officer, &passkey)? {
            return Err(OfficeError::Invitation);
        }
        Ok(officer)
    }

    fn open_invitation(&self, token: &str) -> Result<Invitation, OfficeError> {
        let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| OfficeError::Invitation)?;
        let found = self.store().invitation(&TokenHash::of(&bytes))?;
        found.filter(|invitation| self.now() < invitation.expires_at).ok_or(OfficeError::Invitation)
    }
}
