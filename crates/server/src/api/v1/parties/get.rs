//! One party as of a day and a position, with every statement about it.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, RecordResponses};
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// One party.
#[utoipa::path(
    get, path = "/api/v1/parties/{did}", operation_id = "get_parties", tag = "records",
    params(("did" = String, Path, description = "its decentralised identifier, such as `did:web:authority.example`", example = "did:web:authority.example"), WhenParameters),
    responses(RecordResponses)
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(id): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::get(state, Kind::Party, id, when, headers).await
}
