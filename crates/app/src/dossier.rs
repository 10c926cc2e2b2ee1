//! An objective with every statement about it, each with the proof that it is in the log, against one signed checkpoint:
//! what a file needs that can be checked without this registry (annex C 3.4, 3.5; CRO-06).

use std::collections::{BTreeMap, BTreeSet};

use model::{Date, InstrumentId, LogIndex, PartyId};
use registry::Registry;
use statement::Unverified;
use store::{StoreError, StoredTiles, Which};
use tlog::{InclusionProof, TileHashes, leaf_hash};

use crate::app::{App, State};
use crate::log_key::{keys_on_record, origin};
use crate::lookup::LookupError;

/// Most statements in one file: more than any objective has, less than fills a browser.
pub const STATEMENTS_MAX: usize = 20_000;

/// The statements about an objective with their proofs.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The log's name.
    pub origin: String,
    /// Number of statements in the log.
    pub size: u64,
    /// Root of the tree over them, in base64.
    pub root: String,
    /// The signed checkpoint of that size: a C2SP signed note.
    pub checkpoint: String,
    /// Keys that sign checkpoints, in the C2SP form, oldest first.
    pub keys: Vec<String>,
    /// The statements, in the order of the log.
    pub statements: Vec<ProvedStatement>,
    /// Keys of those who signed them, as the registry holds them.
    pub signers: Vec<SignerKey>,
}

/// A statement with its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvedStatement {
    /// Its position.
    pub position: LogIndex,
    /// The day of its admission (UTC).
    pub day: Date,
    /// Name of its act.
    pub act: &'static str,
    /// Who signed.
    pub signer: PartyId,
    /// Identifier of the key.
    pub key_id: String,
    /// The signed bytes: a compact JWS.
    pub jws: String,
    /// Hash of the log entry (day, line feed, JWS), in base64.
    pub leaf: String,
    /// Hashes of the proof, in base64, from the sibling of the leaf up to the child of the root.
    pub proof: Vec<String>,
}

/// A key of a signer.
#[derive(Clone, Debug, PartialEq)]
pub struct SignerKey {
    /// Whose.
    pub party: PartyId,
    /// Name of the party, in every language on file.
    pub name: model::Text,
    /// Identifier of the key.
    pub key_id: String,
    /// The public key as a JWK.
    pub jwk: String,
}

/// Why there is no such file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DossierError {
    /// The objective is not on record, or the store cannot be read.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// There are too many statements.
    #[error(
        "`{id}` has {count} statements, and one file holds {STATEMENTS_MAX}: read them with `comity export statements`"
    )]
    TooMany {
        /// Which objective.
        id: String,
        /// How many statements it has.
        count: usize,
    },
}

impl From<StoreError> for DossierError {
    fn from(error: StoreError) -> Self {
        Self::Lookup(LookupError::Store(error))
    }
}

impl App {
    /// Everything that was stated about an objective and in the procedures that made it, with proofs.
    ///
    /// # Errors
    /// [`DossierError`].
    pub fn dossier(&self, id: &str) -> Result<Dossier, DossierError> {
        let state = self.state();
        let registry = state.registry();
        let parsed: Result<InstrumentId, _> = id.parse();
        let parsed = parsed.map_err(|error| LookupError::Identifier(error.to_string()))?;
        let missing = || LookupError::NotThere { kind: "objective", id: id.chars().take(100).collect() };
        let positions = positions(registry, &parsed).ok_or_else(missing)?;
        if positions.len() > STATEMENTS_MAX {
            return Err(DossierError::TooMany { id: id.to_owned(), count: positions.len() });
        }
        let hashes = TileHashes::new(state.size(), StoredTiles(self.store()));
        let proved = |at: &LogIndex| -> Result<ProvedStatement, StoreError> {
            let proof = InclusionProof::generate(at.0, state.size(), &hashes);
            let proof = proof.map_err(|error| StoreError::corrupt(format!("entry {at}: {error}")))?;
            self.proved(*at, &proof)
        };
        let statements = positions.iter().map(proved).collect::<Result<Vec<_>, _>>()?;
        Ok(Dossier {
            origin: origin(registry).unwrap_or_default().to_owned(),
            size: state.size(),
            root: state.root().to_string(),
            checkpoint: checkpoint(&state),
            keys: keys_on_record(registry).iter().map(ToString::to_string).collect(),
            signers: signers(registry, &statements),
            statements,
        })
    }

    fn proved(&self, at: LogIndex, proof: &InclusionProof) -> Result<ProvedStatement, StoreError> {
        let missing = || StoreError::corrupt(format!("entry {at} has no statement"));
        let entry = self.store().entries(at.0, 1, Which::All)?.pop().ok_or_else(missing)?;
        let read = Unverified::parse(&entry.jws);
        let read = read.map_err(|error| StoreError::corrupt(format!("entry {at}: {error}")))?;
        Ok(ProvedStatement {
            position: at,
            day: entry.day,
            act: read.payload().act.name(),
            signer: read.payload().signer.clone(),
            key_id: read.kid().to_owned(),
            leaf: leaf_hash(&entry.leaf()).to_string(),
            proof: proof.hashes.iter().map(ToString::to_string).collect(),
            jws: String::from_utf8_lossy(&entry.jws).into_owned(),
        })
    }
}

fn checkpoint(state: &State) -> String {
    state.checkpoint().map(ToString::to_string).unwrap_or_default()
}

/// Positions of all known statements about an objective; `None` if it is not on record.
fn positions(registry: &Registry, id: &InstrumentId) -> Option<BTreeSet<LogIndex>> {
    let knowledge = registry.knowledge();
    let objective = registry.objective(id)?;
    let made_in = objective.versions.known(knowledge).filter_map(|fact| fact.value.made_in.as_ref());
    let journals = made_in.map(|(procedure, _)| procedure).chain([id]);
    let entries = journals.filter_map(|id| registry.journal(id)).flat_map(|facts| facts.known(knowledge));
    Some(entries.map(|entry| entry.at).collect())
}

fn signers(registry: &Registry, statements: &[ProvedStatement]) -> Vec<SignerKey> {
    let mut keys: BTreeMap<(&PartyId, &str), SignerKey> = BTreeMap::new();
    for statement in statements {
        let Some(party) = registry.party(&statement.signer) else { continue };
        let Some(record) = registry.key(&statement.signer, &statement.key_id) else { continue };
        keys.entry((&statement.signer, &statement.key_id)).or_insert_with(|| SignerKey {
            party: statement.signer.clone(),
            name: party.registered.name.clone(),
            key_id: statement.key_id.clone(),
            jwk: serde_json::to_string(&record.key).unwrap_or_default(),
        });
    }
    keys.into_values().collect()
}
