//! Related resources: other documents, each with its digests (VC Data Model 2.0 section 5.3).
//!
//! Nothing is fetched: a digest is compared only where the resource is known beforehand. Its form is checked always.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde_json::Value;

use crate::context::{PINNED, Pinned, is_url};
use crate::json::one_or_many;
use crate::problem::{Place, Problems};

/// Longest digest that is read, in characters: SHA-512 in hexadecimal with its header has fewer.
const DIGEST_CHARS_MAX: usize = 256;
/// Padded or not: both are written.
const ANY_PADDING: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

/// A digest of one of the two kinds that the digests of known resources are of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hash {
    Sha256,
    Sha384,
    /// Another function: its digests are not compared.
    Other,
}

/// The digests that a text states.
type Digests = Vec<(Hash, Vec<u8>)>;

/// Checks `relatedResource`: each resource once, by its URL, with at least one digest.
pub(super) fn check(credential: &Value, at: &Place<'_>, problems: &mut Problems) {
    let Some(value) = credential.get("relatedResource") else { return };
    let at = at.field("relatedResource");
    let entries = one_or_many(Some(value));
    for (index, entry) in entries.iter().enumerate() {
        let at = at.item(index);
        let id = entry.get("id");
        if !id.and_then(Value::as_str).is_some_and(is_url) {
            problems.add(&at.field("id"), "a URL", id, "say which resource it is");
        }
        if id.is_some() && entries[..index].iter().any(|before| before.get("id") == id) {
            problems.add(&at.field("id"), "each resource once", id, "leave the second one out");
        }
        if entry.get("digestSRI").is_none() && entry.get("digestMultibase").is_none() {
            problems.add(&at, "`digestSRI` or `digestMultibase`", None, "state the digest of the resource");
        }
        let known = PINNED.iter().find(|pinned| id.is_some_and(|id| id == pinned.url));
        let sri = "write the algorithm, a hyphen and the digest in base64";
        digests(entry, &at, "digestSRI", sri, sri_digests, known, problems);
        let multibase = "write the multihash with `u` before base64url, or `z` before base58btc";
        digests(entry, &at, "digestMultibase", multibase, multibase_digest, known, problems);
    }
}

/// The digests of a field: one text or several. Those of each text that are of a known resource must be its own.
fn digests(
    entry: &Value,
    at: &Place<'_>,
    field: &str,
    help: &str,
    read: fn(&str) -> Option<Digests>,
    known: Option<&Pinned>,
    problems: &mut Problems,
) {
    let Some(value) = entry.get(field) else { return };
    let at = at.field(field);
    let texts = one_or_many(Some(value));
    let found: Option<Vec<_>> = texts.iter().map(|text| read(text.as_str()?)).collect();
    match found {
        Some(found) if !found.is_empty() => {
            let differs =
                |(hash, digest): &(Hash, Vec<u8>)| known.is_some_and(|known| differs(known, *hash, digest));
            if found.iter().flatten().any(differs) {
                let help = "the resource that is known here has another digest: look which one is meant";
                problems.add(&at, "the digest of the resource", Some(value), help);
            }
        }
        _ => problems.add(&at, "a digest of the resource", Some(value), help),
    }
}

fn differs(known: &Pinned, hash: Hash, digest: &[u8]) -> bool {
    let ours = match hash {
        Hash::Sha256 => hex::decode(known.sha256).unwrap_or_default(),
        Hash::Sha384 => GeneralPurpose::new(&STANDARD, ANY_PADDING).decode(known.sha384).unwrap_or_default(),
        Hash::Other => return false,
    };
    !ours.is_empty() && ours != digest
}

// Subresource Integrity section 3.5: one expression or several, each an algorithm and a digest in base64. Digests in
// hexadecimal and in base64url are written too, and mean the same.
fn sri_digests(text: &str) -> Option<Digests> {
    let digest = |expression: &str| {
        let (name, digest) = expression.split_once('-')?;
        let (hash, bytes) = match name {
            "sha256" => (Hash::Sha256, 32),
            "sha384" => (Hash::Sha384, 48),
            "sha512" => (Hash::Other, 64),
            _ => return None,
        };
        if digest.is_empty() || digest.len() > DIGEST_CHARS_MAX {
            return None;
        }
        if let Some(decoded) = hex::decode(digest).ok().filter(|decoded| decoded.len() == bytes) {
            return Some((hash, decoded));
        }
        let in_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_=".contains(&byte);
        // A digest of another length is none of any resource, but of the form that is asked for.
        digest.bytes().all(in_base64).then(|| (hash, base64_of(digest).unwrap_or_default()))
    };
    let digests: Option<Vec<_>> = text.split_ascii_whitespace().map(digest).collect();
    digests.filter(|digests| !digests.is_empty())
}

// Data Integrity 1.0 section 2.6: a multihash in multibase. Digests of SHA-2 without its header are written too.
fn multibase_digest(text: &str) -> Option<Digests> {
    if text.len() > DIGEST_CHARS_MAX {
        return None;
    }
    let bytes = match text.split_at_checked(1)? {
        ("u", digits) => base64_of(digits)?,
        ("z", digits) => bs58::decode(digits).into_vec().ok()?,
        ("f", digits) => hex::decode(digits).ok()?,
        _ => return None,
    };
    let digest = match *bytes.as_slice() {
        [0x12, 32, ref digest @ ..] if digest.len() == 32 => (Hash::Sha256, digest.to_vec()),
        [0x20, 48, ref digest @ ..] if digest.len() == 48 => (Hash::Sha384, digest.to_vec()),
        [_, length, ref digest @ ..] if usize::from(length) == digest.len() => (Hash::Other, digest.to_vec()),
        ref digest if digest.len() == 32 => (Hash::Sha256, digest.to_vec()),
        ref digest if digest.len() == 48 => (Hash::Sha384, digest.to_vec()),
        ref digest if digest.len() == 64 => (Hash::Other, digest.to_vec()),
        _ => return None,
    };
    Some(vec![digest])
}

fn base64_of(text: &str) -> Option<Vec<u8>> {
    let alphabet = if text.contains(['+', '/']) { &STANDARD } else { &URL_SAFE };
    GeneralPurpose::new(alphabet, ANY_PADDING).decode(text).ok()
}
