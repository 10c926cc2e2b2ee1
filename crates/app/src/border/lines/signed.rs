//! Signed answers: one signature of the log's key over the root of a batch, and for each answer the proof that it is
//! under that root. One answer can be checked alone, later and offline.
//!
//! The leaf of an answer is its canonical JSON (RFC 8785), hashed as in RFC 9162 section 2.1.1. The signature is a compact
//! JWS (RFC 7515) of a type of its own, over the root, the number of answers, the moment and the log that they knew.
//! `kid` is name and short identifier of the log's key, as in its published text.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tlog::{Frontier, Hash, InclusionProof, MemoryTree, PROOF_HASHES_MAX, VerifierKey, leaf_hash};

use super::answer::LineAnswer;
use crate::LogKey;

/// The type in the header of the signature, as it is written: version 1, which is frozen.
pub const ANSWERS_TYPE: &str = "comity-answers-v1+jws";
/// The form of what is signed.
pub const ANSWERS_FORMAT: &str = "comity answers v1";
/// What is read, for ever and with the same meaning: the type, and the form that stands under it.
const ANSWERS_READ: [(&str, &str); 2] =
    [(ANSWERS_TYPE, ANSWERS_FORMAT), ("comity-answers-v0+jws", "comity answers v0")];
/// The form of the manifest of a table: under its root stand the rows of the result, byte for byte, the headings first.
pub const TABLE_FORMAT: &str = "comity table v1";
/// Bytes of a manifest: a signature over a few texts.
pub const MANIFEST_BYTES_MAX: usize = 4_096;
/// Bytes of a signed line that are read: answers have some kilobytes, with documents more.
pub const SIGNED_LINE_BYTES_MAX: usize = 1_048_576;

/// A signed line, as it is given.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SignedLine {
    /// The answer.
    pub answer: Value,
    /// Why it is the log's.
    pub proof: Option<Proof>,
}

/// The proof that an answer is under a signature.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    index: u64,
    size: u64,
    hashes: Vec<String>,
    signature: String,
}

/// What is signed, its members in the order of the alphabet.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    answered_at: i64,
    format: String,
    log_root: String,
    log_size: u64,
    origin: String,
    root: String,
    size: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    kid: String,
    typ: String,
}

/// A line whose signature holds.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedLine {
    /// The answer.
    pub answer: Value,
    /// Name of the log.
    pub origin: String,
    /// Number of statements that the log had.
    pub log_size: u64,
    /// Root of its tree, in base64.
    pub log_root: String,
    /// When the batch was answered, in seconds since 1970.
    pub answered_at: i64,
    /// The key that signed.
    pub key: String,
}

/// Why a line is not the log's answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyLineError {
    /// Not a signed line.
    #[error("not a signed line: {0}; give one `{{\"answer\": …, \"proof\": …}}` as it was answered")]
    Form(String),
    /// No proof.
    #[error("the line is not signed: ask a registry that is served with its log's key")]
    NotSigned,
    /// The signature is none of this kind.
    #[error("the signature cannot be read: {0}; ask for the line again")]
    Signature(String),
    /// No such key.
    #[error(
        "the line is signed with `{0}`, which is none of the keys given: give the key of that log with `--log-key`"
    )]
    UnknownKey(String),
    /// The signature does not hold.
    #[error(
        "the signature is not of `{0}`: the line was changed after it was answered, or is not of this log"
    )]
    False(String),
    /// The answer is not under the signature.
    #[error("the answer is not the one that was signed ({0}): it was changed after it was answered")]
    Changed(String),
}

pub(super) struct Signer<'a> {
    pub(super) key: &'a LogKey,
    pub(super) log_size: u64,
    pub(super) log_root: Hash,
}

impl Signer<'_> {
    /// The signature over a batch, as a compact JWS.
    pub(super) fn sign(&self, tree: &MemoryTree, answered_at: i64) -> String {
        self.sign_root(ANSWERS_FORMAT, &tree.root(), tree.size(), answered_at)
    }

    /// The signature over the root of a tree.
    pub(super) fn sign_root(&self, format: &str, root: &Hash, size: u64, answered_at: i64) -> String {
        let verifier = self.key.verifier();
        let header = serde_json::json!({ "alg": "EdDSA", "kid": kid(verifier), "typ": ANSWERS_TYPE });
        let signed = Signed {
            answered_at,
            format: format.to_owned(),
            log_root: self.log_root.to_string(),
            log_size: self.log_size,
            origin: verifier.name().to_owned(),
            root: root.to_string(),
            size,
        };
        // Texts and numbers: writing them cannot fail.
        let payload = serde_json::to_vec(&signed).unwrap_or_default();
        let input =
            format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(payload));
        let signature = self.key.signing().sign(input.as_bytes());
        format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }
}

impl Proof {
    pub(super) fn new(index: u64, size: u64, hashes: &[Hash], signature: &str) -> Self {
        let hashes = hashes.iter().map(ToString::to_string).collect();
        Self { index, size, hashes, signature: signature.to_owned() }
    }
}

/// The canonical bytes of an answer: its leaf.
pub(super) fn canonical(answer: &LineAnswer) -> Vec<u8> {
    // Texts, numbers and lists: writing them cannot fail.
    serde_json_canonicalizer::to_vec(answer).unwrap_or_default()
}

