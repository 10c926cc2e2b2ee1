//! What the registry answers: look-ups by day and knowledge. Pure reading; no rule of the law is decided here.

use std::sync::Arc;

use model::{
    Date, HsCode, HsEdition, InstrumentId, Jurisdiction, MandateScope, PartyId, ProductScope, ScopeMatch,
    StandardReference,
};
use smallvec::SmallVec;
use statement::act;

use crate::facts::{Fact, Facts, Knowledge};
use crate::state::{
    Accreditation, AdditionalRequirement, Agreement, Annex, Edition, KeyRecord, Mandate, MeasureRecord,
    Objective, PartyRecord, PriorDecision, Registry, Regulation, StandardFate, StandardSeries, Standing,
};
use crate::{Asked, EVERY_PARTY, ProductIndex, TargetIndex};

/// A country with the groups to which it belongs.
pub type Covering = SmallVec<[Jurisdiction; 8]>;

/// Parties, keys, mandates.
impl Registry {
    /// The record of a party.
    pub fn party(&self, party: &PartyId) -> Option<&PartyRecord> {
        self.parties.get(party)
    }

    /// All parties, in no order.
    pub fn parties(&self) -> impl Iterator<Item = &PartyRecord> {
        self.parties.values()
    }

    /// The number of a party's key, the latest if an identifier was used again.
    pub fn key_number(&self, party: &PartyId, key_id: &str) -> Option<u32> {
        self.key(party, key_id).map(|key| key.number)
    }

    /// The record of a party's key, the latest if an identifier was used again.
    pub fn key(&self, party: &PartyId, key_id: &str) -> Option<&KeyRecord> {
        self.parties.get(party)?.keys.iter().rev().find(|key| key.key.kid == key_id)
    }

    /// Whether a party may speak for a country or group on a day, as far as everything is known.
    pub fn has_mandate(&self, party: &PartyId, whom: Jurisdiction, scope: MandateScope, day: Date) -> bool {
        self.mandates_of(party, scope, day)
            .any(|mandate| mandate.on_behalf_of.is_none_or(|for_| for_ == whom))
    }

    /// Whether a party has a mandate of a kind for anybody on a day.
    pub fn has_any_mandate(&self, party: &PartyId, scope: MandateScope, day: Date) -> bool {
        self.mandates_of(party, scope, day).next().is_some()
    }

    /// Whether a party has a mandate of a kind for every country and group on a day.
    pub fn has_general_mandate(&self, party: &PartyId, scope: MandateScope, day: Date) -> bool {
        self.mandates_of(party, scope, day).any(|mandate| mandate.on_behalf_of.is_none())
    }

    fn mandates_of(&self, party: &PartyId, scope: MandateScope, day: Date) -> impl Iterator<Item = &Mandate> {
        let same = |a: &Mandate, b: &Mandate| a.on_behalf_of == b.on_behalf_of && a.scope == b.scope;
        let given = self.mandates.get(party).into_iter();
        let open = move |given: &&Fact<Mandate>| {
            let ended = self.mandate_ends.get(party).is_some_and(|ends| {
                ends.known(self.knowledge())
                    .any(|end| same(&end.value, &given.value) && end.at > given.at && end.from <= day)
            });
            !ended
        };
        given
            .flat_map(move |facts| facts.on(self.knowledge(), day, same))
            .filter(open)
            .map(|fact| fact.value.as_ref())
            .filter(move |mandate| mandate.scope == scope)
    }

    /// Owners of a body, as stated.
    pub fn ownership(&self, body: &PartyId) -> Option<&Facts<act::OwnershipStated>> {
        self.ownership.get(body)
    }

    /// Bars on ownership of bodies under the law of a country or group.
    pub fn bars(&self, country: Jurisdiction) -> Option<&Facts<act::OwnershipBarred>> {
        self.bars.get(&country)
    }

    /// Instruments under which a body has or had a standing.
    pub fn instruments_of(&self, body: &PartyId) -> &[InstrumentId] {
        self.instruments_of.get(body).map_or(&[], Vec::as_slice)
    }

