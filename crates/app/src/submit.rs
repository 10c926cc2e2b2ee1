//! Submitting a statement: check the signature here, in parallel; then the one sequencer admits and logs it.

use model::{LogIndex, PartyId, StatementId};
use registry::{Registry, key_in_force};
use statement::{Act, Entitled, Payload, PublicKey, PureCheck, StatementError, Unverified, verify_together};
use store::{Pending, StoreError};
use tokio::sync::oneshot;

use crate::app::App;
use crate::receipt::Receipt;
use crate::sequencer::{Answer, Incoming, Job, Queue};
use crate::threads::{self, in_parts};

pub use registry::{AdmitError, Needed};

/// The check of signatures: one policy for everybody who admits.
pub(crate) const CHECK: PureCheck = PureCheck;

/// Statements that one thread verifies before it hands them on, and their bytes: some two thousand certificates.
const VERIFIED_TOGETHER: usize = 128;
const BYTES_VERIFIED_TOGETHER: usize = 1024 * 1024;

/// Why a statement was not logged. Unless it says so, nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitError {
    /// The bytes are no statement, or not one that the named key signed.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// The registry does not admit it.
    #[error(transparent)]
    Admit(#[from] AdmitError),
    /// The signer has used the identifier for another statement.
    #[error(
        "`{signer}` has logged another statement as `{id}`, at position {position}: give this one another identifier"
    )]
    Conflict {
        /// Who signs.
        signer: PartyId,
        /// The identifier.
        id: StatementId,
        /// Where the other statement stands.
        position: LogIndex,
    },
    /// The statement leaves no room for the day in its log entry.
    #[error(
        "the statement has {bytes} bytes and may have {limit}, so that its log entry fits: split it into several"
    )]
    TooLong {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// A genesis statement names a log key that this process does not hold.
    #[error(
        "the genesis statement names the log key `{named}`, which is not among the keys given: `comity init` writes statement and key together"
    )]
    LogKey {
        /// The key in the statement.
        named: String,
    },
    /// The store failed. Nothing was written.
    #[error("{0}; nothing was written")]
    Store(StoreError),
    /// The store failed so that it is not known whether the statement was written.
    #[error(
        "{0}; it is not known whether the statement was written: submit the same statement again, its receipt or a refusal will tell"
    )]
    Uncertain(StoreError),
    /// This process only reads.
    #[error("this registry is open for reading only: submit to the process that serves it")]
    ReadOnly,
    /// The sequencer has ended.
    #[error(
        "the registry is stopping: submit again when it is back; the same statement is never logged twice"
    )]
    Stopped,
}

/// What would become of a statement, told before it is signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Who may sign such an act: one of several is enough.
    pub who_may_sign: Vec<Entitled>,
    /// Whether a recorder may report it.
    pub may_be_reported: bool,
    /// Whether the signer may, now; and if not, why.
    pub verdict: Result<(), SubmitError>,
}

impl App {
    /// Submits a statement and waits for its receipt. The same statement again gets the first receipt.
    ///
    /// # Errors
    /// [`SubmitError`].
    pub async fn submit(&self, statement: Vec<u8>) -> Result<Receipt, SubmitError> {
        let app = self.clone();
        // Reading and checking a large statement takes milliseconds: not on a thread that serves others meanwhile.
        let incoming = on_a_thread(move || app.incoming(&statement)).await?;
        let (job, answer) = Job::new(incoming);
        let queue = self.queue().ok_or(SubmitError::ReadOnly)?;
        queue.send(job).await.map_err(|_| SubmitError::Stopped)?;
        let answer = answer.await.map_err(|_| SubmitError::Stopped)??;
        match answer {
            Answer::New(new) => Ok(new.receipt()),
            known => {
                let app = self.clone();
                on_a_thread(move || known.receipt(app.store())).await
            }
        }
    }

    /// As [`App::submit`], for threads that may wait; never call it on a thread of an async runtime.
    ///
    /// # Errors
    /// [`SubmitError`].
    pub fn submit_blocking(&self, statement: &[u8]) -> Result<Receipt, SubmitError> {
        let answer = self.enqueue(self.incoming(statement)?)?;
        self.await_receipt(answer)
    }

    /// Submits many statements in their order, verified by several threads; a refused one does not stop the others.
    /// Blocks, as [`App::submit_blocking`] does. Give some thousands at a time: all receipts are returned together.
    pub fn submit_many(&self, statements: &[Vec<u8>]) -> Vec<Result<Receipt, SubmitError>> {
        let threads = threads::processors();
        let mut waiting = Vec::with_capacity(statements.len());
        let mut rest = statements;
        while !rest.is_empty() {
            let (chunk, later) = rest.split_at(together(rest, threads));
            rest = later;
            // The sequencer is one thread: while statements wait for it, it has a processor for itself.
            let behind = self.queue().is_some_and(Queue::is_behind);
            let free = if behind { threads.saturating_sub(1).max(1) } else { threads };
            let chunk = chunk.iter().collect();
            for incoming in in_parts(chunk, 1, free, |part| self.incoming_together(&part)) {
                waiting.push(incoming.and_then(|incoming| self.enqueue(incoming)));
            }
        }
        waiting.into_iter().map(|answer| self.await_receipt(answer?)).collect()
    }

    /// Says who may sign an act, and whether this statement would be admitted now. Nothing is written.
    pub fn check(&self, payload: &Payload) -> Explanation {
        Explanation {
            who_may_sign: statement::who_may_sign(&payload.act),
            may_be_reported: statement::may_be_reported(&payload.act),
            verdict: self.verdict(payload),
        }
    }

