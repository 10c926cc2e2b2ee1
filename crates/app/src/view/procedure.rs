//! A procedure as a story: who called, who takes part, how the text grew, who agreed, what the rules find.

use explain::{ToldFinding, Words};
use model::{Date, InstrumentId};
use procedure::{Draft, Procedure, Stage};

use super::calendar::{DueRow, paragraph, row};
use super::story::{DocumentRow, EventRow, documents, findings, timeline};
use super::{Days, Named, Reading, Source};
use crate::stories::Stories;

/// The page of a procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcedureStory {
    /// The procedure.
    pub subject: Named,
    /// The day.
    pub on: Date,
    /// How far it has come.
    pub stage: &'static str,
    /// Every stage, with whether it has come so far.
    pub stages: Vec<(&'static str, bool)>,
    /// The objective that it revises.
    pub revises: Option<Named>,
    /// Objectives that it made.
    pub objectives: Vec<Named>,
    /// The call.
    pub call: Option<CallPart>,
    /// The country that convenes the task force.
    pub convenor: Option<Named>,
    /// Who takes part.
    pub participants: Vec<ParticipantRow>,
    /// Drafts, by number.
    pub drafts: Vec<DraftPart>,
    /// The text that counts: number of its draft, and its parts.
    pub text: Option<(u32, Vec<TextPart>)>,
    /// Every act.
    pub timeline: Vec<EventRow>,
    /// What the rules find.
    pub findings: Vec<ToldFinding>,
    /// What is due.
    pub due: Vec<DueRow>,
    /// Documents that are cited.
    pub documents: Vec<DocumentRow>,
}

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct CallPart {
    /// Countries that made it.
    pub countries: Vec<Named>,
    /// Whether they are enough.
    pub has_effect: bool,
    /// Its statement.
    pub source: Source,
    /// Its transmission.
    pub transmitted: Option<(Date, Source)>,
}

/// A country in the task force.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantRow {
    /// Which country.
    pub country: Named,
    /// `member` or `observer`.
    pub participation: &'static str,
    /// Since when, and until when.
    pub days: Days,
    /// The statement.
    pub source: Source,
}

/// A draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftPart {
    /// Its number.
    pub number: u32,
    /// Day of filing.
    pub on: Date,
    /// Who filed it.
    pub by: Named,
    /// What changed and why, as stated.
    pub changes: String,
    /// Elements of annex B that it lacks.
    pub missing: Vec<&'static str>,
    /// Who agreed on it, in the order of their days.
    pub agreed: Vec<(Named, Date, Source)>,
    /// Periods for comments.
    pub periods: Vec<(Days, Source)>,
    /// Its statement.
    pub source: Source,
    /// The draft before it, if there is one.
    pub before: Option<u32>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextPart {
    /// The element of annex B.
    pub element: &'static str,
    /// Its number or name within the element; may be empty.
    pub part: String,
    /// The text; words of closed lists stand in their wire form.
    pub text: String,
}

/// The page of a procedure; `None` if it is not on record by the day.
pub fn procedure(
    reading: &Reading<'_>,
    words: &Words,
    stories: &Stories,
    id: &InstrumentId,
) -> Option<ProcedureStory> {
    let found = procedure::procedure(reading.registry, id, reading.on, reading.knowledge())?;
    let mut objectives: Vec<Named> = Vec::new();
    for (act, _) in &found.registered {
        if !objectives.iter().any(|known| known.id == act.objective.as_str()) {
            objectives.push(reading.instrument(&act.objective));
        }
    }
    let revises = found.call.as_ref().and_then(|call| call.made.revises.as_ref());
    Some(ProcedureStory {
        subject: reading.procedure(id),
        on: reading.on,
        stage: found.stage.as_str(),
        stages: Stage::ALL.iter().map(|stage| (stage.as_str(), *stage <= found.stage)).collect(),
        revises: revises.map(|id| reading.instrument(id)),
        objectives,
        call: call(reading, &found),
        convenor: found.convenor.map(|country| reading.country(country)),
        participants: participants(reading, &found),
        drafts: drafts(reading, &found),
        text: found.text().map(|draft| (draft.filed.draft, text(&draft.filed.elements))),
        timeline: timeline(reading, &found.timeline),
        findings: findings(reading, words, &found.findings),
        due: stories.terms_of(id).map(|term| row(reading, paragraph(words, term), term)).collect(),
        documents: documents(reading, &found.timeline),
    })
}

/// A text, part by part.
pub(crate) fn text(elements: &statement::act::Elements) -> Vec<TextPart> {
    let parts = procedure::parts(elements);
    let part =
        |part: procedure::Part| TextPart { element: part.element.as_str(), part: part.key, text: part.text };
    parts.into_iter().map(part).collect()
}

fn call(reading: &Reading<'_>, found: &Procedure<'_>) -> Option<CallPart> {
    let call = found.call.as_ref()?;
    Some(CallPart {
        countries: call.countries.iter().map(|country| reading.country(*country)).collect(),
        has_effect: call.has_effect,
        source: reading.source_at(call.at),
        transmitted: call.transmitted.map(|(on, at)| (on, reading.source_at(at))),
    })
}

fn participants(reading: &Reading<'_>, found: &Procedure<'_>) -> Vec<ParticipantRow> {
    let row = |participant: &procedure::Participant| ParticipantRow {
        country: reading.country(participant.country),
        participation: participant.participation.as_str(),
        days: Days { from: participant.since, until: participant.until },
        source: reading.source_at(participant.at),
    };
    found.participants.iter().map(row).collect()
}

fn drafts(reading: &Reading<'_>, found: &Procedure<'_>) -> Vec<DraftPart> {
    let numbers: Vec<_> = found.drafts.iter().map(|draft| draft.filed.draft).collect();
    let part = |draft: &Draft<'_>| DraftPart {
        number: draft.filed.draft,
        on: draft.filed.on,
        by: reading.country(draft.filed.by),
        changes: draft.filed.changes.clone(),
        missing: draft.missing.iter().map(|element| element.as_str()).collect(),
        agreed: draft
            .agreed
            .iter()
            .map(|agreed| (reading.country(agreed.country), agreed.on, reading.source_at(agreed.at)))
            .collect(),
        periods: draft
            .comments
            .periods
            .iter()
            .map(|(period, at)| {
                (Days { from: period.from, until: Some(period.until) }, reading.source_at(*at))
            })
            .collect(),
        source: reading.source_at(draft.at),
        before: numbers.iter().copied().filter(|number| *number < draft.filed.draft).max(),
    };
    found.drafts.iter().map(part).collect()
}
