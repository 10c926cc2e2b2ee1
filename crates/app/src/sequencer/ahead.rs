//! What is prepared and not known to be written: the next batch is admitted after it, while it is being written.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::prepare::Prepared;
use crate::app::{Shared, State};

/// Batches under way, the oldest first, after the state that was published last.
pub(super) struct Ahead {
    published: Arc<State>,
    batches: Vec<Arc<Prepared>>,
}

impl Ahead {
    pub(super) fn new(shared: &Shared) -> Self {
        Self { published: shared.published.load_full(), batches: Vec::new() }
    }

    /// Drops what is published by now, and what failed with everything after it.
    ///
    /// A batch is published after it is written, so whoever reads the store afterwards finds what is dropped here.
    pub(super) fn catch_up(&mut self, shared: &Shared) {
        self.published = shared.published.load_full();
        let published = self.published();
        self.batches.retain(|prepared| prepared.batch.frontier.size() > published);
        let failed = self.batches.iter().position(|prepared| prepared.failed.load(Ordering::Acquire));
        // One that fails after this look takes with it what is prepared now; the next look finds it.
        self.batches.truncate(failed.unwrap_or(self.batches.len()));
    }

    pub(super) fn push(&mut self, prepared: Arc<Prepared>) {
        self.batches.push(prepared);
    }

    /// The state after all of them.
    pub(super) fn state(&self) -> &Arc<State> {
        self.batches.last().map_or(&self.published, |prepared| &prepared.state)
    }

    /// Size of the log that is published.
    pub(super) fn published(&self) -> u64 {
        self.published.size()
    }

    pub(super) fn batches(&self) -> impl Iterator<Item = &Arc<Prepared>> {
        self.batches.iter()
    }
}
