//! Findings that several paths ask for in the same way.

use law::Finding;
use law::rules::requirement::{edition_accepted, exclusive_standard_met};
use law::rules::standard::edition_in_force;
use model::{Date, InstrumentId};
use registry::{Accreditation, Fact};
use smallvec::SmallVec;
use statement::act::{AccreditationEvent, AccreditationGranted};

use super::Case;
use crate::context::recorded;

impl<'a> Case<'_, 'a> {
    /// Whether the edition attested is accepted on the day that counts; asked only where the act is attested and has
    /// editions.
    pub(super) fn edition_accepted(&self) -> Option<Finding<'a>> {
        let requirement = self.requirement;
        let current = requirement.edition?;
        let attested = self.evidence.attests_to(requirement.id.as_str())?;
        Some(edition_accepted::check(&edition_accepted::Input {
            act: requirement.id.as_str(),
            attested,
            current,
            former: requirement.former_edition,
            former_until: requirement.former_until,
            day: self.evidence.day_that_counts(self.context),
            at: requirement.at,
        }))
    }

    /// Findings about each standard to which the act refers exclusively (TRG-02). An undated reference is resolved on
    /// the day that counts (reading 4); where no edition is known, nothing can be compared.
    pub(super) fn exclusive_standards(&self) -> Vec<Finding<'a>> {
        let day = self.evidence.day_that_counts(self.context);
        let exclusive = self.requirement.standards.iter().filter(|citation| citation.exclusive);
        exclusive.flat_map(|citation| self.exclusive_standard(citation, day)).collect()
    }

    fn exclusive_standard(
        &self,
        citation: &'a statement::act::StandardCitation,
        day: Date,
    ) -> SmallVec<[Finding<'a>; 2]> {
        let mut findings = SmallVec::new();
        let context = self.context;
        if !citation.standard.is_dated() {
            let edition = context.registry.edition_on(citation.standard.series(), day, context.knowledge);
            findings.push(edition_in_force::check(&edition_in_force::Input {
                reference: citation.standard.as_str(),
                day,
                resolved: edition.map(|fact| recorded(fact, fact.value.standard.as_str())),
            }));
            if edition.is_none() {
                return findings;
            }
        }
        let certified = &self.evidence.state.content.standards;
        let met_with = certified.iter().find(|standard| context.satisfies(standard, citation, day));
        findings.push(exclusive_standard_met::check(&exclusive_standard_met::Input {
            act: self.requirement.id.as_str(),
            standard: citation.standard.as_str(),
            resolved: context.resolved(citation, day),
            met_with: met_with.map(model::StandardReference::as_str),
            at: self.requirement.at,
        }));
        findings
    }

    /// Whether the evidence states conformity to the act that is required.
    pub(super) fn attests(&self) -> bool {
        self.evidence.attests_to(self.requirement.id.as_str()).is_some()
    }

    /// The accreditations of a body that were in force on a day.
    pub(super) fn accreditations(
        &self,
        body: &model::PartyId,
        day: Date,
    ) -> impl Iterator<Item = (&'a Fact<AccreditationGranted>, &'a Accreditation)> {
        let registry = self.context.registry;
        let records = registry.accreditations_of(body).iter().filter_map(|id| registry.accreditation(id));
        records.filter_map(move |record| Some((self.accredited_on(record, day)?, record)))
    }

    /// The grant in force on a day, unless the accreditation was suspended or withdrawn by then.
    fn accredited_on(
        &self,
        accreditation: &'a Accreditation,
        day: Date,
    ) -> Option<&'a Fact<AccreditationGranted>> {
        let knowledge = self.context.knowledge;
        let ended = |event: &AccreditationEvent| {
            matches!(event, AccreditationEvent::Suspended | AccreditationEvent::Withdrawn)
        };
        let standing = accreditation.events.standing(knowledge, |a, b| a.event == b.event);
        let state = standing
            .filter(|fact| fact.from <= day && fact.value.event != AccreditationEvent::ScopeReduced)
            .max_by_key(|fact| (fact.from, fact.at));
        if state.is_some_and(|fact| ended(&fact.value.event)) {
            return None;
        }
        accreditation.granted.one_on(knowledge, day)
    }

    /// Whether an act left the scope of an accreditation by a day.
    pub(super) fn left_scope(&self, accreditation: &Accreditation, act: &InstrumentId, day: Date) -> bool {
        accreditation.events.known(self.context.knowledge).any(|fact| {
            fact.from <= day
                && fact.value.event == AccreditationEvent::ScopeReduced
                && fact.value.acts.contains(act)
        })
    }
}
