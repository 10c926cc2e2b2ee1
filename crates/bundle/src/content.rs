//! What a bundle says.

use std::collections::BTreeMap;

use model::{Date, Jurisdiction, LogIndex, PartyId};
use registry::{LoggedStatement, Registry};
use statement::Payload;

use crate::error::BundleError;
use crate::names::{Name, SharedName};
use crate::status::Issuer;

/// Everything in a bundle but its signature.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The importing country whose questions it answers.
    pub importing: Jurisdiction,
    /// When it was made, in seconds since 1970.
    pub made_at: u64,
    /// The signed checkpoint with its cosignatures: the size of the log and its root.
    pub checkpoint: String,
    /// The reference statements, in the order of the log.
    pub statements: Vec<Reference>,
    /// What became of certificates, by their issuer.
    pub issuers: BTreeMap<PartyId, Issuer>,
    /// Names that more than one certificate has, in their order.
    pub names: Vec<SharedName>,
}

/// A statement of the log without its signature: the one who signs the bundle vouches that the log has it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its position.
    pub at: LogIndex,
    /// The day on which it was admitted.
    pub day: Date,
    /// The key that signed it.
    pub key_id: String,
    /// SHA-256 of its bytes, where other statements cite it: joint acts.
    pub digest: Option<[u8; 32]>,
    /// Its payload in the form in which it is written (see `statement::Payload::to_json`).
    pub payload: Vec<u8>,
}

impl Content {
    /// Puts names into the one order that they have in a bundle.
    pub fn sort_names(&mut self) {
        self.names.sort_by(|a, b| a.name.order().cmp(&b.name.order()));
    }

    /// A shared name; `None` for one that at most one certificate has.
    pub fn shared(&self, name: &Name) -> Option<&SharedName> {
        let place = self.names.binary_search_by(|shared| shared.name.order().cmp(&name.order())).ok()?;
        self.names.get(place)
    }

    /// The registry as decisions for the importing country see it at `log_size`.
    ///
    /// # Errors
    /// When a statement cannot be read.
    pub fn registry(&self, log_size: u64) -> Result<Registry, BundleError> {
        let mut registry = Registry::default();
        for reference in &self.statements {
            registry.apply(&reference.logged()?);
        }
        registry.grow_to(log_size);
        Ok(registry)
    }
}

impl Reference {
    /// The statement as the registry takes it.
    ///
    /// # Errors
    /// When its payload is not one.
    pub fn logged(&self) -> Result<LoggedStatement, BundleError> {
        let unreadable = |error: statement::PayloadError| BundleError::Statement {
            position: self.at.0,
            reason: error.to_string(),
        };
        let payload = Payload::from_json(&self.payload).map_err(unreadable)?;
        let digest = self.digest.unwrap_or_default();
        Ok(LoggedStatement::new(self.at, self.day, self.key_id.clone(), digest, payload))
    }
}
