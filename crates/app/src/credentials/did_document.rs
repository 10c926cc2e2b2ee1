//! The DID document of a party as the register sees its keys.

use credential::did::{self, DatedKey};
use credential::limits::VERIFICATION_METHODS_MAX;
use jiff::Timestamp;
use model::{LogIndex, PartyId};
use registry::KeyRecord;
use serde_json::{Value, json};
use store::{StoreError, Which};

use super::CredentialError;
use crate::app::App;

/// Keys that a document lists, each under two names: as many as our own readers take.
const KEYS_MAX: usize = VERIFICATION_METHODS_MAX / 2;

/// The type of the service under which a registrar's DID document names the address of its log.
pub const LOG_SERVICE: &str = "ComityLog";

impl App {
    /// The DID document of a party with its keys in force.
    ///
    /// # Errors
    /// [`CredentialError`].
    pub fn did_document(&self, party: &PartyId) -> Result<Value, CredentialError> {
        let state = self.state();
        let missing = || CredentialError::NoSuchParty(party.to_string());
        let record = state.registry().party(party).ok_or_else(missing)?;
        let in_force = record.keys.iter().filter(|key| key.revoked_at.is_none());
        let keys: Vec<_> = in_force.map(|key| key.key.clone()).collect();
        Ok(did::document(party, &keys, &[])?)
    }

    /// The same with the day of each key, those included that were revoked; where its identity anchor is served, if the
    /// registrar signed one; and for the registrar, where its log is.
    ///
    /// # Errors
    /// [`CredentialError`].
    pub fn dated_did_document(
        &self,
        party: &PartyId,
        anchor: Option<&str>,
        log: &str,
    ) -> Result<Value, CredentialError> {
        let state = self.state();
        let missing = || CredentialError::NoSuchParty(party.to_string());
        let record = state.registry().party(party).ok_or_else(missing)?;
        // Those in force first, then those that were revoked last.
        let mut keys: Vec<&KeyRecord> = record.keys.iter().collect();
        keys.sort_by_key(|key| (key.revoked_at.is_some(), std::cmp::Reverse(key.added_at)));
        keys.truncate(KEYS_MAX);
        let keys = keys.into_iter().map(|key| self.dated(key)).collect::<Result<Vec<_>, _>>()?;
        // Discovery of identity anchors as the UN Transparency Protocol describes it.
        let anchor = anchor.map(|url| {
            json!({
                "id": format!("{party}#identity-anchor"), "type": "untp:dia",
                "serviceEndpoint": { "href": url, "title": "Digital Identity Anchor", "type": "application/vc+jwt" },
            })
        });
        let is_registrar = state.registry().genesis().is_some_and(|genesis| genesis.registrar == *party);
        // The log's keys sign checkpoints and answers, never as the party: they are no verification methods of it.
        let log = is_registrar
            .then(|| json!({ "id": format!("{party}#log"), "type": LOG_SERVICE, "serviceEndpoint": log }));
        let services: Vec<Value> = anchor.into_iter().chain(log).collect();
        Ok(did::dated_document(party, &keys, &services)?)
    }

    /// A key with the first moment of the day on which it was added, and of that on which it was revoked.
    fn dated(&self, record: &KeyRecord) -> Result<DatedKey, StoreError> {
        let revoked = record.revoked_at.map(|at| self.start_of_day_at(at)).transpose()?;
        let created = Some(self.start_of_day_at(record.added_at)?);
        Ok(DatedKey { key: record.key.clone(), created, revoked })
    }

    fn start_of_day_at(&self, position: LogIndex) -> Result<Timestamp, StoreError> {
        let entry = self.store().entries(position.0, 1, Which::All)?.pop();
        let entry = entry.ok_or_else(|| StoreError::corrupt(format!("entry {position} is missing")))?;
        Ok(credential::time::start_of(entry.day))
    }
}
