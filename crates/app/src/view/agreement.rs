//! An agreement: its parties and how they are bound, its dates, its annexes.

use model::InstrumentId;
use registry::Agreement;

use super::{Cell, Days, Fact, Kind, Label, Named, Reading, Record, Row, Section, Term, Title};

/// The page of an agreement.
pub fn agreement(reading: &Reading<'_>, id: &InstrumentId) -> Option<Record> {
    let agreement = reading.registry.agreement(id)?;
    let subject = reading.agreement(id);
    Some(Record {
        subject: Named::new(Kind::Agreement, id.as_str(), subject.name),
        what: Term::new("kind", "agreement"),
        state: Some(agreement.on_day(reading.on, reading.knowledge()).as_str()),
        on: reading.on,
        source: Some(reading.source_at(agreement.at)),
        facts: facts(reading, agreement),
        sections: vec![annexes(reading, agreement), parties(reading, agreement), ends(reading, agreement)],
    })
}

fn facts(reading: &Reading<'_>, agreement: &Agreement) -> Vec<Fact> {
    let act = &agreement.concluded;
    let fact = |label, cell| Fact { label, cell, source: None };
    let depositary = act.depositary.as_ref().map_or(Cell::Nothing, |party| Cell::Link(reading.party(party)));
    let mut facts = vec![
        fact(Label::Binding, Cell::term("binding", act.binding.as_str())),
        fact(Label::SignedOn, Cell::day(act.signed_on)),
        fact(Label::Days, Cell::Days(Days { from: act.in_force_from, until: act.until })),
        fact(Label::Depositary, depositary),
        fact(Label::OpenToAccession, Cell::Flag(act.open_to_accession)),
        fact(Label::Territories, reading.countries(&act.territories_excluded)),
        fact(Label::Languages, Cell::text(act.languages.join(", "))),
        fact(Label::BasedOn, Cell::text(act.based_on.clone())),
        fact(Label::PublishedAt, address(&act.published_at)),
    ];
    facts.retain(|fact| fact.cell != Cell::Nothing);
    facts
}

/// An address, or a text that is not one.
pub(crate) fn address(text: &str) -> Cell {
    if text.starts_with("https://") { Cell::Address(text.to_owned()) } else { Cell::text(text) }
}

fn annexes(reading: &Reading<'_>, agreement: &Agreement) -> Section {
    let rows = agreement.annexes.iter().filter_map(|id| {
        let annex = reading.registry.annex(id)?;
        let act = &annex.concluded;
        Some(Row {
            cells: vec![
                Cell::Link(reading.annex(id)),
                Cell::term("recognises", act.recognises.as_str()),
                Cell::Days(Days { from: act.in_force_from, until: act.until }),
                Cell::State(super::annex::state(reading, annex).as_str()),
            ],
            source: Some(reading.source_at(annex.at)),
        })
    });
    let columns = vec![Label::Annex, Label::Recognises, Label::Days, Label::State];
    Section { title: Title::Annexes, columns, rows: rows.collect() }
}

fn parties(reading: &Reading<'_>, agreement: &Agreement) -> Section {
    let original = agreement.concluded.parties.iter().map(|party| {
        // What the party signed itself stands before what was stated for it.
        let by = agreement.bound.by(*party, reading.knowledge());
        let source = by.map(|by| reading.source_at(by.at));
        let from = Cell::Day(agreement.concluded.in_force_from);
        Row { cells: vec![Cell::Link(reading.country(*party)), Cell::Flag(by.is_some()), from], source }
    });
    let acceded = agreement.accessions.known(reading.knowledge()).map(|fact| Row {
        cells: vec![Cell::Link(reading.country(fact.value.party)), Cell::Flag(true), Cell::Day(fact.from)],
        source: reading.source(fact),
    });
    let rows = original.chain(acceded).collect();
    Section { title: Title::PartiesBound, columns: vec![Label::Party, Label::Bound, Label::On], rows }
}

fn ends(reading: &Reading<'_>, agreement: &Agreement) -> Section {
    let rows = agreement.terminations.known(reading.knowledge()).map(|fact| Row {
        cells: vec![
            Cell::Day(fact.value.on),
            Cell::State("ended"),
            Cell::Link(reading.country(fact.value.party)),
        ],
        source: reading.source(fact),
    });
    let columns = vec![Label::On, Label::Event, Label::Party];
    Section { title: Title::Suspensions, columns, rows: rows.collect() }
}
