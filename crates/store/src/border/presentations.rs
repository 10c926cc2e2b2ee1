//! At which borders a certificate was presented lately: what checks and drawn quantities say of it.

use model::{CertificateNumber, Jurisdiction};

use crate::StoreError;

/// What was presented at a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    /// The certificate.
    pub certificate: CertificateNumber,
    /// Batch of the goods, where it was asked about.
    pub batch: Option<String>,
    /// Serial number of the goods, where it was asked about.
    pub serial: Option<String>,
    /// When it was checked, in seconds since 1970.
    pub checked_at: u64,
}

/// A certificate at a border.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// The importing country.
    pub importing: Jurisdiction,
    /// When it was last, in seconds since 1970.
    pub at: u64,
    /// What it was recorded as.
    pub recorded: RecordedAs,
    /// Batch of the goods.
    pub batch: Option<String>,
    /// Serial number of the goods.
    pub serial: Option<String>,
}

/// What a presentation was recorded as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordedAs {
    /// A check that an authority signed.
    Check,
    /// A line that reserved or consumed some of the quantity, and did not release it.
    Quantity,
}

/// Presentations.
///
/// Contract: derived from signed checks and quantities alone; nothing that anybody may tell without a signature is in it.
pub trait Presentations: Send + Sync {
    /// Where a certificate was presented since a moment: the last of each country, kind and goods; at most `limit`, the
    /// latest first.
    ///
    /// # Errors
    /// When they cannot be read.
    fn presentations(
        &self,
        certificate: &CertificateNumber,
        since: u64,
        limit: usize,
    ) -> Result<Vec<Presentation>, StoreError>;
}
