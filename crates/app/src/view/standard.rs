//! A standard: its editions, what replaced what, who adopted it, which acts refer to it.

use model::{Date, StandardReference};
use registry::Fact as Stated;
use statement::act;

use super::{Cell, Fact, Kind, Label, Named, Reading, Record, Row, Section, Term, Title};

/// The page of a standard.
#[derive(Clone, Debug, PartialEq)]
pub struct StandardView {
    /// Facts and tables.
    pub record: Record,
    /// Editions in the order of publication.
    pub succession: Vec<EditionView>,
}

/// An edition in the picture of the succession.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionView {
    /// Dated reference.
    pub reference: String,
    /// Day of publication.
    pub published: Date,
    /// First day on which it is no longer in force, if superseded or withdrawn by the day asked.
    pub ended: Option<Date>,
    /// State on the day: `in_force`, `superseded`, `withdrawn`, `upcoming`.
    pub state: &'static str,
    /// References that take its place.
    pub replaced_by: Vec<String>,
    /// Last day of a transition during which it is still good.
    pub transition_until: Option<Date>,
}

/// The page of a standard: of its whole series, and of one edition if the reference is dated.
pub fn standard(reading: &Reading<'_>, reference: &StandardReference) -> Option<StandardView> {
    let known = reading.knowledge();
    let series = reading.registry.standard_series(reference.series())?;
    let mut editions: Vec<_> = series.editions.known(known).collect();
    editions.sort_by_key(|fact| (fact.value.published, fact.at));
    let in_force = reading.registry.edition_on(reference.series(), reading.on, known);
    let chosen = editions.iter().find(|fact| fact.value.standard == *reference).copied();
    let shown = chosen.or(in_force).or_else(|| editions.last().copied())?;
    let succession: Vec<_> = editions.iter().map(|fact| edition(reading, fact, in_force)).collect();
    let state = succession.iter().find(|e| e.reference == shown.value.standard.as_str()).map(|e| e.state);
    let references: Vec<_> = match chosen {
        Some(fact) => vec![&fact.value.standard],
        None => editions.iter().map(|fact| &fact.value.standard).collect(),
    };
    let mut sections = vec![
        adoptions(reading, &references),
        stringency(reading, reference.series()),
        cited_by(reading, reference),
    ];
    sections.retain(|section| !section.rows.is_empty() || section.title == Title::CitedBy);
    let record = Record {
        subject: Named::new(Kind::Standard, reference.as_str(), reference.as_str()),
        what: Term::new("kind", "standard"),
        state,
        on: reading.on,
        source: reading.source(shown),
        facts: facts(reading, &shown.value),
        sections,
    };
    Some(StandardView { record, succession })
}

fn facts(reading: &Reading<'_>, act: &act::StandardPublished) -> Vec<Fact> {
    let fact = |label, cell| Fact { label, cell, source: None };
    let replaces = act.replaces.iter().map(|standard| reading.standard(standard)).collect();
    let mut facts = vec![
        fact(Label::Subject, Cell::text(act.title.in_language(reading.language))),
        fact(Label::Reference, Cell::Link(reading.standard(&act.standard))),
        fact(Label::PublishedOn, Cell::Day(act.published)),
        fact(Label::Topic, Cell::text(act.ics.join(", "))),
        fact(Label::Replaces, Cell::links(replaces)),
        fact(Label::AvailableAt, super::agreement::address(&act.available_at)),
    ];
    facts.retain(|fact| fact.cell != Cell::Nothing);
    facts
}

