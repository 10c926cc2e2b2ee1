//! The status list of an issuer as the record would have it signed: for the issuer, who alone may sign it.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use credential::untp::make::Base;
use jiff::{SignedDuration, Timestamp};

use super::StatusListProblem;
use crate::api::v1::blocking;
use crate::api::v1::certificates::credential::unsigned as as_unsigned;
use crate::problem::Problem;
use crate::request::NamedPair;
use crate::served::kept::NotServed;
use crate::served::status_list::read;
use crate::state::ServerState;

/// For how long the issuer vouches for a list that is made here: a verifier takes no older one anyhow.
const VALID_FOR: SignedDuration = credential::limits::STATUS_AGE_DEFAULT;

/// The Bitstring Status List of an issuer as of now, NOT SIGNED: nobody vouches for it. The issuer signs it and hands it in at
/// `/api/v1/credentials`; credentials name the address at which it is served then.
#[utoipa::path(
    get, path = "/api/v1/status-lists/{issuer}/{purpose}/unsigned", operation_id = "get_unsigned_status_list", tag = "credentials",
    params(
        ("issuer" = String, Path, description = "the issuer, percent-encoded", example = "did:web:body.example"),
        ("purpose" = String, Path, description = "`revocation` or `suspension`", example = "revocation")
    ),
    responses(
        (status = 200, description = "the list without a signature", body = Object, content_type = "application/vc"),
        (status = 400, description = "not a party, or no such purpose", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "no such party", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "too many certificates for an answer", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn unsigned(
    State(state): State<ServerState>,
    NamedPair(issuer, purpose): NamedPair,
) -> Result<Response, Response> {
    let (issuer, purpose) = read(&issuer, &purpose).map_err(NotServed::into_response)?;
    let (list, _) = blocking(move || {
        state.app.status_list_is_short(&issuer).map_err(StatusListProblem)?;
        let now = i64::try_from(state.app.clock().unix_seconds()).unwrap_or(i64::MAX);
        let at = Timestamp::from_second(now).unwrap_or(Timestamp::MAX);
        state.app.status_list(&issuer, purpose, Base(&state.base), at, VALID_FOR).map_err(StatusListProblem)
    })
    .await?;
    Ok(as_unsigned(&list.to_string()))
}
