//! An annex: what is recognised, for which products and acts, in which direction, by which bodies, and since when.

use model::{InstrumentId, Jurisdiction};
use registry::{Annex, OnDay};
use statement::act::{ActReference, Direction};

use super::reading::{days, scope};
use super::{Cell, Days, Fact, Label, Reading, Record, Row, Section, Term, Title};

/// The page of an annex.
pub fn annex(reading: &Reading<'_>, id: &InstrumentId) -> Option<Record> {
    let annex = reading.registry.annex(id)?;
    let mut sections = vec![
        directions(reading, annex),
        acts(reading, annex),
        suspensions(reading, annex),
        super::body::bodies_of(reading, id),
        joined(reading, annex),
        equivalences(reading, annex),
        applied(reading, annex),
        aligned(reading, annex),
        members(reading, annex),
        differences(reading, annex),
        exemptions(reading, annex),
        amendments(reading, annex),
    ];
    sections.retain(|section| !section.rows.is_empty() || section.title == Title::Suspensions);
    Some(Record {
        subject: reading.annex(id),
        what: Term::new("kind", "annex"),
        state: Some(state(reading, annex).as_str()),
        on: reading.on,
        source: Some(reading.source_at(annex.at)),
        facts: facts(reading, annex),
        sections,
    })
}

/// The state on the day: `suspended` if every direction is, `partly_suspended` if one is.
pub(crate) fn state(reading: &Reading<'_>, annex: &Annex) -> OnDay {
    reading.registry.annex_on_day(annex, reading.on, reading.knowledge())
}

fn facts(reading: &Reading<'_>, annex: &Annex) -> Vec<Fact> {
    let act = &annex.concluded;
    let fact = |label, cell| Fact { label, cell, source: None };
    let agreement = reading.registry.agreement(&act.agreement);
    let parties =
        if act.parties.is_empty() { agreement.map(|a| &a.concluded.parties) } else { Some(&act.parties) };
    let binding = act.binding.or(agreement.map(|a| a.concluded.binding));
    let mut facts = vec![
        fact(Label::Agreement, Cell::Link(reading.agreement(&act.agreement))),
        fact(Label::Recognises, Cell::term("recognises", act.recognises.as_str())),
        fact(Label::Parties, parties.map_or(Cell::Nothing, |parties| reading.countries(parties))),
        fact(Label::Products, scope(&act.products)),
        fact(Label::Outputs, Cell::terms("evidence", act.outputs.iter().map(|kind| kind.as_str()))),
        fact(Label::Phase, Cell::text(act.phase.clone())),
        fact(
            Label::Binding,
            binding.map_or(Cell::Nothing, |binding| Cell::term("binding", binding.as_str())),
        ),
        fact(Label::Origin, Cell::term("origin", act.origin.as_str())),
        fact(Label::Days, Cell::Days(Days { from: act.in_force_from, until: act.until })),
    ];
    facts.retain(|fact| fact.cell != Cell::Nothing);
    facts
}

/// Each direction with its own state: a suspension stops some and leaves others.
fn directions(reading: &Reading<'_>, annex: &Annex) -> Section {
    let state = state(reading, annex);
    let rows = reading.registry.annex_ways(annex, reading.on, reading.knowledge()).into_iter().map(|way| {
        let from = way
            .from
            .map_or(Cell::term("scope", "every_other_party"), |from| Cell::Link(reading.country(from)));
        let to = Cell::Link(reading.country(way.to));
        let decision = way.suspension.map_or(Cell::Nothing, |fact| Cell::text(fact.value.decision.clone()));
        let cells = vec![from, to, Cell::State(way.state(state).as_str()), decision];
        let source = way.suspension.and_then(|fact| reading.source(fact));
        Row { cells, source: source.or_else(|| Some(reading.source_at(annex.at))) }
    });
    let columns = vec![Label::ResultsOf, Label::RecognisedIn, Label::State, Label::Decision];
    Section { title: Title::Directions, columns, rows: rows.collect() }
}

/// Directions that a suspension names; without any, all in which its party accepts.
fn stopped(directions: &[Direction], by: Jurisdiction) -> Cell {
    if directions.is_empty() {
        return Cell::Text(format!("→ {by}"));
    }
    let arrows: Vec<_> = directions.iter().map(|way| format!("{} → {}", way.from, way.to)).collect();
    Cell::Text(arrows.join(", "))
}

