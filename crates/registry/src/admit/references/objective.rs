//! References of the acts about objectives and of the procedures in which they are made.

use model::InstrumentId;
use statement::act::{Act, StandardWorkUpdated};

use super::{References, fresh_or, known_or};
use crate::AdmitError;
use crate::journal::JournalKind;

impl References<'_> {
    /// From the need to the submission.
    pub(super) fn procedures(&self, act: &Act) -> Result<(), AdmitError> {
        match act {
            Act::NeedIdentified(act) => {
                act.regulation.iter().try_for_each(|id| self.regulation_or_proposal(id))?;
                self.new_journal("need", &act.need)
            }
            Act::InterestStated(act) => {
                act.needs.iter().try_for_each(|id| self.journal(JournalKind::Need, "the need", id))?;
                self.procedure_or_new(&act.procedure)
            }
            Act::CallMade(act) => {
                act.countries.iter().try_for_each(|country| self.jurisdiction(*country))?;
                act.needs.iter().try_for_each(|id| self.journal(JournalKind::Need, "the need", id))?;
                act.revises.iter().try_for_each(|id| self.objective(id))?;
                self.procedure_or_new(&act.procedure)?;
                let fresh = self.0.call(&act.procedure).is_none();
                fresh_or(
                    fresh,
                    "the call of procedure",
                    &act.procedure,
                    "concur with `agreement.concurred`, or open another procedure",
                )
            }
            Act::CallTransmitted(act) => self.called(&act.procedure),
            Act::CallAnswered(act) => self.called(&act.procedure),
            Act::TaskForceFormed(act) => self.procedure(&act.procedure),
            Act::TaskForceJoined(act) => self.procedure(&act.procedure),
            Act::TaskForceLeft(act) => self.procedure(&act.procedure),
            Act::TaskForceReported(act) => self.procedure(&act.procedure),
            Act::StandardsExplored(act) => self.procedure(&act.procedure),
            Act::StandardWorkRequested(act) => {
                act.body.iter().try_for_each(|body| self.party(body))?;
                act.procedure.iter().try_for_each(|id| self.procedure(id))?;
                self.new_journal("request", &act.request)
            }
            Act::StandardWorkUpdated(act) => self.request(act),
            Act::ConflictingActivityNoted(act) => {
                self.jurisdiction(act.country)?;
                self.procedure(&act.procedure)
            }
            Act::DraftFiled(act) => self.next_draft(&act.procedure, act.draft),
            Act::PracticeAssessed(act) => self.draft(&act.procedure, act.draft),
            Act::CommentsOpened(act) => self.draft(&act.procedure, act.draft),
            Act::CommentsPublished(act) => self.draft(&act.procedure, act.draft),
            Act::CommentsAnswered(act) => self.draft(&act.procedure, act.draft),
            Act::DraftAgreed(act) => self.draft(&act.procedure, act.draft),
            Act::ObjectiveSubmitted(act) => self.draft(&act.procedure, act.draft),
            Act::RegulationProposed(act) => {
                let own = self.0.regulation(&act.regulation).is_none_or(|r| r.adopted.country == act.country);
                fresh_or(own, "regulation", &act.regulation, "give another identifier; this one is another's")
            }
            _ => Ok(()),
        }
    }

    /// From the registration on.
    pub(super) fn objectives(&self, act: &Act) -> Result<(), AdmitError> {
        match act {
            Act::ObjectiveEstablished(act) => {
                if let Some((procedure, draft)) = act.procedure.as_ref().zip(act.draft) {
                    self.draft(procedure, draft)?;
                }
                let own =
                    self.0.journal_kind(&act.objective).is_none_or(|kind| kind == JournalKind::Objective);
                fresh_or(own, "identifier", &act.objective, "give the objective a number of its own")?;
                self.next_version(&act.objective, act.version)
            }
            Act::ObjectiveAgreed(act) => self.version(&act.objective, act.version, act.country),
            Act::ObjectiveAnnounced(act) => self.version(&act.objective, act.version, act.country),
            Act::InvitationSent(act) => self.objective_version(&act.objective, act.version),
            Act::ObjectiveAdopted(act) => self.version(&act.objective, act.version, act.country),
            Act::ObjectiveStatusReported(act) => self.version(&act.objective, act.version, act.country),
            Act::ObjectiveAccepted(act) => self.version(&act.objective, act.version, act.country),
            Act::RecognisedBodyDesignated(act) => {
                self.objective(&act.objective)?;
                self.party(&act.body)?;
                self.jurisdiction(act.country)
            }
            Act::RecognisedBodyWithdrawn(act) => {
                self.objective(&act.objective)?;
                self.party(&act.body)
            }
            Act::InterpretationPublished(act) => {
                act.objective.iter().try_for_each(|id| self.objective(id))?;
                self.new_journal("interpretation", &act.interpretation)
            }
            Act::AdditionalRequirementImposed(act) => {
                self.objective(&act.objective)?;
                self.jurisdiction(act.country)
            }
            Act::AdditionalRequirementLifted(act) => self.additional(&act.requirement),
            Act::AdditionalRequirementAnswered(act) => self.additional(&act.requirement),
            Act::CounterMeasureTaken(act) => {
                self.objective(&act.objective)?;
                self.additional(&act.against)?;
                self.jurisdiction(act.country)
            }
            Act::CounterMeasureLifted(act) => {
                let taken = self.0.counter_measure_of.get(&act.counter_measure);
                let own = taken.is_some_and(|(country, _)| *country == act.country);
                known_or(own, "the counter-measure", &act.counter_measure)
            }
            Act::MeasureDeclared(act) => {
                let own = self.0.measure(&act.measure).is_some_and(|measure| {
                    let known = measure.taken.known(self.0.knowledge());
                    known
                        .filter(|fact| fact.value.objective.is_some())
                        .any(|fact| fact.value.country == act.country)
                });
                known_or(own, "the measure under an objective", &act.measure)
            }
            _ => Ok(()),
        }
    }

    fn journal(&self, kind: JournalKind, named: &'static str, id: &InstrumentId) -> Result<(), AdmitError> {
        known_or(self.0.journal_kind(id) == Some(kind), named, id)
    }

    /// Needs, procedures, objectives and requests share one space of identifiers.
    fn new_journal(&self, kind: &'static str, id: &InstrumentId) -> Result<(), AdmitError> {
        fresh_or(self.0.journal_kind(id).is_none(), kind, id, "give another identifier; this one is taken")
    }

    fn procedure(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        self.journal(JournalKind::Procedure, "the procedure", id)
    }

    fn procedure_or_new(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        let kind = self.0.journal_kind(id);
        let free = kind.is_none_or(|kind| kind == JournalKind::Procedure);
        fresh_or(free, "identifier", id, "give the procedure an identifier of its own")
    }

    fn called(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        self.procedure(id)?;
        known_or(self.0.call(id).is_some(), "the call of procedure", id)
    }

    fn draft(&self, procedure: &InstrumentId, draft: u32) -> Result<(), AdmitError> {
        self.procedure(procedure)?;
        known_or(self.0.draft(procedure, draft).is_some(), "the draft", &format!("{draft} of {procedure}"))
    }

    fn next_draft(&self, procedure: &InstrumentId, draft: u32) -> Result<(), AdmitError> {
        self.procedure(procedure)?;
        let last = self.0.drafts(procedure).map(|draft| draft.draft).max().unwrap_or(0);
        let (expected, found) = (u64::from(last) + 1, u64::from(draft));
        if expected == found {
            return Ok(());
        }
        Err(AdmitError::OutOfOrder { what: "draft", id: procedure.to_string(), expected, found })
    }

    /// A request is answered by the body that was asked; an entry in the list by any.
    fn request(&self, act: &StandardWorkUpdated) -> Result<(), AdmitError> {
        self.journal(JournalKind::StandardWork, "the request", &act.request)?;
        self.party(&act.body)?;
        let asked = self.0.entries(&act.request).find_map(|entry| match &entry.value.act {
            Act::StandardWorkRequested(asked) => asked.body.clone(),
            _ => None,
        });
        let theirs = asked.is_none_or(|body| body == act.body);
        known_or(theirs, "the request to this body", &act.request)
    }

    fn regulation_or_proposal(&self, id: &InstrumentId) -> Result<(), AdmitError> {
        let known = self.0.regulation(id).is_some()
            || self.0.journal_kind(id) == Some(JournalKind::ProposedRegulation);
        known_or(known, "the regulation", id)
    }

    fn objective_version(&self, id: &InstrumentId, version: u32) -> Result<(), AdmitError> {
        self.objective(id)?;
        let known = self.0.objective(id).is_some_and(|objective| {
            objective.versions.known(self.0.knowledge()).any(|fact| fact.value.version == version)
        });
        known_or(known, "the version", &format!("{version} of {id}"))
    }

    fn version(
        &self,
        id: &InstrumentId,
        version: u32,
        country: model::Jurisdiction,
    ) -> Result<(), AdmitError> {
        self.jurisdiction(country)?;
        self.objective_version(id, version)
    }

    fn next_version(&self, id: &InstrumentId, version: u32) -> Result<(), AdmitError> {
        let known =
            self.0.objective(id).map(|o| o.versions.known(self.0.knowledge()).map(|f| f.value.version).max());
        let expected = u64::from(known.flatten().unwrap_or(0)) + 1;
        if u64::from(version) == expected {
            return Ok(());
        }
        Err(AdmitError::OutOfOrder { what: "version", id: id.to_string(), expected, found: version.into() })
    }
}
