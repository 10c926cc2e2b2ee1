//! A common regulatory objective: its versions, the countries that agreed, adopted or accept, its recognised bodies.

use model::InstrumentId;
use registry::Objective;

use super::country::commitment;
use super::reading::{days, scope};
use super::{Cell, Fact, Label, Reading, Record, Row, Section, Term, Title};

/// The page of an objective.
pub fn objective(reading: &Reading<'_>, id: &InstrumentId) -> Option<Record> {
    let objective = reading.registry.objective(id)?;
    let known = reading.knowledge();
    let current = objective
        .versions
        .known(known)
        .filter(|fact| fact.from <= reading.on)
        .max_by_key(|fact| fact.value.version);
    let shown = current.or_else(|| objective.versions.known(known).next_back())?;
    let act = &shown.value;
    let fact = |label, cell| Fact { label, cell, source: None };
    let mut facts = vec![
        fact(Label::Version, Cell::Number(act.version.into())),
        fact(Label::Products, act.products.as_ref().map_or(Cell::Nothing, scope)),
        fact(Label::Purposes, Cell::terms("purpose", act.purposes.iter().map(|purpose| purpose.as_str()))),
        fact(Label::Requirements, Cell::text(act.requirements.clone())),
        fact(
            Label::Compliance,
            Cell::terms("procedure", act.compliance.iter().map(|procedure| procedure.as_str())),
        ),
        fact(Label::Presumption, Cell::Flag(act.presumption)),
    ];
    facts.retain(|fact| fact.cell != Cell::Nothing);
    let source = reading.source(shown);
    let mut sections = vec![
        commitments(reading, objective),
        bodies(reading, objective),
        super::regulation::standards_cited(reading, &act.standards, source.clone()),
        versions(reading, objective),
    ];
    sections.retain(|section| !section.rows.is_empty() || section.title == Title::Commitments);
    Some(Record {
        subject: reading.instrument(id),
        what: Term::new("kind", "objective"),
        state: Some(if current.is_some() { "in_force" } else { "upcoming" }),
        on: reading.on,
        source,
        facts,
        sections,
    })
}

fn commitments(reading: &Reading<'_>, objective: &Objective) -> Section {
    let facts = objective
        .commitments
        .iter()
        .flat_map(|(code, facts)| facts.known(reading.knowledge()).map(move |f| (code, f)));
    let mut facts: Vec<_> = facts.collect();
    facts.sort_by_key(|(code, fact)| (**code, fact.at));
    let rows = facts.into_iter().map(|(code, fact)| {
        let (what, version) = commitment(&fact.value);
        Row {
            cells: vec![
                Cell::Link(reading.country(*code)),
                Cell::term("commitment", what),
                Cell::Number(version.into()),
                days(fact),
                reading.state_of(fact),
            ],
            source: reading.source(fact),
        }
    });
    let columns = vec![Label::Country, Label::Commitment, Label::Version, Label::Days, Label::State];
    Section { title: Title::Commitments, columns, rows: rows.collect() }
}

fn bodies(reading: &Reading<'_>, objective: &Objective) -> Section {
    let known = reading.knowledge();
    let mut rows = Vec::new();
    for (body, facts) in objective.bodies.iter() {
        for fact in facts.known(known) {
            let ends = objective.bodies_withdrawn.get(body).into_iter().flat_map(|ends| ends.known(known));
            let ended = ends.filter(|end| end.from >= fact.from).map(|end| end.from).min();
            let until = ended.or(fact.until);
            let row = Row {
                cells: vec![
                    Cell::Link(reading.party(body)),
                    Cell::Link(reading.country(fact.value.country)),
                    fact.value.products.as_ref().map_or(Cell::Nothing, scope),
                    Cell::Days(super::Days { from: fact.from, until }),
                    Cell::State(reading.state(fact.from, until)),
                ],
                source: reading.source(fact),
            };
            rows.push((body.clone(), row));
        }
    }
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let columns = vec![Label::Body, Label::DesignatedBy, Label::Products, Label::Days, Label::State];
    Section { title: Title::RecognisedBodies, columns, rows: rows.into_iter().map(|(_, row)| row).collect() }
}

fn versions(reading: &Reading<'_>, objective: &Objective) -> Section {
    let rows = objective.versions.known(reading.knowledge()).map(|fact| Row {
        cells: vec![
            Cell::Number(fact.value.version.into()),
            Cell::Day(fact.value.on),
            fact.value.products.as_ref().map_or(Cell::Nothing, scope),
        ],
        source: reading.source(fact),
    });
    let columns = vec![Label::Version, Label::On, Label::Products];
    Section { title: Title::Versions, columns, rows: rows.collect() }
}
