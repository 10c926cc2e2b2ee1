//! Common regulatory objectives.

use model::InstrumentId;
use registry::Commitment;

use super::{Kind, Look, LookupError, Record, content, malformed};

impl Look<'_> {
    pub(super) fn objective(&self, id: &str) -> Result<Option<Record>, LookupError> {
        let id: InstrumentId = id.parse().map_err(|error| malformed(&error))?;
        let Some(objective) = self.registry.objective(&id) else { return Ok(None) };
        let versions = objective.versions.known(self.knowledge);
        let Some(last) = versions.max_by_key(|fact| (fact.from, fact.at)) else { return Ok(None) };
        let mut record = self.new_record(Kind::Objective, id.as_str(), &last.value.title);
        let current = objective.versions.last_event(self.knowledge, self.on());
        record.in_force = Some(current.is_some());
        record.stands("version", current.map(|fact| fact.value.version));
        record.add_as("versions", &objective.versions, self.knowledge, |text| content(text.in_short()));
        for (country, facts) in objective.commitments.iter() {
            record.add_as("commitments", facts, self.knowledge, |commitment| match commitment {
                Commitment::Agreed(act) => content(act.clone()),
                Commitment::Adopted(act) => content(act.clone()),
                Commitment::Accepted(act) => content(act.clone()),
            });
            if facts.known(self.knowledge).next().is_some() {
                record.relate("committed", Kind::Country, *country);
            }
        }
        for (body, facts) in objective.bodies.iter() {
            record.add("recognised_bodies", facts, self.knowledge);
            record.relate("body", Kind::Body, body);
        }
        objective
            .bodies_withdrawn
            .values()
            .for_each(|facts| record.add("bodies_withdrawn", facts, self.knowledge));
        record.facts.values_mut().for_each(|facts| facts.sort_by_key(|fact| fact.at));
        record.related.sort();
        Ok(Some(record))
    }
}
