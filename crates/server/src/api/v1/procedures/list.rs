//! The list of procedures, by stage if asked, page by page.

use app::lookup::{ProcedureList, SelectProcedures};
use app::stories::Stage;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

use super::ProcedureRow;
use crate::api::v1::blocking;
use crate::api::v1::records::{AsOfView, LIMIT, LookupProblem, tagged};
use crate::problem::{Problem, common};
use crate::request::{Parameters, WhenParameters};
use crate::state::ServerState;

/// Which procedures.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ProceduresParameters {
    /// Only those at this stage.
    stage: Option<String>,
    /// Only those in which this country called, takes part or agreed, or under whose objective it is bound.
    country: Option<String>,
    /// After this identifier.
    after: Option<String>,
    /// At most so many, and at most 500.
    limit: Option<usize>,
    /// The day, such as `2026-01-31`; absent: today (UTC).
    on: Option<String>,
    /// The last position of the log that is known; absent: everything known now.
    known_at: Option<u64>,
}

/// A page of procedures.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProceduresView {
    /// The procedures, by identifier.
    items: Vec<ProcedureRow>,
    /// How many there are at each stage, whatever stage and page are asked for.
    #[schema(value_type = Object)]
    stages: BTreeMap<&'static str, usize>,
    /// Give this as `after` to go on; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// What this is, and what it is not.
    #[schema(value_type = String)]
    notice: &'static str,
    /// As of when.
    as_of: AsOfView,
}

/// The procedures on record, by identifier.
#[utoipa::path(
    get, path = "/api/v1/procedures", operation_id = "list_procedures", tag = "records", params(ProceduresParameters),
    responses(
        (status = 200, description = "a page of the list", body = ProceduresView),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "parameters malformed, or no such stage", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`known_at` lies in the future", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn list(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<ProceduresParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let select = select(asked).map_err(Problem::into_response)?;
    let app = state.app.clone();
    let list = blocking(move || app.procedures(&select).map_err(LookupProblem)).await?;
    let as_of = list.as_of.clone();
    Ok(tagged(&headers, &as_of, || Json(ProceduresView::from(list)).into_response()))
}

fn select(asked: ProceduresParameters) -> Result<SelectProcedures, Problem> {
    let when = WhenParameters { on: asked.on, known_at: asked.known_at };
    let no_stage = |name: &str| {
        let names: Vec<_> = Stage::ALL.iter().map(|stage| stage.as_str()).collect();
        let name: String = name.chars().take(40).collect();
        common::PARAMETERS.because(format!("`{name}` is no stage; there are {}", names.join(", ")))
    };
    let stage = asked.stage.as_deref().map(|name| Stage::named(name).ok_or_else(|| no_stage(name)));
    let country = asked.country.as_deref().map(str::parse).transpose();
    let after = asked.after.as_deref().map(str::parse).transpose();
    Ok(SelectProcedures {
        stage: stage.transpose()?,
        country: country.map_err(|error: model::CodeError| common::PARAMETERS.because(error))?,
        after: after.map_err(|error: model::IdentifierError| common::PARAMETERS.because(error))?,
        limit: asked.limit.unwrap_or(LIMIT),
        when: when.read()?,
    })
}

impl From<ProcedureList> for ProceduresView {
    fn from(list: ProcedureList) -> Self {
        let (notice, as_of) = super::ending(list.as_of);
        Self {
            items: list.rows.into_iter().map(ProcedureRow::from).collect(),
            stages: list.stages.into_iter().map(|(stage, count)| (stage.as_str(), count)).collect(),
            next: list.next,
            notice,
            as_of,
        }
    }
}