fn edition(
    reading: &Reading<'_>,
    fact: &Stated<act::StandardPublished>,
    in_force: Option<&Stated<act::StandardPublished>>,
) -> EditionView {
    let known = reading.knowledge();
    let reference = &fact.value.standard;
    let fate = reading.registry.standard_fate(reference);
    let revised = || fate.into_iter().flat_map(|fate| fate.revised.known(known));
    let withdrawn = fate.into_iter().flat_map(|fate| fate.withdrawn.known(known)).map(|fact| fact.from).min();
    let superseded = revised().map(|fact| fact.value.on).min();
    let by_day = |day: Option<Date>| day.filter(|day| *day <= reading.on);
    let state = if by_day(withdrawn).is_some() {
        "withdrawn"
    } else if fact.value.published > reading.on {
        "upcoming"
    } else if by_day(superseded).is_some()
        || in_force.is_some_and(|current| current.value.standard != *reference)
    {
        "superseded"
    } else {
        "in_force"
    };
    let followed = in_force.filter(|_| state == "superseded").map(|current| current.value.published);
    EditionView {
        reference: reference.to_string(),
        published: fact.value.published,
        ended: by_day(superseded).or(by_day(withdrawn)).or(followed),
        state,
        replaced_by: revised().map(|fact| fact.value.current.to_string()).collect(),
        transition_until: reading.registry.transition_of(reference, known),
    }
}

fn adoptions(reading: &Reading<'_>, references: &[&StandardReference]) -> Section {
    let known = reading.knowledge();
    let fates = references.iter().filter_map(|reference| reading.registry.standard_fate(reference));
    let facts = fates.flat_map(|fate| fate.adopted_as.known(known).chain(fate.adopts.known(known)));
    let rows = facts.map(|fact| {
        let act = &fact.value;
        let deviations =
            act.deviations.iter().map(|deviation| format!("{}: {}", deviation.clause, deviation.text));
        Row {
            cells: vec![
                Cell::Link(reading.country(act.country)),
                Cell::Link(reading.standard(&act.standard)),
                Cell::Link(reading.standard(&act.adopts)),
                Cell::term("degree", act.degree.as_str()),
                Cell::text(deviations.collect::<Vec<_>>().join("; ")),
            ],
            source: reading.source(fact),
        }
    });
    let columns = vec![Label::Country, Label::Standard, Label::Adopts, Label::Degree, Label::Details];
    Section { title: Title::Adoptions, columns, rows: rows.collect() }
}

fn stringency(reading: &Reading<'_>, series: &str) -> Section {
    let facts =
        reading.registry.stringency(series).into_iter().flat_map(|facts| facts.known(reading.knowledge()));
    let rows = facts.map(|fact| {
        let act = &fact.value;
        Row {
            cells: vec![
                Cell::Link(reading.country(act.country)),
                Cell::Link(reading.standard(&act.standard)),
                Cell::term("stringency", act.relation.as_str()),
                Cell::text(act.reasons.clone()),
                reading.state_of(fact),
            ],
            source: reading.source(fact),
        }
    });
    let columns = vec![Label::Country, Label::Standard, Label::Degree, Label::Reasons, Label::State];
    Section { title: Title::Stringency, columns, rows: rows.collect() }
}

/// Acts that refer to the standard on the day: to the edition, or to the series without one.
fn cited_by(reading: &Reading<'_>, reference: &StandardReference) -> Section {
    let cites = |citation: &&act::StandardCitation| {
        let other = &citation.standard;
        other.series() == reference.series()
            && (!reference.is_dated() || !other.is_dated() || other == reference)
    };
    let mut rows = Vec::new();
    for (id, regulation) in reading.registry.regulations() {
        let Some((edition, _)) = reading.registry.regulation_on(regulation, reading.on, reading.knowledge())
        else {
            continue;
        };
        for citation in edition.value.requirement.standards.iter().filter(cites) {
            let cells = vec![
                Cell::Link(reading.instrument(id)),
                Cell::Link(reading.country(regulation.adopted.country)),
                Cell::Link(reading.standard(&citation.standard)),
                Cell::Flag(citation.exclusive),
            ];
            rows.push((id.clone(), Row { cells, source: reading.source(edition) }));
        }
    }
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let columns = vec![Label::Act, Label::Country, Label::Standard, Label::Exclusive];
    Section { title: Title::CitedBy, columns, rows: rows.into_iter().map(|(_, row)| row).collect() }
}
