//! A party: what it is, its keys, its standing under instruments, its accreditations, who owns it.

use model::{InstrumentId, PartyId};
use registry::PartyRecord;
use statement::act::{AccreditationEvent, BodyEvent};

use super::reading::{days, scope};
use super::{Cell, Fact, Label, Reading, Record, Row, Section, Term, Title};

/// The page of a party.
pub fn body(reading: &Reading<'_>, id: &PartyId) -> Option<Record> {
    let party = reading.registry.party(id)?;
    let mut sections = vec![
        standings(reading, id),
        accreditations(reading, id),
        recognitions(reading, id),
        ownership(reading, id),
        keys(party),
    ];
    sections.retain(|section| !section.rows.is_empty());
    let act = &party.registered;
    let fact = |label, cell| Fact { label, cell, source: None };
    let mut facts = vec![
        fact(Label::KindOfParty, Cell::term("party", act.kind.as_str())),
        fact(Label::Country, Cell::Link(reading.country(act.country))),
        fact(Label::Address, Cell::text(act.address.clone())),
        fact(Label::Website, super::agreement::address(&act.website)),
    ];
    facts.retain(|fact| fact.cell != Cell::Nothing);
    Some(Record {
        subject: reading.party(id),
        what: Term::new("kind", "body"),
        state: None,
        on: reading.on,
        source: Some(reading.source_at(party.at)),
        facts,
        sections,
    })
}

/// Bodies under an instrument, with their standing.
pub(crate) fn bodies_of(reading: &Reading<'_>, instrument: &InstrumentId) -> Section {
    let bodies = reading.registry.bodies_of(instrument);
    let rows = bodies.iter().flat_map(|body| {
        let mut rows = standing_rows(reading, body, instrument);
        rows.iter_mut().for_each(|row| row.cells[0] = Cell::Link(reading.party(body)));
        rows
    });
    let mut columns = STANDING.to_vec();
    columns[0] = Label::Body;
    Section { title: Title::Bodies, columns, rows: rows.collect() }
}

const STANDING: &[Label] =
    &[Label::Instrument, Label::Event, Label::Party, Label::Products, Label::Days, Label::State];

fn standings(reading: &Reading<'_>, body: &PartyId) -> Section {
    let instruments = reading.registry.instruments_of(body);
    let rows = instruments.iter().flat_map(|instrument| standing_rows(reading, body, instrument)).collect();
    Section { title: Title::Standings, columns: STANDING.to_vec(), rows }
}

fn standing_rows(reading: &Reading<'_>, body: &PartyId, instrument: &InstrumentId) -> Vec<Row> {
    let Some(standing) = reading.registry.standing(body, instrument) else {
        return Vec::new();
    };
    let known = reading.knowledge();
    let under = Cell::Link(reading.instrument(instrument));
    let row = |event: &'static str, party, products: Cell, days, state, source| Row {
        cells: vec![
            under.clone(),
            Cell::term("event", event),
            Cell::Link(reading.country(party)),
            products,
            days,
            state,
        ],
        source,
    };
    let products = |scope_: Option<&model::ProductScope>| scope_.map_or(Cell::Nothing, scope);
    let designated = standing.designations.known(known).map(|fact| {
        let products = products(fact.value.products.as_ref());
        row(
            "designated",
            fact.value.country,
            products,
            days(fact),
            reading.state_of(fact),
            reading.source(fact),
        )
    });
    let listed = standing.listings.known(known).map(|fact| {
        let products = products(fact.value.products.as_ref());
        row(
            "listed",
            fact.value.designated_by,
            products,
            days(fact),
            reading.state_of(fact),
            reading.source(fact),
        )
    });
    let events = standing.events.known(known).map(|fact| {
        let (event, by) = (body_event(fact.value.event), fact.value.country);
        row(
            event,
            by,
            Cell::text(fact.value.reasons.clone()),
            Cell::Day(fact.from),
            Cell::Nothing,
            reading.source(fact),
        )
    });
    designated.chain(listed).chain(events).collect()
}

fn body_event(event: BodyEvent) -> &'static str {
    match event {
        BodyEvent::Contested => "contested",
        BodyEvent::ContestRejected => "contest_rejected",
        BodyEvent::Suspended => "suspended",
        BodyEvent::Restored => "restored",
        BodyEvent::Withdrawn => "withdrawn",
    }
}

