//! `apply`: what an admitted statement changes. Total, without side effects: whatever may fail happened on admission.
//!
//! Certificate acts change nothing here; they go to the store's tables as [`crate::CertificateEvent`]s.

mod agreement;
mod body;
mod journal;
mod measure;
mod objective;
mod party;
mod recognition;
mod regulation;
mod standard;

use std::sync::Arc;

use model::{Date, LogIndex};
use statement::act::Act;

use crate::facts::Fact;
use crate::{LoggedStatement, Registry};

/// Who stated something, where.
#[derive(Clone, Copy)]
pub(crate) struct Stated {
    pub(crate) at: LogIndex,
    pub(crate) key: u32,
    pub(crate) reported: bool,
}

impl Stated {
    fn fact<T>(self, from: Date, until: Option<Date>, value: T) -> Fact<T> {
        Fact { at: self.at, key: self.key, reported: self.reported, from, until, value: Arc::new(value) }
    }
}

impl Registry {
    /// Takes a logged statement into the state.
    pub fn apply(&mut self, logged: &LoggedStatement) {
        let payload = logged.payload();
        self.size = logged.index().0 + 1;
        if let Act::RegistryOpened(act) = &payload.act {
            self.open(act, logged.index());
            return;
        }
        let key = self.key_number(&payload.signer, logged.key_id()).unwrap_or(u32::MAX);
        let stated = Stated { at: logged.index(), key, reported: payload.reported.is_some() };
        self.write_journal(&payload.act, stated, logged);
        for cited in payload.act.documents() {
            if let Some(digest) = crate::admit::digest_of(&cited.sha256) {
                entry(&mut self.documents, digest).push(stated.at);
            }
        }
        self.apply_act(&payload.act, stated, logged);
    }

