//! One standard as of a day and a position, with every statement about it.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, RecordResponses};
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// One standard.
#[utoipa::path(
    get, path = "/api/v1/standards/{reference}", operation_id = "get_standards", tag = "records",
    params(("reference" = String, Path, description = "a dated or undated reference, such as `IEC 60335-1:2020`, percent-encoded", example = "IEC 60335-1:2020"), WhenParameters),
    responses(RecordResponses)
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::get(state, Kind::Standard, id, when, headers).await
}