    /// Bodies that have or had a standing under an instrument.
    pub fn bodies_of(&self, instrument: &InstrumentId) -> &[PartyId] {
        self.bodies_of.get(instrument).map_or(&[], Vec::as_slice)
    }

    /// Designations, listings and events of a body under an instrument.
    pub fn standing(&self, body: &PartyId, instrument: &InstrumentId) -> Option<&Standing> {
        self.standings.get(body)?.get(instrument)
    }
}

/// Countries and groups.
impl Registry {
    /// A country.
    pub fn country(&self, code: Jurisdiction) -> Option<&act::CountryRegistered> {
        self.countries.get(&code).map(|(country, _)| country.as_ref())
    }

    /// A group.
    pub fn group(&self, code: Jurisdiction) -> Option<&act::GroupRegistered> {
        self.groups.get(&code).map(|(group, _)| group.as_ref())
    }

    /// All countries, in no order.
    pub fn countries(&self) -> impl Iterator<Item = &act::CountryRegistered> {
        self.countries.values().map(|(country, _)| country.as_ref())
    }

    /// All groups, in no order.
    pub fn groups(&self) -> impl Iterator<Item = &act::GroupRegistered> {
        self.groups.values().map(|(group, _)| group.as_ref())
    }

    /// Whether a country or group is registered under this code.
    pub fn knows(&self, code: Jurisdiction) -> bool {
        self.countries.contains_key(&code) || self.groups.contains_key(&code)
    }

    /// The name of a country or group in a language; its code if it is not registered.
    pub fn name_of<'a>(&'a self, code: &'a Jurisdiction, language: &str) -> &'a str {
        let country = self.countries.get(code).map(|(country, _)| &country.name);
        let name = country.or_else(|| self.groups.get(code).map(|(group, _)| &group.name));
        name.map_or(code.as_str(), |name| name.in_language(language))
    }

    /// Membership facts of a country or group.
    pub fn memberships(&self, member: Jurisdiction) -> Option<&Facts<Jurisdiction>> {
        self.memberships.get(&member)
    }

    /// Members of a group, as stated.
    pub fn members(&self, group: Jurisdiction) -> Option<&Facts<Jurisdiction>> {
        self.members.get(&group)
    }

    /// The code itself and every group to which it belongs on a day, groups of groups included.
    pub fn covering(&self, code: Jurisdiction, day: Date, knowledge: Knowledge<'_>) -> Covering {
        let mut found: Covering = SmallVec::new();
        found.push(code);
        let mut next = 0;
        // A group may belong to a group (the EU to the WTO); whatever was found once is not asked again, so this ends.
        while next < found.len() {
            if let Some(facts) = self.memberships.get(&found[next]) {
                for fact in facts.on(knowledge, day, |a, b| a == b) {
                    if !found.contains(&fact.value) {
                        found.push(*fact.value);
                    }
                }
            }
            next += 1;
        }
        found
    }

    /// Those of `covering` whose law is law in the country: itself and groups that legislate.
    pub fn legislators(&self, covering: &[Jurisdiction]) -> Covering {
        let legislates =
            |code: &Jurisdiction| self.groups.get(code).is_none_or(|(group, _)| group.legislates);
        covering.iter().copied().filter(legislates).collect()
    }

    /// The membership of a country or group in a group on a day.
    pub fn membership<'a>(
        &'a self,
        member: Jurisdiction,
        group: Jurisdiction,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> Option<&'a Fact<Jurisdiction>> {
        self.memberships.get(&member)?.on(knowledge, day, |a, b| a == b).rfind(|fact| *fact.value == group)
    }
}

/// Standards.
impl Registry {
    /// A series with its editions.
    pub fn standard_series(&self, series: &str) -> Option<&StandardSeries> {
        self.standards.get(series)
    }

    /// All series, in no order.
    pub fn standards(&self) -> impl Iterator<Item = (&Arc<str>, &StandardSeries)> {
        self.standards.iter()
    }

    /// What became of a dated reference.
    pub fn standard_fate(&self, reference: &StandardReference) -> Option<&StandardFate> {
        self.fates.get(reference)
    }

