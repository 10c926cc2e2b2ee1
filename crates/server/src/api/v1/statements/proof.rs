//! The proof that a statement is in the log, as one text that is checked offline (C2SP tlog-proof).

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use crate::api::v1::blocking;
use crate::log::LogProblem;
use crate::problem::Problem;
use crate::request::Position;
use crate::state::ServerState;

/// The proof that a statement is in the log: position, hashes, and the checkpoint with the cosignatures of witnesses, once
/// they have come to it. What is proven is the entry: the day of admission, a line feed, and the statement, as in
/// `/log/tile/entries`.
#[utoipa::path(
    get, path = "/api/v1/statements/{position}/proof", operation_id = "get_statement_proof", tag = "statements",
    params(("position" = u64, Path, description = "its position in the log, from 0")),
    responses(
        (status = 200, description = "the proof", body = String, content_type = "text/plain"),
        (status = 400, description = "not a position", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "the log is not that long", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn proof(
    State(state): State<ServerState>,
    Position(position): Position,
) -> Result<Response, Response> {
    let app = state.app.clone();
    let proof = blocking(move || app.tlog_proof(position).map_err(LogProblem::from)).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"statement-{position}.tlog-proof\"")),
        // Later it is against a later checkpoint.
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    Ok((headers, proof.to_string()).into_response())
}
