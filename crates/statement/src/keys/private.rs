//! Private keys: where they come from, and what they sign with.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::Signer as _;
use ed25519_dalek::pkcs8::DecodePrivateKey as _;
use model::PartyId;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{KeyError, PublicKey, check_key_id, public_key};
use crate::by_name::json_object;
use crate::signature::{Algorithm, VerifyingKey};

/// A private key with its identifier. Wiped from memory when dropped; never printed.
#[derive(Clone)]
pub struct PrivateKey {
    kid: String,
    secret: Secret,
}

// Each of the three wipes itself when dropped.
#[derive(Clone)]
enum Secret {
    Ed25519(ed25519_dalek::SigningKey),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
}

/// A private JSON Web Key. Members that are not read here (`use`, `alg`) are let through.
#[derive(Deserialize)]
struct PrivateJwk {
    kid: String,
    kty: String,
    crv: String,
    x: String,
    y: Option<String>,
    d: String,
}

/// The key that a party signs with in a demonstration: anybody can derive it from the party's identifier, so it
/// proves nothing. Its identifier is `demo`.
pub fn demonstration_key(party: &PartyId) -> PrivateKey {
    let text = format!("comity demonstration key, never use for anything else: {party}");
    let seed: [u8; 32] = Sha256::digest(text).into();
    PrivateKey { kid: "demo".into(), secret: Secret::Ed25519(ed25519_dalek::SigningKey::from_bytes(&seed)) }
}

impl PrivateKey {
    /// A key from secret bytes: the seed for Ed25519 (RFC 8032), the scalar for P-256 and P-384. Make them with a
    /// source of randomness for cryptography.
    ///
    /// # Errors
    /// When the identifier, the length or (for the latter two) the range is wrong.
    pub fn from_secret(kid: &str, algorithm: Algorithm, bytes: &[u8]) -> Result<Self, KeyError> {
        check_key_id(kid)?;
        let error = KeyError::Private("the secret has the wrong length or is out of range");
        let secret = match algorithm {
            Algorithm::EdDsa => {
                bytes.try_into().ok().map(|seed| Secret::Ed25519(ed25519_dalek::SigningKey::from_bytes(seed)))
            }
            Algorithm::Es256 => p256::ecdsa::SigningKey::from_slice(bytes).ok().map(Secret::P256),
            Algorithm::Es384 => p384::ecdsa::SigningKey::from_slice(bytes).ok().map(Secret::P384),
        };
        Ok(Self { kid: kid.into(), secret: secret.ok_or(error)? })
    }

    /// A key from the text of a private JSON Web Key (RFC 7517, RFC 8037) with its `kid`.
    ///
    /// # Errors
    /// When the text is no such key, or its public part is another key's.
    pub fn from_jwk(text: &str) -> Result<Self, KeyError> {
        let form = "write a JSON Web Key with `kid`, `kty`, `crv`, `x`, `d` and, for `EC`, `y`";
        if !json_object(text.as_bytes()) {
            return Err(KeyError::Private(form));
        }
        // The error of the parser may quote the secret, so it is dropped.
        let jwk: PrivateJwk = serde_json::from_str(text).map_err(|_| KeyError::Private(form))?;
        let d = Zeroizing::new(jwk.d);
        let public = PublicKey { kid: jwk.kid, kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y };
        let algorithm = public.decode()?.algorithm();
        let bytes = URL_SAFE_NO_PAD.decode(d.as_bytes()).map_err(|_| KeyError::Encoding("d"))?;
        let key = Self::from_secret(&public.kid, algorithm, &Zeroizing::new(bytes))?;
        if key.public() == public {
            Ok(key)
        } else {
            Err(KeyError::Private("`d` and `x` are not of one key"))
        }
    }

    /// A key from the text of a PKCS #8 file (`-----BEGIN PRIVATE KEY-----`), as `openssl genpkey` writes it.
    ///
    /// # Errors
    /// When the identifier is malformed, or the text is no private key on one of the three curves.
    pub fn from_pkcs8(kid: &str, text: &str) -> Result<Self, KeyError> {
        check_key_id(kid)?;
        let error = KeyError::Private("write an unencrypted PKCS #8 key on Ed25519, P-256 or P-384");
        let ed25519 = || ed25519_dalek::SigningKey::from_pkcs8_pem(text).ok().map(Secret::Ed25519);
        let p256 = || p256::ecdsa::SigningKey::from_pkcs8_pem(text).ok().map(Secret::P256);
        let p384 = || p384::ecdsa::SigningKey::from_pkcs8_pem(text).ok().map(Secret::P384);
        let secret = ed25519().or_else(p256).or_else(p384).ok_or(error)?;
        Ok(Self { kid: kid.into(), secret })
    }

