//! One procedure, whole: what was done in it, act by act, what the rules find, what is due.

use app::lookup::{CallRecord, DraftRecord, EventRecord, FindingRecord, ParticipantRecord, ProcedureRecord};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::ProcedureRow;
use crate::api::v1::blocking;
use crate::api::v1::objectives::due::DueView;
use crate::api::v1::records::{AsOfView, LookupProblem, tagged};
use crate::problem::Problem;
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// A procedure.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProcedureView {
    /// Its row in the list.
    #[serde(flatten)]
    row: ProcedureRow,
    /// The call for participation.
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<CallView>,
    /// The country that convenes the task force.
    #[serde(skip_serializing_if = "Option::is_none")]
    convenor: Option<String>,
    /// Who takes part or took part, in the order of their coming.
    participants: Vec<ParticipantView>,
    /// Drafts, by number.
    drafts: Vec<DraftView>,
    /// Position of the statement of the last submission.
    #[serde(skip_serializing_if = "Option::is_none")]
    submitted: Option<u64>,
    /// Positions of the statements that registered its texts.
    registered: Vec<u64>,
    /// Every act, in the order of the legal days, then of the log.
    timeline: Vec<TimelineEvent>,
    /// What every rule on the making of texts finds. No finding undoes an act or changes a decision.
    findings: Vec<FindingView>,
    /// What is due, or was.
    due: Vec<DueView>,
    /// What this is, and what it is not.
    #[schema(value_type = String)]
    notice: &'static str,
    /// As of when.
    as_of: AsOfView,
}

/// A call for participation.
#[derive(Serialize, ToSchema)]
pub(crate) struct CallView {
    /// Position of its statement.
    statement: u64,
    /// Countries that made it, by signature or concurrence.
    countries: Vec<String>,
    /// Whether they are enough: a call of fewer than three has no effect.
    has_effect: bool,
    /// Day on which the secretariat transmitted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    transmitted_on: Option<String>,
    /// Position of the statement of its transmission.
    #[serde(skip_serializing_if = "Option::is_none")]
    transmitted: Option<u64>,
}

/// A country in the task force.
#[derive(Serialize, ToSchema)]
pub(crate) struct ParticipantView {
    /// Which country.
    country: String,
    /// `member` or `observer`.
    #[schema(value_type = String)]
    participation: &'static str,
    /// Since when.
    since: String,
    /// First day on which it is no longer part.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// Position of the statement by which it takes part.
    statement: u64,
}

/// A draft. Its text is in its statement.
#[derive(Serialize, ToSchema)]
pub(crate) struct DraftView {
    /// Its number.
    draft: u32,
    /// Position of its statement.
    statement: u64,
    /// Day of filing.
    on: String,
    /// Who filed it.
    by: String,
    /// Elements of annex B that it lacks.
    #[schema(value_type = Vec<String>)]
    missing: Vec<&'static str>,
    /// Who agreed on it.
    agreed: Vec<AgreedView>,
    /// Periods for comments.
    comments: Vec<CommentPeriodView>,
    /// Positions of statements with answers to comments.
    answers: Vec<u64>,
}

/// The agreement of a country on a draft.
#[derive(Serialize, ToSchema)]
pub(crate) struct AgreedView {
    /// Which country.
    country: String,
    /// Day of its agreement.
    on: String,
    /// Position of its statement.
    statement: u64,
}

/// A period for comments.
#[derive(Serialize, ToSchema)]
pub(crate) struct CommentPeriodView {
    /// First day.
    from: String,
    /// First day after.
    until: String,
    /// Position of its statement.
    statement: u64,
}

/// One act of the time line.
#[derive(Serialize, ToSchema)]
pub(crate) struct TimelineEvent {
    /// Position of its statement.
    statement: u64,
    /// The legal day.
    on: String,
    /// The day on which it was entered in the log.
    entered_on: String,
    /// Whether a recorder reported it and the party did not sign it.
    reported: bool,
    /// Who signed the statement.
    signer: String,
    /// What was said, in the form of the act.
    #[schema(value_type = Object)]
    act: Value,
}

