//! One agreement as of a day and a position, with every statement about it.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, RecordResponses};
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// One agreement.
#[utoipa::path(
    get, path = "/api/v1/agreements/{id}", operation_id = "get_agreements", tag = "records",
    params(("id" = String, Path, description = "its identifier", example = "CH-EU-MRA"), WhenParameters),
    responses(RecordResponses)
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::get(state, Kind::Agreement, id, when, headers).await
}