    /// The private JSON Web Key, for a key file. Whoever reads it can sign.
    pub fn to_jwk(&self) -> Zeroizing<String> {
        let secret: Zeroizing<Vec<u8>> = Zeroizing::new(match &self.secret {
            Secret::Ed25519(key) => key.to_bytes().to_vec(),
            Secret::P256(key) => key.to_bytes().to_vec(),
            Secret::P384(key) => key.to_bytes().to_vec(),
        });
        let d = Zeroizing::new(URL_SAFE_NO_PAD.encode(&*secret));
        let public = self.public();
        let y = public.y.map(|y| format!(r#","y":"{y}""#)).unwrap_or_default();
        // The identifier is the only part that may hold characters to escape.
        let kid = serde_json::Value::from(public.kid).to_string();
        let (kty, crv, x) = (public.kty, public.crv, public.x);
        Zeroizing::new(format!(r#"{{"kid":{kid},"kty":"{kty}","crv":"{crv}","x":"{x}"{y},"d":"{}"}}"#, *d))
    }

    /// The identifier.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The public key, with the same identifier.
    pub fn public(&self) -> PublicKey {
        public_key(&self.kid, &self.verifying_key())
    }

    /// The algorithm it signs with.
    pub fn algorithm(&self) -> Algorithm {
        match &self.secret {
            Secret::Ed25519(_) => Algorithm::EdDsa,
            Secret::P256(_) => Algorithm::Es256,
            Secret::P384(_) => Algorithm::Es384,
        }
    }

    /// The signature over bytes, as it stands in a JWS. Deterministic: EdDSA by nature, ECDSA by RFC 6979.
    pub fn sign_bytes(&self, message: &[u8]) -> Vec<u8> {
        match &self.secret {
            Secret::Ed25519(key) => key.sign(message).to_bytes().to_vec(),
            Secret::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Secret::P384(key) => {
                let signature: p384::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
        }
    }

    fn verifying_key(&self) -> VerifyingKey {
        match &self.secret {
            Secret::Ed25519(key) => VerifyingKey::from_ed25519(key.verifying_key()),
            Secret::P256(key) => VerifyingKey::from_p256(*key.verifying_key()),
            Secret::P384(key) => VerifyingKey::from_p384(*key.verifying_key()),
        }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey({}, {}, redacted)", self.kid, self.algorithm())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_reads_back_as_the_same_key() {
        for (algorithm, bytes) in [(Algorithm::EdDsa, 32), (Algorithm::Es256, 32), (Algorithm::Es384, 48)] {
            let key = PrivateKey::from_secret("2026-1", algorithm, &vec![7; bytes]).unwrap();
            let read = PrivateKey::from_jwk(&key.to_jwk()).unwrap();
            assert_eq!((read.public(), read.algorithm()), (key.public(), algorithm));
            assert!(key.public().decode().is_ok());
        }
    }

    #[test]
    fn a_key_file_with_another_public_part_is_refused() {
        let key = |fill: u8| PrivateKey::from_secret("a", Algorithm::EdDsa, &[fill; 32]).unwrap();
        let mixed = key(1).to_jwk().replace(&key(1).public().x, &key(2).public().x);
        assert!(PrivateKey::from_jwk(&mixed).is_err());
    }

    #[test]
    fn the_example_of_rfc_8410_is_read() {
        // RFC 8410 section 10.3, version 1 without the public key.
        let text = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
        let key = PrivateKey::from_pkcs8("k", text).unwrap();
        assert_eq!(key.public().x, "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE");
        assert!(
            PrivateKey::from_pkcs8("k", "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----")
                .is_err()
        );
    }

    #[test]
    fn the_secret_is_not_printed() {
        let key = demonstration_key(&"did:web:a.example".parse().unwrap());
        assert_eq!(format!("{key:?}"), "PrivateKey(demo, EdDSA, redacted)");
    }

    #[test]
    fn a_demonstration_key_depends_on_the_party_alone() {
        let key = |party: &str| demonstration_key(&party.parse().unwrap()).public();
        assert_eq!(key("did:web:a.example"), key("did:web:a.example"));
        assert_ne!(key("did:web:a.example"), key("did:web:b.example"));
    }
}
