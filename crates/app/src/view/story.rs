//! What the pages of procedures and objectives share: acts on a time line, findings in words, documents.

use explain::{ToldFinding, Words};
use model::Date;
use procedure::Event;
use statement::Act;
use statement::act::DocumentCitation;

use super::{Kind, Named, Reading, Source};

/// One act on a time line. What it says in a sentence is a message of the portal with these arguments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventRow {
    /// Name of the act, such as `draft.filed`.
    pub act: &'static str,
    /// The legal day.
    pub on: Date,
    /// The day on which it was entered, where that is a later one.
    pub entered_on: Option<Date>,
    /// Whose act it is.
    pub who: Vec<Named>,
    /// What it is about: a number, a name, or a word of a closed list.
    pub what: String,
    /// What else it is about.
    pub other: String,
    /// A day of which it speaks.
    pub day: Option<Date>,
    /// What its author says in words, as stated.
    pub note: String,
    /// Things with pages that it names.
    pub links: Vec<Named>,
    /// Its statement.
    pub source: Source,
}

/// Names of the acts that stand on time lines: each has one sentence in every language of the portal.
pub const ACTS: &[&str] = &[
    "interest.stated",
    "call.made",
    "agreement.concurred",
    "call.transmitted",
    "call.answered",
    "task-force.formed",
    "task-force.joined",
    "task-force.left",
    "task-force.reported",
    "standards.explored",
    "standard-work.requested",
    "standard-work.updated",
    "conflicting-activity.noted",
    "draft.filed",
    "practice.assessed",
    "comments.opened",
    "comments.published",
    "comments.answered",
    "draft.agreed",
    "objective.submitted",
    "objective.established",
    "objective.agreed",
    "objective.announced",
    "invitation.sent",
    "objective.adopted",
    "objective.status-reported",
    "objective.accepted",
    "recognised-body.designated",
    "recognised-body.withdrawn",
    "interpretation.published",
    "additional-requirement.imposed",
    "additional-requirement.lifted",
    "additional-requirement.answered",
    "counter-measure.taken",
    "counter-measure.lifted",
    "measure.taken",
    "measure.declared",
    "measure.lifted",
];

/// A document that is cited by its hash.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentRow {
    /// Title.
    pub title: String,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
    /// The statement that cites it.
    pub source: Source,
}

/// A time line, act by act.
pub(crate) fn timeline(reading: &Reading<'_>, events: &[Event<'_>]) -> Vec<EventRow> {
    events.iter().map(|event| row(reading, event)).collect()
}

fn row(reading: &Reading<'_>, event: &Event<'_>) -> EventRow {
    EventRow {
        act: event.act.name(),
        on: event.on,
        entered_on: (event.entered_on > event.on).then_some(event.entered_on),
        source: source(reading, event),
        ..told(reading, event.act)
    }
}

/// The statement of an event; only of a report the log is read.
pub(crate) fn source(reading: &Reading<'_>, event: &Event<'_>) -> Source {
    let report = if event.reported { reading.reports.report(event.at) } else { None };
    Source { at: event.at.0, report }
}

/// Findings in the words of a language.
pub(crate) fn findings(reading: &Reading<'_>, words: &Words, found: &[law::Finding<'_>]) -> Vec<ToldFinding> {
    let names = |id: &str| crate::pages::name(reading.registry, id, reading.language);
    found.iter().map(|finding| explain::tell_finding(finding, words, &names)).collect()
}

/// Every document that the acts of a time line cite, each once, where it is cited first.
pub(crate) fn documents(reading: &Reading<'_>, events: &[Event<'_>]) -> Vec<DocumentRow> {
    let mut rows: Vec<DocumentRow> = Vec::new();
    for event in events {
        for document in cited(event.act) {
            if !rows.iter().any(|row| row.sha256 == document.sha256) {
                rows.push(DocumentRow {
                    title: document.title.in_language(reading.language).to_owned(),
                    media_type: document.media_type.clone(),
                    size_bytes: document.size_bytes,
                    sha256: document.sha256.clone(),
                    source: source(reading, event),
                });
            }
        }
    }
    rows
}

