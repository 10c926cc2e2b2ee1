//! Why a document is not taken, with the next step.

use credential::status::PublishedError;
use credential::{ProofError, ReadError};
use store::StoreError;

use crate::documents::DocumentError;

/// Why a document is not taken: one variant for each next step. Nothing was kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DepositError {
    /// It cannot be read.
    #[error("the document cannot be read: {0}")]
    Read(#[from] ReadError),
    /// It is no credential.
    #[error("the document is no credential of the VC Data Model 2.0: {0}")]
    NoCredential(String),
    /// No certificate act names it.
    #[error(
        "no certificate on record names a document with SHA-256 {0}: its issuer states that digest in a certificate act first"
    )]
    DigestNotOnRecord(String),
    /// Its signature does not hold, or is not with a key in force of whom it names.
    #[error("the signature is not one that counts here: {0}")]
    Signature(#[from] ProofError),
    /// The one whom it names as issuer is not on record.
    #[error("`{0}` is not on record: only parties of this register hand in documents about themselves")]
    UnknownIssuer(String),
    /// Another party signed it than the one whose word it needs.
    #[error("`{found}` signed it, and `{expected}` has to")]
    OtherIssuer {
        /// Whose word it needs.
        expected: String,
        /// Who signed.
        found: String,
    },
    /// It is no status list.
    #[error("the status list cannot be used: {0}")]
    List(#[from] PublishedError),
    /// It is a list of something else, or belongs to another address.
    #[error("the list is published as `{found}`; here it is expected as one of {expected}")]
    Address {
        /// Addresses of the lists of its issuer at this registry.
        expected: String,
        /// The address that it states.
        found: String,
    },
    /// Its time is over, or has not come.
    #[error("the document is outside the time for which its issuer vouches for it: sign a new one")]
    OutOfTime,
    /// The one that stands is as new or newer.
    #[error(
        "the document that stands here holds as of {kept}: hand in one that holds a minute later at least"
    )]
    Older {
        /// The moment of the one that stands.
        kept: String,
    },
    /// It cannot be written.
    #[error(transparent)]
    File(#[from] DocumentError),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}
