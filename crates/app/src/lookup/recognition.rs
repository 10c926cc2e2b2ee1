//! Recognition decisions, acceptances and equivalences of acts.

use model::InstrumentId;

use super::{Kind, Look, LookupError, Record, malformed};
use crate::titles;

impl Look<'_> {
    pub(super) fn prior_decision(&self, id: &str) -> Result<Option<Record>, LookupError> {
        let id: InstrumentId = id.parse().map_err(|error| malformed(&error))?;
        let Some(prior) = self.registry.prior_decision(&id) else { return Ok(None) };
        let Some(last) = prior.decided.known(self.knowledge).next_back() else { return Ok(None) };
        let title = titles::in_every_language(|code| {
            titles::prior_decision(self.registry, &id, code, self.knowledge)
        });
        let mut record = self.new_record(Kind::PriorDecision, id.as_str(), &title);
        record.country = Some(last.value.country);
        let state = prior.on_day(self.on(), self.knowledge);
        record.in_force = state.map(registry::OnDay::has_effect);
        record.stands("state", state.map(registry::OnDay::as_str));
        record.stands("by_law", !prior.legal_basis.is_empty());
        if !prior.legal_basis.is_empty() {
            record.stands("legal_basis", prior.legal_basis.as_str());
        }
        record.add("decided", &prior.decided, self.knowledge);
        record.add("revoked", &prior.revoked, self.knowledge);
        for requirement in &last.value.requirements {
            record.relate("requirement", self.kind_of(requirement), requirement);
        }
        for act in &last.value.attests_to {
            record.relate("act", self.kind_of(&act.act), &act.act);
        }
        Ok(Some(record))
    }

    pub(super) fn equivalence(&self, id: &str) -> Result<Option<Record>, LookupError> {
        let id: InstrumentId = id.parse().map_err(|error| malformed(&error))?;
        let Some((annex_id, annex)) = self.registry.equivalence(&id) else { return Ok(None) };
        let declared = annex.equivalences.known(self.knowledge);
        let declared: Vec<_> = declared.filter(|fact| fact.value.equivalence == id).collect();
        if declared.is_empty() {
            return Ok(None);
        }
        let title =
            titles::in_every_language(|code| titles::equivalence(self.registry, &id, code, self.knowledge));
        let mut record = self.new_record(Kind::Equivalence, id.as_str(), &title);
        let revoked = self.registry.equivalence_revocation(&id, self.on(), self.knowledge);
        for fact in declared {
            record.in_force = Some(fact.contains(self.on()) && revoked.is_none());
            let stated = super::stated(fact, super::content((*fact.value).clone()));
            record.facts.entry("declared").or_default().push(stated);
            for act in [&fact.value.first, &fact.value.second] {
                record.relate("act", self.kind_of(&act.act), &act.act);
            }
        }
        if let Some(fact) = self.registry.equivalence_revocation(&id, model::Date::MAX, self.knowledge) {
            let stated = super::stated(fact, super::content((*fact.value).clone()));
            record.facts.entry("revoked").or_default().push(stated);
        }
        record.stands("on_amendment", annex.concluded.terms.on_amendment.as_str());
        record.relate("annex", Kind::Annex, annex_id);
        record.relate("agreement", Kind::Agreement, &annex.concluded.agreement);
        Ok(Some(record))
    }
}
