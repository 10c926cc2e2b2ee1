//! Parties: authorities, bodies, suppliers; with their keys, standings and accreditations.

use model::{InstrumentId, PartyId, PartyKind};
use registry::PartyRecord;
use serde_json::{Value, json};

use super::{Kind, Look, LookupError, Record, malformed};

/// Kinds of party that are shown as bodies.
pub(crate) const BODIES: [PartyKind; 2] = [PartyKind::ConformityAssessmentBody, PartyKind::AccreditationBody];

impl Look<'_> {
    pub(super) fn party(&self, id: &str, body_only: bool) -> Result<Option<Record>, LookupError> {
        let id: PartyId = id.parse().map_err(|error| malformed(&error))?;
        let Some(party) = self.registry.party(&id).filter(|party| party.at <= self.knowledge.at) else {
            return Ok(None);
        };
        if body_only && !BODIES.contains(&party.registered.kind) {
            return Ok(None);
        }
        let kind = if body_only { Kind::Body } else { Kind::Party };
        let mut record = self.new_record(kind, id.as_str(), &party.registered.name);
        record.country = Some(party.registered.country);
        record.add_first("registered", party.at, (*party.registered).clone());
        record.stands("kind", party.registered.kind.as_str());
        record.stands("keys", self.keys(party));
        if let Some(ownership) = self.registry.ownership(&id) {
            record.add("ownership", ownership, self.knowledge);
        }
        for instrument in self.registry.instruments_of(&id) {
            self.standing_under(&id, instrument, &mut record);
        }
        for accreditation in self.registry.accreditations_of(&id) {
            if let Some(found) = self.registry.accreditation(accreditation) {
                record.add("accreditations", &found.granted, self.knowledge);
                record.add("accreditation_events", &found.events, self.knowledge);
            }
        }
        Ok(Some(record))
    }

    fn keys(&self, party: &PartyRecord) -> Value {
        let known = party.keys.iter().filter(|key| key.added_at <= self.knowledge.at);
        let shown = known.map(|key| {
            let revoked_at = key.revoked_at.filter(|at| *at <= self.knowledge.at);
            json!({
                "key": super::to_value(&key.key),
                "added_at": key.added_at,
                "revoked_at": revoked_at,
            })
        });
        shown.collect()
    }

    fn standing_under(&self, body: &PartyId, instrument: &InstrumentId, record: &mut Record) {
        let Some(standing) = self.registry.standing(body, instrument) else { return };
        record.add("designations", &standing.designations, self.knowledge);
        record.add("listings", &standing.listings, self.knowledge);
        record.add("body_events", &standing.events, self.knowledge);
        record.relate("standing_under", self.kind_of(instrument), instrument);
    }

    /// Which kind of instrument has this identifier.
    pub(super) fn kind_of(&self, instrument: &InstrumentId) -> Kind {
        if self.registry.annex(instrument).is_some() {
            Kind::Annex
        } else if self.registry.objective(instrument).is_some() {
            Kind::Objective
        } else if self.registry.agreement(instrument).is_some() {
            Kind::Agreement
        } else {
            Kind::Regulation
        }
    }
}
