//! Common regulatory objectives.

use model::{InstrumentId, Jurisdiction};
use statement::act;

use super::{Stated, entry};
use crate::facts::{Fact, Facts};
use crate::state::{AdditionalRequirement, Commitment, Objective, map};
use crate::{EVERY_PARTY, Registry};

impl Registry {
    pub(super) fn objective_established(&mut self, act: &act::ObjectiveEstablished, stated: Stated) {
        if !self.objectives.contains_key(&act.objective) {
            let empty = Objective {
                versions: Facts::default(),
                commitments: map(),
                bodies: map(),
                bodies_withdrawn: map(),
            };
            self.objectives.insert_mut(act.objective.clone(), empty);
        }
        if let Some(objective) = self.objectives.get_mut(&act.objective) {
            objective.versions.push(stated.fact(act.on, None, act.clone()));
        }
        self.objective_index.insert(EVERY_PARTY, Some(&act.products), &act.objective);
    }

    pub(super) fn objective_agreed(&mut self, act: &act::ObjectiveAgreed, stated: Stated) {
        self.commit(
            &act.objective,
            act.country,
            stated.fact(act.on, act.until, Commitment::Agreed(act.clone())),
        );
    }

    pub(super) fn objective_adopted(&mut self, act: &act::ObjectiveAdopted, stated: Stated) {
        let fact = stated.fact(act.applies_from, act.until, Commitment::Adopted(act.clone()));
        self.commit(&act.objective, act.country, fact);
    }

    pub(super) fn objective_accepted(&mut self, act: &act::ObjectiveAccepted, stated: Stated) {
        self.commit(
            &act.objective,
            act.country,
            stated.fact(act.from, act.until, Commitment::Accepted(act.clone())),
        );
    }

    fn commit(&mut self, objective: &InstrumentId, country: Jurisdiction, fact: Fact<Commitment>) {
        if let Some(objective) = self.objectives.get_mut(objective) {
            entry(&mut objective.commitments, country).push(fact);
        }
    }

    pub(super) fn recognised_body_designated(&mut self, act: &act::RecognisedBodyDesignated, stated: Stated) {
        if let Some(objective) = self.objectives.get_mut(&act.objective) {
            entry(&mut objective.bodies, act.body.clone()).push(stated.fact(
                act.from,
                act.until,
                act.clone(),
            ));
        }
        self.note_instrument(&act.body, &act.objective);
    }

    pub(super) fn recognised_body_withdrawn(&mut self, act: &act::RecognisedBodyWithdrawn, stated: Stated) {
        if let Some(objective) = self.objectives.get_mut(&act.objective) {
            entry(&mut objective.bodies_withdrawn, act.body.clone()).push(stated.fact(
                act.on,
                None,
                act.clone(),
            ));
        }
    }

    pub(super) fn additional_requirement_imposed(
        &mut self,
        act: &act::AdditionalRequirementImposed,
        stated: Stated,
    ) {
        if !self.additional.contains_key(&act.requirement) {
            let empty = AdditionalRequirement { imposed: Facts::default(), lifted: Facts::default() };
            self.additional.insert_mut(act.requirement.clone(), empty);
            entry(&mut self.additional_by_country, act.country).push(act.requirement.clone());
        }
        if let Some(additional) = self.additional.get_mut(&act.requirement) {
            additional.imposed.push(stated.fact(act.from, act.until, act.clone()));
        }
    }

    pub(super) fn additional_requirement_lifted(
        &mut self,
        act: &act::AdditionalRequirementLifted,
        stated: Stated,
    ) {
        if let Some(additional) = self.additional.get_mut(&act.requirement) {
            additional.lifted.push(stated.fact(act.on, None, act.clone()));
        }
    }

    pub(super) fn counter_measure_taken(&mut self, act: &act::CounterMeasureTaken, stated: Stated) {
        entry(&mut self.counter_measures, act.country).push(stated.fact(act.from, act.until, act.clone()));
    }
}
