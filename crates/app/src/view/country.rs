//! A country or group: where it belongs, what it requires, whose results it recognises, who acts in it.

use model::{InstrumentId, Jurisdiction};
use registry::{Agreement, Commitment, Fact, OnDay, Registry};

use super::reading::{days, scope};
use super::{Cell, Fact as Shown, Kind, Label, Reading, Record, Row, Section, Term, Title};

/// A country or group with agreements and regulations in force, for a list.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it is a group.
    pub group: bool,
    /// Number of agreements in force to which it is a party itself or through a group.
    pub agreements: usize,
    /// Number of regulations that apply, those of groups that legislate for it included.
    pub regulations: usize,
}

/// The page of a country or group.
pub fn country(reading: &Reading<'_>, code: Jurisdiction) -> Option<Record> {
    let registry = reading.registry;
    let (what, facts) = if let Some(country) = registry.country(code) {
        let numeric = format!("{:03}", country.numeric);
        (
            "country",
            vec![
                fact(Label::Alpha3, Cell::Code(country.alpha3.clone())),
                fact(Label::Numeric, Cell::Code(numeric)),
            ],
        )
    } else {
        ("group", vec![fact(Label::Legislates, Cell::Flag(registry.group(code)?.legislates))])
    };
    let mut sections = vec![
        memberships(reading, code),
        members(reading, code),
        agreements(reading, code),
        regulations(reading, code),
        additional(reading, code),
        objectives(reading, code),
        decisions(reading, code),
        equivalences(reading, code),
        measures(reading, code),
        bodies(reading, code),
        coverage(reading, code),
    ];
    sections.retain(|section| !section.rows.is_empty() || section.title == Title::Agreements);
    Some(Record {
        subject: reading.country(code),
        what: Term::new("kind", what),
        state: None,
        on: reading.on,
        source: None,
        facts,
        sections,
    })
}

/// All countries and groups, by name.
pub fn countries(reading: &Reading<'_>) -> Vec<CountryRow> {
    let registry = reading.registry;
    let codes =
        registry.countries().map(|c| (c.country, false)).chain(registry.groups().map(|g| (g.group, true)));
    let mut rows: Vec<_> = codes.map(|(code, group)| row(reading, code, group)).collect();
    rows.sort_by_cached_key(|row| (row.name.chars().map(plain).collect::<String>(), row.code.clone()));
    rows
}

/// Codes and names of all countries and groups, by name; and whether each is a group.
pub fn names(registry: &Registry, language: &str) -> Vec<(String, String, bool)> {
    let codes =
        registry.countries().map(|c| (c.country, false)).chain(registry.groups().map(|g| (g.group, true)));
    let name = |code: Jurisdiction| registry.name_of(&code, language).to_owned();
    let mut all: Vec<_> = codes.map(|(code, group)| (code.to_string(), name(code), group)).collect();
    all.sort_by_cached_key(|(code, name, _)| (name.chars().map(plain).collect::<String>(), code.clone()));
    all
}

/// A letter without its accent, so that États-Unis stands among the names in E. Enough for the languages of the portal.
fn plain(letter: char) -> char {
    match letter {
        'À'..='Å' => 'A',
        'Ç' => 'C',
        'È'..='Ë' => 'E',
        'Ì'..='Ï' => 'I',
        'Ò'..='Ö' => 'O',
        'Ù'..='Ü' => 'U',
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    }
}

fn row(reading: &Reading<'_>, code: Jurisdiction, group: bool) -> CountryRow {
    let registry = reading.registry;
    let covering = registry.covering(code, reading.on, reading.knowledge());
    let legislators = registry.legislators(&covering);
    let in_force = |agreement: &Agreement| {
        is_party(reading, agreement, &covering)
            && agreement.on_day(reading.on, reading.knowledge()) == OnDay::InForce
    };
    let applies = |regulation: &registry::Regulation| {
        let country = regulation.adopted.country;
        legislators.contains(&country)
            && registry.regulation_on(regulation, reading.on, reading.knowledge()).is_some()
    };
    CountryRow {
        code: code.to_string(),
        name: registry.name_of(&code, reading.language).to_owned(),
        group,
        agreements: registry.agreements().filter(|(_, agreement)| in_force(agreement)).count(),
        regulations: registry.regulations().filter(|(_, regulation)| applies(regulation)).count(),
    }
}

