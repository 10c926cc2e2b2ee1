//! Admission of a batch: each statement against the state that includes the earlier ones. Nothing is written here.

use std::collections::HashMap;
use std::sync::Arc;

use model::{Date, LogIndex, PartyId, StatementId};
use registry::{AdmitError, Registry, admit, key_in_force};
use statement::{Act, VerifiedStatement};
use store::{Batch, Entry, Found, Pending, SignedCheckpoint, Store, StoreError};
use tlog::{Frontier, Hash, StoredHash, leaf_hash};
use tokio::sync::oneshot;

use super::{Answer, Incoming, Job, New};
use crate::app::State;
use crate::log_key::{LogKey, sign_checkpoint};
use crate::receipt::BatchTree;
use crate::submit::{CHECK, SubmitError, key_of, same_or_conflict, signed_by_any_key};

/// A batch that can be written, and the state after it.
pub(super) struct Prepared {
    pub(super) batch: Batch,
    /// Taken when it is published.
    pub(super) state: Option<State>,
    checkpoint: Arc<str>,
    tree: Arc<BatchTree>,
    leaves: Vec<Hash>,
}

/// An answer that waits for the batch to be written.
pub(super) struct Reply {
    reply: oneshot::Sender<Result<Answer, SubmitError>>,
    answer: Result<Place, SubmitError>,
}

/// Where a statement stands.
#[derive(Clone, Copy)]
enum Place {
    /// In the log already.
    Logged(LogIndex),
    /// In this batch, at this place from 0.
    InBatch(usize),
}

/// Admits jobs in their order.
///
/// # Errors
/// When the store cannot be read: then no job was touched, and all are given back.
pub(super) fn prepare(
    store: &dyn Store,
    state: &State,
    keys: &[LogKey],
    day: Date,
    jobs: Vec<Job>,
) -> Result<(Prepared, Vec<Reply>), (StoreError, Vec<Job>)> {
    let ids: Vec<_> = jobs.iter().map(|job| id_of(&job.incoming)).collect();
    let found = match store.find(&ids) {
        Ok(found) => found,
        Err(error) => return Err((error, jobs)),
    };
    let mut preparing = Preparing::new(store, state, keys, day);
    if let Err(error) = preparing.pending.foresee(jobs.iter().map(|job| &job.incoming.payload().act)) {
        return Err((error, jobs));
    }
    let mut replies = Vec::with_capacity(jobs.len());
    for ((job, id), found) in jobs.into_iter().zip(ids).zip(found) {
        let answer = preparing.take(job.incoming, id, found);
        replies.push(Reply { reply: job.reply, answer });
    }
    Ok((preparing.finish(), replies))
}

struct Preparing<'a> {
    registry: Registry,
    pending: Pending<'a, dyn Store + 'a>,
    keys: &'a [LogKey],
    day: Date,
    frontier: Frontier,
    tree: BatchTree,
    ids: HashMap<(PartyId, StatementId), ([u8; 32], usize)>,
    entries: Vec<Entry>,
    leaves: Vec<Hash>,
    hashes: Vec<StoredHash>,
    events: Vec<registry::CertificateEvent>,
}

impl<'a> Preparing<'a> {
    fn new(store: &'a dyn Store, state: &State, keys: &'a [LogKey], day: Date) -> Self {
        Self {
            registry: state.registry().clone(),
            pending: Pending::new(store),
            keys,
            day,
            frontier: state.frontier().clone(),
            tree: BatchTree::new(state.frontier()),
            ids: HashMap::new(),
            entries: Vec::new(),
            leaves: Vec::new(),
            hashes: Vec::new(),
            events: Vec::new(),
        }
    }

    fn take(
        &mut self,
        incoming: Incoming,
        id: (PartyId, StatementId),
        found: Option<Found>,
    ) -> Result<Place, SubmitError> {
        let digest = incoming.payload_digest();
        if let Some(found) = found {
            self.check_repeated(&incoming)?;
            same_or_conflict(incoming.payload(), digest, found.payload_digest, found.index)?;
            return Ok(Place::Logged(found.index));
        }
        if let Some((earlier, place)) = self.ids.get(&id) {
            let (earlier, place) = (*earlier, *place);
            self.check_repeated(&incoming)?;
            same_or_conflict(incoming.payload(), digest, earlier, self.entries[place].index)?;
            return Ok(Place::InBatch(place));
        }
        let statement = self.verified(incoming)?;
        self.check_log_key(&statement)?;
        let place = self.admit(&statement, &id)?;
        self.ids.insert(id, (digest, place));
        Ok(Place::InBatch(place))
    }

    /// Only who can sign for the party is told what it has logged. A key that was revoked since then serves too: the
    /// receipt of what it signed while it was in force may have been lost on the way.
    fn check_repeated(&self, incoming: &Incoming) -> Result<(), SubmitError> {
        match incoming {
            Incoming::Verified(..) => Ok(()),
            Incoming::Unverified(statement, _) => signed_by_any_key(&self.registry, statement),
        }
    }

