//! A witness behind HTTP (C2SP tlog-witness): what it cosigns, and what it cosigned last.
//!
//! Answers are those of the specification, in plain text; a log's client reads them.

use std::sync::Arc;

use app::witness::{Witness, WitnessError};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

/// Longest request, in bytes: a longest checkpoint and its proof.
const REQUEST_BYTES_MAX: usize = 80 * 1024;
/// The media type of a size to go on from.
const SIZE_TYPE: &str = "text/x.tlog.size";

/// The routes of a witness; submission and monitoring have the same prefix.
pub fn router(witness: Arc<Witness>) -> Router {
    Router::new()
        .route("/add-checkpoint", post(add_checkpoint))
        .route("/{origin}/checkpoint", get(checkpoint))
        .layer(DefaultBodyLimit::max(REQUEST_BYTES_MAX))
        .with_state(witness)
}

async fn add_checkpoint(State(witness): State<Arc<Witness>>, body: Bytes) -> Response {
    // On a thread that may wait: the answer leaves after the checkpoint is durable.
    let answered = tokio::task::spawn_blocking(move || witness.add_checkpoint(&body)).await;
    let Ok(answered) = answered else {
        return (StatusCode::INTERNAL_SERVER_ERROR, "the request could not be answered\n").into_response();
    };
    let error = match answered {
        Ok(cosignatures) => return cosignatures.into_response(),
        Err(error) => error,
    };
    if let Some(size) = error.last_cosigned() {
        return (StatusCode::CONFLICT, [(header::CONTENT_TYPE, SIZE_TYPE)], format!("{size}\n"))
            .into_response();
    }
    tracing::warn!(%error, "a checkpoint was not cosigned");
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    // What is wrong with the witness's own disk is nobody else's business.
    let text = match error {
        WitnessError::Store(_) => {
            "the witness cannot remember and therefore signs nothing: try again later".to_owned()
        }
        error => error.to_string(),
    };
    (status, format!("{text}\n")).into_response()
}

async fn checkpoint(State(witness): State<Arc<Witness>>, Path(origin): Path<String>) -> Response {
    let found = tokio::task::spawn_blocking(move || witness.checkpoint(&origin)).await;
    match found {
        Ok(Ok(Some(note))) => note.into_response(),
        Ok(Ok(None)) => (StatusCode::NOT_FOUND, "nothing was cosigned for this log\n").into_response(),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "it cannot be read; try again later\n").into_response(),
    }
}