/// Whether any of the codes is a party, original or acceded.
fn is_party(reading: &Reading<'_>, agreement: &Agreement, codes: &[Jurisdiction]) -> bool {
    let acceded = |code: &Jurisdiction| {
        agreement
            .accessions
            .known(reading.knowledge())
            .any(|fact| fact.value.party == *code && fact.from <= reading.on)
    };
    codes.iter().any(|code| agreement.concluded.parties.contains(code) || acceded(code))
}

fn fact(label: Label, cell: Cell) -> Shown {
    Shown { label, cell, source: None }
}

fn memberships(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let facts = reading
        .registry
        .memberships(code)
        .into_iter()
        .flat_map(|facts| facts.standing(reading.knowledge(), |a, b| a == b));
    let rows = facts.map(|fact| membership_row(reading, fact));
    Section {
        title: Title::Groups,
        columns: vec![Label::Group, Label::Days, Label::State],
        rows: rows.collect(),
    }
}

fn members(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let facts = reading
        .registry
        .members(code)
        .into_iter()
        .flat_map(|facts| facts.standing(reading.knowledge(), |a, b| a == b));
    let rows = facts.map(|fact| membership_row(reading, fact));
    Section {
        title: Title::Members,
        columns: vec![Label::Member, Label::Days, Label::State],
        rows: rows.collect(),
    }
}

fn membership_row(reading: &Reading<'_>, fact: &Fact<Jurisdiction>) -> Row {
    Row {
        cells: vec![Cell::Link(reading.country(*fact.value)), days(fact), reading.state_of(fact)],
        source: reading.source(fact),
    }
}

fn agreements(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let covering = reading.registry.covering(code, reading.on, reading.knowledge());
    let mut found: Vec<_> = reading
        .registry
        .agreements()
        .filter(|(_, agreement)| is_party(reading, agreement, &covering))
        .collect();
    found.sort_by(|a, b| a.0.cmp(b.0));
    let rows = found.into_iter().map(|(id, agreement)| {
        let parties = &agreement.concluded.parties;
        let few =
            if parties.len() > 12 { Cell::Number(parties.len() as u64) } else { reading.countries(parties) };
        Row {
            cells: vec![
                Cell::Link(reading.agreement(id)),
                few,
                Cell::term("binding", agreement.concluded.binding.as_str()),
                Cell::State(agreement.on_day(reading.on, reading.knowledge()).as_str()),
            ],
            source: Some(reading.source_at(agreement.at)),
        }
    });
    let columns = vec![Label::Agreement, Label::Parties, Label::Binding, Label::State];
    Section { title: Title::Agreements, columns, rows: rows.collect() }
}

fn regulations(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let registry = reading.registry;
    let covering = registry.covering(code, reading.on, reading.knowledge());
    let legislators = registry.legislators(&covering);
    let mut found: Vec<_> =
        registry.regulations().filter(|(_, r)| legislators.contains(&r.adopted.country)).collect();
    found.sort_by(|a, b| a.0.cmp(b.0));
    let rows = found.into_iter().map(|(id, regulation)| {
        let current = registry.regulation_on(regulation, reading.on, reading.knowledge());
        let (products, procedure, state, source) = match current {
            Some((edition, _)) => (
                scope(&edition.value.requirement.products),
                Cell::term("procedure", edition.value.requirement.procedure.as_str()),
                "in_force",
                reading.source(edition),
            ),
            None => (Cell::Nothing, Cell::Nothing, "not_in_force", Some(reading.source_at(regulation.at))),
        };
        Row {
            cells: vec![Cell::Link(reading.instrument(id)), products, procedure, Cell::State(state)],
            source,
        }
    });
    let columns = vec![Label::Regulation, Label::Products, Label::Procedure, Label::State];
    Section { title: Title::Regulations, columns, rows: rows.collect() }
}

fn additional(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let known = |id: &InstrumentId| {
        let record = reading.registry.additional(id)?;
        let imposed = record.imposed.known(reading.knowledge()).next_back()?;
        let stands = reading.registry.additional_on(id, reading.on, reading.knowledge()).is_some();
        Some(Row {
            cells: vec![
                Cell::Link(reading.instrument(id)),
                Cell::Link(reading.instrument(&imposed.value.objective)),
                Cell::State(if stands { "in_force" } else { "not_in_force" }),
            ],
            source: reading.source(imposed),
        })
    };
    let rows = reading.registry.additional_of(code).iter().filter_map(known).collect();
    let columns = vec![Label::Regulation, Label::Objective, Label::State];
    Section { title: Title::AdditionalRequirements, columns, rows }
}

