//! Sealing what is secret before it is stored: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) under a key derived from
//! a secret that is kept in a file outside the database. Who takes the database alone can sign nothing.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac as _};
use model::PartyId;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{Office, OfficeError};

/// Bytes of the secret.
pub const SECRET_BYTES: usize = 32;
/// Bytes of a nonce: drawn at random, which 192 bits allow for any number of keys.
const NONCE_BYTES: usize = 24;

/// Seals and unseals.
pub struct Vault(XChaCha20Poly1305);

impl Vault {
    /// A vault under a secret.
    pub fn new(secret: &[u8; SECRET_BYTES]) -> Self {
        // One block of HMAC-SHA256 is HKDF-Expand (RFC 5869) for one purpose: the secret may serve others later.
        let mut mac = match <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(secret) {
            Ok(mac) => mac,
            Err(_) => unreachable!("HMAC takes keys of any length (RFC 2104 section 3)"),
        };
        mac.update(b"comity office: sealing of held keys, v0");
        let key = Zeroizing::new(<[u8; 32]>::from(mac.finalize().into_bytes()));
        Self(XChaCha20Poly1305::new(&(*key).into()))
    }

    /// Seals for one party and key: sealed bytes that are moved to another party or key do not open.
    pub(super) fn seal(
        &self,
        nonce: &[u8; NONCE_BYTES],
        party: &PartyId,
        kid: &str,
        secret: &[u8],
    ) -> Result<Vec<u8>, OfficeError> {
        let payload = Payload { msg: secret, aad: &purpose(party, kid) };
        // Fails for messages of more than 256 GiB only.
        let sealed = self
            .0
            .encrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| OfficeError::TooLong { bytes: secret.len() })?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    fn open(&self, party: &PartyId, kid: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OfficeError> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(OfficeError::OtherSecret)?;
        let payload = Payload { msg: sealed, aad: &purpose(party, kid) };
        let opened = self.0.decrypt(&XNonce::from(*nonce), payload);
        opened.map(Zeroizing::new).map_err(|_| OfficeError::OtherSecret)
    }
}

impl Office {
    pub(super) fn seal(&self, party: &PartyId, kid: &str, secret: &[u8]) -> Result<Vec<u8>, OfficeError> {
        let vault = self.inner.vault.as_ref().ok_or(OfficeError::NoSecret)?;
        vault.seal(&*self.draw()?, party, kid, secret)
    }

    pub(super) fn unseal(
        &self,
        party: &PartyId,
        kid: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OfficeError> {
        self.inner.vault.as_ref().ok_or(OfficeError::NoSecret)?.open(party, kid, sealed)
    }
}

fn purpose(party: &PartyId, kid: &str) -> Vec<u8> {
    // A party's identifier has no line feed.
    format!("comity held key v0\n{party}\n{kid}").into_bytes()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn sealed_bytes_open_for_their_party_key_and_secret_alone() {
        let party = |name: &str| format!("did:web:{name}.example").parse::<PartyId>().unwrap();
        let vault = Vault::new(&[7; 32]);
        let sealed = vault.seal(&[1; 24], &party("a"), "k", b"secret").unwrap();
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        assert_eq!(vault.open(&party("a"), "k", &sealed).unwrap().as_slice(), b"secret");
        for (vault, party, kid) in
            [(&Vault::new(&[8; 32]), party("a"), "k"), (&vault, party("b"), "k"), (&vault, party("a"), "l")]
        {
            assert_eq!(vault.open(&party, kid, &sealed), Err(OfficeError::OtherSecret));
        }
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(vault.open(&party("a"), "k", &changed).is_err(), "{place}");
        }
        assert!(vault.open(&party("a"), "k", &sealed[..10]).is_err());
    }
}
