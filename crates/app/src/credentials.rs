//! Credentials: made from certificates on record, and examined beside the register when they are presented.

mod anchor;
mod did_document;
mod names;
mod seen;
mod status_list;

use credential::compare::{OnRecord, Outcome, compare, stated_number};
use credential::untp::{self, make::Base};
use credential::{Document, DocumentFinding, Now, ReadError};
use explain::Words;
use model::{CertificateNumber, LogIndex, PartyId};
use serde_json::Value;
use statement::KeyError;
use statement::act::Certificate;
use store::StoreError;

use crate::app::{App, State};

pub use did_document::LOG_SERVICE;
pub(crate) use names::RegisterNames;
pub use seen::SeenDocuments;
pub use status_list::{CERTIFICATES_GONE_THROUGH_MAX, Purpose, StatusListError};

/// Why a credential was not made, or a document not examined.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CredentialError {
    /// Nobody has issued that number.
    #[error("nobody has issued a certificate `{0}` here: check the number")]
    NoSuchCertificate(String),
    /// No such party.
    #[error("no party `{0}` is on record: check its identifier")]
    NoSuchParty(String),
    /// The document cannot be read.
    #[error("the document cannot be read: {0}")]
    Read(#[from] ReadError),
    /// A key on record is not usable.
    #[error("a key on record cannot be published: {0}")]
    Key(#[from] KeyError),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A document beside the register.
#[derive(Clone, Debug)]
pub struct Examined {
    /// The number of the certificate that it states.
    pub number: Option<CertificateNumber>,
    /// SHA-256 by which the register would know it.
    pub digest: [u8; 32],
    /// Every respect in which it was compared.
    pub findings: Vec<DocumentFinding>,
}

/// A finding in a sentence, with a mark before it: `+` met, `-` not met, `?` unknown.
pub fn tell(finding: &DocumentFinding, words: &Words) -> String {
    let (mark, outcome) = match finding.outcome {
        Outcome::Met => ('+', "met"),
        Outcome::NotMet => ('-', "not_met"),
        Outcome::Unknown => ('?', "unknown"),
    };
    format!("{mark} {}", words.document(finding.id, outcome, &finding.facts))
}

impl App {
    /// The conformity credential of a certificate, for its issuer to sign; with who that is.
    ///
    /// # Errors
    /// [`CredentialError`].
    pub fn credential_of(
        &self,
        number: &CertificateNumber,
        base: Base<'_>,
    ) -> Result<(Value, PartyId), CredentialError> {
        let state = self.state();
        let missing = || CredentialError::NoSuchCertificate(number.to_string());
        let (content, issuer) = self.last_stated(&state, number)?.ok_or_else(missing)?;
        let names = RegisterNames { registry: state.registry(), language: "en" };
        Ok((untp::make(&content, &issuer, &names, base), issuer))
    }

    /// The content of a certificate as it was last stated.
    pub(crate) fn stated_last(&self, number: &CertificateNumber) -> Result<Option<Certificate>, StoreError> {
        Ok(self.last_stated(&self.state(), number)?.map(|(content, _)| content))
    }

    /// The content as it was last stated, whatever its day: a credential that is made today is for what is to come.
    fn last_stated(
        &self,
        state: &State,
        number: &CertificateNumber,
    ) -> Result<Option<(Certificate, PartyId)>, StoreError> {
        let known_at = LogIndex(state.size().saturating_sub(1));
        let numbers = std::slice::from_ref(number);
        let facts = self.certificate_cache().facts(self.store(), numbers, state.size(), known_at)?;
        let content = facts.into_iter().flatten().next().map(|facts| {
            let content = facts.on(model::Date::MAX, state.registry().knowledge()).content.clone();
            (content, facts.issuer.clone())
        });
        Ok(content)
    }

    /// Examines a document beside everything that is known now.
    ///
    /// # Errors
    /// [`CredentialError`].
    pub fn examine(&self, bytes: &[u8]) -> Result<Examined, CredentialError> {
        let document = self.seen_documents().credential(bytes)?;
        let known_at = LogIndex(self.state().size().saturating_sub(1));
        Ok(self.examine_document(&document, known_at)?)
    }

    /// Examines a document beside what was known at a position of the log.
    pub(crate) fn examine_document(
        &self,
        document: &Document,
        known_at: LogIndex,
    ) -> Result<Examined, StoreError> {
        let state = self.state();
        let number = stated_number(document);
        let numbers: Vec<_> = number.iter().cloned().collect();
        let facts = self.certificate_cache().facts(self.store(), &numbers, state.size(), known_at)?;
        let facts = facts.into_iter().flatten().next();
        let registry = state.registry();
        let lookalikes = |did: &str, name: Option<&str>| self.lookalikes().find(&state, did, name);
        let on_record = OnRecord {
            registry,
            knowledge: registry.knowledge_at(known_at),
            certificate: facts.as_deref(),
            lookalikes: &lookalikes,
        };
        let findings = compare(document, &on_record, self.signatures(), self.credential_now());
        Ok(Examined { number, digest: document.digest(), findings })
    }

    /// The moment, with the usual skew.
    pub(crate) fn credential_now(&self) -> Now {
        let seconds = i64::try_from(self.clock().unix_seconds()).unwrap_or(i64::MAX);
        Now::new(jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::MAX))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use credential::compare::FINDINGS;

    use super::*;

    #[test]
    fn every_finding_has_its_sentences_in_every_language() {
        for language in explain::LANGUAGES {
            let words = Words::load(language).unwrap();
            for id in FINDINGS.iter().copied().chain([glance::AT_ONE_BORDER]) {
                let id = id.replace('.', "--");
                for suffix in ["met", "not_met", "unknown"] {
                    // Whether a document is in its time is always known.
                    let never = id == "document--in-its-time" && suffix == "unknown";
                    assert!(never || words.has(&format!("{id}--{suffix}")), "{language}: {id}--{suffix}");
                }
            }
        }
    }
}