fn cited(act: &Act) -> &[DocumentCitation] {
    match act {
        Act::CallMade(a) => &a.documents,
        Act::TaskForceReported(a) => &a.documents,
        Act::StandardWorkRequested(a) => &a.documents,
        Act::DraftFiled(a) => &a.documents,
        Act::CommentsAnswered(a) => &a.documents,
        Act::ObjectiveSubmitted(a) => &a.documents,
        Act::ObjectiveEstablished(a) => &a.documents,
        Act::InterpretationPublished(a) => &a.documents,
        _ => &[],
    }
}

/// What an act says, in parts.
fn told(reading: &Reading<'_>, act: &Act) -> EventRow {
    making(reading, act)
        .or_else(|| applying(reading, act))
        .or_else(|| restricting(reading, act))
        .unwrap_or_default()
}

fn by(reading: &Reading<'_>, country: model::Jurisdiction) -> EventRow {
    EventRow { who: vec![reading.country(country)], ..EventRow::default() }
}

/// Acts by which a text is made.
fn making(reading: &Reading<'_>, act: &Act) -> Option<EventRow> {
    let by = |country| by(reading, country);
    Some(match act {
        Act::InterestStated(a) => EventRow { note: a.reasons.clone(), ..by(a.country) },
        Act::CallMade(a) => EventRow {
            who: a.countries.iter().map(|country| reading.country(*country)).collect(),
            links: a.revises.iter().map(|id| reading.instrument(id)).collect(),
            ..EventRow::default()
        },
        Act::AgreementConcurred(a) => by(a.party),
        Act::CallTransmitted(_) => EventRow::default(),
        Act::CallAnswered(a) => EventRow {
            what: a.participates.map_or("none", |as_what| as_what.as_str()).to_owned(),
            note: a.note.clone(),
            ..by(a.country)
        },
        Act::TaskForceFormed(a) => by(a.convenor),
        Act::TaskForceJoined(a) => EventRow { what: a.participation.to_string(), ..by(a.country) },
        Act::TaskForceLeft(a) => EventRow { note: a.reasons.clone(), ..by(a.country) },
        Act::TaskForceReported(a) => EventRow {
            what: a.record.to_string(),
            other: a.title.in_language(reading.language).to_owned(),
            note: a.text.clone(),
            ..by(a.by)
        },
        Act::StandardsExplored(a) => EventRow {
            what: a.found.len().to_string(),
            note: a.method.clone(),
            links: a.found.iter().map(|found| reading.standard(&found.standard)).collect(),
            ..by(a.by)
        },
        Act::StandardWorkRequested(a) => {
            EventRow { what: a.subject.in_language(reading.language).to_owned(), ..by(a.by) }
        }
        Act::StandardWorkUpdated(a) => EventRow {
            who: vec![reading.party(&a.body)],
            what: a.state.to_string(),
            note: a.note.clone(),
            links: a.standard.iter().map(|standard| reading.standard(standard)).collect(),
            ..EventRow::default()
        },
        Act::ConflictingActivityNoted(a) => {
            EventRow { what: reading.country(a.country).name, note: a.description.clone(), ..by(a.by) }
        }
        Act::DraftFiled(a) => EventRow { what: a.draft.to_string(), note: a.changes.clone(), ..by(a.by) },
        Act::PracticeAssessed(a) => EventRow { what: a.draft.to_string(), ..by(a.by) },
        Act::CommentsOpened(a) => EventRow {
            what: a.draft.to_string(),
            day: Some(a.until.yesterday().unwrap_or(a.until)),
            ..by(a.by)
        },
        Act::CommentsPublished(a) => {
            EventRow { what: a.draft.to_string(), other: a.published.to_string(), ..by(a.by) }
        }
        Act::CommentsAnswered(a) => EventRow {
            what: a.draft.to_string(),
            other: a.received.to_string(),
            note: a.summary.clone(),
            ..by(a.by)
        },
        Act::DraftAgreed(a) => EventRow { what: a.draft.to_string(), ..by(a.country) },
        Act::ObjectiveSubmitted(a) => EventRow { what: a.draft.to_string(), ..by(a.by) },
        Act::ObjectiveEstablished(a) => EventRow {
            what: a.objective.to_string(),
            other: a.version.to_string(),
            links: vec![reading.instrument(&a.objective)],
            ..EventRow::default()
        },
        _ => return None,
    })
}

