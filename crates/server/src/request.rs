//! Reading requests: parameters and bodies, each with its limit, each refusal a problem document.

use app::lookup::When;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use futures::StreamExt as _;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::IntoParams;

use crate::problem::{Problem, common};

/// Parameters after the question mark.
pub struct Parameters<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Parameters<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(parameters)) => Ok(Self(parameters)),
            Err(error) => Err(common::PARAMETERS.because(error.body_text())),
        }
    }
}

/// The changing part of a path, percent-decoded.
pub struct Named(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(name)) => Ok(Self(name)),
            Err(error) => Err(common::PARAMETERS.because(error.body_text())),
        }
    }
}

/// A position of the log as the changing part of a path.
pub struct Position(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for Position {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Named(text) = Named::from_request_parts(parts, state).await?;
        let shown: String = text.chars().take(40).collect();
        let no_position =
            |_| common::PARAMETERS.because(format!("`{shown}` is not a position: write digits"));
        text.parse().map(Self).map_err(no_position)
    }
}

/// The two changing parts of a path, percent-decoded.
pub struct NamedPair(pub String, pub String);

impl<S: Send + Sync> FromRequestParts<S> for NamedPair {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Path::<(String, String)>::from_request_parts(parts, state).await {
            Ok(Path((first, second))) => Ok(Self(first, second)),
            Err(error) => Err(common::PARAMETERS.because(error.body_text())),
        }
    }
}

/// The day and the point of knowledge.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WhenParameters {
    /// The day, such as `2026-01-31`; absent: today (UTC).
    pub on: Option<String>,
    /// The last position of the log that is known; absent: everything known now.
    pub known_at: Option<u64>,
}

impl WhenParameters {
    /// The day and the point of knowledge, checked.
    ///
    /// # Errors
    /// When the day is none of the calendar.
    pub fn read(&self) -> Result<When, Problem> {
        let on = self.on.as_deref().map(model::parse_date).transpose();
        let on = on.map_err(|error| common::PARAMETERS.because(error))?;
        Ok(When { on, known_at: self.known_at.map(model::LogIndex) })
    }
}

/// A body of at most `limit` bytes.
///
/// # Errors
/// When it is larger, or breaks off.
pub async fn body(body: Body, limit: usize) -> Result<Bytes, Problem> {
    let too_large = || common::TOO_LARGE.because(format!("the body may have {limit} bytes"));
    let mut stream = body.into_data_stream();
    let mut whole: Vec<u8> = Vec::new();
    let mut first: Option<Bytes> = None;
    while let Some(part) = stream.next().await {
        let part = part.map_err(|error| common::INTERRUPTED.because(error))?;
        let so_far = first.as_ref().map_or(whole.len(), Bytes::len);
        if so_far + part.len() > limit {
            return Err(too_large());
        }
        match (first.take(), whole.is_empty()) {
            // One part is the common case; it is not copied.
            (None, true) => first = Some(part),
            (before, _) => {
                whole.extend_from_slice(&before.unwrap_or_default());
                whole.extend_from_slice(&part);
            }
        }
    }
    Ok(first.unwrap_or_else(|| whole.into()))
}

/// How long the body is, as its sender says; `None` where that was not said.
pub fn declared_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// The media type of the body without parameters, in lower case; empty when none is given.
pub fn media_type(headers: &HeaderMap) -> String {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Checks that the body is JSON.
///
/// # Errors
/// When it says to be something else, or nothing.
pub fn expect_json(headers: &HeaderMap) -> Result<(), Problem> {
    expect(headers, &["application/json"])
}

/// Checks the media type of the body.
///
/// # Errors
/// When it is none of those given.
pub fn expect(headers: &HeaderMap, types: &[&str]) -> Result<(), Problem> {
    let given = media_type(headers);
    if types.contains(&given.as_str()) {
        return Ok(());
    }
    let given: String = given.chars().take(80).collect();
    let detail = format!("the body has media type `{given}`; {} is read here", types.join(" or "));
    Err(common::MEDIA_TYPE.because(detail))
}
