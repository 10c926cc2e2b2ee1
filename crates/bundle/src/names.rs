//! Names that more than one certificate has: a document's digest, or the identifiers of a customs message.
//!
//! Any other name belongs to one certificate alone, so whoever presents the certificate has all there is to know.

use model::{CertificateNumber, LogIndex};
use statement::act::Alias;

/// A name beside the number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// SHA-256 of a document or credential.
    Document([u8; 32]),
    /// Certifier, product and version.
    Alias(Alias),
}

/// Where a certificate was given a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Which certificate.
    pub number: CertificateNumber,
    /// Position of the statement.
    pub at: LogIndex,
    /// Place in the statement, from 0.
    pub item: u32,
}

/// A name with every statement that gave it to a certificate, in the order of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedName {
    /// The name.
    pub name: Name,
    /// Who has it.
    pub named: Vec<Naming>,
}

impl Name {
    /// By what names are ordered.
    pub(crate) fn order(&self) -> (u8, &[u8], &str, &str) {
        match self {
            Self::Document(sha256) => (0, sha256, "", ""),
            Self::Alias(alias) => (1, alias.certifier.as_bytes(), &alias.product, &alias.version),
        }
    }
}
