//! Certificates that were read lately.
//!
//! Facts are append-only, so what was read stays true up to the size of the log at which it was read. A later state
//! may use it as long as nothing touched the certificate since. What was touched, and where last, is noted before the
//! state that contains it is published, in a table of fixed size: numbers that share a place only cost a re-reading.
//!
//! INVARIANT: an entry is used for a state only if it was read at that size or later, or if its place in the table
//! says that nothing happened since. Answers are therefore the same with and without the cache.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use model::{CertificateNumber, LogIndex};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use registry::{CertificateEvent, CertificateFacts};
use store::{Store, StoreError};

/// Certificates for which the cache makes room at the start.
const ENTRIES_EXPECTED: usize = 50_000;
/// Bytes of certificates kept, as estimated: a small part of a machine that answers in bulk.
const BYTES_MAX: u64 = 128 * 1024 * 1024;
/// Places in the table of touched certificates: half a megabyte.
const PLACES: usize = 1 << 16;

/// The cache.
pub(crate) struct CertificateCache {
    known: Cache<CertificateNumber, Known, Weigh>,
    /// For each place, one more than the position of the last event on a certificate that hashes there.
    touched: Box<[AtomicU64]>,
    hasher: RandomState,
}

/// Facts, with the size of the log up to which they are complete.
#[derive(Clone)]
struct Known {
    facts: Arc<CertificateFacts>,
    complete_to: u64,
}

#[derive(Clone)]
struct Weigh;

impl Default for CertificateCache {
    fn default() -> Self {
        let touched = (0..PLACES).map(|_| AtomicU64::new(0)).collect();
        let known = Cache::with_weighter(ENTRIES_EXPECTED, BYTES_MAX, Weigh);
        Self { known, touched, hasher: RandomState::new() }
    }
}

impl CertificateCache {
    /// Notes what a batch did. Called before the state that contains it is published.
    pub(crate) fn touch(&self, events: &[CertificateEvent]) {
        for event in events {
            self.place(&event.number).fetch_max(event.at.0 + 1, Ordering::Release);
        }
    }

    /// Facts of certificates as known at a position, in the order asked, for a state of `size` statements.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn facts(
        &self,
        store: &dyn Store,
        numbers: &[CertificateNumber],
        size: u64,
        known_at: LogIndex,
    ) -> Result<Vec<Option<Arc<CertificateFacts>>>, StoreError> {
        let mut found: Vec<_> = numbers.iter().map(|number| self.at_hand(number, size)).collect();
        let missing: Vec<_> = numbers.iter().zip(&found).filter(|(_, found)| found.is_none()).collect();
        let missing: Vec<CertificateNumber> = missing.into_iter().map(|(number, _)| number.clone()).collect();
        if let Some(last) = size.checked_sub(1).filter(|_| !missing.is_empty()) {
            let mut loaded = store.facts(&missing, LogIndex(last))?.into_iter();
            for (place, number) in found.iter_mut().zip(numbers).filter(|(place, _)| place.is_none()) {
                *place = loaded.next().flatten().map(|facts| self.keep(number, facts, size));
            }
        }
        Ok(found.into_iter().map(|facts| as_known_at(facts?, known_at)).collect())
    }

    /// Whether [`CertificateCache::facts`] would find a certificate without reading the store.
    pub(crate) fn has(&self, number: &CertificateNumber, size: u64) -> bool {
        self.at_hand(number, size).is_some()
    }

    fn at_hand(&self, number: &CertificateNumber, size: u64) -> Option<Arc<CertificateFacts>> {
        let known = self.known.get(number)?;
        let untouched = || self.place(number).load(Ordering::Acquire) <= known.complete_to;
        (known.complete_to >= size || untouched()).then_some(known.facts)
    }

    fn keep(
        &self,
        number: &CertificateNumber,
        facts: CertificateFacts,
        complete_to: u64,
    ) -> Arc<CertificateFacts> {
        let facts = Arc::new(facts);
        self.known.insert(number.clone(), Known { facts: facts.clone(), complete_to });
        facts
    }

    fn place(&self, number: &CertificateNumber) -> &AtomicU64 {
        // The remainder is below the number of places, so the cast and the index hold.
        #[expect(clippy::cast_possible_truncation, reason = "the table has 65,536 places")]
        let place = (self.hasher.hash_one(number) % PLACES as u64) as usize;
        &self.touched[place]
    }
}

/// The facts without what was logged after a position: what the store gives for that position.
fn as_known_at(facts: Arc<CertificateFacts>, known_at: LogIndex) -> Option<Arc<CertificateFacts>> {
    if facts.at > known_at {
        return None;
    }
    if facts.changes.iter().all(|change| change.at <= known_at) {
        return Some(facts);
    }
    let mut earlier = CertificateFacts::clone(&facts);
    earlier.changes.retain(|change| change.at <= known_at);
    Some(Arc::new(earlier))
}

impl Weighter<CertificateNumber, Known> for Weigh {
    fn weight(&self, _: &CertificateNumber, known: &Known) -> u64 {
        let issued = &known.facts.issued;
        let listed = issued.standards.len() + issued.conforms_to.len() + issued.aliases.len();
        let parts = 800 + 160 * issued.products.len() + 80 * listed + 200 * known.facts.changes.len();
        parts as u64
    }
}
