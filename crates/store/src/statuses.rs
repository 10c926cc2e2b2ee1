//! What became of certificates, all at once: for offline bundles and status lists.

use model::{CertificateNumber, LogIndex, PartyId};
use registry::RecordedChange;
use statement::act::Alias;

use crate::StoreError;

/// What became of certificates up to a position of the log.
///
/// Contract: as [`crate::Certificates`]. What was stated after `up_to` is not told, however much of it there is.
pub trait Statuses: Send + Sync {
    /// The first status index that each issuer had not given out yet, in the order of the issuers.
    ///
    /// # Errors
    /// When they cannot be read.
    fn next_status_indexes(&self, up_to: LogIndex) -> Result<Vec<(PartyId, u64)>, StoreError>;

    /// At most `limit` changes of certificates in the order of the log, after a sequence number.
    ///
    /// # Errors
    /// When they cannot be read.
    fn changes(
        &self,
        after: Option<u64>,
        up_to: LogIndex,
        limit: usize,
    ) -> Result<Vec<ChangeOfCertificate>, StoreError>;

    /// Names that more than one certificate has, each with all statements that gave it, in the order of the log.
    ///
    /// # Errors
    /// When they cannot be read.
    fn shared_names(&self, up_to: LogIndex) -> Result<Vec<(OtherName, Vec<NamedAt>)>, StoreError>;
}

/// A change with the certificate that it is about.
#[derive(Clone, Debug)]
pub struct ChangeOfCertificate {
    /// Count of all changes before it: where to go on.
    pub sequence: u64,
    /// Who issued the certificate.
    pub issuer: PartyId,
    /// Its status index.
    pub status_index: u64,
    /// The change.
    pub change: RecordedChange,
}

/// A name beside the number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OtherName {
    /// SHA-256 of a document.
    Document([u8; 32]),
    /// Identifiers of a customs message.
    Alias(Alias),
}

/// Where a certificate was given a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedAt {
    /// Which certificate.
    pub number: CertificateNumber,
    /// Position of the statement.
    pub at: LogIndex,
    /// Place in the statement, from 0.
    pub item: u32,
}
