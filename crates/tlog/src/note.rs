//! Signed notes: a text and, below it, signature lines (C2SP signed-note, tlog-cosignature).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{SIGNATURE_LENGTH, Signature, Signer as _, SigningKey};
use thiserror::Error;

use crate::key::{KeyError, SignatureKind, VerifierKey, check_key_name, key_id};

/// Longest note, in bytes. Sixteen of the longest known signatures (5 kB) fit beside a checkpoint.
pub const NOTE_BYTES_MAX: usize = 64 * 1024;

/// Most signatures of a note. At least 16 must be accepted (C2SP signed-note, "Format"); each
/// signature of a known key costs a verification.
pub const NOTE_SIGNATURES_MAX: usize = 32;

/// Longest signature, in bytes without the key id: post-quantum ones have nearly 5 kB.
pub const SIGNATURE_BYTES_MAX: usize = 8 * 1024;

/// Latest time of a cosignature, in seconds since 1970 (C2SP tlog-cosignature, "Format").
pub const TIMESTAMP_MAX: u64 = i64::MAX as u64;

/// Begins a signature line: an em dash and a space.
const SIGNATURE_PREFIX: &str = "— ";

const KEY_ID_BYTES: usize = 4;
const TIMESTAMP_BYTES: usize = 8;

/// A text with signatures that nobody has checked yet.
///
/// Printing gives the exact bytes that were parsed.
///
/// INVARIANT: the text ends with a newline and has no other control characters; the whole is
/// within [`NOTE_BYTES_MAX`] and [`NOTE_SIGNATURES_MAX`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// One signature line. The key it names may be unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    name: String,
    key_id: [u8; KEY_ID_BYTES],
    bytes: Vec<u8>,
}

/// A signature that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedSignature<'k> {
    /// The key that signed.
    pub key: &'k VerifierKey,
    /// For a cosignature the time it states, in seconds since 1970.
    pub timestamp: Option<u64>,
}

/// Why bytes are not a note, or a note is not to be trusted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoteError {
    /// Longer than [`NOTE_BYTES_MAX`].
    #[error("the note has {got} bytes; the limit is {NOTE_BYTES_MAX}")]
    TooLong {
        /// Length found, in bytes.
        got: usize,
    },
    /// More signatures than [`NOTE_SIGNATURES_MAX`].
    #[error("the note has more than {NOTE_SIGNATURES_MAX} signatures; keep those of known keys")]
    TooManySignatures,
    /// A signature is longer than [`SIGNATURE_BYTES_MAX`].
    #[error("a signature of the note has {got} bytes; the limit is {SIGNATURE_BYTES_MAX}")]
    SignatureTooLong {
        /// Length found, in bytes.
        got: usize,
    },
    /// Not UTF-8, or with control characters other than newlines.
    #[error("the note is not plain text in UTF-8 without control characters")]
    NotText,
    /// The text does not end with a newline.
    #[error("the text of a note ends with a newline")]
    NoFinalNewline,
    /// There is no blank line before signatures.
    #[error("the note has no signatures; they stand below a blank line and the last ends with a newline")]
    NoSignatures,
    /// A line below the blank line is not a signature.
    #[error("line {line} of the signatures is not of the form `— name base64`")]
    SignatureLine {
        /// Number of the line below the blank line, from 1.
        line: usize,
    },
    /// The name is not one of a key.
    #[error(transparent)]
    Name(#[from] KeyError),
    /// The time of a cosignature is beyond [`TIMESTAMP_MAX`].
    #[error("the time {seconds} of a cosignature is out of range; it counts seconds since 1970")]
    Timestamp {
        /// Seconds found.
        seconds: u64,
    },
    /// A signature in the name of a known key does not verify.
    #[error("the signature of `{name}` is false; do not trust this note")]
    BadSignature {
        /// Name of the key.
        name: String,
    },
    /// Two different known keys have the same name and id.
    #[error("two known keys share the name `{name}` and their id; remove one")]
    AmbiguousKey {
        /// Name of both keys.
        name: String,
    },
    /// No signature is of a known key.
    #[error("no known key signed the note; check that the list of keys is current")]
    NoKnownSignature,
}