/// An answer with its proof.
pub(super) fn with_proof(canonical: &[u8], proof: Option<&Proof>) -> Vec<u8> {
    let proof = serde_json::to_vec(&proof).unwrap_or_else(|_| b"null".to_vec());
    [br#"{"answer":"#, canonical, br#","proof":"#, &proof, b"}"].concat()
}

/// Checks that a line is the answer of a log that has one of these keys. Nothing else is needed: no network, no clock.
///
/// # Errors
/// [`VerifyLineError`].
pub fn verify_line(bytes: &[u8], keys: &[VerifierKey]) -> Result<VerifiedLine, VerifyLineError> {
    let form = |error: &dyn std::fmt::Display| VerifyLineError::Form(error.to_string());
    let value = credential::json::read(bytes, SIGNED_LINE_BYTES_MAX).map_err(|error| form(&error))?;
    let line: SignedLine = serde_json::from_value(value).map_err(|error| form(&error))?;
    let proof = line.proof.ok_or(VerifyLineError::NotSigned)?;
    let (signed, key) = verify_signature(&proof.signature, keys, &ANSWERS_READ)?;
    let leaf = serde_json_canonicalizer::to_vec(&line.answer).map_err(|error| form(&error))?;
    let changed = |error: &dyn std::fmt::Display| VerifyLineError::Changed(error.to_string());
    if proof.size != signed.size || proof.hashes.len() > PROOF_HASHES_MAX {
        return Err(changed(&"the proof is for another batch"));
    }
    let hash = |text: &String| text.parse::<Hash>();
    let hashes = proof.hashes.iter().map(hash).collect::<Result<_, _>>().map_err(|error| form(&error))?;
    let inclusion = InclusionProof { leaf_index: proof.index, tree_size: proof.size, hashes };
    let root: Hash = signed.root.parse().map_err(|error| form(&error))?;
    inclusion.verify(&leaf_hash(&leaf), &root).map_err(|error| changed(&error))?;
    Ok(VerifiedLine {
        answer: line.answer,
        origin: signed.origin,
        log_size: signed.log_size,
        log_root: signed.log_root,
        answered_at: signed.answered_at,
        key,
    })
}

/// A table whose manifest holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedTable {
    /// Rows of the result, without the headings.
    pub rows: u64,
    /// Name of the log.
    pub origin: String,
    /// Number of statements that the log had when the last row was answered.
    pub log_size: u64,
    /// Root of its tree, in base64.
    pub log_root: String,
    /// When the last row was answered, in seconds since 1970.
    pub answered_at: i64,
    /// The key that signed.
    pub key: String,
}

/// Checks that the rows of a result, with their headings, are those that a log with one of these keys signed.
///
/// # Errors
/// [`VerifyLineError`].
pub fn verify_table(
    rows: &Frontier,
    manifest: &str,
    keys: &[VerifierKey],
) -> Result<VerifiedTable, VerifyLineError> {
    let (signed, key) = verify_signature(manifest, keys, &[(ANSWERS_TYPE, TABLE_FORMAT)])?;
    if signed.size != rows.size() {
        let reason = format!("{} rows were signed, and these are {}", signed.size, rows.size());
        return Err(VerifyLineError::Changed(reason));
    }
    if signed.root != rows.root().to_string() {
        return Err(VerifyLineError::Changed("a row or a heading differs".to_owned()));
    }
    Ok(VerifiedTable {
        rows: signed.size.saturating_sub(1),
        origin: signed.origin,
        log_size: signed.log_size,
        log_root: signed.log_root,
        answered_at: signed.answered_at,
        key,
    })
}

fn verify_signature(
    jws: &str,
    keys: &[VerifierKey],
    read: &[(&str, &str)],
) -> Result<(Signed, String), VerifyLineError> {
    let odd = |what: &str| VerifyLineError::Signature(what.to_owned());
    let parts: Vec<&str> = jws.split('.').collect();
    let [header, payload, signature] = parts[..] else { return Err(odd("it has not three parts")) };
    let decode = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| odd("a part is not base64url"));
    let header: Header = serde_json::from_slice(&decode(header)?).map_err(|_| odd("its header"))?;
    let format = read.iter().find(|(typ, _)| header.alg == "EdDSA" && header.typ == *typ);
    let (_, format) = format.ok_or_else(|| odd("it is of another type"))?;
    let key = keys.iter().find(|key| kid(key) == header.kid);
    let key = key.ok_or_else(|| VerifyLineError::UnknownKey(header.kid.chars().take(80).collect()))?;
    let signed_bytes = &jws.as_bytes()[..jws.rfind('.').unwrap_or(0)];
    let signature = Signature::from_slice(&decode(signature)?).map_err(|_| odd("its length"))?;
    key.key()
        .verify_strict(signed_bytes, &signature)
        .map_err(|_| VerifyLineError::False(header.kid.clone()))?;
    let signed: Signed = serde_json::from_slice(&decode(payload)?).map_err(|_| odd("what it signs"))?;
    if signed.format != *format || signed.origin != key.name() {
        return Err(odd("what it signs is of another form or log"));
    }
    Ok((signed, header.kid))
}

/// Name and short identifier of a key: the first two parts of its text.
fn kid(key: &VerifierKey) -> String {
    format!("{}+{}", key.name(), hex::encode(key.id()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn signed_answers_of_every_version_are_read_for_ever() {
        let key = include_str!("../../../../../vectors/answers/key.txt").trim_end().parse().unwrap();
        let keys = [key];
        for line in [
            include_str!("../../../../../vectors/answers/v0.json"),
            include_str!("../../../../../vectors/answers/v1.json"),
        ] {
            let verified = verify_line(line.as_bytes(), &keys).unwrap();
            assert_eq!((verified.log_size, &verified.answer["outcome"]), (7, &"recognised".into()));
            let other = line.replace("comity line v", "comity line w");
            assert!(matches!(verify_line(other.as_bytes(), &keys), Err(VerifyLineError::Changed(_))));
        }
    }
}
