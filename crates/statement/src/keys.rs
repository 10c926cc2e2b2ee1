//! Public keys as they stand in statements, and the private keys that belong to them.

mod did_key;
mod private;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::signature::VerifyingKey;

pub use private::{PrivateKey, demonstration_key};

/// Longest identifier of a key, in characters: room for a thumbprint or a multibase key.
pub const KEY_ID_CHARS_MAX: usize = 128;

/// A public key of a party: a JSON Web Key (RFC 7517, RFC 8037) reduced to what is needed to verify.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// Identifier, unique for the party; the header of a statement names it.
    pub kid: String,
    /// Key type: `OKP` or `EC`.
    pub kty: String,
    /// Curve: `Ed25519`, `P-256` or `P-384`.
    pub crv: String,
    /// First coordinate, base64url without padding.
    pub x: String,
    /// Second coordinate, for `EC` keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<String>,
}

/// Why a key cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// The identifier is empty, too long or has characters other than visible ASCII.
    #[error(
        "`{0}` is not the identifier of a key: write 1 to {KEY_ID_CHARS_MAX} letters, digits or signs without spaces"
    )]
    Identifier(String),
    /// Type and curve are none of those that statements are signed with.
    #[error(
        "keys of type `{kty}` on curve `{crv}` sign no statements: use `OKP` with `Ed25519`, or `EC` with `P-256` or `P-384`"
    )]
    Kind {
        /// Key type found.
        kty: String,
        /// Curve found.
        crv: String,
    },
    /// A coordinate is not base64url without padding.
    #[error("`{0}` of the key is not base64url without padding: copy it anew from the key file")]
    Encoding(&'static str),
    /// A coordinate has the wrong number of bytes for its curve.
    #[error(
        "`{part}` of the key has {got} bytes and needs {expected}: check that key and curve belong together"
    )]
    Length {
        /// Which coordinate.
        part: &'static str,
        /// Bytes found.
        got: usize,
        /// Bytes needed.
        expected: usize,
    },
    /// `y` is missing for an `EC` key, or given for an `OKP` key.
    #[error("`y` belongs to keys of type `EC` and to no others: add it or leave it out")]
    SecondCoordinate,
    /// The coordinates are no point of the curve, or not in their one spelling.
    #[error("the key is no point of `{0}`: copy it anew from the key file")]
    NotAPoint(&'static str),
    /// Anybody can sign for a point of small order.
    #[error("the key is weak, anybody could sign with it: make a new one")]
    Weak,
    /// A text is not a `did:key` of a curve that is known here.
    #[error("`{0}` is not a did:key with an Ed25519, P-256 or P-384 key")]
    DidKey(String),
    /// A private key cannot be read.
    #[error("the private key cannot be read: {0}")]
    Private(&'static str),
}

impl PublicKey {
    /// The key in the form that checks signatures.
    ///
    /// Refused are other curves, wrong lengths, points off the curve, spellings of a point other than its canonical
    /// one and points of small order. A point with a component of small order beside a full one is accepted: only
    /// its owner can make such a key, and strict verification lets no signature of it pass for two messages.
    ///
    /// # Errors
    /// What is wrong with the key.
    pub fn decode(&self) -> Result<VerifyingKey, KeyError> {
        check_key_id(&self.kid)?;
        match (self.kty.as_str(), self.crv.as_str(), &self.y) {
            ("OKP", "Ed25519", None) => VerifyingKey::ed25519(&coordinate("x", &self.x)?),
            ("EC", "P-256", Some(y)) => VerifyingKey::p256(&coordinate("x", &self.x)?, &coordinate("y", y)?),
            ("EC", "P-384", Some(y)) => VerifyingKey::p384(&coordinate("x", &self.x)?, &coordinate("y", y)?),
            ("OKP", "Ed25519", Some(_)) | ("EC", "P-256" | "P-384", None) => Err(KeyError::SecondCoordinate),
            _ => Err(KeyError::Kind { kty: cut(&self.kty), crv: cut(&self.crv) }),
        }
    }

    /// The JWK thumbprint (RFC 7638): SHA-256 over the required members in their order, as base64url. Two keys with
    /// the same thumbprint are the same key, whatever they are called.
    pub fn thumbprint(&self) -> String {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let (crv, kty, x) = (quoted(&self.crv), quoted(&self.kty), quoted(&self.x));
        let members = match &self.y {
            None => format!(r#"{{"crv":{crv},"kty":{kty},"x":{x}}}"#),
            Some(y) => format!(r#"{{"crv":{crv},"kty":{kty},"x":{x},"y":{}}}"#, quoted(y)),
        };
        URL_SAFE_NO_PAD.encode(Sha256::digest(members))
    }
}

/// The public key with an identifier, from its verifying form.
pub(crate) fn public_key(kid: &str, key: &VerifyingKey) -> PublicKey {
    let (kty, crv) = (key.key_type(), key.curve());
    let (x, y) = key.coordinates();
    let text = |bytes: Vec<u8>| URL_SAFE_NO_PAD.encode(bytes);
    PublicKey { kid: kid.into(), kty: kty.into(), crv: crv.into(), x: text(x), y: y.map(text) }
}

fn check_key_id(kid: &str) -> Result<(), KeyError> {
    let good = (1..=KEY_ID_CHARS_MAX).contains(&kid.len()) && kid.bytes().all(|b| b.is_ascii_graphic());
    if good { Ok(()) } else { Err(KeyError::Identifier(cut(kid))) }
}

fn coordinate(part: &'static str, text: &str) -> Result<Vec<u8>, KeyError> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyError::Encoding(part))
}

fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn okp(x: &str) -> PublicKey {
        PublicKey { kid: "k".into(), kty: "OKP".into(), crv: "Ed25519".into(), x: x.into(), y: None }
    }

    fn p256() -> PublicKey {
        // RFC 7515, appendix A.3.1.
        PublicKey {
            kid: "k".into(),
            kty: "EC".into(),
            crv: "P-256".into(),
            x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU".into(),
            y: Some("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0".into()),
        }
    }

    #[test]
    fn the_thumbprint_of_rfc_8037_appendix_a_3() {
        let key = okp("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assert_eq!(key.thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assert!(key.decode().is_ok());
    }

    #[test]
    fn small_order_points_are_weak() {
        let identity = [&[1][..], &[0; 31]].concat();
        let order_two = [&[0xec][..], &[0xff; 30], &[0x7f]].concat();
        for bytes in [identity, order_two, vec![0; 32]] {
            assert_eq!(okp(&URL_SAFE_NO_PAD.encode(bytes)).decode().unwrap_err(), KeyError::Weak);
        }
    }

    #[test]
    fn a_second_spelling_of_a_point_is_refused() {
        // y = 3 + p: the same point as y = 3, written beyond the prime.
        let canonical = [&[3][..], &[0; 31]].concat();
        assert!(okp(&URL_SAFE_NO_PAD.encode(canonical)).decode().is_ok());
        let beyond = [&[0xf0][..], &[0xff; 30], &[0x7f]].concat();
        assert_eq!(
            okp(&URL_SAFE_NO_PAD.encode(beyond)).decode().unwrap_err(),
            KeyError::NotAPoint("Ed25519")
        );
    }

    #[test]
    fn points_off_the_curve_are_refused() {
        let mut key = p256();
        assert!(key.decode().is_ok());
        key.y = Some(key.x.clone());
        assert_eq!(key.decode().unwrap_err(), KeyError::NotAPoint("P-256"));
    }

    #[test]
    fn parts_must_fit_the_curve() {
        let wrong_curve = PublicKey { crv: "P-384".into(), ..p256() };
        assert_eq!(wrong_curve.decode().unwrap_err(), KeyError::Length { part: "x", got: 32, expected: 48 });
        let without = PublicKey { y: None, ..p256() };
        assert_eq!(without.decode().unwrap_err(), KeyError::SecondCoordinate);
        let other = PublicKey { crv: "secp256k1".into(), ..p256() };
        assert!(matches!(other.decode().unwrap_err(), KeyError::Kind { .. }));
        assert_eq!(okp("AAA=").decode().unwrap_err(), KeyError::Encoding("x"));
        let unnamed = PublicKey { kid: String::new(), ..p256() };
        assert!(matches!(unnamed.decode().unwrap_err(), KeyError::Identifier(_)));
    }
}
