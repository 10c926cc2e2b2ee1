//! Certificates in a plain map: what a store keeps in its tables.

use std::collections::BTreeMap;
use std::convert::Infallible;

use model::{CertificateNumber, LogIndex, PartyId};
use registry::{
    CertificateEvent, CertificateEventKind, CertificateFacts, CertificateHead, CertificateLookup,
    RecordedChange,
};
use statement::act::{Alias, Change};

/// Certificates by number, alias and document.
#[derive(Clone, Debug, Default)]
pub struct Certificates {
    by_number: BTreeMap<CertificateNumber, CertificateFacts>,
    by_alias: Vec<(Alias, CertificateNumber)>,
    by_document: Vec<(String, CertificateNumber)>,
    next_status_index: BTreeMap<PartyId, u64>,
}

impl Certificates {
    /// Takes an event of an admitted statement.
    pub fn take(&mut self, event: CertificateEvent) {
        match event.what {
            CertificateEventKind::Issued(certificate) => {
                *self.next_status_index.entry(event.issuer.clone()).or_default() += 1;
                let number = certificate.number.clone();
                let mut facts =
                    CertificateFacts::new(certificate, event.issuer, event.at, event.key, event.reported_by);
                facts.earlier_with_same_document = self.with_document(&facts);
                let aliases = facts.issued.aliases.iter().map(|alias| (alias.clone(), number.clone()));
                self.by_alias.extend(aliases);
                let document = facts.issued.credential_sha256.clone();
                self.by_document.extend(document.map(|document| (document, number.clone())));
                self.by_number.insert(number, facts);
            }
            CertificateEventKind::Changed(change) => {
                if let Some(facts) = self.by_number.get_mut(&event.number) {
                    facts.changes.push(RecordedChange {
                        at: event.at,
                        item: event.item,
                        key: event.key,
                        reported: event.reported_by.is_some(),
                        change: change.into(),
                    });
                }
            }
        }
    }

    /// What is on record of a certificate up to a position of the log.
    pub fn facts(&self, number: &CertificateNumber, known_at: LogIndex) -> Option<CertificateFacts> {
        let mut facts = self.by_number.get(number).filter(|facts| facts.at <= known_at)?.clone();
        facts.changes.retain(|change| change.at <= known_at);
        facts.earlier_with_same_document.retain(|(_, at)| *at <= known_at);
        Some(facts)
    }

    /// The first certificate known by an alias.
    pub fn with_alias(&self, alias: &Alias) -> Option<&CertificateNumber> {
        self.by_alias.iter().find(|(known, _)| known == alias).map(|(_, number)| number)
    }

    /// The first certificate whose document has a digest.
    pub fn with_digest(&self, digest: &str) -> Option<&CertificateNumber> {
        self.by_document.iter().find(|(known, _)| known == digest).map(|(_, number)| number)
    }

    /// Every number, in order.
    pub fn numbers(&self) -> impl Iterator<Item = &CertificateNumber> {
        self.by_number.keys()
    }

    /// The status index that the issuer's next certificate must have.
    pub fn next_index(&self, issuer: &PartyId) -> u64 {
        self.next_status_index.get(issuer).copied().unwrap_or_default()
    }

    fn with_document(&self, facts: &CertificateFacts) -> Vec<(CertificateNumber, LogIndex)> {
        let Some(document) = &facts.issued.credential_sha256 else { return Vec::new() };
        let same = self.by_document.iter().filter(|(known, _)| known == document);
        same.filter_map(|(_, number)| Some((number.clone(), self.by_number.get(number)?.at))).collect()
    }
}

impl CertificateLookup for Certificates {
    type Error = Infallible;

    fn heads(&self, numbers: &[CertificateNumber]) -> Result<Vec<Option<CertificateHead>>, Infallible> {
        Ok(numbers.iter().map(|number| self.by_number.get(number).map(head)).collect())
    }

    fn next_status_index(&self, issuer: &PartyId) -> Result<u64, Infallible> {
        Ok(self.next_index(issuer))
    }
}

fn head(facts: &CertificateFacts) -> CertificateHead {
    let transfers = facts.changes.iter().rev().filter_map(|recorded| match &recorded.change.change {
        Change::Transferred { to } => Some(to.clone()),
        _ => None,
    });
    let responsible = transfers.into_iter().next().unwrap_or_else(|| facts.issuer.clone());
    CertificateHead { issuer: facts.issuer.clone(), responsible }
}
