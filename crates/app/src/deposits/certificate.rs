//! The signed credential of a certificate: taken when an act names its digest, found by the number.

use credential::compare::{RegisterKeys, stated_number};
use credential::untp::make::segment;
use credential::{Document, ProofError, Verifier};
use model::{CertificateNumber, LogIndex};
use store::StoreError;

use super::{Acceptable, DepositError, Deposits, Kept, Taken, read};
use crate::documents::{parse_sha256, sha256_text};

/// The signed credential of a certificate, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateDocument {
    /// Nobody has issued that number.
    NoCertificate,
    /// No act names a document.
    NotNamed,
    /// An act names it, and nobody has handed it in.
    NotHere {
        /// Its SHA-256, in hexadecimal.
        sha256: String,
    },
    /// It is here.
    Here(Kept),
}

impl Deposits {
    /// The document that the record names for a certificate now.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn of_certificate(&self, number: &CertificateNumber) -> Result<CertificateDocument, StoreError> {
        let Some(content) = self.app().stated_last(number)? else {
            return Ok(CertificateDocument::NoCertificate);
        };
        let named = content.credential_sha256.as_deref().map(str::to_ascii_lowercase);
        let Some(digest) = named.as_deref().and_then(parse_sha256) else {
            return Ok(CertificateDocument::NotNamed);
        };
        let held = self.inner.folder.find(&digest).as_ref().and_then(read);
        let not_here = || CertificateDocument::NotHere { sha256: sha256_text(&digest) };
        Ok(held.map_or_else(not_here, CertificateDocument::Here))
    }

    /// Whether the document that the record names for a certificate is here.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_here(&self, number: &CertificateNumber) -> Result<bool, StoreError> {
        let named = self.app().stated_last(number)?.and_then(|content| content.credential_sha256);
        let digest = named.as_deref().and_then(|digest| parse_sha256(&digest.to_ascii_lowercase()));
        Ok(digest.is_some_and(|digest| self.inner.folder.find(&digest).is_some()))
    }

    pub(super) fn acceptable_credential(&self, document: &Document) -> Result<Acceptable, DepositError> {
        let app = self.app();
        let state = app.state();
        let known_at = LogIndex(state.size().saturating_sub(1));
        let named = app.store().by_document(&document.digest(), known_at)?;
        // Of several certificates that name it, the one whose number it states; else the first that named it.
        let stated = stated_number(document).filter(|stated| named.contains(stated));
        let Some(number) = stated.or_else(|| named.into_iter().next()) else {
            return Err(DepositError::DigestNotOnRecord(hex::encode(document.digest())));
        };
        let check = app.signatures();
        let keys = RegisterKeys { registry: state.registry(), check };
        let verifier = Verifier { keys: &keys, check, now: app.credential_now() };
        match document.clone().verify(&verifier) {
            // What shows that nobody signed it, or somebody else did, is not served. Anything else, such as a key that
            // only the issuer's own DID document lists, is for whoever verifies: the act vouches for the bytes.
            Err(
                error @ (ProofError::Missing | ProofError::Signature { .. } | ProofError::Controller { .. }),
            ) => Err(error.into()),
            _ => {
                let path = format!("/credentials/{}", segment(number.as_str()));
                Ok(Acceptable { what: Taken::Certificate(number.to_string()), path, stands: None })
            }
        }
    }
}
