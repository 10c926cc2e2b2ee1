//! Common regulatory objectives.

use model::{Date, InstrumentId, Jurisdiction};
use statement::{Act, act};

use super::{Stated, entry};
use crate::facts::{Fact, Facts};
use crate::journal::JournalEntry;
use crate::objective_text::ObjectiveText;
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
        let text = self.lifted(act);
        if let Some(products) = &text.products {
            self.objective_index.insert(EVERY_PARTY, Some(products), &act.objective);
        }
        let drafted = text.made_in.clone();
        let on = text.on;
        if let Some(objective) = self.objectives.get_mut(&act.objective) {
            objective.versions.push(stated.fact(on, None, text));
        }
        if let Some((procedure, draft)) = drafted {
            self.undertake(act, &procedure, draft, on, stated);
        }
    }

    /// The text that counts: of the draft, where one is cited, else as stated in short.
    fn lifted(&self, act: &act::ObjectiveEstablished) -> ObjectiveText {
        let cited = act.procedure.as_ref().zip(act.draft);
        let Some((procedure, number)) = cited else { return ObjectiveText::stated(act) };
        let Some(draft) = self.draft(procedure, number) else { return ObjectiveText::stated(act) };
        let submitted_on = self.entries(procedure).find_map(|entry| match &entry.value.act {
            Act::ObjectiveSubmitted(submitted) if submitted.draft == number => Some(submitted.on),
            _ => None,
        });
        ObjectiveText::drafted(act, draft, submitted_on)
    }

    /// Who agreed on the draft has undertaken what the established text says, from its establishment (L 17).
    fn undertake(
        &mut self,
        act: &act::ObjectiveEstablished,
        procedure: &InstrumentId,
        draft: u32,
        on: Date,
        stated: Stated,
    ) {
        let agreed = |entry: &Fact<JournalEntry>| match &entry.value.act {
            Act::DraftAgreed(agreed) if agreed.draft == draft => {
                let (key, reported) = (entry.key, entry.reported);
                Some((agreed.country, agreed.on.max(on), Stated { key, reported, ..stated }))
            }
            _ => None,
        };
        let agreements: Vec<_> = self.entries(procedure).filter_map(agreed).collect();
        for (country, from, stated) in agreements {
            self.undertaken(act, country, from, stated);
        }
    }

    /// A country that agrees on a draft after its text was established joins then.
    pub(super) fn draft_agreed(&mut self, act: &act::DraftAgreed, stated: Stated) {
        let established = self.entries(&act.procedure).find_map(|entry| match &entry.value.act {
            Act::ObjectiveEstablished(text) if text.draft == Some(act.draft) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = established {
            let on = self.lifted(&text).on;
            self.undertaken(&text, act.country, act.on.max(on), stated);
        }
    }

    fn undertaken(
        &mut self,
        act: &act::ObjectiveEstablished,
        country: Jurisdiction,
        on: Date,
        stated: Stated,
    ) {
        let (objective, version) = (act.objective.clone(), act.version);
        let agreed = act::ObjectiveAgreed { objective, version, country, on, until: None };
        self.objective_agreed(&agreed, stated);
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
        let under = (act.country, act.objective.clone());
        self.counter_measure_of.insert_mut(act.counter_measure.clone(), under);
    }

    pub(super) fn counter_measure_lifted(&mut self, act: &act::CounterMeasureLifted, stated: Stated) {
        let lifted = entry(&mut self.counter_measures_lifted, act.counter_measure.clone());
        lifted.push(stated.fact(act.on, None, act.clone()));
    }
}
