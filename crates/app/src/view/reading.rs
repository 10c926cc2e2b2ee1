//! How the registry is read for a page: on a day, with everything known, in a language.

use model::{Date, InstrumentId, Jurisdiction, LogIndex, PartyId, ProductScope, StandardReference};
use registry::{Fact, Knowledge, Registry};

use super::{Cell, Days, Kind, Named, Report, Source};

/// Says who reported a statement. Reports are in the log and not in memory: the application looks them up.
pub trait Reports {
    /// The report that a statement is; `None` if its party signed it.
    fn report(&self, at: LogIndex) -> Option<Report>;
}

/// The registry on a day, with names in a language.
#[derive(Clone, Copy)]
pub struct Reading<'r> {
    /// What is on record.
    pub registry: &'r Registry,
    /// The day.
    pub on: Date,
    /// Language of names.
    pub language: &'r str,
    /// Who reported what.
    pub reports: &'r dyn Reports,
}

impl<'r> Reading<'r> {
    pub(crate) fn knowledge(&self) -> Knowledge<'r> {
        self.registry.knowledge()
    }

    /// The source of a fact.
    pub(crate) fn source<T>(&self, fact: &Fact<T>) -> Option<Source> {
        let report = if fact.reported { self.reports.report(fact.at) } else { None };
        Some(Source { at: fact.at.0, report })
    }

    /// The source of what does not say whether it was reported.
    pub(crate) fn source_at(&self, at: LogIndex) -> Source {
        Source { at: at.0, report: self.reports.report(at) }
    }

    pub(crate) fn country(&self, code: Jurisdiction) -> Named {
        Named::new(Kind::Country, code.as_str(), self.registry.name_of(&code, self.language))
    }

    pub(crate) fn countries(&self, codes: &[Jurisdiction]) -> Cell {
        Cell::links(codes.iter().map(|code| self.country(*code)).collect())
    }

    pub(crate) fn party(&self, party: &PartyId) -> Named {
        let name = self.registry.party(party).map(|record| record.registered.name.in_language(self.language));
        Named::new(Kind::Body, party.as_str(), name.unwrap_or(party.as_str()))
    }

    pub(crate) fn standard(&self, reference: &StandardReference) -> Named {
        Named::new(Kind::Standard, reference.as_str(), reference.as_str())
    }

    pub(crate) fn agreement(&self, id: &InstrumentId) -> Named {
        let title = self.registry.agreement(id).map(|a| a.concluded.title.in_language(self.language));
        named(Kind::Agreement, id, title)
    }

    pub(crate) fn annex(&self, id: &InstrumentId) -> Named {
        let title = self.registry.annex(id).map(|a| a.concluded.title.in_language(self.language));
        named(Kind::Annex, id, title)
    }

    /// A decision has no title: who accepts from whom, and under which act, names it.
    pub(crate) fn prior_decision(&self, id: &InstrumentId) -> Named {
        let title = crate::titles::prior_decision(self.registry, id, self.language, self.knowledge());
        named(Kind::PriorDecision, id, title.as_deref())
    }

    /// An equivalence has no title: its two acts name it.
    pub(crate) fn equivalence(&self, id: &InstrumentId) -> Named {
        let title = crate::titles::equivalence(self.registry, id, self.language, self.knowledge());
        named(Kind::Equivalence, id, title.as_deref())
    }

    pub(crate) fn procedure(&self, id: &InstrumentId) -> Named {
        let title = procedure::title_of(self.registry, id, self.knowledge());
        named(Kind::Procedure, id, title.map(|title| title.in_language(self.language)))
    }

    /// An instrument of whatever kind is on record under the identifier.
    pub(crate) fn instrument(&self, id: &InstrumentId) -> Named {
        let registry = self.registry;
        if registry.annex(id).is_some() {
            return self.annex(id);
        }
        if registry.agreement(id).is_some() {
            return self.agreement(id);
        }
        if let Some(objective) = registry.objective(id) {
            let latest = objective.versions.known(self.knowledge()).next_back();
            return named(
                Kind::Objective,
                id,
                latest.map(|fact| fact.value.title.in_language(self.language)),
            );
        }
        if registry.measure(id).is_some() {
            return named(Kind::Measure, id, None);
        }
        if registry.prior_decision(id).is_some() {
            return self.prior_decision(id);
        }
        if registry.equivalence(id).is_some() {
            return self.equivalence(id);
        }
        let adopted = registry.regulation(id).map(|r| r.adopted.title.in_language(self.language));
        let imposed = registry.additional(id).and_then(|r| r.imposed.known(self.knowledge()).next_back());
        let title = adopted.or_else(|| imposed.map(|fact| fact.value.title.in_language(self.language)));
        named(Kind::Regulation, id, title)
    }

    pub(crate) fn instruments(&self, ids: &[InstrumentId]) -> Cell {
        Cell::links(ids.iter().map(|id| self.instrument(id)).collect())
    }

    /// Whether a period has begun, lasts or is over.
    pub(crate) fn state(&self, from: Date, until: Option<Date>) -> &'static str {
        if self.on < from {
            "upcoming"
        } else if until.is_some_and(|until| until <= self.on) {
            "ended"
        } else {
            "in_force"
        }
    }

    /// The state of a fact.
    pub(crate) fn state_of<T>(&self, fact: &Fact<T>) -> Cell {
        Cell::State(self.state(fact.from, fact.until))
    }
}

fn named(kind: Kind, id: &InstrumentId, title: Option<&str>) -> Named {
    Named::new(kind, id.as_str(), title.filter(|title| !title.is_empty()).unwrap_or(id.as_str()))
}

/// The period of a fact.
pub(crate) fn days<T>(fact: &Fact<T>) -> Cell {
    Cell::Days(Days { from: fact.from, until: fact.until })
}

/// Commodity codes with their edition.
pub(crate) fn scope(scope: &ProductScope) -> Cell {
    if scope.hs.is_empty() {
        return Cell::term("scope", "every_product");
    }
    let list = |codes: &[model::HsCode]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let except =
        if scope.except.is_empty() { String::new() } else { format!(" − {}", list(&scope.except)) };
    Cell::Code(format!("HS {}: {}{except}", scope.hs_edition.year(), list(&scope.hs)))
}
