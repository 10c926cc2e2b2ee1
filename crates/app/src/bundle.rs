//! Making the offline bundle for one importing country, and the evidence that is asked about with it.

mod kept;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use bundle::{
    Content, Issuer, Malformed, Name, Naming, Needed, Reference, SharedName, SigningKeyName, StatusChange,
};
use model::{CertificateNumber, Jurisdiction, LogIndex, PartyId};
use registry::Registry;
use statement::act::Act;
use store::{OtherName, Store, StoreError, StoredTiles, Which};
use tlog::{InclusionProof, Note, TileHashes, TlogProof, TlogProofError};

use crate::app::{App, State};
use crate::load::OpenError;
use crate::log_key::{LogKey, keys_on_record, origin};

pub(crate) use kept::KeptBundles;
pub use kept::{DeltaMakeError, KeptBundle};

/// Entries or changes read at a time.
const PAGE: usize = 4096;

/// Why a bundle or evidence was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleMakeError {
    /// The country is not on record.
    #[error("`{0}` is not a country or group on record: use a code of ISO 3166 such as `FR`")]
    UnknownCountry(Jurisdiction),
    /// The log is empty, so nothing can be said about it.
    #[error("the log is empty: submit the first statements, then make the bundle")]
    Empty,
    /// None of the keys signs for this log.
    #[error("none of the given keys signs for this log: give the key that signs its checkpoints")]
    Key,
    /// There is no such certificate.
    #[error("there is no certificate `{0}`: check the number, or search for it with `comity search`")]
    UnknownCertificate(CertificateNumber),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An entry of the log cannot be read.
    #[error(transparent)]
    Entry(#[from] OpenError),
    /// It cannot be signed.
    #[error("the bundle cannot be signed: {0}; run `comity log verify`")]
    Sign(#[from] Malformed),
    /// The proof cannot be put together.
    #[error("the proof cannot be made: {0}; run `comity log verify`")]
    Proof(#[from] TlogProofError),
}

impl App {
    /// The bundle for an importing country as of the published state, signed with the keys that sign checkpoints.
    ///
    /// # Errors
    /// [`BundleMakeError`].
    pub fn bundle(&self, importing: Jurisdiction, keys: &[LogKey]) -> Result<Vec<u8>, BundleMakeError> {
        Ok(self.bundle_of(&self.state(), importing, keys)?.1)
    }

    /// The bundle as of a published state, with the time at which it was made.
    fn bundle_of(
        &self,
        state: &State,
        importing: Jurisdiction,
        keys: &[LogKey],
    ) -> Result<(u64, Vec<u8>), BundleMakeError> {
        let registry = state.registry();
        let origin = origin(registry).ok_or(BundleMakeError::Empty)?;
        if !registry.knows(importing) {
            return Err(BundleMakeError::UnknownCountry(importing));
        }
        let on_record = keys_on_record(registry);
        let in_force: Vec<&LogKey> = keys.iter().filter(|key| on_record.contains(key.verifier())).collect();
        if in_force.is_empty() {
            return Err(BundleMakeError::Key);
        }
        let content = self.bundle_content(state, importing)?;
        let bytes = bundle::sign(&content, origin, in_force.into_iter().map(LogKey::signing))?;
        Ok((content.made_at, bytes))
    }

    fn bundle_content(&self, state: &State, importing: Jurisdiction) -> Result<Content, BundleMakeError> {
        let (store, registry) = (self.store(), state.registry());
        let up_to = LogIndex(state.size().saturating_sub(1));
        let cosigned = self.cosigned().filter(|cosigned| cosigned.size == state.size());
        let checkpoint =
            cosigned.map(|cosigned| cosigned.note.clone()).or_else(|| state.checkpoint().cloned());
        let checkpoint = checkpoint.ok_or(BundleMakeError::Empty)?;
        let mut content = Content {
            importing,
            made_at: self.clock().unix_seconds(),
            checkpoint: checkpoint.to_string(),
            statements: statements(store, registry, importing, up_to)?,
            issuers: issuers(store, registry, up_to)?,
            names: names(store, up_to)?,
        };
        content.sort_names();
        Ok(content)
    }

    /// What a holder brings along to be checked offline: the entry that issued a certificate, with the proof that it is
    /// in the log as published (C2SP tlog-proof; the entry is its extra data).
    ///
    /// # Errors
    /// [`BundleMakeError`].
    pub fn evidence(&self, number: &CertificateNumber) -> Result<TlogProof, BundleMakeError> {
        let state = self.state();
        let up_to = LogIndex(state.size().saturating_sub(1));
        let facts = self.store().facts(std::slice::from_ref(number), up_to)?.into_iter().next().flatten();
        let at = facts.ok_or_else(|| BundleMakeError::UnknownCertificate(number.clone()))?.at;
        let entry = self.store().entries(at.0, 1, Which::All)?.pop();
        let entry = entry.ok_or_else(|| StoreError::corrupt(format!("entry {at} is missing")))?;
        let (size, checkpoint) = self.checkpoint_for(&state, at)?;
        let hashes = TileHashes::new(state.size(), StoredTiles(self.store()));
        let proof = InclusionProof::generate(at.0, size, &hashes);
        let proof = proof.map_err(|error| StoreError::corrupt(error.to_string()))?;
        let note = Note::parse(checkpoint.as_bytes()).map_err(TlogProofError::from)?;
        Ok(TlogProof::new(proof, note)?.with_extra(entry.leaf())?)
    }
}

impl App {
    /// The checkpoint against which an entry is proven: the cosigned one, if it has the entry.
    fn checkpoint_for(&self, state: &State, at: LogIndex) -> Result<(u64, Arc<str>), BundleMakeError> {
        let cosigned =
            self.cosigned().filter(|cosigned| at.0 < cosigned.size && cosigned.size <= state.size());
        match cosigned {
            Some(cosigned) => Ok((cosigned.size, cosigned.note.clone())),
            None => Ok((state.size(), state.checkpoint().cloned().ok_or(BundleMakeError::Empty)?)),
        }
    }
}

fn statements(
    store: &dyn Store,
    registry: &Registry,
    importing: Jurisdiction,
    up_to: LogIndex,
) -> Result<Vec<Reference>, BundleMakeError> {
    let needed = Needed::new(registry, importing);
    let (mut statements, mut next) = (Vec::new(), 0);
    loop {
        let entries = store.entries(next, PAGE, Which::Reference)?;
        let Some(last) = entries.last() else { break };
        next = last.index.0 + 1;
        for entry in entries.iter().take_while(|entry| entry.index <= up_to) {
            let logged = crate::load::logged(entry)?;
            let act = &logged.payload().act;
            if needed.keeps(act) {
                statements.push(Reference {
                    at: entry.index,
                    day: entry.day,
                    key_id: logged.key_id().to_owned(),
                    digest: cited(act).then(|| logged.digest()),
                    payload: logged.payload().to_json(),
                });
            }
        }
        if next > up_to.0 {
            break;
        }
    }
    Ok(statements)
}

/// Whether parties concur in an act by citing its digest.
fn cited(act: &Act) -> bool {
    matches!(act, Act::AgreementConcluded(_) | Act::AnnexConcluded(_))
}

fn issuers(
    store: &dyn Store,
    registry: &Registry,
    up_to: LogIndex,
) -> Result<BTreeMap<PartyId, Issuer>, BundleMakeError> {
    let marks = store.next_status_indexes(up_to)?.into_iter();
    let mut issuers: BTreeMap<PartyId, Issuer> = marks
        .map(|(party, next_unassigned)| (party, Issuer { next_unassigned, changes: Vec::new() }))
        .collect();
    let keys = key_names(registry);
    let mut after = None;
    loop {
        let changes = store.changes(after, up_to, PAGE)?;
        let Some(last) = changes.last() else { break };
        after = Some(last.sequence);
        for row in changes {
            let unknown =
                || StoreError::corrupt(format!("a change at {} is signed with no known key", row.change.at));
            let signed_with = keys.get(&row.change.key).cloned().ok_or_else(unknown)?;
            let change = StatusChange {
                at: row.change.at,
                on: row.change.change.on,
                signed_with,
                reported: row.change.reported,
                change: row.change.change.change.clone(),
            };
            issuers.entry(row.issuer).or_default().changes.push((row.status_index, change));
        }
    }
    // Stable: the changes of one certificate keep the order of the log.
    issuers.values_mut().for_each(|issuer| issuer.changes.sort_by_key(|(index, _)| *index));
    Ok(issuers)
}

/// Names of keys by their numbers.
fn key_names(registry: &Registry) -> HashMap<u32, Arc<SigningKeyName>> {
    let names = registry.parties().flat_map(|party| {
        let signer = &party.registered.party;
        let name = move |key_id: &str| SigningKeyName { signer: signer.clone(), key_id: key_id.to_owned() };
        party.keys.iter().map(move |key| (key.number, Arc::new(name(&key.key.kid))))
    });
    names.collect()
}

fn names(store: &dyn Store, up_to: LogIndex) -> Result<Vec<SharedName>, StoreError> {
    let shared = store.shared_names(up_to)?.into_iter().map(|(name, named)| SharedName {
        name: match name {
            OtherName::Document(sha256) => Name::Document(sha256),
            OtherName::Alias(alias) => Name::Alias(alias),
        },
        named: named.into_iter().map(|at| Naming { number: at.number, at: at.at, item: at.item }).collect(),
    });
    Ok(shared.collect())
}
