//! A recognition decision of one country, or what it accepts by its own law: what counts as met, on which conditions.

use model::InstrumentId;
use registry::PriorDecision;
use statement::act::RecognitionDecided;

use super::annex::act_link;
use super::reading::{days, scope};
use super::{Cell, Fact, Label, Reading, Record, Row, Section, Term, Title};

/// The page of a decision or acceptance.
pub fn prior_decision(reading: &Reading<'_>, id: &InstrumentId) -> Option<Record> {
    let prior = reading.registry.prior_decision(id)?;
    let last = prior.decided.known(reading.knowledge()).next_back()?;
    let mut sections =
        vec![conforms_to(reading, &last.value), conditions(&last.value), events(reading, prior)];
    sections.retain(|section| !section.rows.is_empty());
    Some(Record {
        subject: reading.prior_decision(id),
        what: Term::new("kind", kind(prior)),
        state: prior.on_day(reading.on, reading.knowledge()).map(|state| state.as_str()),
        on: reading.on,
        source: reading.source(last),
        facts: facts(reading, prior, last),
        sections,
    })
}

/// An acceptance rests on law; an individual decision on its own reasons.
pub(crate) fn kind(prior: &PriorDecision) -> &'static str {
    if prior.legal_basis.is_empty() { "recognition_decision" } else { "acceptance" }
}

fn facts(
    reading: &Reading<'_>,
    prior: &PriorDecision,
    last: &registry::Fact<RecognitionDecided>,
) -> Vec<Fact> {
    let act = &last.value;
    let fact = |label, cell| Fact { label, cell, source: None };
    let from = act.designating_party.map_or(Cell::Nothing, |party| Cell::Link(reading.country(party)));
    let bodies = act.bodies.iter().map(|body| reading.party(body)).collect();
    let certificates = act
        .certificates
        .iter()
        .map(|number| super::Named::new(super::Kind::Certificate, number.as_str(), number.as_str()));
    // An acceptance repeats its legal basis as its reasons.
    let reasons = if prior.legal_basis.is_empty() { act.reasons.as_str() } else { "" };
    let reviewed = if prior.legal_basis.is_empty() { Cell::Flag(act.peer_reviewed) } else { Cell::Nothing };
    let ends = if act.review_by.is_some() { Cell::Flag(act.ends_when_review_overdue) } else { Cell::Nothing };
    let mut facts = vec![
        fact(Label::Country, Cell::Link(reading.country(act.country))),
        fact(Label::AcceptsFrom, from),
        fact(Label::Requirements, reading.instruments(&act.requirements)),
        fact(Label::Body, Cell::links(bodies)),
        fact(Label::Certificate, Cell::links(certificates.collect())),
        fact(Label::Products, scope(&act.products)),
        fact(Label::LegalBasis, Cell::text(prior.legal_basis.clone())),
        fact(Label::Reasons, Cell::text(reasons)),
        fact(Label::PeerReviewed, reviewed),
        fact(Label::Days, days(last)),
        fact(Label::ReviewBy, Cell::day(act.review_by)),
        fact(Label::EndsWhenOverdue, ends),
    ];
    facts.retain(|fact| fact.cell != Cell::Nothing);
    facts
}

fn conforms_to(reading: &Reading<'_>, act: &RecognitionDecided) -> Section {
    let rows = act.attests_to.iter().map(|act| Row { cells: act_link(reading, act), source: None });
    let columns = vec![Label::Act, Label::Edition];
    Section { title: Title::ConformsTo, columns, rows: rows.collect() }
}

fn conditions(act: &RecognitionDecided) -> Section {
    let rows = act.conditions.iter().map(|condition| Row {
        cells: vec![Cell::Code(condition.name.clone()), Cell::text(condition.text.clone())],
        source: None,
    });
    let columns = vec![Label::Conditions, Label::Description];
    Section { title: Title::Conditions, columns, rows: rows.collect() }
}

fn events(reading: &Reading<'_>, prior: &PriorDecision) -> Section {
    let known = reading.knowledge();
    let decided = prior.decided.known(known).map(|fact| {
        (
            fact.from,
            Row {
                cells: vec![Cell::Day(fact.from), Cell::term("event", "decided"), Cell::Nothing],
                source: reading.source(fact),
            },
        )
    });
    let revoked = prior.revoked.known(known).map(|fact| {
        (
            fact.from,
            Row {
                cells: vec![
                    Cell::Day(fact.from),
                    Cell::State("revoked"),
                    Cell::text(fact.value.reasons.clone()),
                ],
                source: reading.source(fact),
            },
        )
    });
    let mut rows: Vec<_> = decided.chain(revoked).collect();
    rows.sort_by_key(|(day, _)| *day);
    let columns = vec![Label::On, Label::Event, Label::Reasons];
    Section { title: Title::Events, columns, rows: rows.into_iter().map(|(_, row)| row).collect() }
}

/// Decisions and acceptances of which something holds, by their identifiers: rows for the page of a country or act.
pub(crate) fn decisions(reading: &Reading<'_>, concerns: impl Fn(&RecognitionDecided) -> bool) -> Section {
    let known = reading.knowledge();
    let last = |(id, prior): (&InstrumentId, &PriorDecision)| {
        let fact = prior.decided.known(known).next_back().filter(|fact| concerns(&fact.value))?;
        let from =
            fact.value.designating_party.map_or(Cell::Nothing, |party| Cell::Link(reading.country(party)));
        let state = prior.on_day(reading.on, known)?;
        let cells = vec![
            Cell::Link(reading.prior_decision(id)),
            Cell::term("kind", kind(prior)),
            from,
            reading.instruments(&fact.value.requirements),
            scope(&fact.value.products),
            days(fact),
            Cell::State(state.as_str()),
        ];
        Some((id.clone(), Row { cells, source: reading.source(fact) }))
    };
    let mut rows: Vec<_> = reading.registry.prior_decisions().filter_map(last).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let columns = vec![
        Label::Decision,
        Label::KindOfDecision,
        Label::AcceptsFrom,
        Label::Requirements,
        Label::Products,
        Label::Days,
        Label::State,
    ];
    Section { title: Title::Decisions, columns, rows: rows.into_iter().map(|(_, row)| row).collect() }
}
