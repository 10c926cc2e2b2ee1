//! Inviting an officer, or an officer who is there to a further passkey: a link that works once.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::PartyId;
use store::office::{Invitation, OfficerId, Role, Roles, TokenHash};

use super::audit::Actor;
use super::limits::{INVITATION_SECONDS, NAME_CHARS_MAX};
use super::{Acting, Office, OfficeError};

/// Whom to invite.
#[derive(Clone, Debug)]
pub struct Invite {
    /// The officer's name.
    pub name: String,
    /// What he or she may do.
    pub roles: Roles,
}

/// A link that works once. Who has it becomes the officer: it is shown once, and its hash is kept.
#[derive(Clone, Debug)]
pub struct Link {
    /// The secret in it.
    pub token: String,
    /// The officer whom it makes.
    pub officer: OfficerId,
    /// First moment at which it no longer works, in seconds since 1970.
    pub expires_at: u64,
}

impl Office {
    /// Invites an officer of the administrator's own party.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn invite(&self, acting: &Acting, invite: &Invite) -> Result<Link, OfficeError> {
        let party = &acting.officer().party;
        let invited = acting
            .needs(&[Role::Administrator])
            .and_then(|()| self.make_invitation(party, None, invite, &acting.actor()));
        self.audited_link(&acting.actor(), &invite.name, invited)
    }

    /// Invites an officer of a party, at the command line of the server.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn invite_from_console(&self, party: &PartyId, invite: &Invite) -> Result<Link, OfficeError> {
        let actor = Actor::console().of(party);
        let invited = self.registered(party).and_then(|()| self.make_invitation(party, None, invite, &actor));
        self.audited_link(&actor, &invite.name, invited)
    }

    /// Invites an officer who is there to a further passkey: for a new telephone, or after a loss.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn invite_again(&self, acting: &Acting, id: &OfficerId) -> Result<Link, OfficeError> {
        let invited = acting.needs(&[Role::Administrator]).and_then(|()| {
            let officer = self.own_officer(acting, id)?;
            let invite = Invite { name: officer.name, roles: officer.roles };
            self.make_invitation(&officer.party, Some(officer.id), &invite, &acting.actor())
        });
        self.audited_link(&acting.actor(), &id.to_string(), invited)
    }

    fn make_invitation(
        &self,
        party: &PartyId,
        officer: Option<OfficerId>,
        invite: &Invite,
        actor: &Actor,
    ) -> Result<Link, OfficeError> {
        let name = invite.name.trim();
        if name.is_empty() || name.chars().count() > NAME_CHARS_MAX || name.chars().any(char::is_control) {
            return Err(OfficeError::Name);
        }
        if invite.roles.is_empty() {
            return Err(OfficeError::NoRole);
        }
        let secret = self.draw::<32>()?;
        let officer = match officer {
            Some(officer) => officer,
            None => OfficerId(*self.draw()?),
        };
        let invitation = Invitation {
            token: TokenHash::of(secret.as_slice()),
            officer,
            party: party.clone(),
            name: name.to_owned(),
            roles: invite.roles,
            by: actor.who.clone(),
            expires_at: self.now().saturating_add(INVITATION_SECONDS),
        };
        self.store().invite(&invitation)?;
        let token = URL_SAFE_NO_PAD.encode(secret.as_slice());
        Ok(Link { token, officer, expires_at: invitation.expires_at })
    }

    fn audited_link(
        &self,
        actor: &Actor,
        about: &str,
        invited: Result<Link, OfficeError>,
    ) -> Result<Link, OfficeError> {
        self.audited(actor, "officer.invite", about, invited, |link| format!("officer {}", link.officer))
    }

    /// Where the link of an invitation leads, in a language of the pages.
    pub fn invitation_url(&self, link: &Link, language: &str) -> String {
        format!("{}/{language}/desk/invitation?token={}", self.public_url(), link.token)
    }
}
