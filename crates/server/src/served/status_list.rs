//! The signed status list of an issuer, at the address that its credentials name.

use app::credentials::Purpose;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use model::PartyId;

use super::credential::short;
use super::kept::{ASK_AGAIN, NotServed, deposits, respond};
use crate::api::v1::blocking;
use crate::problem::Problem;
use crate::request::NamedPair;
use crate::state::ServerState;

/// The status list that an issuer signed last. Where none was handed in there is none: an unsigned one is never served here.
#[utoipa::path(
    get, path = "/status/{issuer}/{purpose}", operation_id = "get_signed_status_list", tag = "credentials",
    params(
        ("issuer" = String, Path, description = "the issuer, percent-encoded", example = "did:web:body.example"),
        ("purpose" = String, Path, description = "`revocation` or `suspension`", example = "revocation")
    ),
    responses(
        (status = 200, description = "the list, byte for byte; a token in its envelope where JSON alone is accepted",
            content((String = "application/vc+jwt"), (Object = "application/vc"))),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "not a party, or no such purpose", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "not handed in", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "none of its forms is accepted", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "this server keeps no documents", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    NamedPair(issuer, purpose): NamedPair,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let (party, asked) = read(&issuer, &purpose).map_err(NotServed::into_response)?;
    let deposits = deposits(&state).map_err(NotServed::into_response)?;
    let kept = blocking(move || Ok::<_, Problem>(deposits.status_list(&party, asked))).await?;
    let missing = NotServed::NotDeposited { what: "status list", of: short(&issuer) };
    kept.ok_or(missing).and_then(|kept| respond(kept, &headers, ASK_AGAIN)).map_err(NotServed::into_response)
}

/// Whose list, of what.
pub(crate) fn read(issuer: &str, purpose: &str) -> Result<(PartyId, Purpose), NotServed> {
    let party = issuer.parse().map_err(|_| NotServed::Identifier(short(issuer)))?;
    let purpose = Purpose::from_name(purpose).ok_or_else(|| NotServed::Identifier(short(purpose)))?;
    Ok((party, purpose))
}
