//! A measure on the market: against what, on which law, until when, and where one can turn.

use model::InstrumentId;
use statement::act::Target;

use super::reading::{days, scope};
use super::{Cell, Fact, Kind, Label, Named, Reading, Record, Row, Section, Term, Title};

/// The page of a measure.
pub fn measure(reading: &Reading<'_>, id: &InstrumentId) -> Option<Record> {
    let record = reading.registry.measure(id)?;
    let taken = record.taken.known(reading.knowledge()).next_back()?;
    let open = reading.registry.measure_on(id, reading.on, reading.knowledge()).is_some();
    let act = &taken.value;
    let fact = |label, cell| Fact { label, cell, source: None };
    let mut facts = vec![
        fact(Label::Country, Cell::Link(reading.country(act.country))),
        fact(Label::KindOfMeasure, Cell::term("measure", act.kind.as_str())),
        fact(Label::Days, days(taken)),
    ];
    facts.extend(against(reading, &act.against));
    facts.extend([
        fact(Label::LegalBasis, Cell::text(act.legal_basis.clone())),
        fact(Label::Reasons, Cell::text(act.reasons.clone())),
        fact(Label::Remedy, Cell::text(act.remedy.clone())),
        fact(
            Label::Objective,
            act.objective.as_ref().map_or(Cell::Nothing, |id| Cell::Link(reading.instrument(id))),
        ),
        fact(Label::Requirements, Cell::text(act.requirements_not_met.join("; "))),
    ]);
    // What is missing of legal basis and remedy is worth knowing; the rest is not shown when it is empty.
    facts
        .retain(|fact| fact.cell != Cell::Nothing || matches!(fact.label, Label::LegalBasis | Label::Remedy));
    let rows = record.lifted.known(reading.knowledge()).map(|fact| Row {
        cells: vec![Cell::Day(fact.value.on), Cell::State("ended"), Cell::text(fact.value.reasons.clone())],
        source: reading.source(fact),
    });
    let events = Section {
        title: Title::Events,
        columns: vec![Label::On, Label::Event, Label::Reasons],
        rows: rows.collect(),
    };
    Some(Record {
        subject: Named::new(Kind::Measure, id.as_str(), id.as_str()),
        what: Term::new("kind", "measure"),
        state: Some(if open { "in_force" } else { "not_in_force" }),
        on: reading.on,
        source: reading.source(taken),
        facts,
        sections: vec![events],
    })
}

fn against(reading: &Reading<'_>, target: &Target) -> Vec<Fact> {
    let fact = |label, cell| Fact { label, cell, source: None };
    let parties =
        |list: &[model::PartyId]| Cell::links(list.iter().map(|party| reading.party(party)).collect());
    let certificates =
        target.certificates.iter().map(|n| Named::new(Kind::Certificate, n.as_str(), n.as_str()));
    vec![
        fact(Label::Products, target.products.as_ref().map_or(Cell::Nothing, scope)),
        fact(Label::Gtin, Cell::text(target.gtins.join(", "))),
        fact(Label::Model, Cell::text(target.models.join(", "))),
        fact(Label::Batch, Cell::text(target.batches.join(", "))),
        fact(Label::Certificate, Cell::links(certificates.collect())),
        fact(Label::Body, parties(&target.bodies)),
        fact(Label::Holder, parties(&target.traders)),
        fact(Label::Origin, reading.countries(&target.origins)),
    ]
}
