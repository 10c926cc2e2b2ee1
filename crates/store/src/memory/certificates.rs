//! Certificates in memory.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use model::{CertificateNumber, LogIndex, PartyId};
use registry::{CertificateEvent, CertificateEventKind, CertificateFacts, CertificateHead, RecordedChange};
use statement::act::{Alias, Certificate, CertificateChange, Change};

use super::MemoryStore;
use crate::{
    Certificates, ChangeOfCertificate, Derived, DerivedRow, Link, LinkKind, Listed, NamedAt, OtherName,
    Statuses, StoreError, document_of, links_of,
};

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
            self.link(kind, &to, named.certificate);
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

impl Tables {
    fn next_status_indexes(&self, up_to: LogIndex) -> Vec<(PartyId, u64)> {
        let mut indexes = BTreeMap::new();
        for facts in self.certificates.iter().filter(|facts| facts.at <= up_to) {
            indexes.insert(facts.issuer.clone(), facts.issued.status_index + 1);
        }
        indexes.into_iter().collect()
    }

    /// Every change in the order of the log.
    fn changes(&self, up_to: LogIndex) -> Vec<ChangeOfCertificate> {
        let of = |facts: &CertificateFacts, change: &RecordedChange| ChangeOfCertificate {
            sequence: 0,
            issuer: facts.issuer.clone(),
            status_index: facts.issued.status_index,
            change: change.clone(),
        };
        let all =
            self.certificates.iter().flat_map(|facts| facts.changes.iter().map(|change| of(facts, change)));
        let mut all: Vec<_> = all.filter(|change| change.change.at <= up_to).collect();
        all.sort_by_key(|change| (change.change.at, change.change.item));
        (0..).zip(all).map(|(sequence, change)| ChangeOfCertificate { sequence, ..change }).collect()
    }

    fn shared<'a, N: 'a>(
        &self,
        names: impl Iterator<Item = (&'a N, &'a Vec<Named>)>,
        name: fn(&N) -> OtherName,
        up_to: LogIndex,
    ) -> Vec<(OtherName, Vec<NamedAt>)> {
        let known = names.map(|(of, named)| {
            let known: Vec<Named> = named.iter().copied().filter(|named| named.at <= up_to).collect();
            (name(of), known)
        });
        let shared = known.filter(|(_, named)| {
            named
                .first()
                .is_some_and(|first| named.iter().any(|other| other.certificate != first.certificate))
        });
        let told =
            |named: Named| NamedAt { number: self.number(named.certificate), at: named.at, item: named.item };
        shared.map(|(name, named)| (name, named.into_iter().map(told).collect())).collect()
    }
}

impl Statuses for MemoryStore {
    fn next_status_indexes(&self, up_to: LogIndex) -> Result<Vec<(PartyId, u64)>, StoreError> {
        Ok(self.read().tables.next_status_indexes(up_to))
    }

    fn changes(
        &self,
        after: Option<u64>,
        up_to: LogIndex,
        limit: usize,
    ) -> Result<Vec<ChangeOfCertificate>, StoreError> {
        let all = self.read().tables.changes(up_to);
        let later = all.into_iter().filter(|change| after.is_none_or(|after| change.sequence > after));
        Ok(later.take(limit).collect())
    }

    fn shared_names(&self, up_to: LogIndex) -> Result<Vec<(OtherName, Vec<NamedAt>)>, StoreError> {
        let tables = &self.read().tables;
        let mut names = tables.shared(tables.documents.iter(), |sha256| OtherName::Document(*sha256), up_to);
        names.extend(tables.shared(tables.aliases.iter(), |alias| OtherName::Alias(alias.clone()), up_to));
        Ok(names)
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
