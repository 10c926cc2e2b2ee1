//! The sequencer: the one thread that admits, logs and publishes.
//!
//! It takes what is queued, admits each statement against the state that includes the earlier ones, and writes all in
//! one durable transaction (group commit). What happens if we crash:
//! - before the transaction: nothing was written, nobody has a receipt;
//! - after it, before the checkpoint is kept outside: the statements are logged, nobody has a receipt or has seen the
//!   checkpoint; start-up finds the store ahead of the outside checkpoint, which is allowed;
//! - after that: as if all had been answered; whoever submits again gets the first receipt.
//!
//! INVARIANT: a receipt is given only after entries, checkpoint and outside checkpoint are durable, in this order.

mod prepare;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::{self, JoinHandle};

use model::{Date, LogIndex};
use statement::{Payload, PublicKey, Unverified, VerifiedStatement};
use store::{Store, StoreError};
use tlog::Hash;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

use crate::app::Shared;
use crate::log_key::LogKey;
use crate::receipt::{BatchTree, Receipt, receipt_from_store};
use crate::submit::SubmitError;
use prepare::{Prepared, prepare};

/// Statements that wait, and their bytes; beyond, submitters wait for room. A parsed statement takes some five times its
/// bytes. What waits fills a batch while the one before it is written.
const QUEUE_STATEMENTS_MAX: usize = 4096;
const QUEUE_BYTES_MAX: u32 = 32 * 1024 * 1024;
/// Statements in one transaction.
const BATCH_STATEMENTS_MAX: usize = 4096;
/// Bytes of statements in one transaction: some forty thousand certificates in batch acts. Every transaction writes
/// each page of the certificates' indexes that it touches, so few large ones write much less than many small ones.
const BATCH_BYTES_MAX: usize = 32 * 1024 * 1024;

/// A statement on its way, and where its answer goes.
pub(crate) struct Job {
    incoming: Incoming,
    reply: oneshot::Sender<Result<Answer, SubmitError>>,
}

/// A statement as the submitter's side could judge it.
pub(crate) enum Incoming {
    /// Its signature verified with this key, which was in force.
    Verified(VerifiedStatement, PublicKey),
    /// The published state did not know the key. With its length in bytes.
    Unverified(Unverified, usize),
}

/// What the sequencer answers.
pub(crate) enum Answer {
    /// It was logged just now.
    New(New),
    /// It was logged before.
    Known(LogIndex),
}

/// All that the receipt of a new entry is made from, on the submitter's side.
pub(crate) struct New {
    position: LogIndex,
    day: Date,
    leaf_hash: Hash,
    log_size: u64,
    checkpoint: Arc<str>,
    tree: Arc<BatchTree>,
}

/// A statement in the queue, with the room that it takes there.
struct Waiting {
    job: Job,
    _room: OwnedSemaphorePermit,
}

/// The way to the sequencer. Dropping it ends the thread, after what is queued.
pub(crate) struct Queue {
    sender: Option<mpsc::Sender<Waiting>>,
    room: Arc<Semaphore>,
    thread: Option<JoinHandle<()>>,
}

/// The state of the thread.
pub(crate) struct Sequencer {
    shared: Arc<Shared>,
    keys: Vec<LogKey>,
    last_day: Date,
    /// A batch of which it is not known whether it was written, or which is written and not kept outside yet.
    unresolved: Option<Prepared>,
}

/// How a write ended.
enum Outcome {
    Written,
    NotWritten(StoreError),
    Uncertain(StoreError),
}

impl Sequencer {
    /// Starts the thread.
    pub(crate) fn start(shared: Arc<Shared>, keys: Vec<LogKey>) -> Queue {
        let (sender, receiver) = mpsc::channel(QUEUE_STATEMENTS_MAX);
        let sequencer = Self { shared, keys, last_day: Date::MIN, unresolved: None };
        let thread =
            thread::Builder::new().name("sequencer".to_owned()).spawn(move || sequencer.run(receiver));
        // Without a thread the receiver is gone, and whoever submits is told that the registry has stopped.
        let room = Arc::new(Semaphore::new(QUEUE_BYTES_MAX as usize));
        Queue { sender: Some(sender), room, thread: thread.ok() }
    }

    fn run(mut self, mut receiver: mpsc::Receiver<Waiting>) {
        while let Some(first) = receiver.blocking_recv() {
            let jobs = take_batch(first.job, &mut receiver);
            self.sequence(jobs);
        }
    }

    /// Admits, writes, publishes and answers one batch.
    fn sequence(&mut self, jobs: Vec<Job>) {
        if let Err(error) = self.resolve() {
            return jobs.into_iter().for_each(|job| job.answer(Err(SubmitError::Uncertain(error.clone()))));
        }
        let day = self.today();
        let state = self.shared.published.load_full();
        let (mut prepared, replies) = match prepare(&*self.shared.store, &state, &self.keys, day, jobs) {
            Ok(prepared) => prepared,
            Err((error, jobs)) => {
                return jobs.into_iter().for_each(|job| job.answer(Err(SubmitError::Store(error.clone()))));
            }
        };
        if prepared.batch.entries.is_empty() {
            return replies.into_iter().for_each(|reply| reply.send(&prepared));
        }
        match self.write(&prepared) {
            Outcome::Written => {
                self.publish(&mut prepared);
                replies.into_iter().for_each(|reply| reply.send(&prepared));
            }
            Outcome::NotWritten(error) => {
                tracing::error!(%error, "a batch was not written");
                replies.into_iter().for_each(|reply| reply.fail(SubmitError::Store(error.clone())));
            }
            Outcome::Uncertain(error) => {
                tracing::error!(%error, "it is not known whether a batch was written");
                self.unresolved = Some(prepared);
                self.shared.uncertain.store(true, Ordering::Relaxed);
                replies.into_iter().for_each(|reply| reply.fail(SubmitError::Uncertain(error.clone())));
            }
        }
    }