impl Note {
    /// A note without signatures yet.
    ///
    /// # Errors
    /// When the text does not end with a newline, has other control characters or is too long.
    pub fn new(text: &str) -> Result<Self, NoteError> {
        check_plain(text)?;
        if !text.ends_with('\n') {
            return Err(NoteError::NoFinalNewline);
        }
        Ok(Self { text: text.to_owned(), signatures: Vec::new() })
    }

    /// Reads a note; no signature is checked.
    ///
    /// # Errors
    /// When the bytes are not a note or a limit is passed.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        // The limit first: nothing longer is looked at.
        if bytes.len() > NOTE_BYTES_MAX {
            return Err(NoteError::TooLong { got: bytes.len() });
        }
        let note = std::str::from_utf8(bytes).map_err(|_| NoteError::NotText)?;
        check_plain(note)?;
        // The last blank line parts text and signatures: the text may have blank lines itself.
        let split = note.rfind("\n\n").ok_or(NoteError::NoSignatures)? + 1;
        let (text, signatures) = (&note[..split], &note[split + 1..]);
        let signatures = parse_signatures(signatures)?;
        Ok(Self { text: text.to_owned(), signatures })
    }

    /// The text, with its final newline.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in the order of their lines.
    #[must_use]
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Signs the text with Ed25519 (type 0x01), as a log does.
    ///
    /// # Errors
    /// When the name is not one of a key or a limit is passed.
    pub fn sign(&mut self, name: &str, key: &SigningKey) -> Result<(), NoteError> {
        let bytes = key.sign(self.text.as_bytes()).to_bytes().to_vec();
        self.add_of(name, SignatureKind::Ed25519, key, bytes)
    }

    /// Signs time and text with Ed25519 (type 0x04), as a witness does.
    ///
    /// `unix_seconds` are seconds since 1970.
    ///
    /// # Errors
    /// When the name is not one of a key, the time is out of range or a limit is passed.
    pub fn cosign(&mut self, name: &str, key: &SigningKey, unix_seconds: u64) -> Result<(), NoteError> {
        if unix_seconds > TIMESTAMP_MAX {
            return Err(NoteError::Timestamp { seconds: unix_seconds });
        }
        let mut bytes = unix_seconds.to_be_bytes().to_vec();
        bytes.extend(key.sign(cosigned_message(&self.text, unix_seconds).as_bytes()).to_bytes());
        self.add_of(name, SignatureKind::Ed25519Cosignature, key, bytes)
    }

    /// Adds a signature line made elsewhere, for example one that a witness returned. A line that is
    /// there already is not added twice.
    ///
    /// # Errors
    /// When a limit is passed.
    pub fn add(&mut self, signature: NoteSignature) -> Result<(), NoteError> {
        if self.signatures.contains(&signature) {
            return Ok(());
        }
        if self.signatures.len() >= NOTE_SIGNATURES_MAX {
            return Err(NoteError::TooManySignatures);
        }
        let got = self.to_string().len() + signature.to_string().len() + 1;
        if got > NOTE_BYTES_MAX {
            return Err(NoteError::TooLong { got });
        }
        self.signatures.push(signature);
        Ok(())
    }

    /// Checks the signatures of known keys and ignores those of unknown ones.
    ///
    /// Each key is returned once, in the order of the signatures.
    ///
    /// # Errors
    /// When no known key signed, or any signature in the name of a known key is false: then the
    /// whole note is refused (C2SP signed-note, "Signatures").
    pub fn verify<'k>(&self, known: &'k [VerifierKey]) -> Result<Vec<VerifiedSignature<'k>>, NoteError> {
        let mut verified: Vec<VerifiedSignature<'k>> = Vec::new();
        for signature in &self.signatures {
            let Some(key) = signature.key_among(known)? else { continue };
            let timestamp = signature.verify(key, &self.text)?;
            if !verified.iter().any(|other| other.key == key) {
                verified.push(VerifiedSignature { key, timestamp });
            }
        }
        if verified.is_empty() { Err(NoteError::NoKnownSignature) } else { Ok(verified) }
    }

    fn add_of(
        &mut self,
        name: &str,
        kind: SignatureKind,
        key: &SigningKey,
        bytes: Vec<u8>,
    ) -> Result<(), NoteError> {
        check_key_name(name)?;
        let key_id = key_id(name, kind, &key.verifying_key());
        self.add(NoteSignature { name: name.to_owned(), key_id, bytes })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl NoteSignature {
    /// Reads one signature line, with or without its newline.
    ///
    /// # Errors
    /// When the line is not a signature or a limit is passed.
    pub fn parse(line: &str) -> Result<Self, NoteError> {
        if line.len() > NOTE_BYTES_MAX {
            return Err(NoteError::TooLong { got: line.len() });
        }
        parse_signature(line.strip_suffix('\n').unwrap_or(line), 1)
    }

    /// The name of the key that is said to have signed.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The short id of that key.
    #[must_use]
    pub const fn key_id(&self) -> [u8; KEY_ID_BYTES] {
        self.key_id
    }

    /// The signature without the key id.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn key_among<'k>(&self, known: &'k [VerifierKey]) -> Result<Option<&'k VerifierKey>, NoteError> {
        let mut matching = known.iter().filter(|key| key.name() == self.name && key.id() == self.key_id);
        let first = matching.next();
        if matching.any(|other| Some(other) != first) {
            return Err(NoteError::AmbiguousKey { name: self.name.clone() });
        }
        Ok(first)
    }

    /// Checks against the key; returns the time of a cosignature.
    fn verify(&self, key: &VerifierKey, text: &str) -> Result<Option<u64>, NoteError> {
        let bad = || NoteError::BadSignature { name: self.name.clone() };
        let (timestamp, signature) = match key.kind() {
            SignatureKind::Ed25519 => (None, self.bytes.as_slice()),
            SignatureKind::Ed25519Cosignature => {
                let (time, signature) = self.bytes.split_first_chunk::<TIMESTAMP_BYTES>().ok_or_else(bad)?;
                (Some(u64::from_be_bytes(*time)), signature)
            }
        };
        let signature: &[u8; SIGNATURE_LENGTH] = signature.try_into().map_err(|_| bad())?;
        let signature = Signature::from_bytes(signature);
        let valid = match timestamp {
            None => key.key().verify_strict(text.as_bytes(), &signature),
            Some(seconds) if seconds > TIMESTAMP_MAX => return Err(NoteError::Timestamp { seconds }),
            Some(seconds) => key.key().verify_strict(cosigned_message(text, seconds).as_bytes(), &signature),
        };
        valid.map(|()| timestamp).map_err(|_| bad())
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.key_id.as_slice(), &self.bytes].concat();
        write!(f, "{SIGNATURE_PREFIX}{} {}", self.name, STANDARD.encode(bytes))
    }
}

