//! The Digital Identity Anchor of a party on record, for the registrar to sign.

use credential::untp::anchor::{Registered, Registrar, anchor};
use credential::untp::make::{Base, segment};
use model::{PartyId, PartyKind};
use registry::Registry;
use serde_json::Value;
use store::{StoreError, Which};

use super::CredentialError;
use crate::app::App;

impl App {
    /// The anchor: this register states which DID is that of a party on its record, with its name, since when, and for a
    /// conformity assessment body the acts and standards for which it is accredited. With it the registrar, who signs.
    ///
    /// # Errors
    /// [`CredentialError`].
    pub fn anchor_of(&self, party: &PartyId, base: Base<'_>) -> Result<(Value, PartyId), CredentialError> {
        let state = self.state();
        let registry = state.registry();
        let missing = || CredentialError::NoSuchParty(party.to_string());
        let record = registry.party(party).ok_or_else(missing)?;
        let opened = registry.genesis().ok_or_else(missing)?;
        let entry = self.store().entries(record.at.0, 1, Which::All)?.pop();
        let entry = entry.ok_or_else(|| StoreError::corrupt(format!("entry {} is missing", record.at)))?;
        let scope = scope(registry, party, base);
        let registered = Registered {
            party,
            name: record.registered.name.in_language("en"),
            registered_id: party.as_str(),
            registered_on: entry.day,
            is_accreditation: record.registered.kind == PartyKind::ConformityAssessmentBody,
            scope: &scope,
        };
        let registrar = Registrar {
            party: &opened.registrar,
            name: opened.name.in_language("en"),
            register: &opened.origin,
            url: base.0.trim_end_matches('/'),
        };
        let from = credential::time::start_of(entry.day);
        Ok((anchor(&registered, &registrar, from), opened.registrar.clone()))
    }
}

/// Addresses of the acts and standards in the accreditations that stand.
fn scope(registry: &Registry, party: &PartyId, base: Base<'_>) -> Vec<String> {
    let base = base.0.trim_end_matches('/');
    let knowledge = registry.knowledge();
    let accreditations = registry.accreditations_of(party).iter().filter_map(|id| registry.accreditation(id));
    let mut scope: Vec<String> = accreditations
        .filter_map(|accreditation| accreditation.granted.standing(knowledge, |_, _| true).next_back())
        .flat_map(|granted| {
            let acts = granted.value.acts.iter().map(|act| ("regulations", act.as_str()));
            let standards = granted.value.standards.iter().map(|one| ("standards", one.as_str()));
            acts.chain(standards)
                .map(|(folder, id)| format!("{base}/en/{folder}/{}", segment(id)))
                .collect::<Vec<_>>()
        })
        .collect();
    scope.sort_unstable();
    scope.dedup();
    scope
}