/// An act as it is referred to.
pub(crate) fn act_link(reading: &Reading<'_>, act: &ActReference) -> Vec<Cell> {
    let edition = act.edition.clone().map_or(Cell::Nothing, Cell::Text);
    vec![Cell::Link(reading.instrument(&act.act)), edition]
}

fn acts(reading: &Reading<'_>, annex: &Annex) -> Section {
    let rows = annex.concluded.acts.iter().flat_map(|named| {
        named.acts.iter().map(|act| {
            let mut cells = vec![Cell::Link(reading.country(named.party))];
            cells.extend(act_link(reading, act));
            Row { cells, source: Some(reading.source_at(annex.at)) }
        })
    });
    let columns = vec![Label::Party, Label::Act, Label::Edition];
    Section { title: Title::ActsNamed, columns, rows: rows.collect() }
}

fn suspensions(reading: &Reading<'_>, annex: &Annex) -> Section {
    let known = reading.knowledge();
    let suspended = annex.suspensions.known(known).map(|fact| {
        let act = &fact.value;
        let cells = vec![
            Cell::Day(act.from),
            Cell::term("event", "suspended"),
            Cell::Link(reading.country(act.by)),
            stopped(&act.directions, act.by),
            Cell::text(act.decision.clone()),
        ];
        (act.from, Row { cells, source: reading.source(fact) })
    });
    let plain = |day, event: Cell, by, source| {
        (
            day,
            Row {
                cells: vec![
                    Cell::Day(day),
                    event,
                    Cell::Link(reading.country(by)),
                    Cell::Nothing,
                    Cell::Nothing,
                ],
                source,
            },
        )
    };
    let restored = annex.restorations.known(known).map(|fact| {
        plain(fact.value.on, Cell::term("event", "restored"), fact.value.by, reading.source(fact))
    });
    let ended = annex
        .terminations
        .known(known)
        .map(|fact| plain(fact.value.on, Cell::State("ended"), fact.value.party, reading.source(fact)));
    let mut rows: Vec<_> = suspended.chain(restored).chain(ended).collect();
    rows.sort_by_key(|(day, _)| *day);
    let columns = vec![Label::On, Label::Event, Label::Party, Label::Direction, Label::Decision];
    Section { title: Title::Suspensions, columns, rows: rows.into_iter().map(|(_, row)| row).collect() }
}

fn joined(reading: &Reading<'_>, annex: &Annex) -> Section {
    let rows = annex.joined.known(reading.knowledge()).map(|fact| Row {
        cells: vec![Cell::Link(reading.country(fact.value.party)), days(fact), reading.state_of(fact)],
        source: reading.source(fact),
    });
    let columns = vec![Label::Party, Label::Days, Label::State];
    Section { title: Title::PartiesBound, columns, rows: rows.collect() }
}

fn equivalences(reading: &Reading<'_>, annex: &Annex) -> Section {
    let rows = annex.equivalences.known(reading.knowledge()).map(|fact| {
        let act = &fact.value;
        let known = reading.knowledge();
        let revoked = reading.registry.equivalence_revocation(&act.equivalence, reading.on, known).is_some();
        let mut cells = vec![Cell::Link(reading.equivalence(&act.equivalence))];
        cells.extend(act_link(reading, &act.first));
        cells.extend(act_link(reading, &act.second));
        cells.push(days(fact));
        cells.push(if revoked { Cell::State("revoked") } else { reading.state_of(fact) });
        Row { cells, source: reading.source(fact) }
    });
    let columns = vec![
        Label::Equivalence,
        Label::First,
        Label::Edition,
        Label::Second,
        Label::Edition,
        Label::Days,
        Label::State,
    ];
    Section { title: Title::Equivalences, columns, rows: rows.collect() }
}

fn applied(reading: &Reading<'_>, annex: &Annex) -> Section {
    let facts = annex.applied.iter().flat_map(|(_, facts)| facts.known(reading.knowledge()));
    let rows = facts.map(|fact| Row {
        cells: vec![
            Cell::Link(reading.country(fact.value.country)),
            Cell::Number(fact.value.oldest_series.into()),
            days(fact),
            reading.state_of(fact),
        ],
        source: reading.source(fact),
    });
    let columns = vec![Label::Country, Label::OldestSeries, Label::Days, Label::State];
    Section { title: Title::Applied, columns, rows: sorted(rows) }
}

