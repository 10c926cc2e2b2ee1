//! Certificates in memory.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use model::{CertificateNumber, LogIndex, PartyId};
use registry::{CertificateEvent, CertificateEventKind, CertificateFacts, CertificateHead, RecordedChange};
use statement::act::{Alias, Certificate, CertificateChange, Change};

use super::MemoryStore;
use crate::{Certificates, Derived, DerivedRow, Link, LinkKind, Listed, StoreError, document_of, links_of};

/// The derived tables.
#[derive(Default)]
pub(super) struct Tables {
    certificates: Vec<CertificateFacts>,
    by_number: HashMap<CertificateNumber, usize>,
    aliases: HashMap<Alias, Vec<Named>>,
    documents: HashMap<[u8; 32], Vec<Named>>,
    links: BTreeMap<Link, Vec<usize>>,
    next_status_index: BTreeMap<PartyId, u64>,
}

/// Where a certificate was named by something other than its number.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Named {
    certificate: usize,
    at: LogIndex,
    item: u32,
}

impl Tables {
    /// What would make [`Tables::take`] contradict itself; admission has excluded it.
    pub(super) fn check(&self, events: &[CertificateEvent]) -> Result<(), StoreError> {
        let mut issued = HashSet::new();
        for event in events {
            let known = self.by_number.contains_key(&event.number) || issued.contains(&event.number);
            let fits = match &event.what {
                CertificateEventKind::Issued(_) => !known && issued.insert(event.number.clone()),
                CertificateEventKind::Changed(_) => known,
            };
            if !fits {
                return Err(StoreError::corrupt(format!(
                    "certificate `{}` does not fit its history",
                    event.number
                )));
            }
        }
        Ok(())
    }

    pub(super) fn take(&mut self, event: &CertificateEvent) {
        match &event.what {
            CertificateEventKind::Issued(certificate) => self.issue(event, certificate),
            CertificateEventKind::Changed(change) => self.change(event, change),
        }
    }

    fn issue(&mut self, event: &CertificateEvent, certificate: &Certificate) {
        let sequence = self.certificates.len();
        let named = Named { certificate: sequence, at: event.at, item: event.item };
        let mut facts = CertificateFacts::new(
            certificate.clone(),
            event.issuer.clone(),
            event.at,
            event.key,
            event.reported_by.clone(),
        );
        facts.earlier_with_same_document = self.earlier_with_document(certificate, named);
        self.certificates.push(facts);
        self.by_number.insert(event.number.clone(), sequence);
        self.next_status_index.insert(event.issuer.clone(), certificate.status_index + 1);
        self.link(LinkKind::Issuer, event.issuer.as_str(), sequence);
        self.index(certificate, named);
    }

    fn change(&mut self, event: &CertificateEvent, change: &CertificateChange) {
        let Some(&sequence) = self.by_number.get(&event.number) else { return };
        self.certificates[sequence].changes.push(RecordedChange {
            at: event.at,
            item: event.item,
            key: event.key,
            reported: event.reported_by.is_some(),
            change: Arc::new(change.clone()),
        });
        match &change.change {
            Change::Amended(certificate) => {
                self.index(certificate, Named { certificate: sequence, at: event.at, item: event.item });
            }
            Change::HolderChanged { holder } => self.link(LinkKind::Holder, holder.as_str(), sequence),
            Change::Transferred { to } => self.link(LinkKind::Responsible, to.as_str(), sequence),
            _ => {}
        }
    }

    fn index(&mut self, certificate: &Certificate, named: Named) {
        for alias in &certificate.aliases {
            self.aliases.entry(alias.clone()).or_default().push(named);
        }
        if let Some(document) = document_of(certificate) {
            self.documents.entry(document).or_default().push(named);
        }
        for (kind, to) in links_of(certificate) {
            self.link(kind, to, named.certificate);
        }
    }

    fn link(&mut self, kind: LinkKind, to: &str, sequence: usize) {
        let linked = self.links.entry(Link { kind, to: to.to_owned() }).or_default();
        if let Err(place) = linked.binary_search(&sequence) {
            linked.insert(place, sequence);
        }
    }

    fn earlier_with_document(
        &self,
        certificate: &Certificate,
        new: Named,
    ) -> Vec<(CertificateNumber, LogIndex)> {
        let Some(named) = document_of(certificate).and_then(|document| self.documents.get(&document)) else {
            return Vec::new();
        };
        let others = named.iter().filter(|other| other.certificate != new.certificate);
        others.map(|other| (self.number(other.certificate), other.at)).collect()
    }

    fn number(&self, sequence: usize) -> CertificateNumber {
        self.certificates[sequence].issued.number.clone()
    }

