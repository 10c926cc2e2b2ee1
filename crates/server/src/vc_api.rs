//! The VC API of the W3C Credentials Community Group, for test suites of others: issues with test keys, verifies, and
//! publishes status lists. It knows no registry and keeps nothing; it is never part of one.
//!
//! `GET /implementation.json` describes it in the form in which the suites name implementations.

mod description;
mod issue;
mod status;
mod verify;

use std::sync::Arc;

use axum::Json;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use credential::json::{self, JsonError};
use credential::limits::PRESENTATION_BYTES_MAX;
use credential::{Keyring, Now, Problem};
use serde_json::{Value, json};
use statement::{KeyError, PrivateKey};

use status::Lists;

/// What the adapter signs with, and where it is reached.
pub struct VcApi {
    base_url: String,
    signers: Vec<Signer>,
    keys: Keyring,
    lists: Lists,
    now: fn() -> jiff::Timestamp,
}

/// A test key as the party that it is by itself.
#[derive(Clone)]
struct Signer {
    key: PrivateKey,
    did: String,
    method: String,
}

impl VcApi {
    /// An adapter that signs with these keys, each for the `did:key` that it is.
    ///
    /// # Errors
    /// When a key is weak.
    pub fn new(base_url: &str, keys: &[PrivateKey], now: fn() -> jiff::Timestamp) -> Result<Self, KeyError> {
        let signer = |key: &PrivateKey| {
            let did = key.public().to_did_key()?.to_string();
            let method = format!("{did}#{}", did.trim_start_matches("did:key:"));
            Ok(Signer { key: key.clone(), did, method })
        };
        let signers = keys.iter().map(signer).collect::<Result<_, KeyError>>()?;
        let base_url = base_url.trim_end_matches('/').to_owned();
        Ok(Self { base_url, signers, keys: Keyring::new(), lists: Lists::default(), now })
    }

    fn now(&self) -> Now {
        Now::new((self.now)())
    }
}

/// The routes. Each stands at the root, and below the name of a profile (`/ecdsa-jcs-2019/credentials/issue`), so that
/// suites that cannot send options can still choose.
pub fn router(api: VcApi) -> Router {
    let at = |prefix: &str| {
        Router::new()
            .route(&format!("{prefix}/credentials/issue"), post(issue::issue))
            .route(&format!("{prefix}/credentials/verify"), post(verify::credential))
            .route(&format!("{prefix}/presentations/verify"), post(verify::presentation))
    };
    at("")
        .merge(at("/{profile}"))
        .route("/credentials/status", post(status::update))
        .route("/status/{purpose}", get(status::list))
        .route("/status/{purpose}/publish", post(status::publish))
        .route("/implementation.json", get(description::implementation))
        .layer(DefaultBodyLimit::max(PRESENTATION_BYTES_MAX))
        .with_state(Arc::new(api))
}

/// Reads the body of a request.
fn body(bytes: &[u8]) -> Result<Value, Refused> {
    let value = json::read(bytes, PRESENTATION_BYTES_MAX)?;
    if value.is_object() { Ok(value) } else { Err(Refused::malformed("the body is no object")) }
}

/// Why a request is answered with 400: problem details of the kinds that the Recommendations name.
#[derive(Debug)]
struct Refused(Vec<Value>);

impl Refused {
    fn of(kind: &str, title: &str, detail: impl ToString) -> Self {
        Self(vec![json!({ "type": kind, "title": title, "detail": detail.to_string() })])
    }

    fn malformed(detail: impl ToString) -> Self {
        Self::of("https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR", "malformed value", detail)
    }

    fn proof(detail: impl ToString) -> Self {
        Self::of("https://w3id.org/security#PROOF_VERIFICATION_ERROR", "proof not verified", detail)
    }

    fn status(name: &str, detail: impl ToString) -> Self {
        Self::of(&format!("https://www.w3.org/ns/credentials/status-list#{name}"), "status", detail)
    }

    fn problems(problems: Vec<Problem>) -> Self {
        Self(problems.into_iter().flat_map(|problem| Self::malformed(problem).0).collect())
    }

    fn into_response(self) -> Response {
        let errors = Value::Array(self.0);
        let body = json!({ "verified": false, "checks": [], "warnings": [], "errors": errors });
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    }
}

impl From<JsonError> for Refused {
    fn from(error: JsonError) -> Self {
        Self::of("https://www.w3.org/TR/vc-data-model#PARSING_ERROR", "not read", error)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