fn aligned(reading: &Reading<'_>, annex: &Annex) -> Section {
    let facts = annex.aligned.iter().flat_map(|(_, facts)| facts.known(reading.knowledge()));
    let rows = facts.map(|fact| Row {
        cells: vec![Cell::Link(reading.country(fact.value.country)), days(fact), reading.state_of(fact)],
        source: reading.source(fact),
    });
    let columns = vec![Label::Country, Label::Days, Label::State];
    Section { title: Title::Alignment, columns, rows: sorted(rows) }
}

fn members(reading: &Reading<'_>, annex: &Annex) -> Section {
    let facts = annex.members.iter().flat_map(|(_, facts)| facts.known(reading.knowledge()));
    let rows = facts.map(|fact| Row {
        cells: vec![
            Cell::Link(reading.country(fact.value.country)),
            Cell::Link(reading.party(&fact.value.member)),
            Cell::links(fact.value.recognises.iter().map(|standard| reading.standard(standard)).collect()),
            days(fact),
            reading.state_of(fact),
        ],
        source: reading.source(fact),
    });
    let columns = vec![Label::Country, Label::Member, Label::Standards, Label::Days, Label::State];
    Section { title: Title::Members, columns, rows: sorted(rows) }
}

fn differences(reading: &Reading<'_>, annex: &Annex) -> Section {
    let facts = annex.differences.iter().flat_map(|(_, facts)| facts.known(reading.knowledge()));
    let rows = facts.map(|fact| Row {
        cells: vec![
            Cell::Link(reading.country(fact.value.country)),
            Cell::Link(reading.standard(&fact.value.standard)),
            Cell::Code(fact.value.difference.clone()),
            Cell::text(fact.value.text.clone()),
            reading.state_of(fact),
        ],
        source: reading.source(fact),
    });
    let columns = vec![Label::Country, Label::Standard, Label::Difference, Label::Details, Label::State];
    Section { title: Title::Differences, columns, rows: sorted(rows) }
}

fn exemptions(reading: &Reading<'_>, annex: &Annex) -> Section {
    let known = reading.knowledge();
    let exempted = annex.exemptions.known(known).map(|fact| Row {
        cells: vec![
            Cell::Link(reading.country(fact.value.country)),
            scope(&fact.value.products),
            Cell::Nothing,
            reading.state_of(fact),
        ],
        source: reading.source(fact),
    });
    let refused = annex.refusals.known(known).map(|fact| Row {
        cells: vec![
            Cell::Link(reading.country(fact.value.country)),
            fact.value.against.products.as_ref().map_or(Cell::Nothing, scope),
            Cell::text(fact.value.reasons.clone()),
            reading.state_of(fact),
        ],
        source: reading.source(fact),
    });
    let columns = vec![Label::Country, Label::Products, Label::Reasons, Label::State];
    Section { title: Title::Exemptions, columns, rows: exempted.chain(refused).collect() }
}

fn amendments(reading: &Reading<'_>, annex: &Annex) -> Section {
    let rows = annex.amendments.known(reading.knowledge()).map(|fact| {
        let ids = |lists: &[statement::act::NamedActs]| {
            let acts = lists.iter().flat_map(|named| &named.acts);
            Cell::links(acts.map(|act| reading.instrument(&act.act)).collect())
        };
        Row {
            cells: vec![
                Cell::Day(fact.from),
                fact.value.products.as_ref().map_or(Cell::Nothing, scope),
                ids(&fact.value.acts_added),
                ids(&fact.value.acts_removed),
            ],
            source: reading.source(fact),
        }
    });
    let columns = vec![Label::On, Label::Products, Label::ActsAdded, Label::ActsRemoved];
    Section { title: Title::Amendments, columns, rows: rows.collect() }
}

/// Rows of a map, in the order of the log: maps have none of their own.
fn sorted(rows: impl Iterator<Item = Row>) -> Vec<Row> {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_key(|row| row.source.as_ref().map(|source| source.at));
    rows
}
