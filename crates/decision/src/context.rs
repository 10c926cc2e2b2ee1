//! What every part of a decision shares: the question resolved against the registry.

use law::{Finding, Outcome};
use model::{
    Date, HsCode, HsEdition, InstrumentId, Jurisdiction, PartyId, ProductScope, ScopeMatch, StandardReference,
};
use registry::{
    Asked, CertificateFacts, CertificateState, Fact, Knowledge, ObjectiveText, ProductIndex, Registry,
    TargetIndex,
};
use statement::act;

use crate::question::Question;

/// Countries with the groups that cover them.
pub(crate) type Covering = smallvec::SmallVec<[Jurisdiction; 8]>;

/// The question resolved: who, what, when.
pub(crate) struct Context<'a> {
    pub(crate) registry: &'a Registry,
    pub(crate) knowledge: Knowledge<'a>,
    pub(crate) question: &'a Question,
    /// The day asked about.
    pub(crate) day: Date,
    pub(crate) importing: Jurisdiction,
    /// The importing country and its groups on the day.
    pub(crate) covering: Covering,
    /// Those of them whose law is law there.
    pub(crate) legislators: Covering,
    /// The commodity code asked about, or the certified one.
    pub(crate) code: &'a HsCode,
    pub(crate) edition: HsEdition,
    /// Objectives whose scope may cover the product; every requirement asks for them.
    pub(crate) objectives: Vec<&'a InstrumentId>,
    /// Decisions and acceptances of the importing country about such products; every requirement asks for them.
    pub(crate) prior_decisions: Vec<&'a InstrumentId>,
}

/// A piece of evidence that is on record, with what was found out about it.
pub(crate) struct Evidence<'a> {
    pub(crate) index: usize,
    pub(crate) facts: &'a CertificateFacts,
    pub(crate) state: CertificateState<'a>,
    pub(crate) outcome: Outcome,
    /// The party under whose authority it was issued.
    pub(crate) exporting: Option<Jurisdiction>,
    /// That party and its groups on the day of the assessment.
    pub(crate) exporting_covering: Covering,
    pub(crate) assessed_on: Date,
}

impl<'a> Context<'a> {
    /// Whether a code lies in a scope.
    pub(crate) fn matches(&self, scope: &ProductScope) -> ScopeMatch {
        self.registry.matches(scope, self.code, self.edition, self.knowledge)
    }

    /// Instruments of parties whose scope may cover the product, in order and without repetition.
    pub(crate) fn candidates<'i>(
        &self,
        index: &'i ProductIndex<InstrumentId>,
        parties: &[Jurisdiction],
    ) -> Vec<&'i InstrumentId> {
        self.registry.candidates(index, parties, self.code, self.edition, self.knowledge)
    }

    /// Measures or reports whose targets may match what is asked about.
    pub(crate) fn aimed_at<'i>(&self, index: &'i TargetIndex, asked: &Asked<'_>) -> Vec<&'i InstrumentId> {
        self.registry.aimed_at(index, asked, self.knowledge)
    }

    /// Whether the product lies in the scope of an objective; in a scope in words alone none can be found.
    pub(crate) fn scope_of(&self, text: &ObjectiveText) -> ScopeMatch {
        text.products.as_ref().map_or(ScopeMatch::Outside, |products| self.matches(products))
    }

    /// Whether an optional scope covers the product; no scope covers everything.
    pub(crate) fn within(&self, scope: Option<&ProductScope>) -> bool {
        scope.is_none_or(|scope| self.matches(scope) == ScopeMatch::Inside)
    }

    /// The commodity code as text.
    pub(crate) fn code_text(&self) -> &'a str {
        self.code.as_str()
    }

    /// The party of a list that covers the importing country.
    pub(crate) fn importing_party(&self, parties: &[Jurisdiction]) -> Option<Jurisdiction> {
        parties.iter().copied().find(|party| self.covering.contains(party))
    }

    /// An edition that satisfies a citation on a day: the dated one, or the one in force, or the former one while a
    /// transition runs.
    pub(crate) fn satisfies(
        &self,
        met: &StandardReference,
        citation: &act::StandardCitation,
        day: Date,
    ) -> bool {
        let cited = &citation.standard;
        if cited.is_dated() {
            return self.registry.is_identical(met, cited, self.knowledge);
        }
        let Some(current) = self.registry.edition_on(cited.series(), day, self.knowledge) else {
            return false;
        };
        if self.registry.is_identical(met, &current.value.standard, self.knowledge) {
            return true;
        }
        // The edition before it is good while a transition runs, stated by the citing act or by the revision itself.
        let transition =
            citation.former_edition_until.or_else(|| self.registry.transition_of(met, self.knowledge));
        let good = transition.is_some_and(|until| day < until);
        good && self.registry.edition_before(current, self.knowledge).is_some_and(|former| former == met)
    }

    /// The edition that a citation means on a day.
    pub(crate) fn resolved(&self, citation: &'a act::StandardCitation, day: Date) -> Option<&'a str> {
        if citation.standard.is_dated() {
            return Some(citation.standard.as_str());
        }
        let edition = self.registry.edition_on(citation.standard.series(), day, self.knowledge)?;
        Some(edition.value.standard.as_str())
    }
}

impl<'a> Evidence<'a> {
    pub(crate) fn number(&self) -> &'a str {
        self.facts.issued.number.as_str()
    }

    pub(crate) fn issuer(&self) -> &'a PartyId {
        &self.facts.issuer
    }

    /// The edition of an act to which it states conformity; the outer `None` says that it does not.
    pub(crate) fn attests_to(&self, act: &str) -> Option<Option<&'a str>> {
        self.state.conforms_to.iter().find(|r| r.act.as_str() == act).map(|r| r.edition.as_deref())
    }

    /// The first act to which it states conformity.
    pub(crate) fn first_act(&self) -> Option<&'a str> {
        self.state.conforms_to.first().map(|reference| reference.act.as_str())
    }

    /// The day that counts for what is in force: production for batches where it is known, else the day asked about.
    pub(crate) fn day_that_counts(&self, context: &Context<'_>) -> Date {
        let batch = self.state.products.iter().any(|product| product.batch.is_some());
        // What was produced later than the day asked about is not there yet: a claim cannot move the day forward.
        context.question.produced_on.filter(|day| batch && *day <= context.day).unwrap_or(context.day)
    }
}

/// The worst outcome of a list: not met before unknown before met.
pub(crate) fn worst(findings: &[Finding<'_>]) -> Outcome {
    findings.iter().map(|finding| finding.outcome).max().unwrap_or(Outcome::Met)
}

/// A fact's value with its position.
pub(crate) fn recorded<T, U>(fact: &Fact<T>, what: U) -> law::Recorded<U> {
    law::Recorded { what, at: fact.at }
}

/// A fact's days with its position.
pub(crate) fn recorded_period<T>(fact: &Fact<T>) -> law::Recorded<model::Period> {
    recorded(fact, fact.period())
}

/// The text of an instrument's identifier, for findings.
pub(crate) fn text(id: &InstrumentId) -> &str {
    id.as_str()
}
