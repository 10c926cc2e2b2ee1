//! Signed requests: what a party asks with its key instead of a session.

use app::border::{Addressed, Border, RequestRefused, Requester};
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use statement::request::REQUEST_BYTES_MAX;

use crate::problem::{Kind, Problem};
use crate::request;

/// Media type of a signed request.
pub(crate) const JOSE: &str = "application/jose";

/// A signed request as it came.
///
/// # Errors
/// When it is of another media type, larger, or broke off.
pub(crate) async fn body(headers: &HeaderMap, body: Body) -> Result<Bytes, Problem> {
    request::expect(headers, &[JOSE])?;
    request::body(body, REQUEST_BYTES_MAX).await
}

/// A request that was posted to a path, checked, with what it asks.
///
/// # Errors
/// [`RequestRefused`].
pub(crate) fn posted<T: DeserializeOwned>(
    border: &Border,
    path: &str,
    bytes: &[u8],
) -> Result<(Requester, T), RequestRefused> {
    let trimmed = bytes.trim_ascii();
    border.requested(trimmed, Addressed { method: "POST", path })
}

/// What kind of problem a refused request is.
pub(crate) fn kind_of(refused: &RequestRefused) -> Kind {
    match refused {
        RequestRefused::Request(_) => Kind::new(
            "request-malformed",
            StatusCode::BAD_REQUEST,
            "not a signed request, or not one that the named key signed",
            "sign it with `comity request`, or compare it with docs/border.md",
        ),
        RequestRefused::Body { .. } => Kind::new(
            "request-body-malformed",
            StatusCode::BAD_REQUEST,
            "the request asks for something else than is done here",
            "correct the field that the detail names and sign it again",
        ),
        RequestRefused::Key(_) => Kind::new(
            "key-not-in-force",
            StatusCode::FORBIDDEN,
            "the key is not in force for the party",
            "sign with a key that is on record: /api/v1/parties/{party} lists them",
        ),
        RequestRefused::Elsewhere { .. } => Kind::new(
            "request-for-elsewhere",
            StatusCode::FORBIDDEN,
            "the request is addressed to something else",
            "sign it for this registry, method and path",
        ),
        RequestRefused::Stale { .. } => Kind::new(
            "request-out-of-time",
            StatusCode::FORBIDDEN,
            "the request is too old, or of the future",
            "set the clock, sign the request and send it at once",
        ),
        RequestRefused::NotAuthority { .. } => Kind::new(
            "not-an-authority",
            StatusCode::FORBIDDEN,
            "the party does not speak for the importing country",
            "an authority that is established there, or has its mandate to survey, signs this",
        ),
    }
}
