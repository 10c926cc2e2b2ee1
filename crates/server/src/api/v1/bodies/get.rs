//! One body as of a day and a position, with every statement about it.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, RecordResponses};
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// One body.
#[utoipa::path(
    get, path = "/api/v1/bodies/{did}", operation_id = "get_bodies", tag = "records",
    params(("did" = String, Path, description = "its decentralised identifier", example = "did:web:body.example"), WhenParameters),
    responses(RecordResponses)
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::get(state, Kind::Body, id, when, headers).await
}
