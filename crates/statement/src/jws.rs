//! Signed statements: compact JWS (RFC 7515) with three algorithms and three header members, and nothing else.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::limits::STATEMENT_BYTES_MAX;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::by_name::json_object;
use crate::keys::{KeyError, PrivateKey, PublicKey};
use crate::payload::{Payload, PayloadError};
use crate::signature::{Algorithm, SignatureCheck, Signed, VerifyingKey};

/// The type in the header of what is written: wire version 1 of statements, which is frozen.
pub const TYPE: &str = "comity-v1+jwt";
/// The types that are read, for ever and with the same meaning. Version 0 differs from version 1 in its name alone.
pub const TYPES: [&str; 2] = [TYPE, "comity-v0+jwt"];

/// Why bytes are not a statement, or not one that the key signed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StatementError {
    /// Larger than an entry of the log can be.
    #[error("the statement has {bytes} bytes and may have {STATEMENT_BYTES_MAX}: split it into several")]
    TooLarge {
        /// Bytes found.
        bytes: usize,
    },
    /// Not three parts.
    #[error(
        "not a statement: write header, payload and signature, each as base64url, with two dots between (compact JWS)"
    )]
    Form,
    /// A part is not base64url, has padding, or has bits set that mean nothing.
    #[error("the {0} is not base64url without padding")]
    Encoding(&'static str),
    /// The header has other members than `alg`, `kid` and `typ`, or lacks one.
    #[error("the header is not one of a statement: {0}; write exactly `alg`, `kid` and `typ`")]
    Header(String),
    /// Another type.
    #[error("the header says type `{0}`; statements have `typ` `{TYPE}`")]
    Type(String),
    /// Another algorithm.
    #[error("the header says algorithm `{0}`; sign with EdDSA (Ed25519), ES256 or ES384")]
    Algorithm(String),
    /// The payload is not one.
    #[error(transparent)]
    Payload(#[from] PayloadError),
    /// The key to verify with is unusable.
    #[error("the key `{kid}` cannot verify: {error}")]
    Key {
        /// Identifier of the key.
        kid: String,
        /// Why.
        error: KeyError,
    },
    /// The header names another key than the one to verify with.
    #[error("the statement names key `{named}`, not `{given}`")]
    OtherKey {
        /// Key in the header.
        named: String,
        /// Key to verify with.
        given: String,
    },
    /// The algorithm in the header is not the one of the key.
    #[error("the header says {header} and the key signs with {key}")]
    AlgorithmOfKey {
        /// Algorithm in the header.
        header: Algorithm,
        /// Algorithm of the key.
        key: Algorithm,
    },
    /// The signature is not this key's over these bytes.
    #[error(
        "the signature does not verify with key `{kid}`: the statement was changed, or signed with another key"
    )]
    Signature {
        /// Identifier of the key.
        kid: String,
    },
}

/// A statement that was read and whose signature was not checked. Use it to find the key, and trust nothing in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unverified {
    bytes: Vec<u8>,
    signed_bytes: usize,
    signature: Vec<u8>,
    algorithm: Algorithm,
    kid: String,
    payload: Arc<Payload>,
    payload_digest: [u8; 32],
}

/// A statement whose signature was checked with the key that its header names.
///
/// **Invariant:** the only ways to one are [`Unverified::verify`] and [`verify_together`]. It says that the key signed these
/// bytes; whether the key was the signer's, and the signer entitled, is decided at admission.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedStatement(Unverified);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    kid: String,
    typ: String,
}

/// Signs a payload: the bytes of the statement. The same payload and key always give the same bytes.
pub fn sign(payload: &Payload, key: &PrivateKey) -> Vec<u8> {
    let unsigned = Unsigned::new(payload, key.kid(), key.algorithm());
    let signature = key.sign_bytes(unsigned.bytes());
    unsigned.with_signature(&signature)
}

