//! A presented document beside what bundle and evidence know of its certificate.

use credential::compare::{OnRecord, lookalikes_in, stated_number};
use credential::{Document, DocumentFinding, Now};
use decision::EvidenceReference;
use jiff::Timestamp;
use registry::CertificateFacts;
use statement::PureCheck;

use crate::answer::{NotCovered, Refused, Verifier};
use crate::evidence::Evidence;

/// Whether a number was ever issued, a bundle without the certificate cannot tell.
const NUMBER_ISSUED: &str = "document.number-issued";

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
        let document = Document::credential(document, credential::limits::CREDENTIAL_BYTES_MAX)?;
        Ok(match self.on_record(&document, evidence) {
            Ok(facts) => Compared::Findings(self.findings(&document, facts.as_ref(), unix_seconds)),
            Err(not_covered) => Compared::NotCovered(not_covered),
        })
    }

    /// What can be told of a document whatever was presented with it: without the evidence of its certificate, who signed
    /// it with which key, and nothing about what is on record.
    pub(crate) fn examine(
        &self,
        document: &Document,
        evidence: &[Evidence],
        unix_seconds: u64,
    ) -> Vec<DocumentFinding> {
        match self.on_record(document, evidence) {
            Ok(facts) => self.findings(document, facts.as_ref(), unix_seconds),
            Err(_) => {
                let findings = self.findings(document, None, unix_seconds).into_iter();
                findings.filter(|finding| finding.id != NUMBER_ISSUED).collect()
            }
        }
    }

    /// The certificate of the number that a document states, if it states one.
    fn on_record(
        &self,
        document: &Document,
        evidence: &[Evidence],
    ) -> Result<Option<CertificateFacts>, NotCovered> {
        let Some(number) = stated_number(document) else { return Ok(None) };
        self.find(&EvidenceReference::number(number), evidence)
            .and_then(|presented| self.facts(presented))
            .map(Some)
    }

    fn findings(
        &self,
        document: &Document,
        certificate: Option<&CertificateFacts>,
        unix_seconds: u64,
    ) -> Vec<DocumentFinding> {
        let seconds = i64::try_from(unix_seconds).unwrap_or(i64::MAX);
        let now = Now::new(Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX));
        let (registry, knowledge) = (&self.registry, self.registry.knowledge());
        let lookalikes = lookalikes_in(registry);
        let on_record = OnRecord { registry, knowledge, certificate, lookalikes: &lookalikes };
        credential::compare(document, &on_record, &PureCheck, now)
    }
}
