//! One objective as of a day and a position, with every statement about it.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, RecordResponses};
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// One objective.
#[utoipa::path(
    get, path = "/api/v1/objectives/{id}", operation_id = "get_objectives", tag = "records",
    params(("id" = String, Path, description = "its identifier", example = "DEMO-CRO-1"), WhenParameters),
    responses(RecordResponses)
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::get(state, Kind::Objective, id, when, headers).await
}
