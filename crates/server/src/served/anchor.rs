//! The identity anchor of a party, signed by the registrar.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use model::PartyId;

use super::credential::short;
use super::kept::{ASK_AGAIN, NotServed, deposits, respond};
use crate::api::v1::blocking;
use crate::problem::Problem;
use crate::request::Named;
use crate::state::ServerState;

/// The identity anchor of a party, as the registrar signed it.
#[utoipa::path(
    get, path = "/anchors/{party}", operation_id = "get_signed_anchor", tag = "credentials",
    params(("party" = String, Path, description = "the party, percent-encoded", example = "did:web:body.example")),
    responses(
        (status = 200, description = "the anchor, byte for byte; a token in its envelope where JSON alone is accepted",
            content((String = "application/vc+jwt"), (Object = "application/vc"))),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "not a party", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "not handed in", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "none of its forms is accepted", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "this server keeps no documents", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(name): Named,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let party: PartyId = name.parse().map_err(|_| NotServed::Identifier(short(&name)).into_response())?;
    let deposits = deposits(&state).map_err(NotServed::into_response)?;
    let kept = blocking(move || Ok::<_, Problem>(deposits.anchor(&party))).await?;
    let missing = NotServed::NotDeposited { what: "identity anchor", of: short(&name) };
    kept.ok_or(missing).and_then(|kept| respond(kept, &headers, ASK_AGAIN)).map_err(NotServed::into_response)
}
