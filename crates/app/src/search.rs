//! Searching: keeps the derived index up with the log, in the background, and asks it.
//!
//! The index names the position of the log that it reflects, in the same write as its documents. Whoever starts goes
//! on from there; if the index was thrown away, from 0. A statement is acknowledged before it can be found.

mod documents;

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use model::CertificateNumber;
use registry::{CertificateEventKind, LoggedStatement};
use store::{SearchUpdate, StoreError, Which};

use crate::app::{App, State};
use crate::load::{self, Progress};
use crate::lookup::Kind;
pub use store::{Search, SearchDocument, SearchRequest, SearchResults};

/// Entries read at a time; at most 64 kB each.
const PAGE: usize = 256;
/// Documents in one durable write of the index: writes are expensive, memory is not endless.
const DOCUMENTS_TOGETHER: usize = 20_000;
/// How long the background thread sleeps before it looks again whether something was published.
const PAUSE: Duration = Duration::from_millis(300);

/// Keeps an index up with an application. Dropping it ends the thread after the write in progress.
pub struct Indexer {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// What changed in a stretch of the log: documents to add and things to look at again.
#[derive(Default)]
struct Changes {
    new: Vec<SearchDocument>,
    again: BTreeSet<(Kind, String)>,
    certificates_again: BTreeSet<CertificateNumber>,
}

impl Indexer {
    /// Starts the thread.
    pub fn start(app: App, index: Arc<dyn Search>) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = stop.clone();
        let run = move || {
            while !stopped.load(Ordering::Relaxed) {
                if let Err(error) = catch_up_until(&app, index.as_ref(), &stopped, &mut |_| {}) {
                    tracing::warn!(%error, "the search index could not be brought up to date; trying again");
                }
                thread::park_timeout(PAUSE);
            }
        };
        let thread = thread::Builder::new().name("search-index".to_owned()).spawn(run).ok();
        Self { stop, thread }
    }
}

impl Drop for Indexer {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            // A panic was reported when it happened; the index is made again from the log.
            let _ = thread.join();
        }
    }
}

/// Brings an index up to what is published now.
///
/// # Errors
/// When log or index cannot be read or written. What was written so far stays, and the next call goes on from there.
pub fn catch_up(app: &App, index: &dyn Search, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
    catch_up_until(app, index, &AtomicBool::new(false), progress)
}

fn catch_up_until(
    app: &App,
    index: &dyn Search,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), StoreError> {
    let state = app.state();
    let mut position = index.position()?;
    while position < state.size() && !stop.load(Ordering::Relaxed) {
        let mut changes = Changes::default();
        while position < state.size() && changes.len() < DOCUMENTS_TOGETHER && !stop.load(Ordering::Relaxed) {
            position = changes.read(app, &state, position)?;
        }
        let renewed = changes.renewed(app, &state)?;
        index.update(SearchUpdate { new: changes.new, renewed, position })?;
        progress(Progress { done: position, total: state.size() });
    }
    Ok(())
}

impl Changes {
    fn len(&self) -> usize {
        self.new.len() + self.again.len() + self.certificates_again.len()
    }

    /// Reads one page of the log; answers the position after it.
    fn read(&mut self, app: &App, state: &State, from: u64) -> Result<u64, StoreError> {
        let left = usize::try_from(state.size() - from).unwrap_or(PAGE);
        let entries = app.store().entries(from, PAGE.min(left), Which::All)?;
        for entry in &entries {
            let logged = load::logged(entry).map_err(|error| StoreError::corrupt(error.to_string()))?;
            self.take(app, state, &logged);
        }
        Ok(entries.last().map_or(state.size(), |last| last.index.0 + 1))
    }

    fn take(&mut self, app: &App, state: &State, logged: &LoggedStatement) {
        self.again.extend(documents::concerned(&logged.payload().act));
        for event in state.registry().certificate_events(logged) {
            match event.what {
                CertificateEventKind::Issued(certificate) => {
                    let on = app.clock().today();
                    self.new.push(documents::issued(state.registry(), &event.issuer, &certificate, on));
                }
                CertificateEventKind::Changed(_) => {
                    self.certificates_again.insert(event.number);
                }
            }
        }
    }

    /// The documents of things that may be in the index already, as they are now.
    fn renewed(&mut self, app: &App, state: &State) -> Result<Vec<SearchDocument>, StoreError> {
        let on = app.clock().today();
        let again = std::mem::take(&mut self.again);
        let records = again.iter().filter_map(|(kind, id)| documents::of(state.registry(), *kind, id, on));
        let mut renewed: Vec<_> = records.collect();
        let numbers: Vec<_> = std::mem::take(&mut self.certificates_again).into_iter().collect();
        // A certificate that was issued in this same stretch is written once, as it is now.
        let changed: HashSet<&str> = numbers.iter().map(CertificateNumber::as_str).collect();
        self.new.retain(|document| !changed.contains(document.id.as_str()));
        let last = model::LogIndex(state.size().saturating_sub(1));
        let facts = app.store().facts(&numbers, last)?;
        renewed
            .extend(facts.iter().flatten().map(|facts| documents::certificate(state.registry(), facts, on)));
        Ok(renewed)
    }
}
