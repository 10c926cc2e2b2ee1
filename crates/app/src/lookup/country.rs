//! Countries and groups.

use model::Jurisdiction;
use statement::Act;

use super::{Kind, Look, LookupError, Record, malformed, stated};

impl Look<'_> {
    pub(super) fn country(&self, code: &str) -> Result<Option<Record>, LookupError> {
        let code: Jurisdiction = code.to_uppercase().parse().map_err(|error| malformed(&error))?;
        let (title, act): (_, Act) = match (self.registry.country(code), self.registry.group(code)) {
            (Some(country), _) => (&country.name, country.clone().into()),
            (None, Some(group)) => (&group.name, group.clone().into()),
            (None, None) => return Ok(None),
        };
        let mut record = self.new_record(Kind::Country, code.as_str(), title);
        record.country = Some(code);
        record.stands("registered_as", super::to_value(&act));
        for (name, relation, facts) in [
            ("memberships", "member_of", self.registry.memberships(code)),
            ("members", "has_member", self.registry.members(code)),
        ] {
            let known = facts.into_iter().flat_map(|facts| facts.known(self.knowledge));
            for fact in known {
                let content = serde_json::json!({ "type": relation, "code": fact.value.as_str() });
                record.facts.entry(name).or_default().push(stated(fact, content));
            }
            let now = facts.into_iter().flat_map(|f| f.on(self.knowledge, self.on(), |a, b| a == b));
            now.for_each(|fact| record.relate(relation, Kind::Country, *fact.value));
        }
        self.laws_of(code, &mut record);
        self.commitments_of(code, &mut record);
        record.related.sort();
        Ok(Some(record))
    }

    fn laws_of(&self, code: Jurisdiction, record: &mut Record) {
        let known = |at| at <= self.knowledge.at;
        for (id, regulation) in self.registry.regulations() {
            if regulation.adopted.country == code && known(regulation.at) {
                record.relate("regulation", Kind::Regulation, id);
            }
        }
        for (id, measure) in self.registry.measures() {
            if measure.taken.known(self.knowledge).any(|fact| fact.value.country == code) {
                record.relate("measure", Kind::Measure, id);
            }
        }
        for (id, prior) in self.registry.prior_decisions() {
            if prior.decided.known(self.knowledge).any(|fact| fact.value.country == code) {
                record.relate("recognition_decision", Kind::PriorDecision, id);
            }
        }
        for party in self.registry.parties() {
            if party.registered.country == code && known(party.at) {
                record.relate("party", Kind::Party, &party.registered.party);
            }
        }
    }

    fn commitments_of(&self, code: Jurisdiction, record: &mut Record) {
        for (id, agreement) in self.registry.agreements() {
            let acceded = || agreement.accessions.known(self.knowledge).any(|fact| fact.value.party == code);
            if agreement.at <= self.knowledge.at && (agreement.concluded.parties.contains(&code) || acceded())
            {
                record.relate("agreement", Kind::Agreement, id);
            }
        }
        for (id, objective) in self.registry.objectives() {
            if objective
                .commitments
                .get(&code)
                .is_some_and(|facts| facts.known(self.knowledge).next().is_some())
            {
                record.relate("objective", Kind::Objective, id);
            }
        }
    }
}