fn accreditations(reading: &Reading<'_>, body: &PartyId) -> Section {
    let known = reading.knowledge();
    let mut rows = Vec::new();
    for id in reading.registry.accreditations_of(body) {
        let Some(accreditation) = reading.registry.accreditation(id) else { continue };
        for fact in accreditation.granted.known(known) {
            let standards = fact.value.standards.iter().map(|standard| reading.standard(standard)).collect();
            let cells = vec![
                Cell::Link(reading.party(&fact.value.accreditation_body)),
                Cell::term("event", "granted"),
                reading.instruments(&fact.value.acts),
                Cell::links(standards),
                days(fact),
                reading.state_of(fact),
            ];
            rows.push(Row { cells, source: reading.source(fact) });
        }
        for fact in accreditation.events.known(known) {
            let cells = vec![
                Cell::Link(reading.party(&fact.value.accreditation_body)),
                Cell::term("event", accreditation_event(fact.value.event)),
                reading.instruments(&fact.value.acts),
                Cell::links(fact.value.standards.iter().map(|standard| reading.standard(standard)).collect()),
                Cell::Day(fact.value.on),
                Cell::Nothing,
            ];
            rows.push(Row { cells, source: reading.source(fact) });
        }
    }
    let columns = vec![
        Label::AccreditationBody,
        Label::Event,
        Label::Acts,
        Label::Standards,
        Label::Days,
        Label::State,
    ];
    Section { title: Title::Accreditations, columns, rows }
}

fn accreditation_event(event: AccreditationEvent) -> &'static str {
    match event {
        AccreditationEvent::ScopeReduced => "scope_reduced",
        AccreditationEvent::Suspended => "suspended",
        AccreditationEvent::Restored => "restored",
        AccreditationEvent::Withdrawn => "withdrawn",
    }
}

fn recognitions(reading: &Reading<'_>, body: &PartyId) -> Section {
    let registry = reading.registry;
    let codes =
        registry.countries().map(|country| country.country).chain(registry.groups().map(|group| group.group));
    let mut codes: Vec<_> = codes.collect();
    codes.sort();
    let facts = codes.into_iter().filter_map(|code| registry.accreditation_body(code, body));
    let rows = facts.flat_map(|facts| facts.known(reading.knowledge())).map(|fact| Row {
        cells: vec![
            Cell::Link(reading.country(fact.value.country)),
            fact.value.instrument.as_ref().map_or(Cell::Nothing, |id| Cell::Link(reading.instrument(id))),
            days(fact),
            reading.state_of(fact),
        ],
        source: reading.source(fact),
    });
    let columns = vec![Label::Country, Label::Instrument, Label::Days, Label::State];
    Section { title: Title::Recognitions, columns, rows: rows.collect() }
}

fn ownership(reading: &Reading<'_>, body: &PartyId) -> Section {
    let facts =
        reading.registry.ownership(body).into_iter().flat_map(|facts| facts.known(reading.knowledge()));
    let rows = facts.map(|fact| {
        let permille = fact.value.share_permille;
        Row {
            cells: vec![
                Cell::Text(fact.value.owner.clone()),
                Cell::Link(reading.country(fact.value.owner_country)),
                Cell::Text(format!("{}.{} %", permille / 10, permille % 10)),
                days(fact),
                reading.state_of(fact),
            ],
            source: reading.source(fact),
        }
    });
    let columns = vec![Label::Owner, Label::Country, Label::Share, Label::Days, Label::State];
    Section { title: Title::Ownership, columns, rows: rows.collect() }
}

fn keys(party: &PartyRecord) -> Section {
    let rows = party.keys.iter().map(|key| Row {
        cells: vec![
            Cell::Code(key.key.kid.clone()),
            Cell::State(if key.revoked_at.is_some() { "revoked" } else { "in_force" }),
        ],
        source: Some(super::Source { at: key.revoked_at.unwrap_or(key.added_at).0, report: None }),
    });
    Section { title: Title::Keys, columns: vec![Label::Key, Label::KeyState], rows: rows.collect() }
}