    /// Learns what became of a batch whose outcome was uncertain. Until then nothing further is written.
    fn resolve(&mut self) -> Result<(), StoreError> {
        let Some(mut prepared) = self.unresolved.take() else { return Ok(()) };
        match self.outcome(&prepared, StoreError::io("writing a batch", "it was not persisted")) {
            Outcome::Written => self.publish(&mut prepared),
            Outcome::NotWritten(_) => {}
            Outcome::Uncertain(error) => {
                self.unresolved = Some(prepared);
                return Err(error);
            }
        }
        self.shared.uncertain.store(false, Ordering::Relaxed);
        Ok(())
    }

    fn write(&self, prepared: &Prepared) -> Outcome {
        match self.shared.store.append(&prepared.batch) {
            Ok(()) => self.keep_outside(prepared),
            Err(error) => self.outcome(prepared, error),
        }
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

    fn publish(&mut self, prepared: &mut Prepared) {
        if let Some(state) = prepared.state.take() {
            self.shared.certificates.touch(&prepared.batch.certificate_events);
            self.shared.published.store(Arc::new(state));
        }
    }

    /// Today, but never before the day of an earlier entry: the days of the log never go back, whatever the clock does.
    fn today(&mut self) -> Date {
        if self.last_day == Date::MIN {
            let size = self.shared.published.load().size();
            let last = size.checked_sub(1).and_then(|last| {
                self.shared.store.entries(last, 1, store::Which::All).ok()?.pop().map(|entry| entry.day)
            });
            self.last_day = last.unwrap_or(Date::MIN);
        }
        self.last_day = self.last_day.max(self.shared.clock.today());
        self.last_day
    }
}

fn take_batch(first: Job, receiver: &mut mpsc::Receiver<Waiting>) -> Vec<Job> {
    let mut bytes = first.incoming.bytes();
    let mut jobs = vec![first];
    while jobs.len() < BATCH_STATEMENTS_MAX && bytes < BATCH_BYTES_MAX {
        let Ok(Waiting { job, .. }) = receiver.try_recv() else { break };
        bytes += job.incoming.bytes();
        jobs.push(job);
    }
    jobs
}

impl Queue {
    pub(crate) async fn send(&self, job: Job) -> Result<(), SubmitError> {
        let sender = self.sender.as_ref().ok_or(SubmitError::Stopped)?;
        // A statement has far fewer bytes than there is room.
        let bytes = u32::try_from(job.incoming.bytes()).unwrap_or(QUEUE_BYTES_MAX).min(QUEUE_BYTES_MAX);
        let room = self.room.clone().acquire_many_owned(bytes).await;
        let waiting = Waiting { job, _room: room.map_err(|_| SubmitError::Stopped)? };
        sender.send(waiting).await.map_err(|_| SubmitError::Stopped)
    }

    /// Whether statements wait that the sequencer has not taken up yet.
    pub(crate) fn is_behind(&self) -> bool {
        self.sender.as_ref().is_some_and(|sender| sender.capacity() < sender.max_capacity())
    }

    /// As [`Queue::send`], for threads that may wait.
    pub(crate) fn send_blocking(&self, job: Job) -> Result<(), SubmitError> {
        futures::executor::block_on(self.send(job))
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            // A panic of the sequencer was reported when it happened; there is nothing left to save here.
            let _ = thread.join();
        }
    }
}

impl Job {
    pub(crate) fn new(incoming: Incoming) -> (Self, oneshot::Receiver<Result<Answer, SubmitError>>) {
        let (reply, answer) = oneshot::channel();
        (Self { incoming, reply }, answer)
    }

    fn answer(self, answer: Result<Answer, SubmitError>) {
        // Whoever asked may have gone; the statement is logged or refused all the same.
        let _ = self.reply.send(answer);
    }
}

impl Incoming {
    fn payload(&self) -> &Payload {
        match self {
            Self::Verified(statement, _) => statement.payload(),
            Self::Unverified(statement, _) => statement.payload(),
        }
    }

    fn payload_digest(&self) -> [u8; 32] {
        match self {
            Self::Verified(statement, _) => statement.payload_digest(),
            Self::Unverified(statement, _) => statement.payload_digest(),
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Self::Verified(statement, _) => statement.jws_bytes().len(),
            Self::Unverified(_, bytes) => *bytes,
        }
    }
}

impl Answer {
    pub(crate) fn receipt(self, store: &dyn Store) -> Result<Receipt, SubmitError> {
        match self {
            Self::New(new) => Ok(new.receipt()),
            Self::Known(position) => receipt_from_store(store, position).map_err(SubmitError::Store),
        }
    }
}

impl New {
    pub(crate) fn receipt(self) -> Receipt {
        // A batch proves all its entries (tested in `receipt`), so the proof is never missing.
        let proof = self.tree.proof(self.position.0, self.log_size).unwrap_or_default();
        Receipt {
            position: self.position,
            day: self.day,
            leaf_hash: self.leaf_hash,
            log_size: self.log_size,
            checkpoint: self.checkpoint,
            proof,
        }
    }
}
