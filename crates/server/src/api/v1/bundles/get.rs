//! The offline bundle for one importing country, as of now (SUR-06).

use app::bundle::{BundleMakeError, KeptBundle};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::{OCTETS, country, kind_of};
use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, responds};
use crate::request::Named;
use crate::state::ServerState;

/// Size of the log of the bundle, for whoever asks what leads to the next one.
pub(super) const LOG_SIZE: HeaderName = HeaderName::from_static("comity-log-size");

/// Why no bundle was given.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct BundleProblem(#[from] BundleMakeError);

impl Problematic for BundleProblem {
    fn kind(&self) -> Kind {
        kind_of(&self.0)
    }
}
responds!(BundleProblem);

/// The signed bundle from which the questions of one importing country are answered without a network
/// (`docs/bundle.md`), as of the present log. It changes when something is logged, and once a day, so that its age tells.
#[utoipa::path(
    get, path = "/api/v1/bundles/{country}", tag = "border",
    params(("country" = String, Path, description = "code of the importing country or group", example = "FR")),
    responses(
        (status = 200, description = "the bundle; `comity-log-size` is the size of its log", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "not a code", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "no such country, nothing logged, or no key of the log here", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the store cannot be read", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(code): Named,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let importing = country(&code).map_err(Problem::into_response)?;
    let app = state.app.clone();
    let bundle = blocking(move || app.kept_bundle(importing).map_err(BundleProblem::from)).await?;
    let tag = format!("\"{}\"", bundle.sha256);
    let given = headers.get(header::IF_NONE_MATCH).and_then(|given| given.to_str().ok());
    // A proxy that compresses weakens the tag; the bytes are the same.
    let known =
        given.is_some_and(|given| given.split(',').any(|known| known.trim().trim_start_matches("W/") == tag));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, OCTETS)], Bytes::from_owner(bundle.bytes.clone())).into_response()
    };
    say_which(response.headers_mut(), &bundle, &tag);
    Ok(response)
}

/// Which bundle it is, and that it is asked for again each time.
pub(super) fn say_which(headers: &mut HeaderMap, bundle: &KeptBundle, tag: &str) {
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(LOG_SIZE, HeaderValue::from(bundle.log_size));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
}
