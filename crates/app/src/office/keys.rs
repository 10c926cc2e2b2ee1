//! Keys of the party that the server holds: taking one in, listing, releasing.

use model::PartyId;
use statement::{Algorithm, KeyError, PrivateKey, PublicKey};
use store::office::{HeldKey, KeyHome, Role};

use super::audit::Actor;
use super::token::TokenReach;
use super::{Acting, Office, OfficeError, Vault};

/// A held key as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyView {
    /// Its identifier on record.
    pub kid: String,
    /// Where it is.
    pub home: KeyHome,
    /// The algorithm it signs with.
    pub algorithm: Algorithm,
    /// Since when it is held, in seconds since 1970.
    pub since: u64,
    /// Whether it is in force on the record of the party; one that is not signs nothing that is taken.
    pub in_force: bool,
}

impl Office {
    /// Keys of the officer's party. Who signs has to choose one, so every officer sees them.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn held_keys(&self, acting: &Acting) -> Result<Vec<KeyView>, OfficeError> {
        let party = &acting.officer().party;
        self.store().held_keys(party)?.iter().map(|key| self.view_key(party, key)).collect()
    }

    /// Takes in a private key, as it stands in a key file, for the administrator's own party.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn hold_key(&self, acting: &Acting, jwk: &str) -> Result<(), OfficeError> {
        let held = acting
            .needs(&[Role::Administrator])
            .and_then(|()| self.take_in(&acting.officer().party, &private_key(jwk)?));
        self.audited_key(&acting.actor(), held)
    }

    /// Takes in a private key for a party, at the command line of the server.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn hold_key_from_console(&self, party: &PartyId, key: &PrivateKey) -> Result<(), OfficeError> {
        let held = self.registered(party).and_then(|()| self.take_in(party, key));
        self.audited_key(&Actor::console().of(party), held)
    }

    /// Takes in how to reach a key in a token, at the command line of the server. `kid` is its identifier on record.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn hold_token_from_console(
        &self,
        party: &PartyId,
        kid: &str,
        reach: &TokenReach,
    ) -> Result<(), OfficeError> {
        let held = self.registered(party).and_then(|()| {
            let public = self.inner.token.public_key(reach, kid)?;
            let secret = zeroize::Zeroizing::new(serde_json::to_vec(reach).unwrap_or_default());
            self.keep(party, &public, KeyHome::Token, &secret)
        });
        self.audited_key(&Actor::console().of(party), held)
    }

    /// Forgets a key of the administrator's own party. Statements that it signed stay.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn release_key(&self, acting: &Acting, kid: &str) -> Result<(), OfficeError> {
        let released = acting.needs(&[Role::Administrator]).and_then(|()| {
            match self.store().release_key(&acting.officer().party, kid)? {
                true => Ok(()),
                false => Err(OfficeError::NoKey(kid.to_owned())),
            }
        });
        self.audited(&acting.actor(), "key.release", kid, released, |()| String::new())
    }

    /// Seals every held key, of all parties, under another secret, at the command line of the server. All or none; from
    /// then on the former secret opens nothing. The number of keys.
    ///
    /// # Errors
    /// [`OfficeError::OtherSecret`] when the present secret does not open them, and others.
    pub fn reseal_keys_from_console(&self, vault: &Vault) -> Result<usize, OfficeError> {
        let resealed = self.resealed(vault).and_then(|keys| match self.store().reseal_keys(&keys)? {
            true => Ok(keys.len()),
            false => Err(OfficeError::Changed),
        });
        self.audited(&Actor::console(), "key.reseal", "", resealed, |count| format!("{count} keys"))
    }

    /// Whether the secret that the desk has opens every held key.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn opens_held_keys(&self) -> Result<bool, OfficeError> {
        let keys = self.store().all_held_keys()?;
        Ok(keys.iter().all(|key| self.unseal(&key.party, &key.kid, &key.sealed).is_ok()))
    }

    /// How many keys are held, of all parties.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn held_key_count(&self) -> Result<usize, OfficeError> {
        Ok(self.store().all_held_keys()?.len())
    }

    fn resealed(&self, vault: &Vault) -> Result<Vec<HeldKey>, OfficeError> {
        let reseal = |key: HeldKey| {
            let secret = self.unseal(&key.party, &key.kid, &key.sealed)?;
            let sealed = vault.seal(&*self.draw()?, &key.party, &key.kid, &secret)?;
            Ok(HeldKey { sealed, ..key })
        };
        self.store().all_held_keys()?.into_iter().map(reseal).collect()
    }

    /// A signature of a held key over bytes.
    pub(super) fn sign_with(&self, held: &HeldKey, message: &[u8]) -> Result<Vec<u8>, OfficeError> {
        let secret = self.unseal(&held.party, &held.kid, &held.sealed)?;
        match held.home {
            KeyHome::Sealed => {
                let text = std::str::from_utf8(&secret).map_err(|_| OfficeError::OtherSecret)?;
                Ok(PrivateKey::from_jwk(text)?.sign_bytes(message))
            }
            KeyHome::Token => {
                let reach: TokenReach =
                    serde_json::from_slice(&secret).map_err(|_| OfficeError::OtherSecret)?;
                Ok(self.inner.token.sign(&reach, algorithm(held)?, message)?)
            }
        }
    }

    fn take_in(&self, party: &PartyId, key: &PrivateKey) -> Result<String, OfficeError> {
        self.keep(party, &key.public(), KeyHome::Sealed, key.to_jwk().as_bytes())
    }

    fn keep(
        &self,
        party: &PartyId,
        public: &PublicKey,
        home: KeyHome,
        secret: &[u8],
    ) -> Result<String, OfficeError> {
        let kid = public.kid.clone();
        if !self.is_on_record(party, public) {
            return Err(OfficeError::KeyNotOnRecord(kid));
        }
        let held = HeldKey {
            party: party.clone(),
            kid: kid.clone(),
            home,
            public: serde_json::to_string(public).unwrap_or_default(),
            sealed: self.seal(party, &kid, secret)?,
            since: self.now(),
        };
        if self.store().hold_key(&held)? { Ok(kid) } else { Err(OfficeError::KeyKnown(kid)) }
    }

    fn is_on_record(&self, party: &PartyId, public: &PublicKey) -> bool {
        let state = self.app().state();
        registry::key_in_force(state.registry(), party, &public.kid).is_ok_and(|known| known == public)
    }

    fn view_key(&self, party: &PartyId, held: &HeldKey) -> Result<KeyView, OfficeError> {
        Ok(KeyView {
            kid: held.kid.clone(),
            home: held.home,
            algorithm: algorithm(held)?,
            since: held.since,
            in_force: public_key(held).is_ok_and(|public| self.is_on_record(party, &public)),
        })
    }

    fn audited_key(&self, actor: &Actor, held: Result<String, OfficeError>) -> Result<(), OfficeError> {
        self.audited(actor, "key.hold", "", held, |kid| format!("key {kid}"))?;
        Ok(())
    }
}

/// The algorithm of a held key.
pub(super) fn algorithm(held: &HeldKey) -> Result<Algorithm, OfficeError> {
    Ok(public_key(held)?.decode()?.algorithm())
}

fn public_key(held: &HeldKey) -> Result<PublicKey, OfficeError> {
    serde_json::from_str(&held.public).map_err(|_| KeyError::Private("what is stored is damaged").into())
}

/// A private key from the text of a key file: a JSON Web Key. What is wrong is said without repeating the text.
fn private_key(text: &str) -> Result<PrivateKey, OfficeError> {
    Ok(PrivateKey::from_jwk(text.trim())?)
}
