//! One equivalence of two acts as of a day and a position, with every statement about it.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, RecordView};
use crate::problem::Problem;
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// One equivalence of two acts.
#[utoipa::path(
    get, path = "/api/v1/equivalences/{id}", operation_id = "get_equivalences", tag = "records",
    params(("id" = String, Path, description = "its identifier", example = "EU-CH-1999/machinery/2006-42-maschv"), WhenParameters),
    responses(
        (status = 200, description = "the record", body = RecordView),
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
    records::get(state, Kind::Equivalence, id, when, headers).await
}