    /// The edition of a series in force on a day: the last one published by then that is not withdrawn.
    pub fn edition_on<'a>(
        &'a self,
        series: &str,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> Option<&'a Fact<act::StandardPublished>> {
        let in_force =
            |fact: &&Fact<act::StandardPublished>| !self.is_withdrawn(&fact.value.standard, day, knowledge);
        let editions = self.standards.get(series)?.editions.known(knowledge);
        editions.filter(|fact| fact.from <= day).filter(in_force).max_by_key(|fact| (fact.from, fact.at))
    }

    /// The edition of the same series that was published last before another one.
    pub fn edition_before<'a>(
        &'a self,
        edition: &Fact<act::StandardPublished>,
        knowledge: Knowledge<'a>,
    ) -> Option<&'a StandardReference> {
        let editions = self.standards.get(edition.value.standard.series())?.editions.known(knowledge);
        let earlier = editions.filter(|fact| fact.from < edition.from);
        earlier.max_by_key(|fact| (fact.from, fact.at)).map(|fact| &fact.value.standard)
    }

    fn is_withdrawn(&self, reference: &StandardReference, day: Date, knowledge: Knowledge<'_>) -> bool {
        self.fates
            .get(reference)
            .is_some_and(|fate| fate.withdrawn.known(knowledge).any(|fact| fact.from <= day))
    }

    /// The first day on which a superseded edition is no longer good, where a transition is stated.
    pub fn transition_of(&self, reference: &StandardReference, knowledge: Knowledge<'_>) -> Option<Date> {
        self.fates
            .get(reference)?
            .revised
            .known(knowledge)
            .filter_map(|fact| fact.value.transition_until)
            .max()
    }

    /// Whether one dated reference is an identical adoption of the other, in either direction.
    pub fn is_identical(
        &self,
        a: &StandardReference,
        b: &StandardReference,
        knowledge: Knowledge<'_>,
    ) -> bool {
        a == b || self.adopts_identically(a, b, knowledge) || self.adopts_identically(b, a, knowledge)
    }

    fn adopts_identically(
        &self,
        a: &StandardReference,
        b: &StandardReference,
        knowledge: Knowledge<'_>,
    ) -> bool {
        let adopted = self.fates.get(a).map(|fate| &fate.adopts);
        adopted.is_some_and(|facts| {
            facts
                .known(knowledge)
                .any(|fact| fact.value.adopts == *b && fact.value.degree == model::Correspondence::Identical)
        })
    }

    /// Statements about what is at least as strict as a required standard.
    pub fn stringency(&self, required_series: &str) -> Option<&Facts<act::StringencyStated>> {
        self.stringency.get(required_series)
    }
}

/// Products.
impl Registry {
    /// Whether a code lies in a scope, through a recorded correlation where the editions differ (reading 9).
    pub fn matches(
        &self,
        scope: &ProductScope,
        code: &HsCode,
        edition: HsEdition,
        knowledge: Knowledge<'_>,
    ) -> ScopeMatch {
        if scope.hs_edition == edition || (scope.hs.is_empty() && scope.except.is_empty()) {
            return scope.matches(code, edition);
        }
        let correlated = self.correlated(code, edition, scope.hs_edition, knowledge);
        let mut answers = correlated.iter().map(|code| scope.matches(code, scope.hs_edition));
        match answers.next() {
            None => ScopeMatch::Unclear,
            Some(first) if answers.all(|answer| answer == first) => first,
            Some(_) => ScopeMatch::Unclear,
        }
    }

