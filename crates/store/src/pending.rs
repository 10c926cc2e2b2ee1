//! What admission asks about certificates, while a batch is not written yet.

use std::collections::HashMap;

use model::{CertificateNumber, PartyId};
use registry::{CertificateEvent, CertificateEventKind, CertificateHead, CertificateLookup};
use statement::act::Change;

use crate::{Certificates, StoreError};

/// The store's certificates together with what earlier statements of a batch did to them.
pub struct Pending<'a, S: ?Sized> {
    store: &'a S,
    heads: HashMap<CertificateNumber, CertificateHead>,
    next_status_index: HashMap<PartyId, u64>,
}

impl<'a, S: Certificates + ?Sized> Pending<'a, S> {
    /// Nothing pending yet.
    pub fn new(store: &'a S) -> Self {
        Self { store, heads: HashMap::new(), next_status_index: HashMap::new() }
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
        if self.heads.is_empty() {
            return self.store.heads(numbers);
        }
        let stored = self.store.heads(numbers)?;
        let pending = |number: &CertificateNumber| self.heads.get(number).cloned();
        Ok(numbers.iter().zip(stored).map(|(number, stored)| pending(number).or(stored)).collect())
    }

    fn next_status_index(&self, issuer: &PartyId) -> Result<u64, StoreError> {
        match self.next_status_index.get(issuer) {
            Some(next) => Ok(*next),
            None => self.store.next_status_index(issuer),
        }
    }
}
