//! What goes into the journal: each act under everything that it is about.

use model::{Date, InstrumentId, Jurisdiction, MandateScope};
use smallvec::SmallVec;
use statement::Act;

use super::Stated;
use crate::facts::Facts;
use crate::journal::{JournalEntry, JournalKind};
use crate::state::JointAct;
use crate::{LoggedStatement, Registry};

type Subjects = SmallVec<[(JournalKind, InstrumentId); 2]>;

impl Registry {
    /// Writes an act into the journals of what it is about. Called before the act changes anything else.
    pub(super) fn write_journal(&mut self, act: &Act, stated: Stated, logged: &LoggedStatement) {
        let subjects = self.subjects(act);
        if subjects.is_empty() {
            return;
        }
        let entry = JournalEntry {
            entered_on: logged.day(),
            signer: logged.payload().signer.clone(),
            binds: self.binds(act, stated, logged),
            digest: logged.digest(),
            act: act.clone(),
        };
        let on = day_of(act).or(self.call_day(&subjects)).unwrap_or(logged.day());
        let fact = stated.fact(on, None, entry);
        for (kind, id) in subjects {
            if !self.journal.contains_key(&id) {
                let listed = stated.fact(fact.from, None, id.clone());
                super::entry(&mut self.journals, kind).push(listed);
                self.journal.insert_mut(id.clone(), (kind, Facts::default()));
            }
            if let Some((_, entries)) = self.journal.get_mut(&id) {
                entries.push(fact.share());
            }
        }
        if let Act::CallMade(call) = act {
            self.joint_acts.insert_mut(logged.digest(), JointAct::Call(call.procedure.clone()));
        }
    }

    /// What an act is about.
    fn subjects(&self, act: &Act) -> Subjects {
        use JournalKind::{Interpretation, Need, Objective, Procedure, ProposedRegulation, StandardWork};
        let one = |kind, id: &InstrumentId| SmallVec::from_iter([(kind, id.clone())]);
        let of_objective =
            |id: Option<InstrumentId>| id.into_iter().map(|id| (Objective, id)).collect::<Subjects>();
        match act {
            Act::NeedIdentified(a) => one(Need, &a.need),
            Act::RegulationProposed(a) => one(ProposedRegulation, &a.regulation),
            Act::AgreementConcurred(a) => self.call_with_digest(&a.statement),
            Act::InterestStated(a) => one(Procedure, &a.procedure),
            Act::CallMade(a) => one(Procedure, &a.procedure),
            Act::CallTransmitted(a) => one(Procedure, &a.procedure),
            Act::CallAnswered(a) => one(Procedure, &a.procedure),
            Act::TaskForceFormed(a) => one(Procedure, &a.procedure),
            Act::TaskForceJoined(a) => one(Procedure, &a.procedure),
            Act::TaskForceLeft(a) => one(Procedure, &a.procedure),
            Act::TaskForceReported(a) => one(Procedure, &a.procedure),
            Act::StandardsExplored(a) => one(Procedure, &a.procedure),
            Act::ConflictingActivityNoted(a) => one(Procedure, &a.procedure),
            Act::DraftFiled(a) => one(Procedure, &a.procedure),
            Act::PracticeAssessed(a) => one(Procedure, &a.procedure),
            Act::CommentsOpened(a) => one(Procedure, &a.procedure),
            Act::CommentsPublished(a) => one(Procedure, &a.procedure),
            Act::CommentsAnswered(a) => one(Procedure, &a.procedure),
            Act::DraftAgreed(a) => one(Procedure, &a.procedure),
            Act::ObjectiveSubmitted(a) => one(Procedure, &a.procedure),
            Act::StandardWorkRequested(a) => {
                with(one(StandardWork, &a.request), Procedure, a.procedure.clone())
            }
            Act::StandardWorkUpdated(a) => {
                with(one(StandardWork, &a.request), Procedure, self.procedure_of_request(&a.request))
            }
            Act::ObjectiveEstablished(a) => {
                with(one(Objective, &a.objective), Procedure, a.procedure.clone())
            }
            Act::ObjectiveAgreed(a) => one(Objective, &a.objective),
            Act::ObjectiveAnnounced(a) => one(Objective, &a.objective),
            Act::InvitationSent(a) => one(Objective, &a.objective),
            Act::ObjectiveAdopted(a) => one(Objective, &a.objective),
            Act::ObjectiveStatusReported(a) => one(Objective, &a.objective),
            Act::ObjectiveAccepted(a) => one(Objective, &a.objective),
            Act::RecognisedBodyDesignated(a) => one(Objective, &a.objective),
            Act::RecognisedBodyWithdrawn(a) => one(Objective, &a.objective),
            Act::InterpretationPublished(a) => {
                with(one(Interpretation, &a.interpretation), Objective, a.objective.clone())
            }
            Act::AdditionalRequirementImposed(a) => one(Objective, &a.objective),
            Act::AdditionalRequirementLifted(a) => of_objective(self.objective_of_additional(&a.requirement)),
            Act::AdditionalRequirementAnswered(a) => {
                of_objective(self.objective_of_additional(&a.requirement))
            }
            Act::CounterMeasureTaken(a) => one(Objective, &a.objective),
            Act::CounterMeasureLifted(a) => {
                of_objective(self.counter_measure_of.get(&a.counter_measure).map(|(_, id)| id.clone()))
            }
            Act::MeasureTaken(a) => of_objective(a.objective.clone()),
            Act::MeasureDeclared(a) => of_objective(self.objective_of_measure(&a.measure)),
            Act::MeasureLifted(a) => of_objective(self.objective_of_measure(&a.measure)),
            _ => Subjects::new(),
        }
    }

