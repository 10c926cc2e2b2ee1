//! Keys as decentralised identifiers (`did:key`, W3C CCG): the identifier is the key, nothing needs to be looked up.

use model::PartyId;

use super::{KeyError, PublicKey, public_key};
use crate::signature::{Algorithm, VerifyingKey};

// Codes of key types as unsigned varints (multicodec table: 0xed, 0x1200, 0x1201).
const ED25519: [u8; 2] = [0xed, 0x01];
const P256: [u8; 2] = [0x80, 0x24];
const P384: [u8; 2] = [0x81, 0x24];

impl PublicKey {
    /// The key that a `did:key` is. Its identifier is the part after `did:key:`, as in the fragment of the method.
    ///
    /// # Errors
    /// When the identifier is no `did:key`, or its key is of another kind, malformed or weak.
    pub fn from_did_key(party: &PartyId) -> Result<PublicKey, KeyError> {
        let error = || KeyError::DidKey(party.as_str().chars().take(80).collect());
        let multibase = party.as_str().strip_prefix("did:key:").ok_or_else(error)?;
        let base58 = multibase.strip_prefix('z').ok_or_else(error)?;
        let bytes = bs58::decode(base58).into_vec().map_err(|_| error())?;
        let (code, point) = bytes.split_at_checked(2).ok_or_else(error)?;
        let key = match [code[0], code[1]] {
            ED25519 => VerifyingKey::ed25519(point)?,
            // The method writes points compressed, and only so.
            P256 if point.len() == 33 => VerifyingKey::p256_sec1(point)?,
            P384 if point.len() == 49 => VerifyingKey::p384_sec1(point)?,
            _ => return Err(error()),
        };
        Ok(public_key(multibase, &key))
    }

    /// The `did:key` that this key is.
    ///
    /// # Errors
    /// When the key cannot be decoded.
    pub fn to_did_key(&self) -> Result<PartyId, KeyError> {
        let key = self.decode()?;
        let code = match key.algorithm() {
            Algorithm::EdDsa => ED25519,
            Algorithm::Es256 => P256,
            Algorithm::Es384 => P384,
        };
        let multibase = bs58::encode([&code[..], &key.to_compressed_bytes()].concat()).into_string();
        format!("did:key:z{multibase}").parse().map_err(|_| KeyError::DidKey(multibase))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_of_the_method_round_trip() {
        // From the test vectors of the did:key method: Ed25519, P-256, P-384.
        for text in [
            "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
            "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
            "did:key:z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9",
        ] {
            let key = PublicKey::from_did_key(&text.parse().unwrap()).unwrap();
            assert_eq!(key.to_did_key().unwrap().as_str(), text);
        }
    }

    #[test]
    fn other_identifiers_are_refused() {
        for text in [
            "did:web:a.example",
            "did:key:z",
            "did:key:6Mk",
            "did:key:z6Mk0",
            "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW",
        ] {
            assert!(PublicKey::from_did_key(&text.parse().unwrap()).is_err(), "{text}");
        }
    }
}
