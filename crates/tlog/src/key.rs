//! Keys of signed notes: their names, ids and text form (C2SP signed-note).

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{PUBLIC_KEY_LENGTH, VerifyingKey};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// Longest name of a key, in bytes. Names are URLs without a scheme.
pub const KEY_NAME_BYTES_MAX: usize = 1024;

/// Longest text form of a verifier key: a longest name, the id, two plus signs, and as base64 the largest public key of
/// any kind (2,592 bytes, ML-DSA-87) with its kind: one that is not known here is read far enough to say so.
pub const VERIFIER_KEY_BYTES_MAX: usize = KEY_NAME_BYTES_MAX + 1 + 8 + 1 + 3_460;

/// What a signature says, and over which bytes it goes. A key serves one kind.
///
/// Other kinds exist (0x06: ML-DSA-44 cosignatures, C2SP tlog-cosignature) and will be added here when witnesses use them.
/// Until then a signature of another kind is one of an unknown key: [`crate::Note::verify`] passes over it, whatever its
/// length, and it hides no good one. A witness whose key is of another kind has its place in a [`crate::Policy`]; what it
/// signs is carried along and counts as if it had not cosigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignatureKind {
    /// Ed25519 over the text of the note (type 0x01): how a log signs.
    Ed25519,
    /// Ed25519 over a time and the text (type 0x04, `cosignature/v1`): how a witness signs.
    Ed25519Cosignature,
}

/// A public key with the name under which it signs notes.
///
/// Its text form is `name+id+key`: the id in hexadecimal, the key with its type in base64.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    kind: SignatureKind,
    id: [u8; 4],
    key: VerifyingKey,
}

/// Why a text is not a key, or a name not one of a key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KeyError {
    /// The text is too long.
    #[error("the key has {got} bytes of text; the limit is {VERIFIER_KEY_BYTES_MAX}")]
    TooLong {
        /// Length found, in bytes.
        got: usize,
    },
    /// The text has not the form `name+id+key`.
    #[error("the key is not of the form `name+id+key` with 8 hexadecimal digits and base64")]
    Form,
    /// The name is empty, too long, or has a space, control character or plus sign.
    #[error(
        "`{0}` is not a key name; use 1 to {KEY_NAME_BYTES_MAX} bytes without spaces, control characters and `+`"
    )]
    Name(String),
    /// The type of the key is none that this log knows.
    #[error("key type {0:#04x} is not known; use Ed25519 (0x01) or an Ed25519 cosignature (0x04)")]
    UnknownKind(u8),
    /// The bytes are not an Ed25519 public key, or a weak one.
    #[error("the key of `{0}` is not an Ed25519 public key")]
    Bytes(String),
    /// The id is not the one that name and key have.
    #[error("the id of key `{name}` should be `{expected}`, not `{found}`; check that it was copied whole")]
    Id {
        /// Name of the key.
        name: String,
        /// Id computed from name and key.
        expected: String,
        /// Id found in the text.
        found: String,
    },
}

impl SignatureKind {
    /// The byte that stands for the kind (C2SP signed-note, "Signature types").
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 0x01,
            Self::Ed25519Cosignature => 0x04,
        }
    }

    const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            0x01 => Some(Self::Ed25519),
            0x04 => Some(Self::Ed25519Cosignature),
            _ => None,
        }
    }
}

impl VerifierKey {
    /// A key with its name.
    ///
    /// # Errors
    /// When the name is not one of a key, or the key is weak (signatures of it prove nothing).
    pub fn new(name: &str, kind: SignatureKind, key: VerifyingKey) -> Result<Self, KeyError> {
        check_key_name(name)?;
        if key.is_weak() {
            return Err(KeyError::Bytes(name.to_owned()));
        }
        Ok(Self { name: name.to_owned(), kind, id: key_id(name, kind, &key), key })
    }

    /// The name under which the key signs.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind of its signatures.
    #[must_use]
    pub const fn kind(&self) -> SignatureKind {
        self.kind
    }

    /// The short id: with the name it tells which key a signature is of. It is no fingerprint.
    #[must_use]
    pub const fn id(&self) -> [u8; 4] {
        self.id
    }

    /// The public key.
    #[must_use]
    pub const fn key(&self) -> &VerifyingKey {
        &self.key
    }
}

/// The id of a key: `SHA-256(name ‖ 0x0A ‖ type ‖ key)[..4]` (C2SP signed-note, "Signatures").
pub(crate) fn key_id(name: &str, kind: SignatureKind, key: &VerifyingKey) -> [u8; 4] {
    let digest: [u8; 32] = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n', kind.byte()])
        .chain_update(key.as_bytes())
        .finalize()
        .into();
    [digest[0], digest[1], digest[2], digest[3]]
}

