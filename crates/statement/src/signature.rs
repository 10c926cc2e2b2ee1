//! Checking a signature over bytes: the three algorithms, and the trait by which a server passes a faster check.

mod frequent;

use std::fmt;

use ed25519_dalek::Verifier as _;

use crate::keys::{KeyError, PublicKey};

pub use frequent::FrequentKeys;

/// The algorithms of statements (RFC 7518, RFC 8037).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// Ed25519.
    EdDsa,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
}

/// A public key that was checked and can verify. The only way to one is [`crate::PublicKey::decode`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyingKey(Point);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Point {
    Ed25519(ed25519_dalek::VerifyingKey),
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
}

/// A message, its signature, and the key that is said to have made it.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The key.
    pub key: &'a VerifyingKey,
    /// What was signed.
    pub message: &'a [u8],
    /// The signature, as it stands in a JWS.
    pub signature: &'a [u8],
}

/// Checks a signature. A server may pass one that rests on another library, or remembers keys ([`FrequentKeys`]); it must
/// answer as [`PureCheck`] does.
pub trait SignatureCheck {
    /// Whether the signature (64 bytes, or 96 on P-384: RFC 7518 section 3.4, RFC 8037 section 3.1) over the message
    /// is the key's. Anything else than the right length is a no.
    fn check(&self, key: &VerifyingKey, message: &[u8], signature: &[u8]) -> bool;

    /// The answers for many, in their order: each is the one that [`SignatureCheck::check`] gives.
    fn check_all(&self, signed: &[Signed<'_>]) -> Vec<bool> {
        signed.iter().map(|one| self.check(one.key, one.message, one.signature)).collect()
    }

    /// The key in the form that is checked with; what was taken apart once may be remembered.
    ///
    /// # Errors
    /// As [`PublicKey::decode`].
    fn decode(&self, key: &PublicKey) -> Result<VerifyingKey, KeyError> {
        key.decode()
    }
}

/// The check in plain Rust, which builds everywhere.
///
/// One policy, everywhere, for one signature and for many: Ed25519 is checked strictly (`verify_strict`): `s` below the
/// order, key and commitment not of small order and in their one spelling, and the equation without a cofactor. What
/// passes here passes in the other implementations in use. Batch verification with random coefficients is not used: it
/// can say yes where the strict check says no (commitments with a component of small order, which only the owner of a
/// key can make), so that two verifiers could disagree, and telling these apart costs as much as it saves.
#[derive(Clone, Copy, Debug, Default)]
pub struct PureCheck;

impl SignatureCheck for PureCheck {
    fn check(&self, key: &VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
        match &key.0 {
            Point::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
            Point::P256(key) => p256::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
            Point::P384(key) => p384::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
        }
    }
}

impl Algorithm {
    /// Every algorithm.
    pub const ALL: [Algorithm; 3] = [Algorithm::EdDsa, Algorithm::Es256, Algorithm::Es384];

