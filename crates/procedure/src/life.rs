//! What became of a registered objective: its versions, and country by country what it did with it.

use law::Finding;
use law::rules::objective::formal_elements::Element;
use law::rules::objective::status_report;
use model::{Date, InstrumentId, Jurisdiction, LogIndex};
use registry::{Commitment, Fact, Knowledge, Objective, ObjectiveText, Registry};
use statement::Act;

use crate::event::{Event, timeline};
use crate::findings;

/// A registered objective as it stands on a day, as far as it is known.
#[derive(Clone, Debug)]
pub struct ObjectiveLife<'r> {
    /// Its number.
    pub id: &'r InstrumentId,
    /// The day asked about.
    pub day: Date,
    /// Every act about it, in the order of the days. The procedures in which it was made have time lines of their own.
    pub timeline: Vec<Event<'r>>,
    /// Its versions, by number; former ones stay readable.
    pub versions: Vec<VersionLife<'r>>,
    /// The version in force on the day: the last that is established.
    pub current: Option<u32>,
    /// What each country did with it, by code.
    pub countries: Vec<CountryLife>,
    /// What every rule on the application of objectives finds.
    pub findings: Vec<Finding<'r>>,
}

/// A version of an objective.
#[derive(Clone, Debug)]
pub struct VersionLife<'r> {
    /// The text as decisions read it.
    pub text: &'r ObjectiveText,
    /// Its registration.
    pub at: LogIndex,
    /// Day of its establishment; what lacks a formal element is not established.
    pub established_on: Option<Date>,
    /// Formal elements that it lacks.
    pub missing: &'r [Element],
    /// Day on which a later version was established.
    pub superseded_on: Option<Date>,
}

/// What a country did with a version of an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryLife {
    /// Which country or group.
    pub country: Jurisdiction,
    /// Which version.
    pub version: u32,
    /// Day of its undertaking (L 17), with its statement.
    pub agreed: Option<(Date, LogIndex)>,
    /// Day on which it announced its intention.
    pub announced: Option<(Date, LogIndex)>,
    /// Day of adoption.
    pub adopted: Option<(Date, LogIndex)>,
    /// Date of application after adoption.
    pub applies_from: Option<Date>,
    /// Day of its notice of adoption: as stated, else of entry.
    pub notified_on: Option<Date>,
    /// First day on which it accepts complying products.
    pub accepted: Option<(Date, LogIndex)>,
    /// First day on which neither agreement nor adoption nor acceptance holds, if all of them ended.
    pub ended_on: Option<Date>,
    /// Status reports.
    pub reports: Vec<(Date, LogIndex)>,
    /// The periods for which it owes or owed a report (annex C 4.3), the running one last.
    pub periods: Vec<Period>,
}

/// A year for which a country owes a status report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// 1 for the first year after the registration.
    pub number: u32,
    /// Its last day.
    pub due_on: Date,
    /// The report that counts for it.
    pub reported: Option<(Date, LogIndex)>,
}

/// A registered objective as it stands on a day; `None` if it is not known.
pub fn objective<'r>(
    registry: &'r Registry,
    id: &'r InstrumentId,
    day: Date,
    knowledge: Knowledge<'r>,
) -> Option<ObjectiveLife<'r>> {
    let mut life = objective_in_short(registry, id, day, knowledge)?;
    life.findings = findings::applied(registry, &life, knowledge);
    Some(life)
}

/// The same without findings: enough for lists and clocks, which ask it of every objective.
pub fn objective_in_short<'r>(
    registry: &'r Registry,
    id: &'r InstrumentId,
    day: Date,
    knowledge: Knowledge<'r>,
) -> Option<ObjectiveLife<'r>> {
    let record = registry.objective(id)?;
    let versions = versions(record, day, knowledge);
    if versions.is_empty() {
        return None;
    }
    let timeline = timeline(registry, id, day, knowledge);
    let mut countries = committed(record, day, knowledge);
    timeline.iter().for_each(|event| note(&mut countries, event));
    countries.retain(|life| versions.iter().any(|version| version.text.version == life.version));
    countries.sort_by_key(|life| (life.country, life.version));
    for life in &mut countries {
        let version = versions.iter().find(|version| version.text.version == life.version);
        life.periods = version.map(|version| periods(life, version, day)).unwrap_or_default();
    }
    let current = versions.iter().filter(|version| version.established_on.is_some_and(|on| on <= day));
    Some(ObjectiveLife {
        id,
        day,
        timeline,
        current: current.map(|version| version.text.version).max(),
        versions,
        countries,
        findings: Vec::new(),
    })
}