/// Checks that a name can stand in a signature line.
///
/// # Errors
/// When it is empty, too long, or has a Unicode space, a control character or a plus sign.
pub fn check_key_name(name: &str) -> Result<(), KeyError> {
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    if name.is_empty() || name.len() > KEY_NAME_BYTES_MAX || name.contains(forbidden) {
        // The name may be anything: only its beginning is repeated.
        return Err(KeyError::Name(name.chars().take(80).collect()));
    }
    Ok(())
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![self.kind.byte()];
        bytes.extend(self.key.as_bytes());
        write!(f, "{}+{}+{}", self.name, hex(self.id), STANDARD.encode(bytes))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifierKey({self})")
    }
}

impl FromStr for VerifierKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        if text.len() > VERIFIER_KEY_BYTES_MAX {
            return Err(KeyError::TooLong { got: text.len() });
        }
        // The base64 may have plus signs too, the name and the id cannot.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(KeyError::Form);
        };
        let bytes = STANDARD.decode(key).map_err(|_| KeyError::Form)?;
        let (kind, key) = bytes.split_first().ok_or(KeyError::Form)?;
        let kind = SignatureKind::from_byte(*kind).ok_or(KeyError::UnknownKind(*kind))?;
        let not_a_key = || KeyError::Bytes(name.chars().take(80).collect());
        let key: &[u8; PUBLIC_KEY_LENGTH] = key.try_into().map_err(|_| not_a_key())?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| not_a_key())?;
        let verifier = Self::new(name, kind, key)?;
        let expected = hex(verifier.id);
        if id != expected {
            return Err(KeyError::Id { name: verifier.name, expected, found: id.to_owned() });
        }
        Ok(verifier)
    }
}

/// Name and short identifier in the text of a key of whatever kind.
///
/// # Errors
/// When the text has not the form of a key.
pub(crate) fn name_and_id(text: &str) -> Result<(String, [u8; 4]), KeyError> {
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(id), Some(_)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(KeyError::Form);
    };
    check_key_name(name)?;
    let is_id =
        id.len() == 8 && id.bytes().all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit));
    let number = Some(id).filter(|_| is_id).and_then(|id| u32::from_str_radix(id, 16).ok());
    Ok((name.to_owned(), number.ok_or(KeyError::Form)?.to_be_bytes()))
}

fn hex(id: [u8; 4]) -> String {
    format!("{:08x}", u32::from_be_bytes(id))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use ed25519_dalek::SigningKey;

    use super::*;

    fn key() -> VerifyingKey {
        SigningKey::from_bytes(&[1; 32]).verifying_key()
    }

    #[test]
    fn the_text_form_reads_back() {
        for kind in [SignatureKind::Ed25519, SignatureKind::Ed25519Cosignature] {
            let verifier = VerifierKey::new("example.com/log", kind, key()).unwrap();
            assert_eq!(verifier.to_string().parse::<VerifierKey>().unwrap(), verifier);
        }
    }

    #[test]
    fn the_kind_is_part_of_the_id() {
        let id = |kind| VerifierKey::new("a", kind, key()).unwrap().id();
        assert_ne!(id(SignatureKind::Ed25519), id(SignatureKind::Ed25519Cosignature));
    }

    #[test]
    fn a_wrong_id_is_named() {
        let text = VerifierKey::new("a", SignatureKind::Ed25519, key()).unwrap().to_string();
        let (_, rest) = text.split_once('+').unwrap();
        assert!(matches!(format!("b+{rest}").parse::<VerifierKey>(), Err(KeyError::Id { .. })));
        assert_eq!("a+00000000+AgAA".parse::<VerifierKey>(), Err(KeyError::UnknownKind(2)));
        assert_eq!(name_and_id("a+0000001f+AgAA"), Ok(("a".to_owned(), [0, 0, 0, 0x1f])));
        for wrong in ["a+0000001F+AgAA", "a+1f+AgAA", "a+0000001f", "+0000001f+AgAA", "a+-000001f+AgAA"] {
            assert!(name_and_id(wrong).is_err(), "{wrong}");
        }
        assert_eq!("a+b".parse::<VerifierKey>(), Err(KeyError::Form));
    }

    #[test]
    fn names_with_spaces_are_refused() {
        for name in ["", "a b", "a\u{2003}b", "a+b", "a\nb", "a\u{7f}", &"a".repeat(KEY_NAME_BYTES_MAX + 1)] {
            assert!(VerifierKey::new(name, SignatureKind::Ed25519, key()).is_err(), "{name}");
        }
    }

    #[test]
    fn a_weak_key_is_refused() {
        // The neutral point: every message has a signature that verifies loosely under it.
        let mut neutral = [0; 32];
        neutral[0] = 1;
        let key = VerifyingKey::from_bytes(&neutral).unwrap();
        assert!(VerifierKey::new("a", SignatureKind::Ed25519, key).is_err());
    }
}
