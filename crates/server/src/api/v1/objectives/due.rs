//! What is due under Recommendation L, from whom, by when, and what is overdue (CRO-01 to CRO-12), for ministries that
//! keep their own calendar.

use app::due::{DueList, DueTerm, SelectDue};
use app::view::calendar::parts;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::blocking;
use crate::api::v1::records::{AsOfView, LIMIT, LookupProblem, tagged};
use crate::problem::{Problem, common};
use crate::request::{Parameters, WhenParameters};
use crate::state::ServerState;

/// Whose terms.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DueParameters {
    /// Only what is due from this country.
    country: Option<String>,
    /// After this term, as `next` names it; keep `on` and `known_at` from page to page.
    after: Option<String>,
    /// At most so many, and at most 500.
    limit: Option<usize>,
    /// The day, such as `2026-01-31`; absent: today (UTC).
    on: Option<String>,
    /// The last position of the log that is known; absent: everything known now.
    known_at: Option<u64>,
}

/// A page of what is due.
#[derive(Serialize, ToSchema)]
pub(crate) struct DueListView {
    /// Terms that have begun: what is overdue first, then what is open by last day, then what is done, the latest
    /// first.
    items: Vec<DueView>,
    /// Give this as `after` to go on; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// How many terms there are on all pages.
    total: usize,
    /// What this is, and what it is not.
    #[schema(value_type = String)]
    notice: &'static str,
    /// As of when.
    as_of: AsOfView,
}

/// A term.
#[derive(Serialize, ToSchema)]
pub(crate) struct DueView {
    /// The procedure or objective.
    #[schema(example = "DEMO-CRO-1")]
    objective: String,
    /// From which country; absent: from any member State, or from nobody in particular.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// Its last day; of `objective.work-not-before`, the first day on which work may start.
    #[schema(example = "2026-01-31")]
    due_on: String,
    /// `open`, `done` (in time), `late` (done after the last day) or `overdue` (not done, and the last day is over).
    #[schema(value_type = String)]
    state: &'static str,
    /// The day on which it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    done_on: Option<String>,
    /// Days after the last day, of what is late or overdue; else 0.
    days_late: u32,
    /// Which year, of a yearly report, from 1; else 0.
    period: u32,
    /// The rule that sets the term.
    #[schema(value_type = String, example = "objective.status-report")]
    rule: &'static str,
    /// The duty in one sentence.
    #[schema(value_type = String)]
    duty: &'static str,
    /// The paragraphs where it stands.
    #[schema(example = "L annex C 4.3")]
    paragraph: String,
    /// Position of the statement that did it, else of the one from which the term runs:
    /// `/api/v1/statements/{statement}`.
    statement: u64,
}

/// What is due about objectives, from whom, by when, and how it stands.
#[utoipa::path(
    get, path = "/api/v1/objectives/due", operation_id = "due_objectives", tag = "records", params(DueParameters),
    responses(
        (status = 200, description = "the terms", body = DueListView),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "parameters malformed, or `after` names no term", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`known_at` lies in the future", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn due(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<DueParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let country = asked.country.as_deref().map(str::parse).transpose();
    let country =
        country.map_err(|error: model::CodeError| common::PARAMETERS.because(error).into_response())?;
    let when = WhenParameters { on: asked.on, known_at: asked.known_at };
    let when = when.read().map_err(Problem::into_response)?;
    let select = SelectDue { country, after: asked.after, limit: asked.limit.unwrap_or(LIMIT), when };
    let app = state.app.clone();
    let list = blocking(move || app.due(&select).map_err(LookupProblem)).await?;
    let as_of = list.as_of.clone();
    Ok(tagged(&headers, &as_of, || Json(DueListView::from(list)).into_response()))
}

impl From<DueList> for DueListView {
    fn from(list: DueList) -> Self {
        Self {
            items: list.terms.into_iter().map(DueView::from).collect(),
            next: list.next,
            total: list.total,
            notice: explain::DISCLAIMER_OBJECTIVES,
            as_of: list.as_of.into(),
        }
    }
}

impl From<DueTerm> for DueView {
    fn from(term: DueTerm) -> Self {
        let (state, done_on, days_late) = parts(term.state);
        Self {
            objective: term.objective,
            from: term.from.map(|country| country.to_string()),
            due_on: term.due_on.to_string(),
            state,
            done_on: done_on.map(|day| day.to_string()),
            days_late,
            period: term.period,
            rule: term.rule,
            duty: term.duty,
            paragraph: term.paragraph,
            statement: term.statement,
        }
    }
}