fn versions<'r>(record: &'r Objective, day: Date, knowledge: Knowledge<'r>) -> Vec<VersionLife<'r>> {
    let known = record.versions.known(knowledge).filter(|fact| fact.from <= day);
    let version = |fact: &'r Fact<ObjectiveText>| VersionLife {
        text: &fact.value,
        at: fact.at,
        established_on: fact.value.is_formal().then_some(fact.from),
        missing: &fact.value.missing,
        superseded_on: None,
    };
    let mut versions: Vec<_> = known.map(version).collect();
    versions.sort_by_key(|version| version.text.version);
    for place in 0..versions.len() {
        let later = versions[place + 1..].iter().filter_map(|version| version.established_on);
        versions[place].superseded_on = later.min();
    }
    versions
}

/// Agreements, adoptions and acceptances that stand, whether stated or undertaken with a draft.
fn committed(record: &Objective, day: Date, knowledge: Knowledge<'_>) -> Vec<CountryLife> {
    let mut countries = Vec::new();
    for (country, facts) in record.commitments.iter() {
        for fact in facts.known(knowledge) {
            let stated_on = match fact.value.as_ref() {
                Commitment::Adopted(a) => a.adopted_on,
                Commitment::Agreed(_) | Commitment::Accepted(_) => fact.from,
            };
            if stated_on > day {
                continue;
            }
            let (version, until) = (version_of(&fact.value), fact.until.filter(|until| *until <= day));
            let life = entry(&mut countries, *country, version);
            match fact.value.as_ref() {
                Commitment::Agreed(_) => life.agreed = Some((fact.from, fact.at)),
                Commitment::Adopted(a) => {
                    life.adopted = Some((a.adopted_on, fact.at));
                    life.applies_from = Some(a.applies_from);
                }
                Commitment::Accepted(_) => life.accepted = Some((fact.from, fact.at)),
            }
            life.ended_on = until;
        }
    }
    countries
}

fn version_of(commitment: &Commitment) -> u32 {
    match commitment {
        Commitment::Agreed(a) => a.version,
        Commitment::Adopted(a) => a.version,
        Commitment::Accepted(a) => a.version,
    }
}

fn note(countries: &mut Vec<CountryLife>, event: &Event<'_>) {
    match event.act {
        Act::ObjectiveAnnounced(a) => {
            let life = entry(countries, a.country, a.version);
            life.announced = life.announced.or(Some((event.on, event.at)));
        }
        Act::ObjectiveAdopted(a) => {
            entry(countries, a.country, a.version).notified_on =
                Some(a.notified_on.unwrap_or(event.entered_on));
        }
        Act::ObjectiveStatusReported(a) => {
            entry(countries, a.country, a.version).reports.push((event.on, event.at));
        }
        _ => {}
    }
}

fn entry(countries: &mut Vec<CountryLife>, country: Jurisdiction, version: u32) -> &mut CountryLife {
    let place = countries.iter().position(|life| life.country == country && life.version == version);
    let place = place.unwrap_or_else(|| {
        countries.push(CountryLife {
            country,
            version,
            agreed: None,
            announced: None,
            adopted: None,
            applies_from: None,
            notified_on: None,
            accepted: None,
            ended_on: None,
            reports: Vec::new(),
            periods: Vec::new(),
        });
        countries.len() - 1
    });
    &mut countries[place]
}

/// The periods for which a country owes a report, up to the one that runs on the day.
fn periods(life: &CountryLife, version: &VersionLife<'_>, day: Date) -> Vec<Period> {
    let Some(registered_on) = version.established_on else { return Vec::new() };
    // Who agreed or announced its use is "specified in paragraph 1"; nobody owes for years before that.
    let Some(since) = [life.agreed, life.announced].into_iter().flatten().map(|(on, _)| on).min() else {
        return Vec::new();
    };
    let mut reports = life.reports.clone();
    reports.sort_unstable();
    let mut reports = reports.into_iter().peekable();
    let mut periods = Vec::new();
    let mut begins = registered_on;
    for number in 1..=day.year().saturating_sub(registered_on.year()).max(0).unsigned_abs() + 1 {
        let due_on = status_report::due_on(registered_on, number.into());
        let over = |end: Option<Date>| end.is_some_and(|end| end <= due_on);
        let released =
            over(life.adopted.map(|(on, _)| on)) || over(version.superseded_on) || over(life.ended_on);
        if released || begins > day {
            break;
        }
        if since <= due_on {
            // Reports from before the period began counted for an earlier one, or for none.
            while reports.next_if(|(on, _)| *on < begins).is_some() {}
            periods.push(Period { number: number.into(), due_on, reported: reports.next() });
        }
        begins = due_on.tomorrow().unwrap_or(due_on);
    }
    periods
}
