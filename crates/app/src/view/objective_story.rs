//! An objective as a story: its versions, what each country did with it, who may attest, what restricts it.

use explain::{ToldFinding, Words};
use model::{Date, InstrumentId, LogIndex};
use procedure::{CountryLife, Event, ObjectiveLife};
use statement::Act;

use super::calendar::{DueRow, paragraph, row};
use super::procedure::TextPart;
use super::story::{DocumentRow, EventRow, documents, findings, source, timeline};
use super::{Days, Kind, Named, Reading, Source};
use crate::lookup::CertificateRow;
use crate::stories::Stories;

/// What the page of an objective shows beside its record.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveStory {
    /// The objective.
    pub subject: Named,
    /// The day.
    pub on: Date,
    /// The version in force.
    pub current: Option<u32>,
    /// The text in force, part by part, where its draft is on record.
    pub text: Vec<TextPart>,
    /// Its versions, by number.
    pub versions: Vec<VersionRow>,
    /// What each country did with each version, by name of the country.
    pub countries: Vec<CountryRow>,
    /// Every country on record, with how it stands to the objective: the picture.
    pub tiles: Vec<Tile>,
    /// Designations of recognised bodies: how many, and how many stand on the day.
    pub bodies: (usize, usize),
    /// Certificates and declarations that claim conformity to it, the first ones, in the order of their issue.
    pub claims: Vec<ClaimRow>,
    /// What restricts, or restricted, free circulation.
    pub restrictions: Vec<RestrictionRow>,
    /// Every act about it.
    pub timeline: Vec<EventRow>,
    /// What the rules find.
    pub findings: Vec<ToldFinding>,
    /// What is due.
    pub due: Vec<DueRow>,
    /// Documents that are cited.
    pub documents: Vec<DocumentRow>,
}

/// A version.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionRow {
    /// Its number.
    pub version: u32,
    /// Day of its establishment.
    pub established_on: Option<Date>,
    /// Day on which a later one was established.
    pub superseded_on: Option<Date>,
    /// First day on which it is no longer good, where the later version states a transition.
    pub good_until: Option<Date>,
    /// Elements of annex B that it lacks.
    pub missing: Vec<&'static str>,
    /// The procedure and draft in which it was made.
    pub made_in: Option<(Named, u32)>,
    /// Its registration.
    pub source: Source,
}

/// What a country did with a version.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryRow {
    /// Which country.
    pub country: Named,
    /// Which version.
    pub version: u32,
    /// How it stands on the day: `adopted`, `adopting`, `accepted`, `agreed`, `announced` or `ended`.
    pub standing: &'static str,
    /// Its undertaking.
    pub agreed: Option<(Date, Source)>,
    /// Its announcement.
    pub announced: Option<(Date, Source)>,
    /// Its adoption.
    pub adopted: Option<(Date, Source)>,
    /// Date of application.
    pub applies_from: Option<Date>,
    /// Its acceptance without adoption.
    pub accepted: Option<(Date, Source)>,
    /// First day on which nothing of this holds.
    pub ended_on: Option<Date>,
    /// Its last status report.
    pub reported: Option<(Date, Source)>,
}

/// A country in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Which country.
    pub country: Named,
    /// As [`CountryRow::standing`], of the version in force where there is one; `none` where it did nothing.
    pub standing: &'static str,
}

/// A certificate or declaration that claims conformity (L 28).
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimRow {
    /// The document.
    pub document: Named,
    /// Who issued it.
    pub issuer: Named,
    /// Who holds it.
    pub holder: Named,
    /// Its standing on the day.
    pub state: &'static str,
    /// The statement that issued it.
    pub source: Source,
}