    /// Instruments of parties whose scope may cover a code, through recorded correlations too; in order and without
    /// repetition.
    pub fn candidates<'i>(
        &self,
        index: &'i ProductIndex<InstrumentId>,
        parties: &[Jurisdiction],
        code: &HsCode,
        edition: HsEdition,
        knowledge: Knowledge<'_>,
    ) -> Vec<&'i InstrumentId> {
        let correlated = |other| self.correlated(code, edition, other, knowledge);
        index.candidates_of(parties, code, edition, correlated)
    }

    /// Measures or reports whose targets may match, through recorded correlations too; in order and without repetition.
    pub fn aimed_at<'i>(
        &self,
        index: &'i TargetIndex,
        asked: &Asked<'_>,
        knowledge: Knowledge<'_>,
    ) -> Vec<&'i InstrumentId> {
        index.candidates(asked, |other| self.correlated(asked.code, asked.edition, other, knowledge))
    }

    /// Codes of another edition to which a code is known to correspond.
    pub fn correlated(
        &self,
        code: &HsCode,
        from: HsEdition,
        to: HsEdition,
        knowledge: Knowledge<'_>,
    ) -> Vec<HsCode> {
        // Correlation tables are written at six digits; national digits behind them do not change the heading.
        let six = code.as_str().get(..6).and_then(|six| six.parse().ok()).unwrap_or(*code);
        let tables = self.correlations.get(&(from, to)).into_iter().flat_map(|facts| facts.known(knowledge));
        tables.filter_map(|fact| fact.value.get(&six)).flatten().copied().collect()
    }
}

/// Regulations and objectives.
impl Registry {
    /// A regulation.
    pub fn regulation(&self, id: &InstrumentId) -> Option<&Regulation> {
        self.regulations.get(id)
    }

    /// All regulations, in no order.
    pub fn regulations(&self) -> impl Iterator<Item = (&InstrumentId, &Regulation)> {
        self.regulations.iter()
    }

    /// Regulations by product.
    pub fn regulation_index(&self) -> &ProductIndex<InstrumentId> {
        &self.regulation_index
    }

    /// The edition of a regulation that applies on a day, unless it is repealed, and the name of the one before.
    pub fn regulation_on<'a>(
        &'a self,
        regulation: &'a Regulation,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> Option<(&'a Fact<Edition>, Option<&'a str>)> {
        if regulation.repeals.known(knowledge).any(|fact| fact.from <= day) {
            return None;
        }
        let current = regulation.editions.last_event(knowledge, day).filter(|fact| fact.contains(day))?;
        let former = regulation.editions.known(knowledge).filter(|fact| fact.from < current.from);
        let former = former.max_by_key(|fact| (fact.from, fact.at)).map(|fact| fact.value.name.as_str());
        Some((current, former))
    }

    /// An objective.
    pub fn objective(&self, id: &InstrumentId) -> Option<&Objective> {
        self.objectives.get(id)
    }

    /// All objectives, in no order.
    pub fn objectives(&self) -> impl Iterator<Item = (&InstrumentId, &Objective)> {
        self.objectives.iter()
    }

    /// Objectives by product.
    pub fn objectives_for(
        &self,
        code: &HsCode,
        edition: HsEdition,
        knowledge: Knowledge<'_>,
    ) -> Vec<&InstrumentId> {
        self.candidates(&self.objective_index, &[EVERY_PARTY], code, edition, knowledge)
    }

    /// An additional requirement.
    pub fn additional(&self, id: &InstrumentId) -> Option<&AdditionalRequirement> {
        self.additional.get(id)
    }

    /// Additional requirements that a country or group imposed.
    pub fn additional_of(&self, country: Jurisdiction) -> &[InstrumentId] {
        self.additional_by_country.get(&country).map_or(&[], Vec::as_slice)
    }

    /// An additional requirement as it stands on a day.
    pub fn additional_on<'a>(
        &'a self,
        id: &InstrumentId,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> Option<&'a Fact<act::AdditionalRequirementImposed>> {
        let record = self.additional.get(id)?;
        let imposed = record.imposed.one_on(knowledge, day)?;
        let lifted = record.lifted.known(knowledge).any(|fact| imposed.from <= fact.from && fact.from <= day);
        (!lifted).then_some(imposed)
    }

    /// Counter-measures of a country or group.
    pub fn counter_measures(&self, country: Jurisdiction) -> Option<&Facts<act::CounterMeasureTaken>> {
        self.counter_measures.get(&country)
    }

    /// Whether a counter-measure was lifted by a day, on or after the day on which it was taken.
    pub fn counter_measure_is_lifted(
        &self,
        taken: &Fact<act::CounterMeasureTaken>,
        day: Date,
        knowledge: Knowledge<'_>,
    ) -> bool {
        let lifted = self.counter_measures_lifted.get(&taken.value.counter_measure);
        lifted.is_some_and(|facts| {
            facts.known(knowledge).any(|fact| taken.from <= fact.from && fact.from <= day)
        })
    }
}