    fn facts(&self, number: &CertificateNumber, up_to: LogIndex) -> Option<CertificateFacts> {
        let known = &self.certificates[*self.by_number.get(number)?];
        let mut facts = known.clone();
        facts.changes.retain(|change| change.at <= up_to);
        (known.at <= up_to).then_some(facts)
    }

    fn head(&self, number: &CertificateNumber) -> Option<CertificateHead> {
        let facts = &self.certificates[*self.by_number.get(number)?];
        let transferred = facts.changes.iter().rev().find_map(|change| match &change.change.change {
            Change::Transferred { to } => Some(to.clone()),
            _ => None,
        });
        let responsible = transferred.unwrap_or_else(|| facts.issuer.clone());
        Some(CertificateHead { issuer: facts.issuer.clone(), responsible })
    }

    fn named(&self, named: Option<&Vec<Named>>, up_to: LogIndex) -> Vec<CertificateNumber> {
        let mut numbers = Vec::new();
        for named in named.into_iter().flatten().filter(|named| named.at <= up_to) {
            let number = self.number(named.certificate);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
    }

    fn linked(&self, link: &Link) -> &[usize] {
        self.links.get(link).map_or(&[], Vec::as_slice)
    }

    fn listed(&self, sequence: usize) -> Listed {
        let facts = &self.certificates[sequence];
        Listed { sequence: sequence as u64, number: facts.issued.number.clone(), at: facts.at }
    }
}

impl Certificates for MemoryStore {
    fn facts(
        &self,
        numbers: &[CertificateNumber],
        up_to: LogIndex,
    ) -> Result<Vec<Option<CertificateFacts>>, StoreError> {
        let data = self.read();
        Ok(numbers.iter().map(|number| data.tables.facts(number, up_to)).collect())
    }

    fn by_alias(&self, alias: &Alias, up_to: LogIndex) -> Result<Vec<CertificateNumber>, StoreError> {
        let tables = &self.read().tables;
        Ok(tables.named(tables.aliases.get(alias), up_to))
    }

    fn by_document(&self, sha256: &[u8; 32], up_to: LogIndex) -> Result<Vec<CertificateNumber>, StoreError> {
        let tables = &self.read().tables;
        Ok(tables.named(tables.documents.get(sha256), up_to))
    }

    fn heads(&self, numbers: &[CertificateNumber]) -> Result<Vec<Option<CertificateHead>>, StoreError> {
        let data = self.read();
        Ok(numbers.iter().map(|number| data.tables.head(number)).collect())
    }

    fn next_status_index(&self, issuer: &PartyId) -> Result<u64, StoreError> {
        Ok(self.read().tables.next_status_index.get(issuer).copied().unwrap_or(0))
    }

    fn list(&self, link: Option<&Link>, after: Option<u64>, limit: usize) -> Result<Vec<Listed>, StoreError> {
        let tables = &self.read().tables;
        let first = after.map_or(0, |after| usize::try_from(after).unwrap_or(usize::MAX).saturating_add(1));
        let listed = |sequence: usize| tables.listed(sequence);
        Ok(match link {
            None => (first..tables.certificates.len()).take(limit).map(listed).collect(),
            Some(link) => {
                let later = tables.linked(link).iter().copied().filter(|sequence| *sequence >= first);
                later.take(limit).map(listed).collect()
            }
        })
    }

    fn count(&self, link: Option<&Link>) -> Result<u64, StoreError> {
        let tables = &self.read().tables;
        Ok(link.map_or(tables.certificates.len(), |link| tables.linked(link).len()) as u64)
    }
}

impl Derived for MemoryStore {
    fn derived(&self, visit: &mut dyn FnMut(&DerivedRow)) -> Result<(), StoreError> {
        let tables = &self.read().tables;
        let mut row = |table, key: String, content: String| visit(&DerivedRow { table, key, content });
        for facts in &tables.certificates {
            row("certificate", facts.issued.number.to_string(), format!("{facts:?}"));
        }
        for (link, linked) in &tables.links {
            row("link", format!("{:?} {}", link.kind, link.to), format!("{linked:?}"));
        }
        for (issuer, next) in &tables.next_status_index {
            row("issuer", issuer.to_string(), next.to_string());
        }
        let aliases: BTreeMap<_, _> =
            tables.aliases.iter().map(|(alias, named)| (format!("{alias:?}"), named)).collect();
        for (alias, named) in aliases {
            row("alias", alias, format!("{:?}", tables.named(Some(named), LogIndex(u64::MAX))));
        }
        Ok(())
    }

    fn damage(&self) -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }
}