    fn apply_act(&mut self, act: &Act, stated: Stated, logged: &LoggedStatement) {
        match act {
            Act::RegistryOpened(_) | Act::CertificatesIssued(_) | Act::CertificatesChanged(_) => {}
            Act::LogKeyAdded(act) => self.log_keys.push((stated.at, act.log_key.clone())),
            Act::CountryRegistered(act) => self.country_registered(act, stated),
            Act::GroupRegistered(act) => self.group_registered(act, stated),
            Act::MembershipStated(act) => self.membership_stated(act, stated),
            Act::PartyRegistered(act) => self.party_registered(act, stated),
            Act::KeyAdded(act) => self.add_key(&act.party, &act.key, stated.at),
            Act::KeyRotated(act) => self.key_rotated(act, stated),
            Act::KeyRevoked(act) => self.key_revoked(act, stated),
            Act::MandateGiven(act) => self.mandate_given(act, stated),
            Act::MandateEnded(act) => self.mandate_ended(act, stated),
            Act::OwnershipStated(act) => self.ownership_stated(act, stated),
            Act::StandardPublished(act) => self.standard_published(act, stated),
            Act::StandardRevised(act) => self.standard_revised(act, stated),
            Act::StandardWithdrawn(act) => self.standard_withdrawn(act, stated),
            Act::StandardAdopted(act) => self.standard_adopted(act, stated),
            Act::StringencyStated(act) => self.stringency_stated(act, stated),
            Act::CorrelationStated(act) => self.correlation_stated(act, stated),
            // These are read from the journal alone.
            Act::NeedIdentified(_)
            | Act::InterestStated(_)
            | Act::CallMade(_)
            | Act::CallTransmitted(_)
            | Act::CallAnswered(_)
            | Act::TaskForceFormed(_)
            | Act::TaskForceJoined(_)
            | Act::TaskForceLeft(_)
            | Act::TaskForceReported(_)
            | Act::StandardsExplored(_)
            | Act::StandardWorkRequested(_)
            | Act::StandardWorkUpdated(_)
            | Act::ConflictingActivityNoted(_)
            | Act::DraftFiled(_)
            | Act::PracticeAssessed(_)
            | Act::CommentsOpened(_)
            | Act::CommentsPublished(_)
            | Act::CommentsAnswered(_)
            | Act::ObjectiveSubmitted(_)
            | Act::ObjectiveAnnounced(_)
            | Act::InvitationSent(_)
            | Act::ObjectiveStatusReported(_)
            | Act::InterpretationPublished(_)
            | Act::AdditionalRequirementAnswered(_)
            | Act::MeasureDeclared(_)
            | Act::RegulationProposed(_) => {}
            Act::DraftAgreed(act) => self.draft_agreed(act, stated),
            Act::CounterMeasureLifted(act) => self.counter_measure_lifted(act, stated),
            Act::RegulationAdopted(act) => self.regulation_adopted(act, stated),
            Act::RegulationAmended(act) => self.regulation_amended(act, stated),
            Act::RegulationRepealed(act) => self.regulation_repealed(act, stated),
            Act::OwnershipBarred(act) => self.ownership_barred(act, stated),
            Act::ObjectiveEstablished(act) => self.objective_established(act, stated),
            Act::ObjectiveAgreed(act) => self.objective_agreed(act, stated),
            Act::ObjectiveAdopted(act) => self.objective_adopted(act, stated),
            Act::ObjectiveAccepted(act) => self.objective_accepted(act, stated),
            Act::RecognisedBodyDesignated(act) => self.recognised_body_designated(act, stated),
            Act::RecognisedBodyWithdrawn(act) => self.recognised_body_withdrawn(act, stated),
            Act::AdditionalRequirementImposed(act) => self.additional_requirement_imposed(act, stated),
            Act::AdditionalRequirementLifted(act) => self.additional_requirement_lifted(act, stated),
            Act::CounterMeasureTaken(act) => self.counter_measure_taken(act, stated),
            Act::AgreementConcluded(act) => self.agreement_concluded(act, stated, logged),
            Act::AgreementConcurred(act) => self.concurred(act, stated),
            Act::AgreementAcceded(act) => self.agreement_acceded(act, stated),
            Act::AgreementTerminated(act) => self.agreement_terminated(act, stated),
            Act::AnnexConcluded(act) => self.annex_concluded(act, stated, logged),
            Act::AnnexAmended(act) => self.annex_amended(act, stated),
            Act::AnnexJoined(act) => self.annex_joined(act, stated),
            Act::AnnexSuspended(act) => self.annex_suspended(act, stated),
            Act::AnnexRestored(act) => self.annex_restored(act, stated),
            Act::AnnexTerminated(act) => self.annex_terminated(act, stated),
            Act::EquivalenceDeclared(act) => self.equivalence_declared(act, stated),
            Act::EquivalenceRevoked(act) => self.equivalence_revoked(act, stated),
            Act::HarmonisedRegulationApplied(act) => self.harmonised_regulation_applied(act, stated),
            Act::AlignmentConfirmed(act) => self.alignment_confirmed(act, stated),
            Act::ExemptionStated(act) => self.exemption_stated(act, stated),
            Act::RefusalReasoned(act) => self.refusal_reasoned(act, stated),
            Act::BodyDesignated(act) => self.body_designated(act, stated),
            Act::BodyListed(act) => self.body_listed(act, stated),
            Act::BodyStatusChanged(act) => self.body_status_changed(act, stated),
            Act::AccreditationGranted(act) => self.accreditation_granted(act, stated),
            Act::AccreditationChanged(act) => self.accreditation_changed(act, stated),
            Act::AccreditationRecognised(act) => self.accreditation_recognised(act, stated),
            Act::SchemeJoined(act) => self.scheme_joined(act, stated),
            Act::DifferenceDeclared(act) => self.difference_declared(act, stated),
            Act::MeasureTaken(act) => self.measure_taken(act, stated),
            Act::MeasureLifted(act) => self.measure_lifted(act, stated),
            Act::SuspicionReported(act) => self.suspicion_reported(act, stated),
            Act::RecognitionDecided(act) => self.recognition_decided(act.clone(), String::new(), stated),
            Act::RecognitionRevoked(act) => self.recognition_revoked(act, stated),
            Act::AcceptanceStated(act) => self.acceptance_stated(act, stated),
            Act::CoverageStated(act) => self.coverage_stated(act, stated),
        }
    }
}

/// The value under a key, made empty first if there is none.
pub(crate) fn entry<K, V>(map: &mut crate::map::Map<K, V>, key: K) -> &mut V
where
    K: Clone + Eq + std::hash::Hash,
    V: Clone + Default,
{
    if !map.contains_key(&key) {
        map.insert_mut(key.clone(), V::default());
    }
    #[expect(clippy::unwrap_used, reason = "inserted above if it was absent")]
    map.get_mut(&key).unwrap()
}