    fn call_with_digest(&self, digest: &str) -> Subjects {
        let joint = crate::admit::digest_of(digest).and_then(|digest| self.joint_acts.get(&digest));
        match joint {
            Some(JointAct::Call(id)) => SmallVec::from_iter([(JournalKind::Procedure, id.clone())]),
            _ => Subjects::new(),
        }
    }

    /// A concurrence states no day of its own: it makes the call a joint act of the call's day. From which position on
    /// it is known is another matter.
    fn call_day(&self, subjects: &Subjects) -> Option<Date> {
        subjects.iter().find_map(|(_, id)| self.call(id)).map(|call| call.on)
    }

    fn procedure_of_request(&self, request: &InstrumentId) -> Option<InstrumentId> {
        self.entries(request).find_map(|entry| match &entry.value.act {
            Act::StandardWorkRequested(asked) => asked.procedure.clone(),
            _ => None,
        })
    }

    fn objective_of_additional(&self, requirement: &InstrumentId) -> Option<InstrumentId> {
        let record = self.additional.get(requirement)?;
        record.imposed.every().next().map(|fact| fact.value.objective.clone())
    }

    fn objective_of_measure(&self, measure: &InstrumentId) -> Option<InstrumentId> {
        self.measures.get(measure)?.taken.every().find_map(|fact| fact.value.objective.clone())
    }

    /// The countries that a call binds at once.
    fn binds(&self, act: &Act, stated: Stated, logged: &LoggedStatement) -> Vec<Jurisdiction> {
        let Act::CallMade(call) = act else { return Vec::new() };
        let signer = &logged.payload().signer;
        let speaks = |country: &Jurisdiction| {
            stated.reported || self.has_mandate(signer, *country, MandateScope::Agree, logged.day())
        };
        call.countries.iter().copied().filter(speaks).collect()
    }
}

fn with(mut subjects: Subjects, kind: JournalKind, more: Option<InstrumentId>) -> Subjects {
    subjects.extend(more.map(|id| (kind, id)));
    subjects
}

/// The legal day of an act, as it states it; of a period, its first day. `None` where the day of entry is all there is.
fn day_of(act: &Act) -> Option<Date> {
    Some(match act {
        Act::NeedIdentified(a) => a.on,
        Act::RegulationProposed(a) => a.on,
        Act::InterestStated(a) => a.on,
        Act::CallMade(a) => a.on,
        Act::CallTransmitted(a) => a.on,
        Act::CallAnswered(a) => a.on,
        Act::TaskForceFormed(a) => a.on,
        Act::TaskForceJoined(a) => a.on,
        Act::TaskForceLeft(a) => a.on,
        Act::TaskForceReported(a) => a.on,
        Act::StandardsExplored(a) => a.on,
        Act::StandardWorkRequested(a) => a.on,
        Act::StandardWorkUpdated(a) => a.on,
        Act::ConflictingActivityNoted(a) => a.from,
        Act::DraftFiled(a) => a.on,
        Act::PracticeAssessed(a) => a.on,
        Act::CommentsOpened(a) => a.from,
        Act::CommentsPublished(a) => a.on,
        Act::CommentsAnswered(a) => a.on,
        Act::DraftAgreed(a) => a.on,
        Act::ObjectiveSubmitted(a) => a.on,
        Act::ObjectiveEstablished(a) => a.on,
        Act::ObjectiveAgreed(a) => a.on,
        Act::ObjectiveAnnounced(a) => a.on,
        Act::InvitationSent(a) => a.on,
        Act::ObjectiveAdopted(a) => a.adopted_on,
        Act::ObjectiveStatusReported(a) => a.on,
        Act::ObjectiveAccepted(a) => a.from,
        Act::RecognisedBodyDesignated(a) => a.from,
        Act::RecognisedBodyWithdrawn(a) => a.on,
        Act::InterpretationPublished(a) => a.on,
        Act::AdditionalRequirementImposed(a) => a.from,
        Act::AdditionalRequirementLifted(a) => a.on,
        Act::AdditionalRequirementAnswered(a) => a.on,
        Act::CounterMeasureTaken(a) => a.from,
        Act::CounterMeasureLifted(a) => a.on,
        Act::MeasureTaken(a) => a.from,
        Act::MeasureDeclared(a) => a.on,
        Act::MeasureLifted(a) => a.on,
        _ => return None,
    })
}
