//! Agreements and their annexes.

use model::{InstrumentId, Jurisdiction};
use registry::{Annex, Bound, BoundBy, OnDay, Way};
use serde_json::{Value, json};

use super::{Kind, Look, LookupError, Record, malformed};

impl Look<'_> {
    pub(super) fn agreement(&self, id: &str) -> Result<Option<Record>, LookupError> {
        let id: InstrumentId = id.parse().map_err(|error| malformed(&error))?;
        let found = self.registry.agreement(&id).filter(|found| self.knowledge.sees(found.at, found.key));
        let Some(agreement) = found else { return Ok(None) };
        let mut record = self.new_record(Kind::Agreement, id.as_str(), &agreement.concluded.title);
        let state = agreement.on_day(self.on(), self.knowledge);
        record.in_force = Some(state.has_effect());
        record.stands("state", state.as_str());
        record.stands("parties", super::to_value(&agreement.concluded.parties));
        record.stands("bound", self.bound(&agreement.bound, &agreement.concluded.parties));
        record.add_first("concluded", agreement.at, (*agreement.concluded).clone());
        record.add("accessions", &agreement.accessions, self.knowledge);
        record.add("terminations", &agreement.terminations, self.knowledge);
        let annexes = agreement.annexes.iter().filter_map(|id| Some((id, self.registry.annex(id)?)));
        for (annex, _) in annexes.filter(|(_, annex)| annex.at <= self.knowledge.at) {
            record.relate("annex", Kind::Annex, annex);
        }
        Ok(Some(record))
    }

    pub(super) fn annex(&self, id: &str) -> Result<Option<Record>, LookupError> {
        let id: InstrumentId = id.parse().map_err(|error| malformed(&error))?;
        let found = self.registry.annex(&id).filter(|found| self.knowledge.sees(found.at, found.key));
        let Some(annex) = found else { return Ok(None) };
        let mut record = self.new_record(Kind::Annex, id.as_str(), &annex.concluded.title);
        let state = self.registry.annex_on_day(annex, self.on(), self.knowledge);
        record.in_force = Some(state.has_effect());
        record.stands("state", state.as_str());
        record.stands("directions", self.directions(annex, state));
        record.stands("recognises", annex.concluded.recognises.as_str());
        record.stands("bound", self.bound(&annex.bound, &annex.concluded.parties));
        record.add_first("concluded", annex.at, (*annex.concluded).clone());
        let known = self.knowledge;
        record.add("amendments", &annex.amendments, known);
        record.add("joined", &annex.joined, known);
        record.add("suspensions", &annex.suspensions, known);
        record.add("restorations", &annex.restorations, known);
        record.add("terminations", &annex.terminations, known);
        record.add("equivalences", &annex.equivalences, known);
        record.add("exemptions", &annex.exemptions, known);
        record.add("refusals", &annex.refusals, known);
        annex.applied.values().for_each(|facts| record.add("applied", facts, known));
        annex.aligned.values().for_each(|facts| record.add("aligned", facts, known));
        annex.members.values().for_each(|facts| record.add("members", facts, known));
        annex.differences.values().for_each(|facts| record.add("differences", facts, known));
        // Maps have no order of their own; the order of the log is the same everywhere.
        record.facts.values_mut().for_each(|facts| facts.sort_by_key(|fact| fact.at));
        record.relate("agreement", Kind::Agreement, &annex.concluded.agreement);
        for fact in annex.equivalences.known(known) {
            record.relate("equivalence", Kind::Equivalence, &fact.value.equivalence);
        }
        for acts in annex.concluded.acts.iter().flat_map(|named| &named.acts) {
            record.relate("act", self.kind_of(&acts.act), &acts.act);
        }
        self.bodies_under(&id, &mut record);
        Ok(Some(record))
    }

    /// Each direction with its own state; no `from`: results of every other party.
    fn directions(&self, annex: &Annex, state: OnDay) -> Value {
        let ways = self.registry.annex_ways(annex, self.on(), self.knowledge);
        let row = |way: &Way<'_>| {
            let suspended = way.suspension.map(|fact| json!({ "since": fact.from, "statement": fact.at }));
            json!({ "from": way.from, "to": way.to, "state": way.state(state).as_str(), "suspended": suspended })
        };
        ways.iter().map(row).collect()
    }

    /// Which parties are bound, and by which statement.
    fn bound(&self, bound: &Bound, all: &[Jurisdiction]) -> Value {
        let row = |party: Jurisdiction, by: BoundBy| json!({ "party": party, "at": by.at, "reported": by.reported });
        if let Some(by) = bound.all(self.knowledge) {
            return all.iter().map(|party| row(*party, by)).collect();
        }
        bound.signed(self.knowledge).map(|(party, by)| row(party, by)).collect()
    }
}
