//! Which reference statements decisions for one importing country can rest on.
//!
//! A statement is left out only where no decision for that country ever looks at it: procedures of making objectives,
//! mandates other than to agree (they decide admission, which lies behind), and what other countries stated for themselves alone. In doubt it
//! stays. `every_history_gets_the_same_answers_offline` holds this against every history in plain words, and
//! `a_bundle_gives_the_bytes_of_the_registry` against the demonstration.

use std::collections::BTreeSet;

use model::{InstrumentId, Jurisdiction, MandateScope};
use registry::Registry;
use statement::Act;

/// What decisions for one country can rest on, as of one state of the registry.
pub struct Needed<'r> {
    registry: &'r Registry,
    covering: BTreeSet<Jurisdiction>,
    /// Regulations of others that an equivalence names.
    named: BTreeSet<&'r InstrumentId>,
}

/// A country with every group in which it ever was, directly or through another group.
pub fn covering_ever(registry: &Registry, importing: Jurisdiction) -> BTreeSet<Jurisdiction> {
    let mut covering = BTreeSet::from([importing]);
    let mut new = vec![importing];
    while let Some(member) = new.pop() {
        let groups = registry.memberships(member).into_iter();
        let groups = groups.flat_map(|facts| facts.known(registry.knowledge()));
        for group in groups.map(|fact| *fact.value) {
            if covering.insert(group) {
                new.push(group);
            }
        }
    }
    covering
}

impl<'r> Needed<'r> {
    /// For an importing country.
    pub fn new(registry: &'r Registry, importing: Jurisdiction) -> Self {
        let knowledge = registry.knowledge();
        let declared = registry.annexes().flat_map(|(_, annex)| annex.equivalences.known(knowledge));
        let named = declared.flat_map(|fact| [&fact.value.first.act, &fact.value.second.act]).collect();
        Self { registry, covering: covering_ever(registry, importing), named }
    }

    /// Whether a decision can look at an act.
    pub fn keeps(&self, act: &Act) -> bool {
        match act {
            Act::CertificatesIssued(_) | Act::CertificatesChanged(_) => false,
            // Whom a signature under a joint act binds follows from the signer's mandate to agree; other mandates decide
            // admission alone.
            Act::MandateGiven(act) => act.scopes.contains(&MandateScope::Agree),
            Act::MandateEnded(act) => act.scopes.contains(&MandateScope::Agree),
            // The making of objectives. What an established text is lifted from stays: drafts, who agreed on them, and
            // their submission.
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
            | Act::PracticeAssessed(_)
            | Act::CommentsOpened(_)
            | Act::CommentsPublished(_)
            | Act::CommentsAnswered(_)
            | Act::ObjectiveAnnounced(_)
            | Act::InvitationSent(_)
            | Act::ObjectiveStatusReported(_)
            | Act::InterpretationPublished(_)
            | Act::AdditionalRequirementAnswered(_)
            | Act::MeasureDeclared(_)
            | Act::RegulationProposed(_) => false,
            Act::RegulationAdopted(act) => self.keeps_regulation(&act.regulation),
            Act::RegulationAmended(act) => self.keeps_regulation(&act.regulation),
            Act::RegulationRepealed(act) => self.keeps_regulation(&act.regulation),
            Act::BodyDesignated(act) => self.keeps_regulation(&act.instrument),
            Act::BodyStatusChanged(act) => self.keeps_regulation(&act.instrument),
            Act::MeasureTaken(act) => self.keeps_measure(act.country, &act.measure),
            Act::MeasureLifted(act) => self.keeps_measure(act.country, &act.measure),
            Act::RecognitionDecided(act) => self.keeps_decision(act.country, &act.decision),
            Act::AcceptanceStated(act) => self.keeps_decision(act.country, &act.acceptance),
            Act::RecognitionRevoked(act) => self.keeps_decision(act.country, &act.decision),
            Act::StringencyStated(act) => self.is_ours(act.country),
            Act::CoverageStated(act) => self.is_ours(act.country),
            Act::OwnershipBarred(act) => self.is_ours(act.country),
            _ => true,
        }
    }

    fn is_ours(&self, country: Jurisdiction) -> bool {
        self.covering.contains(&country)
    }

    /// An instrument that is no regulation, or one that is ours or named by an equivalence.
    fn keeps_regulation(&self, id: &InstrumentId) -> bool {
        let country = self.registry.regulation(id).map(|regulation| regulation.adopted.country);
        country.is_none_or(|country| self.is_ours(country)) || self.named.contains(id)
    }

    fn keeps_measure(&self, country: Jurisdiction, id: &InstrumentId) -> bool {
        let knowledge = self.registry.knowledge();
        let ours = |record: &registry::MeasureRecord| {
            record.taken.known(knowledge).any(|fact| self.is_ours(fact.value.country))
        };
        self.is_ours(country) || self.registry.measure(id).is_some_and(ours)
    }

    fn keeps_decision(&self, country: Jurisdiction, id: &InstrumentId) -> bool {
        let knowledge = self.registry.knowledge();
        let ours = |record: &registry::PriorDecision| {
            record.decided.known(knowledge).any(|fact| self.is_ours(fact.value.country))
        };
        self.is_ours(country) || self.registry.prior_decision(id).is_some_and(ours)
    }
}
