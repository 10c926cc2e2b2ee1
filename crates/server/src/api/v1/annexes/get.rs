//! One annex as of a day and a position, with every statement about it.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, RecordResponses};
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// One annex.
#[utoipa::path(
    get, path = "/api/v1/annexes/{id}", operation_id = "get_annexes", tag = "records",
    params(("id" = String, Path, description = "its identifier", example = "CH-EU-MRA-5"), WhenParameters),
    responses(RecordResponses)
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::get(state, Kind::Annex, id, when, headers).await
}
