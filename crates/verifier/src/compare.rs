//! A presented document beside what bundle and evidence know of its certificate.

use credential::compare::{OnRecord, stated_number};
use credential::{Document, DocumentFinding, Now};
use decision::EvidenceReference;
use jiff::Timestamp;
use statement::PureCheck;

use crate::answer::{NotCovered, Refused, Verifier};
use crate::evidence::Evidence;

/// What a comparison says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The findings, in their order.
    Findings(Vec<DocumentFinding>),
    /// The certificate of the number that the document states was not presented with its evidence, or is newer than the
    /// bundle: it cannot be told whether it was ever issued.
    NotCovered(NotCovered),
}

impl Verifier {
    /// Compares a document, such as a credential, with the register as of the bundle; `unix_seconds` is the time, in
    /// seconds since 1970.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn compare(
        &self,
        document: &[u8],
        evidence: &[Evidence],
        unix_seconds: u64,
    ) -> Result<Compared, Refused> {
        let seconds = i64::try_from(unix_seconds).unwrap_or(i64::MAX);
        let now = Now::new(Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX));
        let document = Document::credential(document, credential::limits::CREDENTIAL_BYTES_MAX)?;
        let reference = stated_number(&document).map(EvidenceReference::number);
        let presented = reference.as_ref().map(|reference| self.find(reference, evidence)).transpose();
        let facts =
            presented.and_then(|presented| presented.map(|presented| self.facts(presented)).transpose());
        let facts = match facts {
            Ok(facts) => facts,
            Err(not_covered) => return Ok(Compared::NotCovered(not_covered)),
        };
        let on_record = OnRecord {
            registry: &self.registry,
            knowledge: self.registry.knowledge(),
            certificate: facts.as_ref(),
        };
        Ok(Compared::Findings(credential::compare(&document, &on_record, &PureCheck, now)))
    }
}