    /// The statement, verified with the key that is in force at this position: an earlier one of the batch may have
    /// brought the key, or put another under the same identifier.
    fn verified(&self, incoming: Incoming) -> Result<VerifiedStatement, SubmitError> {
        match incoming {
            Incoming::Unverified(statement, _) => {
                let key = key_of(&self.registry, &statement)?.clone();
                Ok(statement.verify(&key, &CHECK)?)
            }
            Incoming::Verified(statement, used) => {
                if matches!(statement.payload().act, Act::RegistryOpened(_)) {
                    return Ok(statement);
                }
                let key = key_in_force(&self.registry, &statement.payload().signer, statement.kid())?;
                if *key == used {
                    return Ok(statement);
                }
                let again = statement::Unverified::parse(statement.jws_bytes())?;
                Ok(again.verify(key, &CHECK)?)
            }
        }
    }

    /// A log that names a key which nobody here holds could never sign a checkpoint.
    fn check_log_key(&self, statement: &VerifiedStatement) -> Result<(), SubmitError> {
        let Act::RegistryOpened(act) = &statement.payload().act else { return Ok(()) };
        let held =
            |key: &LogKey| key.verifier().to_string() == act.log_key && key.verifier().name() == act.origin;
        if self.registry.genesis().is_some() || self.keys.iter().any(held) {
            return Ok(());
        }
        Err(SubmitError::LogKey { named: act.log_key.clone() })
    }

    fn admit(
        &mut self,
        statement: &VerifiedStatement,
        id: &(PartyId, StatementId),
    ) -> Result<usize, SubmitError> {
        let admitted = admit(&self.registry, &self.pending, statement, self.day).map_err(store_failure)?;
        let logged = admitted.into_logged();
        let events = self.registry.certificate_events(&logged);
        for event in &events {
            self.pending.take(event).map_err(SubmitError::Store)?;
        }
        self.registry.apply(&logged);
        self.events.extend(events);
        let entry = Entry {
            index: logged.index(),
            day: self.day,
            signer: id.0.clone(),
            id: id.1.clone(),
            payload_digest: statement.payload_digest(),
            act: statement.payload().act.name().into(),
            jws: statement.jws_bytes().to_vec(),
        };
        self.append(leaf_hash(&entry.leaf()));
        self.entries.push(entry);
        Ok(self.entries.len() - 1)
    }

    fn append(&mut self, leaf: Hash) {
        let stored = self.frontier.append(leaf);
        self.tree.add(&stored);
        self.hashes.extend(stored.iter().filter(|stored| stored.id.is_in_a_tile()));
        self.leaves.push(leaf);
    }

    fn finish(self) -> Prepared {
        // An open log has a key that is held (`check_log_key`, `load::check_keys`); an empty batch needs no signature.
        let note = sign_checkpoint(&self.registry, &self.frontier, self.keys).unwrap_or_default();
        let checkpoint: Arc<str> = note.as_str().into();
        let size = self.frontier.size();
        let state = State::new(self.registry, self.frontier.clone(), Some(checkpoint.clone()));
        let batch = Batch {
            entries: self.entries,
            hashes: self.hashes,
            frontier: self.frontier,
            checkpoints: vec![SignedCheckpoint { size, note }],
            certificate_events: self.events,
        };
        Prepared { batch, state: Some(state), checkpoint, tree: Arc::new(self.tree), leaves: self.leaves }
    }
}

impl Reply {
    /// Answers, now that the batch is written (or empty).
    pub(super) fn send(self, prepared: &Prepared) {
        let answer = self.answer.map(|place| match place {
            Place::Logged(position) => Answer::Known(position),
            Place::InBatch(place) => Answer::New(prepared.new_entry(place)),
        });
        let _ = self.reply.send(answer);
    }

    /// Answers that the batch failed; what does not depend on it is answered as it stands.
    pub(super) fn fail(self, error: SubmitError) {
        let answer = match self.answer {
            Ok(Place::InBatch(_)) => Err(error),
            Ok(Place::Logged(position)) => Ok(Answer::Known(position)),
            Err(refused) => Err(refused),
        };
        let _ = self.reply.send(answer);
    }
}

impl Prepared {
    pub(super) fn checkpoint(&self) -> &str {
        &self.checkpoint
    }

    fn new_entry(&self, place: usize) -> New {
        let entry = &self.batch.entries[place];
        New {
            position: entry.index,
            day: entry.day,
            leaf_hash: self.leaves[place],
            log_size: self.batch.frontier.size(),
            checkpoint: self.checkpoint.clone(),
            tree: self.tree.clone(),
        }
    }
}

fn id_of(incoming: &Incoming) -> (PartyId, StatementId) {
    let payload = incoming.payload();
    (payload.signer.clone(), payload.id.clone())
}

fn store_failure(error: AdmitError) -> SubmitError {
    match error {
        AdmitError::Store(reason) => SubmitError::Store(StoreError::io("reading certificates", reason)),
        other => SubmitError::Admit(other),
    }
}
