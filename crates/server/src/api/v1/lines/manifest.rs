//! `GET /api/v1/lines/manifests/{id}`: the signature over the answers of a table, once all are given.

use app::border::StoreError;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::api::v1::blocking;
use crate::api::v1::signed::JOSE;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::Named;
use crate::state::ServerState;

/// Why there is no manifest.
#[derive(Debug, thiserror::Error)]
enum ManifestProblem {
    #[error("no manifest of this name is kept")]
    NotThere,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Problematic for ManifestProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::NotThere => Kind::new(
                "no-such-manifest",
                StatusCode::NOT_FOUND,
                "no such manifest",
                "fetch it once the last row has come; or send the table again",
            ),
            Self::Store(_) => common::STORE,
        }
    }
}
responds!(ManifestProblem);

/// The manifest of a table: a compact JWS over the root of its answers, row by row. `comity lines verify` takes both. It is
/// named in the header `comity-manifest` of the answers, and is there once the last row has come.
#[utoipa::path(
    get, path = "/api/v1/lines/manifests/{id}", tag = "border",
    params(("id" = String, Path, description = "as the header `comity-manifest` named it")),
    responses(
        (status = 200, description = "the manifest", body = String, content_type = "application/jose"),
        (status = 404, description = "none is kept", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the store cannot be read", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn manifest(
    State(state): State<ServerState>,
    Named(id): Named,
) -> Result<Response, Response> {
    let border = state.border.clone().ok_or_else(|| ManifestProblem::NotThere.into_response())?;
    let look = move || border.manifest(&id)?.ok_or(ManifestProblem::NotThere);
    let manifest = blocking(look).await?;
    Ok(([(header::CONTENT_TYPE, JOSE), (header::CACHE_CONTROL, "no-store")], manifest).into_response())
}