    /// The name in the header of a statement.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EdDsa => "EdDSA",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
        }
    }

    /// The algorithm of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.as_str() == name)
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl VerifyingKey {
    /// The algorithm that this key signs with; a key has exactly one.
    pub fn algorithm(&self) -> Algorithm {
        match &self.0 {
            Point::Ed25519(_) => Algorithm::EdDsa,
            Point::P256(_) => Algorithm::Es256,
            Point::P384(_) => Algorithm::Es384,
        }
    }

    /// The key as other libraries take it: 32 bytes for Ed25519 (RFC 8032), else the uncompressed point (SEC 1).
    pub fn to_bytes(&self) -> Vec<u8> {
        match &self.0 {
            Point::Ed25519(key) => key.to_bytes().to_vec(),
            Point::P256(key) => key.to_sec1_point(false).as_bytes().to_vec(),
            Point::P384(key) => key.to_sec1_point(false).as_bytes().to_vec(),
        }
    }

    pub(crate) fn key_type(&self) -> &'static str {
        match &self.0 {
            Point::Ed25519(_) => "OKP",
            Point::P256(_) | Point::P384(_) => "EC",
        }
    }

    pub(crate) fn curve(&self) -> &'static str {
        match &self.0 {
            Point::Ed25519(_) => "Ed25519",
            Point::P256(_) => "P-256",
            Point::P384(_) => "P-384",
        }
    }

    pub(crate) fn coordinates(&self) -> (Vec<u8>, Option<Vec<u8>>) {
        let bytes = self.to_bytes();
        match &self.0 {
            Point::Ed25519(_) => (bytes, None),
            // An uncompressed point is a marker byte and two coordinates of equal length.
            Point::P256(_) | Point::P384(_) => {
                let (x, y) = bytes[1..].split_at(bytes.len() / 2);
                (x.to_vec(), Some(y.to_vec()))
            }
        }
    }

    /// The point with its sign only (SEC 1), as `did:key` writes it.
    pub(crate) fn to_compressed_bytes(&self) -> Vec<u8> {
        match &self.0 {
            Point::Ed25519(key) => key.to_bytes().to_vec(),
            Point::P256(key) => key.to_sec1_point(true).as_bytes().to_vec(),
            Point::P384(key) => key.to_sec1_point(true).as_bytes().to_vec(),
        }
    }

    pub(crate) fn from_ed25519(key: ed25519_dalek::VerifyingKey) -> Self {
        Self(Point::Ed25519(key))
    }

    pub(crate) fn from_p256(key: p256::ecdsa::VerifyingKey) -> Self {
        Self(Point::P256(key))
    }

    pub(crate) fn from_p384(key: p384::ecdsa::VerifyingKey) -> Self {
        Self(Point::P384(key))
    }

    pub(crate) fn ed25519(bytes: &[u8]) -> Result<Self, KeyError> {
        let length = KeyError::Length { part: "x", got: bytes.len(), expected: 32 };
        let array: [u8; 32] = bytes.try_into().map_err(|_| length)?;
        let key =
            ed25519_dalek::VerifyingKey::from_bytes(&array).map_err(|_| KeyError::NotAPoint("Ed25519"))?;
        if key.is_weak() {
            return Err(KeyError::Weak);
        }
        // RFC 8032 section 5.1.3: a coordinate at or beyond the prime is no spelling of a point.
        if key.to_edwards().compress().to_bytes() != array {
            return Err(KeyError::NotAPoint("Ed25519"));
        }
        Ok(Self(Point::Ed25519(key)))
    }

    pub(crate) fn p256(x: &[u8], y: &[u8]) -> Result<Self, KeyError> {
        Self::p256_sec1(&uncompressed(x, y, 32)?)
    }

    pub(crate) fn p384(x: &[u8], y: &[u8]) -> Result<Self, KeyError> {
        Self::p384_sec1(&uncompressed(x, y, 48)?)
    }

    pub(crate) fn p256_sec1(point: &[u8]) -> Result<Self, KeyError> {
        let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(point);
        key.map(|key| Self(Point::P256(key))).map_err(|_| KeyError::NotAPoint("P-256"))
    }

    pub(crate) fn p384_sec1(point: &[u8]) -> Result<Self, KeyError> {
        let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(point);
        key.map(|key| Self(Point::P384(key))).map_err(|_| KeyError::NotAPoint("P-384"))
    }
}

/// SEC 1 section 2.3.3: 04, then both coordinates.
fn uncompressed(x: &[u8], y: &[u8], expected: usize) -> Result<Vec<u8>, KeyError> {
    for (part, bytes) in [("x", x), ("y", y)] {
        if bytes.len() != expected {
            return Err(KeyError::Length { part, got: bytes.len(), expected });
        }
    }
    Ok([&[4], x, y].concat())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;
    use crate::PublicKey;

    fn decoded(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    fn agrees(key: &PublicKey, message: &str, signature: &str) {
        let key = key.decode().unwrap();
        let mut signature = decoded(signature);
        assert!(PureCheck.check(&key, message.as_bytes(), &signature));
        assert!(!PureCheck.check(&key, message.as_bytes(), &signature[1..]));
        signature[7] ^= 1;
        assert!(!PureCheck.check(&key, message.as_bytes(), &signature));
    }

    #[test]
    fn the_signature_of_rfc_8037_appendix_a_4() {
        let key = PublicKey {
            kid: "a".into(),
            kty: "OKP".into(),
            crv: "Ed25519".into(),
            x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".into(),
            y: None,
        };
        agrees(
            &key,
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
        );
    }

    #[test]
    fn the_signature_of_rfc_7515_appendix_a_3() {
        let key = PublicKey {
            kid: "a".into(),
            kty: "EC".into(),
            crv: "P-256".into(),
            x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU".into(),
            y: Some("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0".into()),
        };
        agrees(
            &key,
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
        );
    }
}
