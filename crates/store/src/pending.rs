//! What admission asks about certificates, while a batch is not written yet.

use std::collections::HashMap;

use model::{CertificateNumber, PartyId};
use registry::{CertificateEvent, CertificateEventKind, CertificateHead, CertificateLookup};
use statement::act::{Act, Change};

use crate::{Certificates, StoreError};

/// The store's certificates together with what earlier statements of a batch did to them.
pub struct Pending<'a, S: ?Sized> {
    store: &'a S,
    /// What the store says of the certificates that were foreseen.
    stored: HashMap<CertificateNumber, Option<CertificateHead>>,
    heads: HashMap<CertificateNumber, CertificateHead>,
    next_status_index: HashMap<PartyId, u64>,
}

impl<'a, S: Certificates + ?Sized> Pending<'a, S> {
    /// Nothing pending yet.
    pub fn new(store: &'a S) -> Self {
        Self { store, stored: HashMap::new(), heads: HashMap::new(), next_status_index: HashMap::new() }
    }

    /// Asks the store about all certificates of some acts at once: a look-up for each act costs several times as much.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn foresee<'b>(&mut self, acts: impl Iterator<Item = &'b Act>) -> Result<(), StoreError> {
        let mut numbers = Vec::new();
        for act in acts {
            match act {
                Act::CertificatesIssued(act) => {
                    numbers.extend(act.certificates.iter().map(|certificate| certificate.number.clone()));
                }
                Act::CertificatesChanged(act) => {
                    numbers.extend(act.changes.iter().map(|change| change.number.clone()));
                }
                _ => {}
            }
        }
        let heads = self.store.heads(&numbers)?;
        self.stored.extend(numbers.into_iter().zip(heads));
        Ok(())
    }

    /// Takes an event of an admitted statement.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn take(&mut self, event: &CertificateEvent) -> Result<(), StoreError> {
        match &event.what {
            CertificateEventKind::Issued(certificate) => {
                let head =
                    CertificateHead { issuer: event.issuer.clone(), responsible: event.issuer.clone() };
                self.heads.insert(event.number.clone(), head);
                self.next_status_index.insert(event.issuer.clone(), certificate.status_index + 1);
            }
            CertificateEventKind::Changed(change) => {
                if let Change::Transferred { to } = &change.change {
                    self.transferred(&event.number, to)?;
                }
            }
        }
        Ok(())
    }

    fn transferred(&mut self, number: &CertificateNumber, to: &PartyId) -> Result<(), StoreError> {
        let head = self.heads(std::slice::from_ref(number))?.pop().flatten();
        if let Some(head) = head {
            self.heads.insert(number.clone(), CertificateHead { responsible: to.clone(), ..head });
        }
        Ok(())
    }
}

impl<S: Certificates + ?Sized> CertificateLookup for Pending<'_, S> {
    type Error = StoreError;

    fn heads(&self, numbers: &[CertificateNumber]) -> Result<Vec<Option<CertificateHead>>, StoreError> {
        let unforeseen = |number: &&CertificateNumber| !self.stored.contains_key(*number);
        let unforeseen: Vec<_> = numbers.iter().filter(unforeseen).cloned().collect();
        let mut asked = self.store.heads(&unforeseen)?.into_iter();
        let head = |number: &CertificateNumber| {
            let stored = self.stored.get(number).cloned().unwrap_or_else(|| asked.next().flatten());
            self.heads.get(number).cloned().or(stored)
        };
        Ok(numbers.iter().map(head).collect())
    }

    fn next_status_index(&self, issuer: &PartyId) -> Result<u64, StoreError> {
        match self.next_status_index.get(issuer) {
            Some(next) => Ok(*next),
            None => self.store.next_status_index(issuer),
        }
    }
}