/// A statement that lacks its signature: for keys that are elsewhere, such as in a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsigned(String);

impl Unsigned {
    /// Header and payload of a statement that this key of the signer is to sign.
    pub fn new(payload: &Payload, kid: &str, algorithm: Algorithm) -> Self {
        let kid = serde_json::Value::from(kid).to_string();
        let header = format!(r#"{{"alg":"{algorithm}","kid":{kid},"typ":"{TYPE}"}}"#);
        Self(format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload.to_json())))
    }

    /// The bytes to sign.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The statement, with a signature as it stands in a JWS (RFC 7518 section 3.4, RFC 8037 section 3.1).
    pub fn with_signature(self, signature: &[u8]) -> Vec<u8> {
        format!("{}.{}", self.0, URL_SAFE_NO_PAD.encode(signature)).into_bytes()
    }
}

impl Unverified {
    /// Reads a statement and checks everything but its signature.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Unverified, StatementError> {
        if bytes.len() > STATEMENT_BYTES_MAX {
            return Err(StatementError::TooLarge { bytes: bytes.len() });
        }
        let [header, payload, signature] = three_parts(bytes)?;
        let (algorithm, kid) =
            read_header(&decode("header", header)?, &TYPES)?.map_err(StatementError::Type)?;
        let signed_bytes = header.len() + 1 + payload.len();
        let signature = decode("signature", signature)?;
        let payload = decode("payload", payload)?;
        let payload_digest = Sha256::digest(&payload).into();
        let payload = Arc::new(Payload::from_json(&payload)?);
        Ok(Unverified {
            bytes: bytes.to_vec(),
            signed_bytes,
            signature,
            algorithm,
            kid,
            payload,
            payload_digest,
        })
    }

    /// The payload, as claimed.
    pub fn payload(&self) -> &Payload {
        &self.payload
    }

    /// The payload, as claimed, to keep: large ones are not copied.
    pub fn shared_payload(&self) -> Arc<Payload> {
        self.payload.clone()
    }

    /// Identifier of the key in the header, as claimed.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// SHA-256 of the bytes of the payload, which tells a repeated statement from a conflicting one.
    pub fn payload_digest(&self) -> [u8; 32] {
        self.payload_digest
    }

    /// Checks the signature with the key that the header names.
    ///
    /// # Errors
    /// When the key is unusable or another one, or the signature is not its.
    pub fn check(&self, key: &PublicKey, check: &impl SignatureCheck) -> Result<(), StatementError> {
        let key = usable(key, &self.kid, self.algorithm, check)?;
        if check.check(&key, self.signed(), &self.signature) { Ok(()) } else { Err(not_signed(&self.kid)) }
    }

    fn signed(&self) -> &[u8] {
        &self.bytes[..self.signed_bytes]
    }

    /// The statement as one whose signature was checked.
    ///
    /// ECDSA allows a second signature to be computed from a first, so whoever holds a statement can make another
    /// spelling of its bytes: statements are the same when signer, id and payload are, never by [their
    /// bytes](VerifiedStatement::digest) alone.
    ///
    /// # Errors
    /// As [`Unverified::check`].
    pub fn verify(
        self,
        key: &PublicKey,
        check: &impl SignatureCheck,
    ) -> Result<VerifiedStatement, StatementError> {
        self.check(key, check)?;
        Ok(VerifiedStatement(self))
    }
}