/// What a witness signs (C2SP tlog-cosignature, "Ed25519 signed message").
fn cosigned_message(text: &str, unix_seconds: u64) -> String {
    format!("cosignature/v1\ntime {unix_seconds}\n{text}")
}

fn check_plain(text: &str) -> Result<(), NoteError> {
    if text.len() > NOTE_BYTES_MAX {
        return Err(NoteError::TooLong { got: text.len() });
    }
    if text.bytes().any(|byte| byte < b' ' && byte != b'\n') {
        return Err(NoteError::NotText);
    }
    Ok(())
}

fn parse_signatures(block: &str) -> Result<Vec<NoteSignature>, NoteError> {
    let lines = block.strip_suffix('\n').ok_or(NoteError::NoSignatures)?;
    let mut signatures = Vec::new();
    for (position, line) in lines.split('\n').enumerate() {
        if position >= NOTE_SIGNATURES_MAX {
            return Err(NoteError::TooManySignatures);
        }
        signatures.push(parse_signature(line, position + 1)?);
    }
    Ok(signatures)
}

fn parse_signature(line: &str, number: usize) -> Result<NoteSignature, NoteError> {
    let bad = || NoteError::SignatureLine { line: number };
    let (name, base64) =
        line.strip_prefix(SIGNATURE_PREFIX).and_then(|rest| rest.split_once(' ')).ok_or_else(bad)?;
    check_key_name(name)?;
    let bytes = STANDARD.decode(base64).map_err(|_| bad())?;
    let (key_id, bytes) = bytes.split_first_chunk::<KEY_ID_BYTES>().ok_or_else(bad)?;
    if bytes.is_empty() {
        return Err(bad());
    }
    if bytes.len() > SIGNATURE_BYTES_MAX {
        return Err(NoteError::SignatureTooLong { got: bytes.len() });
    }
    Ok(NoteSignature { name: name.to_owned(), key_id: *key_id, bytes: bytes.to_vec() })
}
