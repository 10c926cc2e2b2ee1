//! A technical regulation, or an additional requirement: what it requires on the day, its editions, who is accepted.

use model::InstrumentId;
use registry::{Edition, Regulation};
use statement::act::StandardCitation;

use super::reading::{days, scope};
use super::{Cell, Fact, Label, Reading, Record, Row, Section, Source, Term, Title};

/// The page of a regulation or additional requirement.
pub fn regulation(reading: &Reading<'_>, id: &InstrumentId) -> Option<Record> {
    match reading.registry.regulation(id) {
        Some(regulation) => Some(adopted(reading, id, regulation)),
        None => additional(reading, id),
    }
}

fn adopted(reading: &Reading<'_>, id: &InstrumentId, regulation: &Regulation) -> Record {
    let known = reading.knowledge();
    let current = reading.registry.regulation_on(regulation, reading.on, known).map(|(edition, _)| edition);
    let act = &regulation.adopted;
    let mut facts = vec![
        plain(Label::Country, Cell::Link(reading.country(act.country))),
        plain(Label::AdoptedOn, Cell::day(act.adopted_on)),
        plain(Label::Notification, Cell::text(act.notification.clone())),
    ];
    if let Some(edition) = current {
        facts.extend(requirement(&edition.value, &reading.source(edition)));
    }
    facts.retain(|fact| fact.cell != Cell::Nothing);
    let standards = current.map(|edition| &edition.value.requirement.standards);
    let mut sections = vec![
        standards_cited(
            reading,
            standards.map_or(&[], Vec::as_slice),
            current.and_then(|e| reading.source(e)),
        ),
        editions(reading, regulation),
        super::prior_decision::decisions(reading, |act| {
            act.requirements.contains(id) || act.attests_to.iter().any(|reference| reference.act == *id)
        }),
        super::equivalence::equivalences(reading, |_, act| act.first.act == *id || act.second.act == *id),
        annexes_naming(reading, id),
        super::body::bodies_of(reading, id),
    ];
    sections.retain(|section| !section.rows.is_empty());
    Record {
        subject: reading.instrument(id),
        what: Term::new("kind", "regulation"),
        state: Some(if current.is_some() { "in_force" } else { "not_in_force" }),
        on: reading.on,
        source: Some(reading.source_at(regulation.at)),
        facts,
        sections,
    }
}

fn additional(reading: &Reading<'_>, id: &InstrumentId) -> Option<Record> {
    let record = reading.registry.additional(id)?;
    let imposed = record.imposed.known(reading.knowledge()).next_back()?;
    let stands = reading.registry.additional_on(id, reading.on, reading.knowledge()).is_some();
    let act = &imposed.value;
    let mut facts = vec![
        plain(Label::Country, Cell::Link(reading.country(act.country))),
        plain(Label::Objective, Cell::Link(reading.instrument(&act.objective))),
        plain(Label::Products, scope(&act.products)),
        plain(Label::Procedure, Cell::term("procedure", act.procedure.as_str())),
        plain(Label::Days, days(imposed)),
        plain(Label::Reasons, Cell::text(act.reasons.clone())),
        plain(Label::ImportsTreatedWorse, worse(act.imports_treated_worse)),
    ];
    facts.retain(|fact| fact.cell != Cell::Nothing);
    Some(Record {
        subject: reading.instrument(id),
        what: Term::new("kind", "additional_requirement"),
        state: Some(if stands { "in_force" } else { "not_in_force" }),
        on: reading.on,
        source: reading.source(imposed),
        facts,
        sections: Vec::new(),
    })
}

fn plain(label: Label, cell: Cell) -> Fact {
    Fact { label, cell, source: None }
}

/// Only what is flagged is shown: that imports are treated alike is the rule.
fn worse(flag: bool) -> Cell {
    if flag { Cell::Flag(true) } else { Cell::Nothing }
}

fn requirement(edition: &Edition, source: &Option<Source>) -> Vec<Fact> {
    let requirement = &edition.requirement;
    let fact = |label, cell| Fact { label, cell, source: None };
    vec![
        Fact { label: Label::Edition, cell: Cell::Text(edition.name.clone()), source: source.clone() },
        fact(Label::Products, scope(&requirement.products)),
        fact(Label::Procedure, Cell::term("procedure", requirement.procedure.as_str())),
        fact(Label::Evidence, Cell::terms("evidence", requirement.evidence.iter().map(|kind| kind.as_str()))),
        fact(
            Label::Purposes,
            Cell::terms("purpose", requirement.purposes.iter().map(|purpose| purpose.as_str())),
        ),
        fact(Label::ImportsTreatedWorse, worse(requirement.imports_treated_worse)),
    ]
}

/// Standards that an act refers to.
pub(crate) fn standards_cited(
    reading: &Reading<'_>,
    citations: &[StandardCitation],
    source: Option<Source>,
) -> Section {
    let rows = citations.iter().map(|citation| Row {
        cells: vec![
            Cell::Link(reading.standard(&citation.standard)),
            Cell::Flag(citation.exclusive),
            Cell::text(citation.section.clone()),
            Cell::day(citation.former_edition_until),
        ],
        source: source.clone(),
    });
    let columns = vec![Label::Standard, Label::Exclusive, Label::Details, Label::FormerEditionUntil];
    Section { title: Title::Standards, columns, rows: rows.collect() }
}

/// Annexes that name the act.
fn annexes_naming(reading: &Reading<'_>, id: &InstrumentId) -> Section {
    let names = |annex: &registry::Annex| {
        let added = annex.amendments.known(reading.knowledge()).flat_map(|fact| &fact.value.acts_added);
        annex.concluded.acts.iter().chain(added).flat_map(|named| &named.acts).any(|act| act.act == *id)
    };
    let mut found: Vec<_> = reading.registry.annexes().filter(|(_, annex)| names(annex)).collect();
    found.sort_by(|a, b| a.0.cmp(b.0));
    let rows = found.into_iter().map(|(id, annex)| Row {
        cells: vec![
            Cell::Link(reading.annex(id)),
            Cell::Link(reading.agreement(&annex.concluded.agreement)),
            Cell::term("recognises", annex.concluded.recognises.as_str()),
            Cell::State(super::annex::state(reading, annex).as_str()),
        ],
        source: Some(reading.source_at(annex.at)),
    });
    let columns = vec![Label::Annex, Label::Agreement, Label::Recognises, Label::State];
    Section { title: Title::Annexes, columns, rows: rows.collect() }
}

fn editions(reading: &Reading<'_>, regulation: &Regulation) -> Section {
    let known = reading.knowledge();
    let stated = regulation.editions.known(known).map(|fact| Row {
        cells: vec![
            Cell::Text(fact.value.name.clone()),
            days(fact),
            Cell::day(fact.value.former_edition_until),
            scope(&fact.value.requirement.products),
        ],
        source: reading.source(fact),
    });
    let repealed = regulation.repeals.known(known).map(|fact| Row {
        cells: vec![
            Cell::State("ended"),
            Cell::Day(fact.value.on),
            Cell::Nothing,
            Cell::text(fact.value.reason.clone()),
        ],
        source: reading.source(fact),
    });
    let columns = vec![Label::Edition, Label::Days, Label::FormerEditionUntil, Label::Products];
    Section { title: Title::Editions, columns, rows: stated.chain(repealed).collect() }
}
