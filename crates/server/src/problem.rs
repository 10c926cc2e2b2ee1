//! Problem documents (RFC 9457): what every error becomes on the wire.

use std::borrow::Cow;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// The media type of problem documents.
pub const PROBLEM_JSON: &str = "application/problem+json";
/// What stands before the name of a problem in its `type`.
pub const TYPE_PREFIX: &str = "tag:comity,2026:problem/";

/// A problem document (RFC 9457) with the next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Names the kind of problem; stays the same for ever. A tag URI (RFC 4151): compare it, do not fetch it.
    #[serde(rename = "type")]
    #[schema(example = "tag:comity,2026:problem/not-on-record")]
    pub kind: String,
    /// The kind of problem in words.
    #[schema(example = "not on record")]
    pub title: Cow<'static, str>,
    /// The HTTP status, repeated for those who store the document.
    #[schema(example = 404)]
    pub status: u16,
    /// What is wrong this time.
    pub detail: String,
    /// What to do about it.
    pub next_step: Cow<'static, str>,
    /// In a stream: the line of the input to which it belongs, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

/// The unchanging part of a problem: one constant for each kind.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name, forever: the end of `type`.
    pub name: &'static str,
    /// The HTTP status.
    pub status: StatusCode,
    /// In words.
    pub title: &'static str,
    /// What to do.
    pub next_step: &'static str,
}

impl Kind {
    /// A kind of problem.
    pub const fn new(
        name: &'static str,
        status: StatusCode,
        title: &'static str,
        next_step: &'static str,
    ) -> Self {
        Self { name, status, title, next_step }
    }

    /// The problem, this time.
    pub fn because(&self, detail: impl ToString) -> Problem {
        Problem {
            kind: format!("{TYPE_PREFIX}{}", self.name),
            title: Cow::Borrowed(self.title),
            status: self.status.as_u16(),
            detail: detail.to_string(),
            next_step: Cow::Borrowed(self.next_step),
            line: None,
        }
    }
}

/// What every endpoint's error enum can say of itself.
pub trait Problematic: std::fmt::Display {
    /// Which kind of problem it is.
    fn kind(&self) -> Kind;

    /// The document.
    fn problem(&self) -> Problem {
        self.kind().because(self)
    }
}

impl Problem {
    /// The same problem, at a line of a stream.
    #[must_use]
    pub fn at_line(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        response
    }
}

/// Gives an endpoint's error enum its way to a response.
macro_rules! responds {
    ($name:ty) => {
        impl axum::response::IntoResponse for $name {
            fn into_response(self) -> axum::response::Response {
                $crate::problem::Problematic::problem(&self).into_response()
            }
        }
    };
}
pub(crate) use responds;

/// Kinds that any endpoint may meet.
pub mod common {
    use axum::http::StatusCode;

    use super::Kind;

    /// No such path.
    pub const NO_SUCH_PATH: Kind = Kind::new(
        "no-such-path",
        StatusCode::NOT_FOUND,
        "nothing is served at this path",
        "look the path up in /api/v1/openapi.json, or open /api",
    );
    /// Wrong method.
    pub const METHOD: Kind = Kind::new(
        "method-not-allowed",
        StatusCode::METHOD_NOT_ALLOWED,
        "the path does not take this method",
        "use one of the methods in the `Allow` header",
    );
    /// Parameters of the address.
    pub const PARAMETERS: Kind = Kind::new(
        "parameters-malformed",
        StatusCode::BAD_REQUEST,
        "the parameters of the address cannot be read",
        "compare them with /api/v1/openapi.json and percent-encode what needs it",
    );
    /// Media type.
    pub const MEDIA_TYPE: Kind = Kind::new(
        "media-type-not-supported",
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "the body has a media type that is not read here",
        "send the `Content-Type` that /api/v1/openapi.json names for this path",
    );
    /// Too large.
    pub const TOO_LARGE: Kind = Kind::new(
        "body-too-large",
        StatusCode::PAYLOAD_TOO_LARGE,
        "the body is too large",
        "send less at a time; statements and questions can be sent in several requests",
    );
    /// The body broke off.
    pub const INTERRUPTED: Kind = Kind::new(
        "body-interrupted",
        StatusCode::BAD_REQUEST,
        "the body ended before it was complete",
        "send the request again",
    );
    /// Too many requests.
    pub const TOO_MANY: Kind = Kind::new(
        "too-many-requests",
        StatusCode::TOO_MANY_REQUESTS,
        "more requests than are taken from one address",
        "wait as many seconds as `Retry-After` says; for many questions use /api/v1/decisions/stream",
    );
    /// Too slow.
    pub const TIMEOUT: Kind = Kind::new(
        "took-too-long",
        StatusCode::SERVICE_UNAVAILABLE,
        "the answer took too long",
        "try again later, or ask for less at a time",
    );
    /// Our fault.
    pub const INTERNAL: Kind = Kind::new(
        "internal",
        StatusCode::INTERNAL_SERVER_ERROR,
        "the server failed",
        "try again; if it happens again, report the `x-request-id` of the answer to the operator",
    );
    /// The store failed.
    pub const STORE: Kind = Kind::new(
        "store-unavailable",
        StatusCode::SERVICE_UNAVAILABLE,
        "the stored data cannot be read or written",
        "try again later; the operator finds the cause in the log of the server",
    );
    /// Anything else.
    pub const OTHER: Kind = Kind::new(
        "request-refused",
        StatusCode::BAD_REQUEST,
        "the request was refused",
        "compare the request with /api/v1/openapi.json",
    );
}

/// Dresses bare errors of the framework (no such path, wrong method …) as problem documents.
pub(crate) fn dress(response: Response) -> Response {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || response.headers().contains_key(header::CONTENT_TYPE) && !is_plain(&response) {
        return response;
    }
    let kind = match status {
        StatusCode::NOT_FOUND => common::NO_SUCH_PATH,
        StatusCode::METHOD_NOT_ALLOWED => common::METHOD,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => common::MEDIA_TYPE,
        StatusCode::PAYLOAD_TOO_LARGE => common::TOO_LARGE,
        StatusCode::TOO_MANY_REQUESTS => common::TOO_MANY,
        status if status.is_server_error() => common::INTERNAL,
        _ => common::OTHER,
    };
    let mut problem = kind.because(kind.title);
    problem.status = status.as_u16();
    let mut dressed = problem.into_response();
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            dressed.headers_mut().append(name.clone(), value.clone());
        }
    }
    dressed
}

fn is_plain(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/plain"))
}
