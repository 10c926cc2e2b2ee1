//! What admission asks about certificates, while batches are not written yet.

use std::collections::HashMap;
use std::sync::Arc;

use model::{CertificateNumber, PartyId};
use registry::{CertificateEvent, CertificateEventKind, CertificateHead, CertificateLookup};
use statement::act::Change;

use crate::{Certificates, StoreError};

/// What the statements of a batch did to certificates, as far as admission asks.
#[derive(Debug, Default)]
pub struct Changes {
    heads: HashMap<CertificateNumber, CertificateHead>,
    next_status_index: HashMap<PartyId, u64>,
}

/// The store's certificates together with what earlier statements did to them that are not written yet.
pub struct Pending<'a, S: ?Sized> {
    store: &'a S,
    /// Of earlier batches, the oldest first. What one of them says holds whether it is written by now or not.
    earlier: Vec<Arc<Changes>>,
    own: Changes,
}

impl<'a, S: Certificates + ?Sized> Pending<'a, S> {
    /// Nothing pending yet.
    pub fn new(store: &'a S) -> Self {
        Self::after(store, Vec::new())
    }

    /// After batches that may not be written yet, the oldest first.
    pub fn after(store: &'a S, earlier: Vec<Arc<Changes>>) -> Self {
        Self { store, earlier, own: Changes::default() }
    }

    /// What was taken, for those that come after.
    pub fn into_changes(self) -> Changes {
        self.own
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
                self.own.heads.insert(event.number.clone(), head);
                self.own.next_status_index.insert(event.issuer.clone(), certificate.status_index + 1);
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
            self.own.heads.insert(number.clone(), CertificateHead { responsible: to.clone(), ..head });
        }
        Ok(())
    }

    /// The latest first.
    fn changes(&self) -> impl Iterator<Item = &Changes> {
        std::iter::once(&self.own).chain(self.earlier.iter().rev().map(Arc::as_ref))
    }
}

impl<S: Certificates + ?Sized> CertificateLookup for Pending<'_, S> {
    type Error = StoreError;

    fn heads(&self, numbers: &[CertificateNumber]) -> Result<Vec<Option<CertificateHead>>, StoreError> {
        let stored = self.store.heads(numbers)?;
        if self.changes().all(|changes| changes.heads.is_empty()) {
            return Ok(stored);
        }
        let pending = |number| self.changes().find_map(|changes| changes.heads.get(number)).cloned();
        Ok(numbers.iter().zip(stored).map(|(number, stored)| pending(number).or(stored)).collect())
    }

    fn next_status_index(&self, issuer: &PartyId) -> Result<u64, StoreError> {
        match self.changes().find_map(|changes| changes.next_status_index.get(issuer)) {
            Some(next) => Ok(*next),
            None => self.store.next_status_index(issuer),
        }
    }
}