    fn verdict(&self, payload: &Payload) -> Result<(), SubmitError> {
        let id = (payload.signer.clone(), payload.id.clone());
        let digest = crate::receipt::sha256(&payload.to_json());
        if let Some(found) = self.store().find(&[id]).map_err(SubmitError::Store)?.pop().flatten() {
            return same_or_conflict(payload, digest, found.payload_digest, found.index);
        }
        let state = self.state();
        let day = self.clock().today();
        Ok(registry::admissible(state.registry(), &Pending::new(self.store()), payload, day)?)
    }

    /// Reads a statement and checks its signature, as far as that can be done before the sequencer sees it.
    fn incoming(&self, bytes: &[u8]) -> Result<Incoming, SubmitError> {
        self.incoming_together(&[bytes]).pop().unwrap_or(Err(SubmitError::Stopped))
    }

    /// Reads statements and checks those signatures whose keys the published state knows already. If it does not know one,
    /// an earlier statement in the queue may bring it: the sequencer will tell.
    fn incoming_together(&self, statements: &[impl AsRef<[u8]>]) -> Vec<Result<Incoming, SubmitError>> {
        let state = self.state();
        let mut known = Vec::with_capacity(statements.len());
        let mut take = |bytes: &[u8]| {
            let statement = read(bytes)?;
            match key_of(state.registry(), &statement).ok().cloned() {
                None => Ok(Some(Incoming::Unverified(statement, bytes.len()))),
                Some(key) => {
                    known.push((statement, key));
                    Ok(None)
                }
            }
        };
        let taken: Vec<Result<Option<Incoming>, SubmitError>> =
            statements.iter().map(|bytes| take(bytes.as_ref())).collect();
        let mut verified = verify_together(known, self.signatures()).into_iter();
        let answer = |taken: Result<Option<Incoming>, SubmitError>| match taken? {
            Some(incoming) => Ok(incoming),
            // There is one for each whose key is known.
            None => {
                let (statement, key) = verified.next().unwrap_or(Err(StatementError::Form))?;
                Ok(Incoming::Verified(statement, key))
            }
        };
        taken.into_iter().map(answer).collect()
    }

    fn enqueue(
        &self,
        incoming: Incoming,
    ) -> Result<oneshot::Receiver<Result<Answer, SubmitError>>, SubmitError> {
        let (job, answer) = Job::new(incoming);
        let queue = self.queue().ok_or(SubmitError::ReadOnly)?;
        queue.send_blocking(job).map_err(|_| SubmitError::Stopped)?;
        Ok(answer)
    }

    fn await_receipt(
        &self,
        answer: oneshot::Receiver<Result<Answer, SubmitError>>,
    ) -> Result<Receipt, SubmitError> {
        answer.blocking_recv().map_err(|_| SubmitError::Stopped)??.receipt(self.store())
    }
}

/// How many of the first statements several threads verify before they are handed on.
fn together(statements: &[Vec<u8>], threads: usize) -> usize {
    let mut bytes = 0;
    let fits = |statement: &&Vec<u8>| {
        bytes += statement.len();
        bytes <= BYTES_VERIFIED_TOGETHER * threads
    };
    statements.iter().take(VERIFIED_TOGETHER * threads).take_while(fits).count().max(1)
}

fn read(bytes: &[u8]) -> Result<Unverified, SubmitError> {
    let limit = tlog::ENTRY_BYTES_MAX - (store::leaf_bytes(model::Date::MAX, b"").len());
    if bytes.len() > limit {
        return Err(SubmitError::TooLong { bytes: bytes.len(), limit });
    }
    Ok(Unverified::parse(bytes)?)
}

/// The key with which a statement must verify: a genesis statement brings its own.
pub(crate) fn key_of<'a>(
    registry: &'a Registry,
    statement: &'a Unverified,
) -> Result<&'a PublicKey, AdmitError> {
    let payload = statement.payload();
    match &payload.act {
        Act::RegistryOpened(act) => act.keys.iter().find(|key| key.kid == statement.kid()).ok_or_else(|| {
            AdmitError::UnknownKey { party: payload.signer.clone(), key_id: statement.kid().to_owned() }
        }),
        _ => key_in_force(registry, &payload.signer, statement.kid()),
    }
}

/// Checks a signature with the keys that its signer has or had under the identifier that the header names.
pub(crate) fn signed_by_any_key(registry: &Registry, statement: &Unverified) -> Result<(), SubmitError> {
    let signer = &statement.payload().signer;
    let party = registry.party(signer).ok_or_else(|| AdmitError::UnknownSigner(signer.clone()))?;
    let mut refused =
        AdmitError::UnknownKey { party: signer.clone(), key_id: statement.kid().to_owned() }.into();
    for record in party.keys.iter().filter(|record| record.key.kid == statement.kid()) {
        match statement.check(&record.key, &CHECK) {
            Ok(()) => return Ok(()),
            Err(error) => refused = error.into(),
        }
    }
    Err(refused)
}

/// What a repeated (signer, identifier) means.
pub(crate) fn same_or_conflict(
    payload: &Payload,
    digest: [u8; 32],
    logged: [u8; 32],
    position: LogIndex,
) -> Result<(), SubmitError> {
    if digest == logged {
        return Ok(());
    }
    Err(SubmitError::Conflict { signer: payload.signer.clone(), id: payload.id.clone(), position })
}

async fn on_a_thread<T: Send + 'static>(
    run: impl FnOnce() -> Result<T, SubmitError> + Send + 'static,
) -> Result<T, SubmitError> {
    match tokio::task::spawn_blocking(run).await {
        Ok(result) => result,
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        // The runtime is shutting down.
        Err(_) => Err(SubmitError::Stopped),
    }
}
