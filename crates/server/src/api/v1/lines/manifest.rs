//! `GET /api/v1/lines/manifests/{id}`: the signature over the answers of a table, once all are given.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use app::office::{Randomness as _, SystemRandomness};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::api::v1::signed::JOSE;
use crate::problem::{Kind, Problem, Problematic, responds};
use crate::request::Named;
use crate::state::ServerState;

/// Manifests that are kept: whoever was given the last row fetches his at once.
const KEPT_MAX: usize = 1_000;

/// Manifests of tables that were answered lately, the earliest first.
#[derive(Default)]
pub(crate) struct Manifests(Mutex<VecDeque<(String, String)>>);

impl Manifests {
    /// An identifier that nobody guesses; `None` if the system has no randomness.
    pub(crate) fn draw() -> Option<String> {
        let mut bytes = [0; 16];
        SystemRandomness.fill(&mut bytes).ok()?;
        Some(hex::encode(bytes))
    }

    /// Keeps a manifest.
    pub(crate) fn keep(&self, id: String, manifest: String) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT_MAX {
            kept.pop_front();
        }
        kept.push_back((id, manifest));
    }

    fn get(&self, id: &str) -> Option<String> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().rev().find(|(known, _)| known == id).map(|(_, manifest)| manifest.clone())
    }
}

/// Why there is no manifest.
#[derive(Debug, thiserror::Error)]
enum ManifestProblem {
    #[error("no manifest of this name is kept")]
    NotThere,
}

impl Problematic for ManifestProblem {
    fn kind(&self) -> Kind {
        Kind::new(
            "no-such-manifest",
            StatusCode::NOT_FOUND,
            "no such manifest",
            "fetch it once the last row has come, before the server is started again; or send the table again",
        )
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
        (status = 404, description = "none is kept", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn manifest(
    State(state): State<ServerState>,
    Named(id): Named,
) -> Result<Response, Response> {
    let manifest = state.manifests.get(&id).ok_or_else(|| ManifestProblem::NotThere.into_response())?;
    Ok(([(header::CONTENT_TYPE, JOSE), (header::CACHE_CONTROL, "no-store")], manifest).into_response())
}
