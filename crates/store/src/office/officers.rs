//! Officers, how they are invited, and the passkeys with which they sign in.

use std::fmt;

use model::PartyId;

use super::{OfficerId, TokenHash};
use crate::StoreError;

/// What an officer may do for the party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Invites and revokes officers, looks after keys, reads the audit trail.
    Administrator,
    /// Writes acts.
    Drafter,
    /// Writes acts, signs and submits them.
    Signatory,
}

/// Roles of one officer. In a small authority one person may have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Roles(u8);

/// Somebody who acts for a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// Identifier.
    pub id: OfficerId,
    /// For whom.
    pub party: PartyId,
    /// Name, as the one who invited wrote it.
    pub name: String,
    /// What he or she may do.
    pub roles: Roles,
    /// Since when, in seconds since 1970.
    pub since: u64,
    /// Until when, once revoked.
    pub revoked_at: Option<u64>,
}

/// A link with which somebody becomes an officer, or an officer gets a further passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Hash of the token in the link.
    pub token: TokenHash,
    /// The officer that it makes, or that exists already.
    pub officer: OfficerId,
    /// For whom.
    pub party: PartyId,
    /// Name of the officer.
    pub name: String,
    /// What the officer may do.
    pub roles: Roles,
    /// Who invited: an officer's identifier, or how else it was done.
    pub by: String,
    /// First moment at which it no longer works, in seconds since 1970.
    pub expires_at: u64,
}

/// A passkey of an officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Identifier that the authenticator gave.
    pub credential: Vec<u8>,
    /// Whose it is.
    pub officer: OfficerId,
    /// The public key and what does not change, as the ceremony's library writes it.
    pub fixed: Vec<u8>,
    /// The signature counter and what changes with use, as the ceremony's library writes it.
    pub state: Vec<u8>,
    /// Since when, in seconds since 1970.
    pub since: u64,
    /// Last use, in seconds since 1970.
    pub used_at: Option<u64>,
    /// Until when, once revoked.
    pub revoked_at: Option<u64>,
}

/// Officers, invitations and passkeys.
///
/// Contract: an invitation makes one passkey, once. What is revoked stays on record and never comes back.
pub trait Officers: Send + Sync {
    /// Keeps an invitation.
    ///
    /// # Errors
    /// When it cannot be written.
    fn invite(&self, invitation: &Invitation) -> Result<(), StoreError>;

    /// An invitation that was neither accepted nor withdrawn, even if it has expired.
    ///
    /// # Errors
    /// When it cannot be read.
    fn invitation(&self, token: &TokenHash) -> Result<Option<Invitation>, StoreError>;

    /// Invitations of a party that were neither accepted nor withdrawn, the last to expire first.
    ///
    /// # Errors
    /// When they cannot be read.
    fn invitations(&self, party: &PartyId) -> Result<Vec<Invitation>, StoreError>;

    /// Ends the invitations of an officer, who stays what he or she is. `false` when there is none.
    ///
    /// # Errors
    /// When it cannot be written.
    fn withdraw_invitations(&self, officer: &OfficerId) -> Result<bool, StoreError>;

    /// Ends an invitation, adds its officer if there is none yet, and adds the passkey: all or nothing. `false` when
    /// the invitation is no longer there, the officer was revoked, or the passkey is known.
    ///
    /// # Errors
    /// When it cannot be written.
    fn accept(&self, token: &TokenHash, officer: &Officer, passkey: &Passkey) -> Result<bool, StoreError>;

    /// An officer, revoked or not.
    ///
    /// # Errors
    /// When it cannot be read.
    fn officer(&self, id: &OfficerId) -> Result<Option<Officer>, StoreError>;

    /// Officers of a party, or of all, revoked ones included, in the order in which they came.
    ///
    /// # Errors
    /// When they cannot be read.
    fn officers(&self, party: Option<&PartyId>) -> Result<Vec<Officer>, StoreError>;

    /// Passkeys of an officer, revoked ones included.
    ///
    /// # Errors
    /// When they cannot be read.
    fn passkeys(&self, officer: &OfficerId) -> Result<Vec<Passkey>, StoreError>;

    /// A passkey, revoked or not.
    ///
    /// # Errors
    /// When it cannot be read.
    fn passkey(&self, credential: &[u8]) -> Result<Option<Passkey>, StoreError>;

    /// Keeps what changed with a use. `false` when the passkey was revoked or used by somebody else since `before` was
    /// read: of two uses with one counter only one counts.
    ///
    /// # Errors
    /// When it cannot be written.
    fn passkey_used(
        &self,
        credential: &[u8],
        before: &[u8],
        after: &[u8],
        at: u64,
    ) -> Result<bool, StoreError>;

    /// Revokes an officer with every passkey, invitation and session. `false` when there is nobody to revoke.
    ///
    /// # Errors
    /// When it cannot be written.
    fn revoke_officer(&self, id: &OfficerId, at: u64) -> Result<bool, StoreError>;

    /// Revokes a passkey and ends every session of its officer. `false` when there is none to revoke.
    ///
    /// # Errors
    /// When it cannot be written.
    fn revoke_passkey(&self, credential: &[u8], at: u64) -> Result<bool, StoreError>;
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 3] = [Role::Administrator, Role::Drafter, Role::Signatory];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Drafter => "drafter",
            Self::Signatory => "signatory",
        }
    }

    /// The role of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Roles {
    /// Whether the role is among them.
    pub fn has(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }

    /// From their names with spaces between, as [`Roles`] is written; words that are no role are left out.
    pub fn from_names(names: &str) -> Self {
        names.split(' ').filter_map(Role::from_name).collect()
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        Self(roles.into_iter().fold(0, |bits, role| bits | role.bit()))
    }
}

impl fmt::Display for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, role) in self.iter().enumerate() {
            let separator = if place == 0 { "" } else { " " };
            write!(f, "{separator}{role}")?;
        }
        Ok(())
    }
}