/// Agreements, accreditation, measures, decisions, coverage.
impl Registry {
    /// An agreement.
    pub fn agreement(&self, id: &InstrumentId) -> Option<&Agreement> {
        self.agreements.get(id)
    }

    /// All agreements, in no order.
    pub fn agreements(&self) -> impl Iterator<Item = (&InstrumentId, &Agreement)> {
        self.agreements.iter()
    }

    /// An annex.
    pub fn annex(&self, id: &InstrumentId) -> Option<&Annex> {
        self.annexes.get(id)
    }

    /// All annexes, in no order.
    pub fn annexes(&self) -> impl Iterator<Item = (&InstrumentId, &Annex)> {
        self.annexes.iter()
    }

    /// Annexes by party and product.
    pub fn annex_index(&self) -> &ProductIndex<InstrumentId> {
        &self.annex_index
    }

    /// The day on which an equivalence was revoked, if by the day asked.
    pub fn equivalence_revocation<'a>(
        &'a self,
        id: &InstrumentId,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> Option<&'a Fact<act::EquivalenceRevoked>> {
        self.equivalence_revocations.get(id)?.known(knowledge).find(|fact| fact.from <= day)
    }

    /// An accreditation.
    pub fn accreditation(&self, id: &InstrumentId) -> Option<&Accreditation> {
        self.accreditations.get(id)
    }

    /// Accreditations of a body.
    pub fn accreditations_of(&self, body: &PartyId) -> &[InstrumentId] {
        self.accreditations_of.get(body).map_or(&[], Vec::as_slice)
    }

    /// Recognitions of an accreditation body by a country or group.
    pub fn accreditation_body(
        &self,
        by: Jurisdiction,
        body: &PartyId,
    ) -> Option<&Facts<act::AccreditationRecognised>> {
        self.accreditation_bodies.get(&by)?.get(body)
    }

    /// A measure.
    pub fn measure(&self, id: &InstrumentId) -> Option<&MeasureRecord> {
        self.measures.get(id)
    }

    /// All measures, in no order.
    pub fn measures(&self) -> impl Iterator<Item = (&InstrumentId, &MeasureRecord)> {
        self.measures.iter()
    }

    /// Measures by country and by what they are directed against.
    pub fn measure_index(&self) -> &TargetIndex {
        &self.measure_index
    }

    /// A measure as it stands on a day.
    pub fn measure_on<'a>(
        &'a self,
        id: &InstrumentId,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> Option<&'a Fact<act::MeasureTaken>> {
        let record = self.measures.get(id)?;
        let taken = record.taken.one_on(knowledge, day)?;
        let lifted = record.lifted.known(knowledge).any(|fact| taken.from <= fact.from && fact.from <= day);
        (!lifted).then_some(taken)
    }

    /// A report of suspicion.
    pub fn suspicion(&self, id: &InstrumentId) -> Option<&Facts<act::SuspicionReported>> {
        self.suspicions.get(id)
    }

    /// Reports of suspicion by what they are directed against, under [`EVERY_PARTY`].
    pub fn suspicion_index(&self) -> &TargetIndex {
        &self.suspicion_index
    }

    /// A recognition decision or acceptance.
    pub fn prior_decision(&self, id: &InstrumentId) -> Option<&PriorDecision> {
        self.prior_decisions.get(id)
    }

    /// All recognition decisions and acceptances, in no order.
    pub fn prior_decisions(&self) -> impl Iterator<Item = (&InstrumentId, &PriorDecision)> {
        self.prior_decisions.iter()
    }

    /// Recognition decisions by country and product.
    pub fn prior_index(&self) -> &ProductIndex<InstrumentId> {
        &self.prior_index
    }

    /// How complete the registry is for a scheme and country, as last stated by a day.
    pub fn coverage<'a>(
        &'a self,
        scheme: &InstrumentId,
        country: Jurisdiction,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> Option<&'a Fact<act::CoverageStated>> {
        self.coverage.get(scheme)?.get(&country)?.last_event(knowledge, day)
    }
}