/// Something that restricts free circulation.
#[derive(Clone, Debug, PartialEq)]
pub struct RestrictionRow {
    /// `additional_requirement`, `counter_measure`, or the kind of a measure.
    pub kind: &'static str,
    /// Its page; a counter-measure has none.
    pub subject: Named,
    /// Whether that page exists.
    pub has_page: bool,
    /// Whose it is.
    pub country: Named,
    /// Since when, and until when.
    pub days: Days,
    /// How it stands on the day.
    pub state: &'static str,
    /// Reasons, as stated.
    pub reasons: String,
    /// Day on which a measure was declared to the secretariat.
    pub declared_on: Option<Date>,
    /// Its statement.
    pub source: Source,
}

/// The story of an objective; `None` if it is not on record by the day.
pub fn objective_story(
    reading: &Reading<'_>,
    words: &Words,
    stories: &Stories,
    claims: &[CertificateRow],
    id: &InstrumentId,
) -> Option<ObjectiveStory> {
    let life = procedure::objective(reading.registry, id, reading.on, reading.knowledge())?;
    let record = reading.registry.objective(id)?;
    let designations = super::recognised_bodies::designations(reading, record);
    let stand = designations.iter().filter(|d| reading.state(d.fact.from, d.until) == "in_force").count();
    Some(ObjectiveStory {
        subject: reading.instrument(id),
        on: reading.on,
        current: life.current,
        text: text(&life),
        versions: versions(reading, &life),
        countries: countries(reading, &life),
        tiles: tiles(reading, &life),
        bodies: (designations.len(), stand),
        claims: claims.iter().map(|row| claim(reading, row)).collect(),
        restrictions: restrictions(reading, &life),
        timeline: timeline(reading, &life.timeline),
        findings: findings(reading, words, &life.findings),
        due: stories.terms_of(id).map(|term| row(reading, paragraph(words, term), term)).collect(),
        documents: documents(reading, &life.timeline),
    })
}

fn claim(reading: &Reading<'_>, row: &CertificateRow) -> ClaimRow {
    let party =
        |id: &str| id.parse().map_or_else(|_| Named::new(Kind::Body, id, id), |party| reading.party(&party));
    ClaimRow {
        document: Named::new(Kind::Certificate, row.number.as_str(), row.number.as_str()),
        issuer: party(&row.issuer),
        holder: party(&row.holder),
        state: row.status,
        source: Source { at: row.issued_at.0, report: None },
    }
}

fn text(life: &ObjectiveLife<'_>) -> Vec<TextPart> {
    let current = life.versions.iter().find(|version| Some(version.text.version) == life.current);
    let elements = current.and_then(|version| version.text.elements.as_ref());
    elements.map(super::procedure::text).unwrap_or_default()
}

fn versions(reading: &Reading<'_>, life: &ObjectiveLife<'_>) -> Vec<VersionRow> {
    let next = |place: usize| life.versions.get(place + 1).and_then(|next| next.text.former_version_until);
    let row = |(place, version): (usize, &procedure::VersionLife<'_>)| VersionRow {
        version: version.text.version,
        established_on: version.established_on,
        superseded_on: version.superseded_on,
        good_until: version.superseded_on.and(next(place)),
        missing: version.missing.iter().map(|element| element.as_str()).collect(),
        made_in: version.text.made_in.as_ref().map(|(id, draft)| (reading.procedure(id), *draft)),
        source: of(reading, life, version.at),
    };
    life.versions.iter().enumerate().map(row).collect()
}

/// The source of a statement that may be on the time line, or of a draft's agreement, which is on another.
fn of(reading: &Reading<'_>, life: &ObjectiveLife<'_>, at: LogIndex) -> Source {
    match life.timeline.iter().find(|event| event.at == at) {
        Some(event) => source(reading, event),
        None => Source { at: at.0, report: None },
    }
}