/// Acts by which a registered text is used.
fn applying(reading: &Reading<'_>, act: &Act) -> Option<EventRow> {
    let by = |country| by(reading, country);
    Some(match act {
        Act::ObjectiveAgreed(a) => EventRow { what: a.version.to_string(), ..by(a.country) },
        Act::ObjectiveAnnounced(a) => EventRow {
            what: a.version.to_string(),
            day: a.planned_for,
            note: a.note.clone(),
            ..by(a.country)
        },
        Act::InvitationSent(a) => EventRow { what: a.version.to_string(), ..EventRow::default() },
        Act::ObjectiveAdopted(a) => {
            EventRow { what: a.version.to_string(), day: Some(a.applies_from), ..by(a.country) }
        }
        Act::ObjectiveStatusReported(a) => EventRow {
            what: a.version.to_string(),
            day: a.expected_on,
            note: a.status.clone(),
            ..by(a.country)
        },
        Act::ObjectiveAccepted(a) => EventRow { what: a.version.to_string(), ..by(a.country) },
        Act::RecognisedBodyDesignated(a) => designated(reading, a.country, &a.body),
        Act::RecognisedBodyWithdrawn(a) => designated(reading, a.country, &a.body),
        Act::InterpretationPublished(a) => EventRow {
            what: a.provision.clone(),
            note: a.text.in_language(reading.language).to_owned(),
            ..EventRow::default()
        },
        _ => return None,
    })
}

fn designated(reading: &Reading<'_>, country: model::Jurisdiction, body: &model::PartyId) -> EventRow {
    let body = reading.party(body);
    EventRow { what: body.name.clone(), links: vec![body], ..by(reading, country) }
}

/// Acts that restrict free circulation.
fn restricting(reading: &Reading<'_>, act: &Act) -> Option<EventRow> {
    let by = |country| by(reading, country);
    let about = |id: &model::InstrumentId| reading.instrument(id);
    let of = |country, id: &model::InstrumentId, note: &str| EventRow {
        what: id.to_string(),
        note: note.to_owned(),
        links: vec![about(id)],
        ..by(country)
    };
    let measure = |id: &model::InstrumentId| Named::new(Kind::Measure, id.as_str(), id.as_str());
    let of_measure = |country, id: &model::InstrumentId| EventRow {
        what: id.to_string(),
        links: vec![measure(id)],
        ..by(country)
    };
    Some(match act {
        Act::AdditionalRequirementImposed(a) => of(a.country, &a.requirement, &a.reasons),
        Act::AdditionalRequirementLifted(a) => of(a.country, &a.requirement, ""),
        Act::AdditionalRequirementAnswered(a) => of(a.country, &a.requirement, &a.answer),
        Act::CounterMeasureTaken(a) => EventRow {
            what: a.counter_measure.to_string(),
            other: a.against.to_string(),
            note: a.reasons.clone(),
            links: vec![about(&a.against)],
            ..by(a.country)
        },
        Act::CounterMeasureLifted(a) => EventRow { what: a.counter_measure.to_string(), ..by(a.country) },
        Act::MeasureTaken(a) => EventRow {
            what: a.kind.to_string(),
            other: a.measure.to_string(),
            note: a.reasons.clone(),
            links: vec![measure(&a.measure)],
            ..by(a.country)
        },
        Act::MeasureDeclared(a) => of_measure(a.country, &a.measure),
        Act::MeasureLifted(a) => of_measure(a.country, &a.measure),
        _ => return None,
    })
}