/// What a rule found.
#[derive(Serialize, ToSchema)]
pub(crate) struct FindingView {
    /// The rule.
    #[schema(value_type = String, example = "objective.minimum-proposing-countries")]
    rule: &'static str,
    /// `met`, `not_met` or `unknown`.
    #[schema(value_type = String)]
    outcome: &'static str,
    /// The duty in one sentence.
    #[schema(value_type = String)]
    duty: &'static str,
    /// Where it is read.
    #[schema(example = "L annex C 2.1")]
    paragraph: String,
    /// What was compared, by name.
    #[schema(value_type = Object)]
    facts: Value,
}

/// One procedure as of a day and a position, whole.
#[utoipa::path(
    get, path = "/api/v1/procedures/{id}", operation_id = "get_procedures", tag = "records",
    params(("id" = String, Path, description = "its identifier", example = "DEMO-TRUCKS"), WhenParameters),
    responses(
        (status = 200, description = "the procedure", body = ProcedureView),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "not such an identifier, or parameters malformed", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "not on record", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`known_at` lies in the future", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let when = when.read().map_err(Problem::into_response)?;
    let app = state.app.clone();
    let record = blocking(move || app.procedure(&id, when).map_err(LookupProblem)).await?;
    let as_of = record.as_of.clone();
    Ok(tagged(&headers, &as_of, || Json(ProcedureView::from(record)).into_response()))
}

impl From<ProcedureRecord> for ProcedureView {
    fn from(record: ProcedureRecord) -> Self {
        let (notice, as_of) = super::ending(record.as_of);
        Self {
            row: record.story.into(),
            call: record.call.map(CallView::from),
            convenor: record.convenor.map(|country| country.to_string()),
            participants: record.participants.into_iter().map(ParticipantView::from).collect(),
            drafts: record.drafts.into_iter().map(DraftView::from).collect(),
            submitted: record.submitted.map(|at| at.0),
            registered: record.registered.iter().map(|at| at.0).collect(),
            timeline: record.timeline.into_iter().map(TimelineEvent::from).collect(),
            findings: record.findings.into_iter().map(FindingView::from).collect(),
            due: record.due.into_iter().map(DueView::from).collect(),
            notice,
            as_of,
        }
    }
}

impl From<CallRecord> for CallView {
    fn from(call: CallRecord) -> Self {
        Self {
            statement: call.statement.0,
            countries: call.countries.iter().map(ToString::to_string).collect(),
            has_effect: call.has_effect,
            transmitted_on: call.transmitted.map(|(on, _)| on.to_string()),
            transmitted: call.transmitted.map(|(_, at)| at.0),
        }
    }
}

impl From<ParticipantRecord> for ParticipantView {
    fn from(found: ParticipantRecord) -> Self {
        Self {
            country: found.country.to_string(),
            participation: found.participation,
            since: found.since.to_string(),
            until: found.until.map(|day| day.to_string()),
            statement: found.statement.0,
        }
    }
}

impl From<DraftRecord> for DraftView {
    fn from(draft: DraftRecord) -> Self {
        let agreed = draft.agreed.into_iter().map(|(country, on, at)| AgreedView {
            country: country.to_string(),
            on: on.to_string(),
            statement: at.0,
        });
        let comments = draft.comments.into_iter().map(|(from, until, at)| CommentPeriodView {
            from: from.to_string(),
            until: until.to_string(),
            statement: at.0,
        });
        Self {
            draft: draft.draft,
            statement: draft.statement.0,
            on: draft.on.to_string(),
            by: draft.by.to_string(),
            missing: draft.missing,
            agreed: agreed.collect(),
            comments: comments.collect(),
            answers: draft.answers.iter().map(|at| at.0).collect(),
        }
    }
}

impl From<EventRecord> for TimelineEvent {
    fn from(event: EventRecord) -> Self {
        Self {
            statement: event.statement.0,
            on: event.on.to_string(),
            entered_on: event.entered_on.to_string(),
            reported: event.reported,
            signer: event.signer,
            act: event.act,
        }
    }
}

impl From<FindingRecord> for FindingView {
    fn from(found: FindingRecord) -> Self {
        let FindingRecord { rule, outcome, duty, paragraph, facts } = found;
        Self { rule, outcome, duty, paragraph, facts }
    }
}
