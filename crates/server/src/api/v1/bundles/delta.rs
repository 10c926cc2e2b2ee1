//! What leads from an earlier bundle to the present one: what changed, not what there is (SUR-06).

use app::bundle::DeltaMakeError;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use super::get::say_which;
use super::{OCTETS, country, kind_of};
use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::{Named, Parameters};
use crate::state::ServerState;

/// From which bundle.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeltaParameters {
    /// Size of the log of the bundle that the caller has.
    from: u64,
}

/// Why no way was given.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct DeltaProblem(#[from] DeltaMakeError);

impl Problematic for DeltaProblem {
    fn kind(&self) -> Kind {
        match &self.0 {
            DeltaMakeError::Make(error) => kind_of(error),
            DeltaMakeError::NotKept { .. } => Kind::new(
                "bundle-not-kept",
                StatusCode::NOT_FOUND,
                "the earlier bundle is not kept",
                "fetch the whole bundle from /api/v1/bundles/{country}",
            ),
            DeltaMakeError::Compare(_) => common::INTERNAL,
        }
    }
}
responds!(DeltaProblem);

/// What leads from the bundle of an earlier size of the log to the present one (`docs/bundle.md`). A few earlier bundles are
/// kept; applied to any other file it is refused, and the whole bundle is to be fetched.
#[utoipa::path(
    get, path = "/api/v1/bundles/{country}/delta", tag = "border",
    params(("country" = String, Path, description = "code of the importing country or group", example = "FR"), DeltaParameters),
    responses(
        (status = 200, description = "the delta; `etag` and `comity-log-size` are those of the later bundle", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 400, description = "not a code, or parameters malformed", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "no such country, or the earlier bundle is not kept", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the store cannot be read", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn delta(
    State(state): State<ServerState>,
    Named(code): Named,
    Parameters(asked): Parameters<DeltaParameters>,
) -> Result<Response, Response> {
    let importing = country(&code).map_err(Problem::into_response)?;
    let app = state.app.clone();
    let made = blocking(move || app.kept_delta(importing, asked.from).map_err(DeltaProblem::from)).await?;
    let (bundle, delta) = made;
    let mut response = ([(header::CONTENT_TYPE, OCTETS)], delta).into_response();
    say_which(response.headers_mut(), &bundle, &format!("\"{}\"", bundle.sha256));
    Ok(response)
}
