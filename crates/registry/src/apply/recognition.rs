//! Recognition decisions, acceptances, coverage.

use statement::act;

use super::{Stated, entry};
use crate::Registry;
use crate::facts::Facts;
use crate::state::PriorDecision;

impl Registry {
    pub(super) fn recognition_decided(
        &mut self,
        act: act::RecognitionDecided,
        legal_basis: String,
        stated: Stated,
    ) {
        self.prior_index.insert(act.country, Some(&act.products), &act.decision);
        if !self.prior_decisions.contains_key(&act.decision) {
            let empty = PriorDecision { decided: Facts::default(), legal_basis, revoked: Facts::default() };
            self.prior_decisions.insert_mut(act.decision.clone(), empty);
        }
        if let Some(record) = self.prior_decisions.get_mut(&act.decision) {
            record.decided.push(stated.fact(act.from, act.until, act));
        }
    }

    pub(super) fn recognition_revoked(&mut self, act: &act::RecognitionRevoked, stated: Stated) {
        if let Some(record) = self.prior_decisions.get_mut(&act.decision) {
            record.revoked.push(stated.fact(act.on, None, act.clone()));
        }
    }

    /// An acceptance is a decision without conditions, review or named bodies that rests on law.
    pub(super) fn acceptance_stated(&mut self, act: &act::AcceptanceStated, stated: Stated) {
        let decided = act::RecognitionDecided {
            decision: act.acceptance.clone(),
            country: act.country,
            requirements: act.requirements.clone(),
            bodies: Vec::new(),
            designating_party: Some(act.designating_party),
            certificates: Vec::new(),
            attests_to: act.attests_to.clone(),
            products: act.products.clone(),
            conditions: Vec::new(),
            reasons: act.legal_basis.clone(),
            peer_reviewed: false,
            from: act.from,
            until: act.until,
            review_by: None,
            ends_when_review_overdue: false,
        };
        self.recognition_decided(decided, act.legal_basis.clone(), stated);
    }

    pub(super) fn coverage_stated(&mut self, act: &act::CoverageStated, stated: Stated) {
        let by_country = entry(&mut self.coverage, act.scheme.clone());
        entry(by_country, act.country).push(stated.fact(act.since, None, act.clone()));
    }
}
