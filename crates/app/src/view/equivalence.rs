//! An equivalence: two acts, each in an edition, declared equivalent under an annex; and whether the editions still are
//! those in force.

use model::{InstrumentId, Jurisdiction};
use registry::{Annex, OnDay};
use statement::act::{ActReference, EquivalenceDeclared};

use super::reading::days;
use super::{Cell, Fact, Label, Reading, Record, Row, Section, Term, Title};

/// The page of an equivalence.
pub fn equivalence(reading: &Reading<'_>, id: &InstrumentId) -> Option<Record> {
    let (annex_id, annex) = reading.registry.equivalence(id)?;
    let last = declared(reading, annex, id)?;
    let act = &last.value;
    let terms = &annex.concluded.terms;
    let fact = |label, cell| Fact { label, cell, source: None };
    let agreement = &annex.concluded.agreement;
    Some(Record {
        subject: reading.equivalence(id),
        what: Term::new("kind", "equivalence"),
        state: Some(state(reading, last).as_str()),
        on: reading.on,
        source: reading.source(last),
        facts: vec![
            fact(Label::Agreement, Cell::Link(reading.agreement(agreement))),
            fact(Label::Annex, Cell::Link(reading.annex(annex_id))),
            fact(Label::Days, days(last)),
            fact(Label::OnAmendment, Cell::term("on_amendment", terms.on_amendment.as_str())),
        ],
        sections: vec![acts(reading, act), events(reading, annex, id)],
    })
}

/// The declaration as last stated.
pub(crate) fn declared<'r>(
    reading: &Reading<'r>,
    annex: &'r Annex,
    id: &InstrumentId,
) -> Option<&'r registry::Fact<EquivalenceDeclared>> {
    annex.equivalences.known(reading.knowledge()).rfind(|fact| fact.value.equivalence == *id)
}

/// By its period and a revocation. That an act was amended since is for the rules, and shown beside it.
pub(crate) fn state(reading: &Reading<'_>, fact: &registry::Fact<EquivalenceDeclared>) -> OnDay {
    let known = reading.knowledge();
    if reading.registry.equivalence_revocation(&fact.value.equivalence, reading.on, known).is_some() {
        return OnDay::Revoked;
    }
    OnDay::of_period(fact.from, fact.until, reading.on)
}

fn acts(reading: &Reading<'_>, act: &EquivalenceDeclared) -> Section {
    let row = |reference: &ActReference| {
        let regulation = reading.registry.regulation(&reference.act);
        let country =
            regulation.map_or(Cell::Nothing, |found| Cell::Link(reading.country(found.adopted.country)));
        let current = regulation
            .and_then(|found| reading.registry.regulation_on(found, reading.on, reading.knowledge()))
            .map_or(Cell::State("not_in_force"), |(edition, _)| Cell::Text(edition.value.name.clone()));
        let declared = reference.edition.clone().map_or(Cell::Nothing, Cell::Text);
        let act = Cell::Link(reading.instrument(&reference.act));
        Row { cells: vec![act, country, declared, current], source: None }
    };
    let columns = vec![Label::Act, Label::Party, Label::EditionDeclared, Label::EditionOnDay];
    Section { title: Title::ActsNamed, columns, rows: vec![row(&act.first), row(&act.second)] }
}

fn events(reading: &Reading<'_>, annex: &Annex, id: &InstrumentId) -> Section {
    let known = reading.knowledge();
    let declared = annex.equivalences.known(known).filter(|fact| fact.value.equivalence == *id);
    let mut rows: Vec<_> = declared
        .map(|fact| Row {
            cells: vec![Cell::Day(fact.from), Cell::term("event", "declared"), Cell::Nothing],
            source: reading.source(fact),
        })
        .collect();
    let revoked = reading.registry.equivalence_revocation(id, model::Date::MAX, known);
    rows.extend(revoked.map(|fact| Row {
        cells: vec![
            Cell::Day(fact.from),
            Cell::State("revoked"),
            Cell::Link(reading.country(fact.value.party)),
        ],
        source: reading.source(fact),
    }));
    Section { title: Title::Events, columns: vec![Label::On, Label::Event, Label::Party], rows }
}

/// Equivalences of which something holds, by their identifiers: rows for the page of a country or act.
pub(crate) fn equivalences(
    reading: &Reading<'_>,
    concerns: impl Fn(&Annex, &EquivalenceDeclared) -> bool,
) -> Section {
    let found = |(id, annex): (&InstrumentId, &Annex)| {
        let (annex_id, annex) = (annex.concluded.annex.clone(), annex);
        let fact = annex
            .equivalences
            .known(reading.knowledge())
            .rfind(|fact| fact.value.equivalence == *id)
            .filter(|fact| concerns(annex, &fact.value))?;
        let cells = vec![
            Cell::Link(reading.equivalence(id)),
            Cell::Link(reading.annex(&annex_id)),
            days(fact),
            Cell::State(state(reading, fact).as_str()),
        ];
        Some((id.clone(), Row { cells, source: reading.source(fact) }))
    };
    let mut rows: Vec<_> = reading.registry.equivalences().filter_map(found).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let columns = vec![Label::Equivalence, Label::Annex, Label::Days, Label::State];
    Section { title: Title::Equivalences, columns, rows: rows.into_iter().map(|(_, row)| row).collect() }
}

/// Whether an annex is one of a country, directly or through a group.
pub(crate) fn is_of(reading: &Reading<'_>, annex: &Annex, covering: &[Jurisdiction]) -> bool {
    let parties = reading.registry.annex_parties(annex, reading.on, reading.knowledge());
    parties.iter().any(|party| covering.contains(party))
}
