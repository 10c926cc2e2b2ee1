//! The log as its followers read it: C2SP tlog-tiles, with proofs for those who keep no tiles.

use app::log::LogError;
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};

use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::{Named, Parameters};
use crate::state::ServerState;

/// A full tile never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A partial tile never changes either, but is soon of no use.
const FOR_A_WHILE: &str = "public, max-age=3600";

/// Why a part of the log was not given.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LogProblem {
    /// See the source.
    #[error(transparent)]
    Log(#[from] LogError),
    /// There is no checkpoint yet.
    #[error("the log is empty: it has no checkpoint yet")]
    Empty,
    /// No quorum of witnesses has cosigned yet, or none is asked.
    #[error("no checkpoint of this log was cosigned by witnesses yet")]
    NotCosigned,
}

impl Problematic for LogProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Log(LogError::Path(_)) => Kind::new(
                "tile-path-malformed",
                StatusCode::BAD_REQUEST,
                "the path names no tile",
                "write it as C2SP tlog-tiles says, such as /log/tile/0/000.p/5 or /log/tile/entries/000",
            ),
            Self::Log(LogError::NotThere { .. }) | Self::Empty => Kind::new(
                "log-too-short",
                StatusCode::NOT_FOUND,
                "the log is not that long",
                "read /log/checkpoint for its size, then ask for what lies within it",
            ),
            Self::NotCosigned => Kind::new(
                "not-cosigned",
                StatusCode::NOT_FOUND,
                "no checkpoint was cosigned",
                "read /log/checkpoint, or ask whoever runs the registry for witnesses",
            ),
            Self::Log(LogError::Reversed { .. }) => Kind::new(
                "sizes-reversed",
                StatusCode::BAD_REQUEST,
                "the sizes are in the wrong order",
                "give the smaller size as `old` and the larger one as `new`",
            ),
            Self::Log(LogError::Store(_)) => common::STORE,
        }
    }
}
responds!(LogProblem);

/// Which entry, and in which tree.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct InclusionParameters {
    /// Position of the entry.
    index: u64,
    /// Size of the tree.
    size: u64,
}

/// Two sizes of the log.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ConsistencyParameters {
    /// The earlier size.
    old: u64,
    /// The later size.
    new: u64,
}

/// A proof of RFC 6962.
#[derive(Serialize, ToSchema)]
pub(crate) struct Proof {
    /// Hashes in base64, in the order of RFC 6962, section 2.1.
    hashes: Vec<String>,
}

/// The keys that sign checkpoints.
#[derive(Serialize, ToSchema)]
pub(crate) struct Keys {
    /// The log's name, as in every checkpoint; absent while the log is empty.
    origin: Option<String>,
    /// Keys in the C2SP signed-note form, oldest first.
    keys: Vec<String>,
}

/// The signed checkpoint: a C2SP signed note.
#[utoipa::path(
    get, path = "/log/checkpoint", tag = "log",
    responses(
        (status = 200, description = "the checkpoint", body = String, content_type = "text/plain"),
        (status = 404, description = "the log is empty", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn checkpoint(State(state): State<ServerState>) -> Result<Response, LogProblem> {
    let note = state.app.checkpoint().ok_or(LogProblem::Empty)?;
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    Ok((headers, note.to_string()).into_response())
}

/// The newest checkpoint that a quorum of witnesses cosigned; it may be of an earlier size than the newest one.
#[utoipa::path(
    get, path = "/log/checkpoint/cosigned", tag = "log",
    responses(
        (status = 200, description = "the checkpoint with its cosignatures", body = String, content_type = "text/plain"),
        (status = 404, description = "no checkpoint was cosigned yet", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn cosigned(State(state): State<ServerState>) -> Result<Response, LogProblem> {
    let cosigned = state.app.cosigned().ok_or(LogProblem::NotCosigned)?;
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    Ok((headers, cosigned.note.to_string()).into_response())
}

/// A tile of hashes, or a bundle of entries.
#[utoipa::path(
    get, path = "/log/tile/{path}", tag = "log",
    params(("path" = String, Path, description = "level and place as C2SP tlog-tiles writes them; slashes are not encoded", example = "entries/000.p/5")),
    responses(
        (status = 200, description = "the bytes", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 400, description = "no tile has such a path", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "the log is not that long", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn tile(State(state): State<ServerState>, Named(path): Named) -> Result<Response, Response> {
    let full = !path.contains(".p/");
    let app = state.app.clone();
    let bytes = blocking(move || app.tile(&format!("tile/{path}")).map_err(LogProblem::from)).await?;
    let cache = if full { FOR_EVER } else { FOR_A_WHILE };
    let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CACHE_CONTROL, cache)];
    Ok((headers, bytes).into_response())
}

/// The description of [`tile`], whose path takes more than one segment.
#[derive(OpenApi)]
#[openapi(paths(tile))]
pub(crate) struct TileDoc;

/// The proof that an entry is in a tree.
#[utoipa::path(
    get, path = "/log/proof/inclusion", tag = "log", params(InclusionParameters),
    responses(
        (status = 200, description = "the proof", body = Proof),
        (status = 400, description = "parameters malformed", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "the log is not that long", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn inclusion(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<InclusionParameters>,
) -> Result<Json<Proof>, Response> {
    let app = state.app.clone();
    let proof = blocking(move || app.inclusion(asked.index, asked.size).map_err(LogProblem::from)).await?;
    Ok(Json(Proof { hashes: proof.hashes.iter().map(ToString::to_string).collect() }))
}

/// The proof that a tree continues an earlier one.
#[utoipa::path(
    get, path = "/log/proof/consistency", tag = "log", params(ConsistencyParameters),
    responses(
        (status = 200, description = "the proof", body = Proof),
        (status = 400, description = "parameters malformed, or sizes reversed", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "the log is not that long", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn consistency(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<ConsistencyParameters>,
) -> Result<Json<Proof>, Response> {
    let app = state.app.clone();
    let proof = blocking(move || app.consistency(asked.old, asked.new).map_err(LogProblem::from)).await?;
    Ok(Json(Proof { hashes: proof.hashes.iter().map(ToString::to_string).collect() }))
}

/// The keys that sign checkpoints.
#[utoipa::path(
    get, path = "/log/keys", tag = "log",
    responses((status = 200, description = "the keys", body = Keys))
)]
pub(crate) async fn keys(State(state): State<ServerState>) -> Json<Keys> {
    let (origin, keys) = state.app.log_keys();
    Json(Keys { origin, keys })
}
