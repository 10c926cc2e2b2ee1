//! The thread that writes, publishes and answers, batch after batch, while the next one is being prepared.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use store::StoreError;

use super::prepare::{Prepared, Reply};
use crate::app::Shared;
use crate::submit::SubmitError;

/// A batch on its way to the writer.
pub(super) struct Handed {
    pub(super) prepared: Arc<Prepared>,
    pub(super) replies: Vec<Reply>,
}

/// The state of the writer.
pub(super) struct Writer {
    shared: Arc<Shared>,
    /// A batch of which it is not known whether it was written, or which is written and not kept outside yet.
    unresolved: Option<Arc<Prepared>>,
    /// Why the last write failed.
    failed: Option<StoreError>,
}

/// How a write ended.
enum Outcome {
    Written,
    NotWritten(StoreError),
    Uncertain(StoreError),
}

impl Writer {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self { shared, unresolved: None, failed: None }
    }

    /// Writes, publishes and answers one batch.
    pub(super) fn take(&mut self, Handed { prepared, replies }: Handed) {
        let refused = match self.result(&prepared) {
            Ok(()) => return replies.into_iter().for_each(|reply| reply.send(&prepared)),
            Err(refused) => refused,
        };
        replies.into_iter().for_each(|reply| reply.fail(refused.clone()));
    }

    fn result(&mut self, prepared: &Arc<Prepared>) -> Result<(), SubmitError> {
        if let Err(error) = self.resolve() {
            fail(prepared);
            return Err(SubmitError::Uncertain(error));
        }
        // If it was prepared after something else than what is published now, a batch before it failed.
        if prepared.batch.size_before() != self.shared.published.load().size() {
            fail(prepared);
            return Err(SubmitError::Store(self.cause()));
        }
        if prepared.batch.entries.is_empty() {
            return Ok(());
        }
        match self.write(prepared) {
            Outcome::Written => {
                self.publish(prepared);
                Ok(())
            }
            Outcome::NotWritten(error) => {
                tracing::error!(%error, "a batch was not written");
                self.failed = Some(error.clone());
                fail(prepared);
                Err(SubmitError::Store(error))
            }
            Outcome::Uncertain(error) => {
                tracing::error!(%error, "it is not known whether a batch was written");
                self.unresolved = Some(prepared.clone());
                self.shared.uncertain.store(true, Ordering::Release);
                Err(SubmitError::Uncertain(error))
            }
        }
    }

    /// Learns what became of a batch whose outcome was uncertain. Until then nothing further is written.
    pub(super) fn resolve(&mut self) -> Result<(), StoreError> {
        let Some(prepared) = self.unresolved.take() else { return Ok(()) };
        match self.outcome(&prepared, StoreError::io("writing a batch", "it was not persisted")) {
            Outcome::Written => self.publish(&prepared),
            Outcome::NotWritten(error) => {
                self.failed = Some(error);
                fail(&prepared);
            }
            Outcome::Uncertain(error) => {
                self.unresolved = Some(prepared);
                return Err(error);
            }
        }
        self.shared.uncertain.store(false, Ordering::Release);
        Ok(())
    }

    fn write(&self, prepared: &Prepared) -> Outcome {
        match self.shared.store.append(&prepared.batch) {
            Ok(()) => self.keep_outside(prepared),
            Err(error) => self.outcome(prepared, error),
        }
    }

    fn cause(&self) -> StoreError {
        let unknown = || StoreError::io("writing a batch", "the batch before it was not written");
        self.failed.clone().unwrap_or_else(unknown)
    }

    /// After an error: reads the size of the store, which tells whether the batch is there.
    fn outcome(&self, prepared: &Prepared, error: StoreError) -> Outcome {
        match self.shared.store.frontier() {
            Ok(frontier) if frontier == prepared.batch.frontier => self.keep_outside(prepared),
            Ok(frontier) if frontier == *self.shared.published.load().frontier() => {
                Outcome::NotWritten(error)
            }
            Ok(frontier) => {
                let expected = prepared.batch.size_before();
                Outcome::Uncertain(StoreError::Moved { expected, found: frontier.size() })
            }
            Err(unreadable) => Outcome::Uncertain(unreadable),
        }
    }

    fn keep_outside(&self, prepared: &Prepared) -> Outcome {
        match self.shared.store.set_anchor(prepared.checkpoint()) {
            Ok(()) => Outcome::Written,
            Err(error) => Outcome::Uncertain(error),
        }
    }

    fn publish(&self, prepared: &Prepared) {
        self.shared.certificates.touch(&prepared.batch.certificate_events);
        self.shared.published.store(prepared.state.clone());
    }
}

/// Says that a batch will not be written.
fn fail(prepared: &Prepared) {
    prepared.failed.store(true, Ordering::Release);
}
