//! Technical regulations and measures.

use model::InstrumentId;
use serde_json::json;

use super::{Kind, Look, LookupError, Record, malformed};

impl Look<'_> {
    pub(super) fn regulation(&self, id: &str) -> Result<Option<Record>, LookupError> {
        let id: InstrumentId = id.parse().map_err(|error| malformed(&error))?;
        let found = self.registry.regulation(&id).filter(|found| found.at <= self.knowledge.at);
        let Some(regulation) = found else { return Ok(None) };
        let mut record = self.new_record(Kind::Regulation, id.as_str(), &regulation.adopted.title);
        record.country = Some(regulation.adopted.country);
        let current = self.registry.regulation_on(regulation, self.on(), self.knowledge);
        record.in_force = Some(current.is_some());
        if let Some((edition, former)) = current {
            record.stands("edition", edition.value.name.as_str());
            record.stands("requirement", super::to_value(&edition.value.requirement));
            record.stands("former_edition", former);
        }
        record.add_first("adopted", regulation.at, (*regulation.adopted).clone());
        record.add_as("editions", &regulation.editions, self.knowledge, |edition| {
            json!({
                "type": "edition",
                "edition": edition.name,
                "requirement": super::to_value(&edition.requirement),
                "former_edition_until": edition.former_edition_until,
            })
        });
        record.add("repeals", &regulation.repeals, self.knowledge);
        self.bodies_under(&id, &mut record);
        Ok(Some(record))
    }

    pub(super) fn measure(&self, id: &str) -> Result<Option<Record>, LookupError> {
        let id: InstrumentId = id.parse().map_err(|error| malformed(&error))?;
        let Some(measure) = self.registry.measure(&id) else { return Ok(None) };
        let Some(last) = measure.taken.known(self.knowledge).next_back() else { return Ok(None) };
        let title = model::Text::english(&last.value.reasons);
        let mut record = self.new_record(Kind::Measure, id.as_str(), &title);
        record.country = Some(last.value.country);
        record.in_force = Some(self.registry.measure_on(&id, self.on(), self.knowledge).is_some());
        record.stands("kind", last.value.kind.as_str());
        record.add("taken", &measure.taken, self.knowledge);
        record.add("lifted", &measure.lifted, self.knowledge);
        Ok(Some(record))
    }

    /// Bodies that have, or had, a standing under an instrument.
    pub(super) fn bodies_under(&self, id: &InstrumentId, record: &mut Record) {
        for body in self.registry.bodies_of(id) {
            let Some(standing) = self.registry.standing(body, id) else { continue };
            let known = standing.designations.known(self.knowledge).next().is_some()
                || standing.listings.known(self.knowledge).next().is_some();
            if known {
                record.relate("body", Kind::Body, body);
            }
        }
    }
}
