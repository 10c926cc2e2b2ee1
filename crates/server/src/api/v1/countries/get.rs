//! One country or group as of a day and a position, with every statement about it.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, RecordResponses};
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// One country or group.
#[utoipa::path(
    get, path = "/api/v1/countries/{code}", operation_id = "get_countries", tag = "records",
    params(("code" = String, Path, description = "a country (ISO 3166-1 alpha-2) or group, such as `FR` or `EU`", example = "FR"), WhenParameters),
    responses(RecordResponses)
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::get(state, Kind::Country, id, when, headers).await
}
