//! The keys of a party as a DID document, for verifiers that read those.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};

use crate::problem::Problem;
use crate::request::Named;
use crate::served::did::{DidProblem, document};
use crate::state::ServerState;

/// The register's view of a party's keys as a DID document: each with its day, revoked ones with their end and for no use.
#[utoipa::path(
    get, path = "/api/v1/parties/{did}/did.json", operation_id = "get_party_did", tag = "credentials",
    params(("did" = String, Path, description = "its identifier, percent-encoded", example = "did:web:body.example")),
    responses(
        (status = 200, description = "the document", body = Object, content_type = "application/did+json"),
        (status = 404, description = "no such party", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn did(State(state): State<ServerState>, Named(id): Named) -> Result<Response, Response> {
    let party =
        id.parse().map_err(|_| DidProblem::NoSuchParty(id.chars().take(200).collect()).into_response())?;
    document(state, party).await
}