fn countries(reading: &Reading<'_>, life: &ObjectiveLife<'_>) -> Vec<CountryRow> {
    let dated = |what: Option<(Date, LogIndex)>| what.map(|(on, at)| (on, of(reading, life, at)));
    let row = |found: &CountryLife| CountryRow {
        country: reading.country(found.country),
        version: found.version,
        standing: standing(found, reading.on),
        agreed: dated(found.agreed),
        announced: dated(found.announced),
        adopted: dated(found.adopted),
        applies_from: found.applies_from,
        accepted: dated(found.accepted),
        ended_on: found.ended_on,
        reported: dated(found.reports.last().copied()),
    };
    let mut rows: Vec<_> = life.countries.iter().map(row).collect();
    rows.sort_by(|a, b| (&a.country.name, a.version).cmp(&(&b.country.name, b.version)));
    rows
}

/// The strongest thing that a country did and that stands on the day.
fn standing(found: &CountryLife, on: Date) -> &'static str {
    let begun = |day: Option<(Date, LogIndex)>| day.is_some_and(|(from, _)| from <= on);
    if found.ended_on.is_some_and(|ended| ended <= on) {
        "ended"
    } else if found.applies_from.is_some_and(|from| from <= on) {
        "adopted"
    } else if found.adopted.is_some() {
        "adopting"
    } else if begun(found.accepted) {
        "accepted"
    } else if begun(found.agreed) {
        "agreed"
    } else {
        "announced"
    }
}

fn tiles(reading: &Reading<'_>, life: &ObjectiveLife<'_>) -> Vec<Tile> {
    let of = |code| {
        let rows = life.countries.iter().filter(|found| found.country == code);
        // What a country did with the version in force counts before what it did with a former one.
        rows.max_by_key(|found| (Some(found.version) == life.current, found.version))
    };
    let tile = |country: Named| {
        let found = country.id.parse().ok().and_then(of);
        Tile { country, standing: found.map_or("none", |found| standing(found, reading.on)) }
    };
    super::countries_by_name(reading).into_iter().map(tile).collect()
}

fn restrictions(reading: &Reading<'_>, life: &ObjectiveLife<'_>) -> Vec<RestrictionRow> {
    life.timeline.iter().filter_map(|event| restriction(reading, life, event)).collect()
}

fn restriction(reading: &Reading<'_>, life: &ObjectiveLife<'_>, event: &Event<'_>) -> Option<RestrictionRow> {
    let (kind, id, country, until, reasons, page) = match event.act {
        Act::AdditionalRequirementImposed(a) => {
            ("additional_requirement", &a.requirement, a.country, a.until, &a.reasons, Some(Kind::Regulation))
        }
        Act::CounterMeasureTaken(a) => {
            ("counter_measure", &a.counter_measure, a.country, a.until, &a.reasons, None)
        }
        Act::MeasureTaken(a) => {
            (a.kind.as_str(), &a.measure, a.country, a.until, &a.reasons, Some(Kind::Measure))
        }
        _ => return None,
    };
    let lifted = life.timeline.iter().filter_map(|other| lifted_on(other.act, id)).find(|on| *on >= event.on);
    let until = until.into_iter().chain(lifted).min();
    let declared = life.timeline.iter().find_map(|other| match other.act {
        Act::MeasureDeclared(a) if a.measure == *id => Some(a.on),
        _ => None,
    });
    Some(RestrictionRow {
        kind,
        subject: Named::new(page.unwrap_or(Kind::Measure), id.as_str(), id.as_str()),
        has_page: page.is_some(),
        country: reading.country(country),
        days: Days { from: event.on, until },
        state: reading.state(event.on, until),
        reasons: reasons.clone(),
        declared_on: declared,
        source: source(reading, event),
    })
}

fn lifted_on(act: &Act, id: &InstrumentId) -> Option<Date> {
    match act {
        Act::AdditionalRequirementLifted(a) if a.requirement == *id => Some(a.on),
        Act::CounterMeasureLifted(a) if a.counter_measure == *id => Some(a.on),
        Act::MeasureLifted(a) if a.measure == *id => Some(a.on),
        _ => None,
    }
}