/// Checks many statements together, each with its key, and answers in their order: as [`Unverified::verify`] does one by
/// one, and faster where the check is.
pub fn verify_together(
    statements: Vec<(Unverified, PublicKey)>,
    check: &impl SignatureCheck,
) -> Vec<Result<(VerifiedStatement, PublicKey), StatementError>> {
    let usable =
        |(statement, key): &(Unverified, PublicKey)| usable(key, &statement.kid, statement.algorithm, check);
    let keys: Vec<_> = statements.iter().map(usable).collect();
    let signed = statements.iter().zip(&keys).filter_map(|((statement, _), key)| {
        let key = key.as_ref().ok()?;
        Some(Signed { key, message: statement.signed(), signature: &statement.signature })
    });
    let mut good = check.check_all(&signed.collect::<Vec<_>>()).into_iter();
    let mut answers = Vec::with_capacity(statements.len());
    for ((statement, key), usable) in statements.into_iter().zip(keys) {
        answers.push(match usable {
            Err(error) => Err(error),
            // There is an answer for every one that was asked about.
            Ok(_) if good.next() == Some(true) => Ok((VerifiedStatement(statement), key)),
            Ok(_) => Err(not_signed(&statement.kid)),
        });
    }
    answers
}

impl VerifiedStatement {
    /// The payload.
    pub fn payload(&self) -> &Payload {
        &self.0.payload
    }

    /// The payload, to keep: large ones are not copied.
    pub fn shared_payload(&self) -> Arc<Payload> {
        self.0.payload.clone()
    }

    /// Identifier of the key that signed.
    pub fn kid(&self) -> &str {
        &self.0.kid
    }

    /// The bytes of the statement, as they are logged.
    pub fn jws_bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    /// SHA-256 of the bytes of the statement: how a concurrence names the act that it concurs in.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.0.bytes).into()
    }

    /// SHA-256 of the bytes of the payload: a statement of the same signer and id with the same payload is the same.
    pub fn payload_digest(&self) -> [u8; 32] {
        self.0.payload_digest
    }
}

/// The key in the form that is checked with, if it is the one that a header names, of the algorithm that it says.
pub(crate) fn usable(
    key: &PublicKey,
    named: &str,
    header: Algorithm,
    check: &impl SignatureCheck,
) -> Result<VerifyingKey, StatementError> {
    if named != key.kid {
        return Err(StatementError::OtherKey { named: named.to_owned(), given: key.kid.clone() });
    }
    let decoded = check.decode(key).map_err(|error| StatementError::Key { kid: key.kid.clone(), error })?;
    if decoded.algorithm() != header {
        return Err(StatementError::AlgorithmOfKey { header, key: decoded.algorithm() });
    }
    Ok(decoded)
}

pub(crate) fn not_signed(kid: &str) -> StatementError {
    StatementError::Signature { kid: kid.to_owned() }
}

pub(crate) fn three_parts(bytes: &[u8]) -> Result<[&[u8]; 3], StatementError> {
    let mut parts = bytes.split(|byte| *byte == b'.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(header), Some(payload), Some(signature), None) => Ok([header, payload, signature]),
        _ => Err(StatementError::Form),
    }
}

// RFC 7515 section 2: no padding, line breaks or other characters. The engine also refuses trailing bits, so that
// bytes have one spelling.
pub(crate) fn decode(part: &'static str, text: &[u8]) -> Result<Vec<u8>, StatementError> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| StatementError::Encoding(part))
}

// Exactly three members: `crit` (RFC 7515 section 4.1.11) and keys in the header (`jwk`, `jku`, `x5c`) are refused
// with everything else, since keys come from the log and nowhere else.
// The inner error is the type that was found in the place of those expected.
pub(crate) fn read_header(
    json: &[u8],
    expected: &[&str],
) -> Result<Result<(Algorithm, String), String>, StatementError> {
    if !json_object(json) {
        return Err(StatementError::Header("it is no object".to_owned()));
    }
    let header: Header = serde_json::from_slice(json)
        .map_err(|e| StatementError::Header(e.to_string().chars().take(120).collect()))?;
    if !expected.contains(&header.typ.as_str()) {
        return Ok(Err(header.typ.chars().take(40).collect()));
    }
    let algorithm = Algorithm::from_name(&header.alg)
        .ok_or_else(|| StatementError::Algorithm(header.alg.chars().take(40).collect()))?;
    Ok(Ok((algorithm, header.kid)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
