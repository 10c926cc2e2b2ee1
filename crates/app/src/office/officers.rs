//! Who works for the party: listing and revoking.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::PartyId;
use store::office::{Invitation, Officer, OfficerId, Passkey, Role};

use super::audit::Actor;
use super::{Acting, Office, OfficeError};

/// An officer with the passkeys.
#[derive(Clone, Debug)]
pub struct OfficerView {
    /// The officer.
    pub officer: Officer,
    /// The passkeys, revoked ones included.
    pub passkeys: Vec<Passkey>,
}

/// Officers of a party, and who is invited.
#[derive(Clone, Debug)]
pub struct Officers {
    /// Officers, revoked ones included.
    pub officers: Vec<OfficerView>,
    /// Invitations that work.
    pub invitations: Vec<Invitation>,
    /// Invitations that have expired and were not cleared.
    pub expired: Vec<Invitation>,
}

/// The identifier of a passkey as text.
pub fn credential_text(credential: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(credential)
}

impl Office {
    /// Officers of the administrator's own party.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn officers(&self, acting: &Acting) -> Result<Officers, OfficeError> {
        self.allowed(acting, "officer.read", "", acting.needs(&[Role::Administrator]))?;
        self.officers_of(&acting.officer().party)
    }

    /// Officers of a party, for the command line of the server.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn officers_of(&self, party: &PartyId) -> Result<Officers, OfficeError> {
        let with_passkeys = |officer: Officer| {
            let passkeys = self.store().passkeys(&officer.id)?;
            Ok(OfficerView { officer, passkeys })
        };
        let officers = self.store().officers(Some(party))?.into_iter().map(with_passkeys);
        let officers = officers.collect::<Result<_, OfficeError>>()?;
        let now = self.now();
        let all = self.store().invitations(party)?.into_iter();
        let (invitations, expired) = all.partition(|invitation| now < invitation.expires_at);
        Ok(Officers { officers, invitations, expired })
    }

    /// Withdraws the invitations of somebody, or clears expired ones. An officer who was invited to a further passkey stays.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn withdraw_invitation(&self, acting: &Acting, id: &OfficerId) -> Result<(), OfficeError> {
        let withdrawn = acting.needs(&[Role::Administrator]).and_then(|()| {
            let invited = self.store().invitations(&acting.officer().party)?;
            let own = invited.iter().any(|invitation| invitation.officer == *id);
            match own && self.store().withdraw_invitations(id)? {
                true => Ok(()),
                false => Err(OfficeError::NoSuch("invitation")),
            }
        });
        self.audited(&acting.actor(), "officer.withdraw", &id.to_string(), withdrawn, |()| String::new())
    }

    /// Revokes an officer of the administrator's own party, or withdraws an invitation, with everything that goes
    /// with it. It works at once: sessions end.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn revoke_officer(&self, acting: &Acting, id: &OfficerId) -> Result<(), OfficeError> {
        let revoked = acting.needs(&[Role::Administrator]).and_then(|()| {
            let party = &acting.officer().party;
            let invited = self.store().invitations(party)?.iter().any(|i| i.officer == *id);
            let officer = self.store().officer(id)?.filter(|officer| officer.party == *party);
            if officer.is_none() && !invited {
                return Err(OfficeError::NoSuch("officer"));
            }
            self.keep_an_administrator(party, id)?;
            self.revoke(id)
        });
        self.audited(&acting.actor(), "officer.revoke", &id.to_string(), revoked, |()| String::new())
    }

    /// Revokes an officer of whatever party, at the command line of the server: the last administrator too.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn revoke_officer_from_console(&self, id: &OfficerId) -> Result<(), OfficeError> {
        let mut actor = Actor::console();
        actor.party = self.store().officer(id)?.map(|officer| officer.party);
        self.audited(&actor, "officer.revoke", &id.to_string(), self.revoke(id), |()| String::new())
    }

    /// Revokes a passkey of an officer of the administrator's own party. Sessions of that officer end.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn revoke_passkey(&self, acting: &Acting, credential: &str) -> Result<(), OfficeError> {
        let revoked = acting.needs(&[Role::Administrator]).and_then(|()| {
            let none = || OfficeError::NoSuch("passkey");
            let credential = URL_SAFE_NO_PAD.decode(credential).map_err(|_| none())?;
            let passkey = self.store().passkey(&credential)?.ok_or_else(none)?;
            self.own_officer(acting, &passkey.officer).map_err(|_| none())?;
            match self.store().revoke_passkey(&credential, self.now())? {
                true => Ok(passkey.officer),
                false => Err(none()),
            }
        });
        self.audited(&acting.actor(), "passkey.revoke", credential, revoked, |officer| {
            format!("officer {officer}")
        })?;
        Ok(())
    }

    /// An officer of the same party who was not revoked.
    pub(super) fn own_officer(&self, acting: &Acting, id: &OfficerId) -> Result<Officer, OfficeError> {
        let own = |officer: &Officer| officer.party == acting.officer().party && officer.revoked_at.is_none();
        self.store().officer(id)?.filter(own).ok_or(OfficeError::NoSuch("officer"))
    }

    fn revoke(&self, id: &OfficerId) -> Result<(), OfficeError> {
        match self.store().revoke_officer(id, self.now())? {
            true => Ok(()),
            false => Err(OfficeError::NoSuch("officer")),
        }
    }

    fn keep_an_administrator(&self, party: &PartyId, leaving: &OfficerId) -> Result<(), OfficeError> {
        let officers = self.store().officers(Some(party))?;
        let in_force = |o: &&Officer| o.revoked_at.is_none() && o.roles.has(Role::Administrator);
        let mut administrators = officers.iter().filter(in_force);
        if administrators.clone().any(|officer| officer.id == *leaving)
            && administrators.all(|officer| officer.id == *leaving)
        {
            return Err(OfficeError::LastAdministrator);
        }
        Ok(())
    }
}
