//! Documents that were presented lately: the same consignment is looked at more than once, and so is its certificate.
//!
//! A document is kept by the SHA-256 of the bytes that were presented: read once, its signature checked once with each key.
//! What may change is judged each time anew: whose key it is and whether it may be used, the clock, the status, what is
//! on record. An answer is therefore the same with and without what is kept.

use std::sync::Arc;

use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::{Document, ReadError};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use sha2::{Digest as _, Sha256};

/// Documents for which there is room at the start.
const DOCUMENTS_EXPECTED: usize = 8_192;
/// Bytes of documents that are kept, as estimated.
const BYTES_MAX: u64 = 128 * 1024 * 1024;
/// How much larger a document is in memory than as it came: its text, its tree, the certificate that it states.
const TIMES_LARGER: u64 = 8;

/// The documents.
pub struct SeenDocuments(Cache<[u8; 32], Seen, Weigh>);

/// A document, and how many bytes it had as it was presented.
#[derive(Clone)]
struct Seen {
    document: Arc<Document>,
    bytes: usize,
}

#[derive(Clone)]
struct Weigh;

impl Weighter<[u8; 32], Seen> for Weigh {
    fn weight(&self, _: &[u8; 32], seen: &Seen) -> u64 {
        seen.bytes as u64 * TIMES_LARGER
    }
}

impl Default for SeenDocuments {
    fn default() -> Self {
        Self(Cache::with_weighter(DOCUMENTS_EXPECTED, BYTES_MAX, Weigh))
    }
}

impl SeenDocuments {
    /// The credential of some bytes, read now or before.
    ///
    /// # Errors
    /// [`ReadError`]; what cannot be read is not kept.
    pub fn credential(&self, bytes: &[u8]) -> Result<Arc<Document>, ReadError> {
        if bytes.len() > CREDENTIAL_BYTES_MAX {
            // Refused before it is hashed.
            return Document::credential(bytes, CREDENTIAL_BYTES_MAX).map(Arc::new);
        }
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        if let Some(seen) = self.0.get(&sha256) {
            return Ok(seen.document);
        }
        let document = Arc::new(Document::credential_of_digest(bytes, CREDENTIAL_BYTES_MAX, sha256)?);
        self.0.insert(sha256, Seen { document: document.clone(), bytes: bytes.len() });
        Ok(document)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_read_once_and_others_anew() {
        let seen = SeenDocuments::default();
        let first = seen.credential(br#"{"id":"urn:x:1"}"#).unwrap();
        assert!(Arc::ptr_eq(&first, &seen.credential(br#"{"id":"urn:x:1"}"#).unwrap()));
        let spaced = seen.credential(br#"{ "id":"urn:x:1"}"#).unwrap();
        assert!(!Arc::ptr_eq(&first, &spaced));
        assert_eq!(first.digest(), spaced.digest());
    }

    #[test]
    fn what_cannot_be_read_is_refused_each_time_and_not_kept() {
        let seen = SeenDocuments::default();
        for bytes in [&b"{"[..], b"a.b", &[b'A'; CREDENTIAL_BYTES_MAX + 1]] {
            for _ in 0..2 {
                assert!(seen.credential(bytes).is_err());
            }
        }
        assert_eq!(seen.0.len(), 0);
    }
}