fn objectives(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let mut rows = Vec::new();
    for (id, objective) in reading.registry.objectives() {
        let facts =
            objective.commitments.get(&code).into_iter().flat_map(|facts| facts.known(reading.knowledge()));
        for fact in facts {
            let (commitment, version) = commitment(&fact.value);
            rows.push(Row {
                cells: vec![
                    Cell::Link(reading.instrument(id)),
                    Cell::Number(version.into()),
                    Cell::term("commitment", commitment),
                    days(fact),
                    reading.state_of(fact),
                ],
                source: reading.source(fact),
            });
        }
    }
    let columns = vec![Label::Objective, Label::Version, Label::Commitment, Label::Days, Label::State];
    Section { title: Title::Objectives, columns, rows }
}

/// The kind and version of a commitment.
pub(crate) fn commitment(commitment: &Commitment) -> (&'static str, u32) {
    match commitment {
        Commitment::Agreed(act) => ("agreed", act.version),
        Commitment::Adopted(act) => ("adopted", act.version),
        Commitment::Accepted(act) => ("accepted", act.version),
    }
}

/// What the country or a group that legislates for it decided or accepts.
fn decisions(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let covering = reading.registry.covering(code, reading.on, reading.knowledge());
    let legislators = reading.registry.legislators(&covering);
    super::prior_decision::decisions(reading, |act| act.country == code || legislators.contains(&act.country))
}

fn equivalences(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let covering = reading.registry.covering(code, reading.on, reading.knowledge());
    super::equivalence::equivalences(reading, |annex, _| super::equivalence::is_of(reading, annex, &covering))
}

fn measures(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let taken = |(id, record): (&InstrumentId, &registry::MeasureRecord)| {
        let fact = record.taken.known(reading.knowledge()).next_back()?;
        if fact.value.country != code {
            return None;
        }
        let open = reading.registry.measure_on(id, reading.on, reading.knowledge()).is_some();
        Some((
            id.clone(),
            Row {
                cells: vec![
                    Cell::Link(super::Named::new(Kind::Measure, id.as_str(), id.as_str())),
                    Cell::term("measure", fact.value.kind.as_str()),
                    days(fact),
                    Cell::State(if open { "in_force" } else { "not_in_force" }),
                ],
                source: reading.source(fact),
            },
        ))
    };
    let mut rows: Vec<_> = reading.registry.measures().filter_map(taken).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let columns = vec![Label::Measure, Label::KindOfMeasure, Label::Days, Label::State];
    Section { title: Title::Measures, columns, rows: rows.into_iter().map(|(_, row)| row).collect() }
}

fn bodies(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let mut found: Vec<_> =
        reading.registry.parties().filter(|party| party.registered.country == code).collect();
    found.sort_by(|a, b| a.registered.party.cmp(&b.registered.party));
    let rows = found.into_iter().map(|party| Row {
        cells: vec![
            Cell::Link(reading.party(&party.registered.party)),
            Cell::term("party", party.registered.kind.as_str()),
        ],
        source: Some(reading.source_at(party.at)),
    });
    Section { title: Title::Bodies, columns: vec![Label::Party, Label::KindOfParty], rows: rows.collect() }
}

fn coverage(reading: &Reading<'_>, code: Jurisdiction) -> Section {
    let registry = reading.registry;
    let schemes = registry.regulations().map(|(id, _)| id).chain(registry.annexes().map(|(id, _)| id));
    let mut schemes: Vec<_> = schemes.chain(registry.objectives().map(|(id, _)| id)).collect();
    schemes.sort();
    let stated = |id: &&InstrumentId| {
        let fact = registry.coverage(id, code, reading.on, reading.knowledge())?;
        Some(Row {
            cells: vec![
                Cell::Link(reading.instrument(id)),
                Cell::Flag(fact.value.complete),
                Cell::Day(fact.value.since),
                Cell::text(fact.value.basis.clone()),
            ],
            source: reading.source(fact),
        })
    };
    let rows = schemes.iter().filter_map(stated).collect();
    let columns = vec![Label::Scheme, Label::Complete, Label::On, Label::Basis];
    Section { title: Title::Coverage, columns, rows }
}
