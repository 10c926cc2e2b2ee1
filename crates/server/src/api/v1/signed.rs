//! Signed requests: what a party asks with its key instead of a session.

use app::border::{Addressed, Border, RequestRefused, Requester, Taken};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use statement::request::REQUEST_BYTES_MAX;
use utoipa::IntoResponses;

use super::{NO_BORDER, blocking};
use crate::problem::{Kind, Problem, Problematic};
use crate::request;
use crate::state::ServerState;

/// Media type of a signed request.
pub(crate) const JOSE: &str = "application/jose";

/// How signed requests are refused, for the description: each of them in the same ways.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "it is only described")]
pub(crate) enum Refusals {
    /// The request cannot be read, or asks for something else than is done here.
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(Problem),
    /// It is not of a party that may, or its key is not in force.
    #[response(status = 403, content_type = "application/problem+json")]
    MayNot(Problem),
    /// What it names is not there, or nothing of the border is kept here.
    #[response(status = 404, content_type = "application/problem+json")]
    NotThere(Problem),
    /// Not a signed request.
    #[response(status = 415, content_type = "application/problem+json")]
    NotSigned(Problem),
    /// The store cannot be used.
    #[response(status = 503, content_type = "application/problem+json")]
    NoStore(Problem),
}

/// A signed request as it came in: nothing in it is known to be true yet.
pub(crate) struct Signed {
    border: Border,
    path: String,
    bytes: Bytes,
}

impl FromRequest<ServerState> for Signed {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &ServerState) -> Result<Self, Problem> {
        let nothing = || NO_BORDER.because("this server keeps nothing of the border");
        let border = state.border.clone().ok_or_else(nothing)?;
        let (parts, body) = request.into_parts();
        request::expect(&parts.headers, &[JOSE])?;
        let bytes = request::body(body, REQUEST_BYTES_MAX).await?;
        Ok(Self { border, path: parts.uri.path().to_owned(), bytes })
    }
}

impl Signed {
    /// Checks the request, and does what it asks where waiting harms nobody.
    ///
    /// # Errors
    /// The response that says why it was not done.
    pub(crate) async fn done<T, D, E>(
        self,
        act: impl FnOnce(&Border, &Requester, &T) -> Result<D, E> + Send + 'static,
    ) -> Result<D, Response>
    where
        T: DeserializeOwned,
        D: Send + 'static,
        E: From<RequestRefused> + Problematic,
    {
        let Self { border, path, bytes } = self;
        blocking(move || {
            let to = Addressed { method: "POST", path: &path };
            let requested = border.requested(bytes.trim_ascii(), to).map_err(E::from);
            let done = requested.and_then(|(requester, asked)| act(&border, &requester, &asked));
            done.map_err(|error| error.problem())
        })
        .await
    }

    /// The same, answered with 201 for what was done now and 200 for what had been done before: the same body.
    ///
    /// # Errors
    /// As [`Signed::done`].
    pub(crate) async fn recorded<T, D, E>(
        self,
        act: impl FnOnce(&Border, &Requester, &T) -> Result<Taken<D>, E> + Send + 'static,
    ) -> Result<Response, Response>
    where
        T: DeserializeOwned,
        D: Serialize + Send + 'static,
        E: From<RequestRefused> + Problematic,
    {
        let Taken { done, again } = self.done(act).await?;
        let status = if again { StatusCode::OK } else { StatusCode::CREATED };
        Ok((status, Json(done)).into_response())
    }
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
