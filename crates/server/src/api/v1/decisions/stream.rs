//! Decisions in bulk: a line with a question comes in, a line with its answer goes out, in the same order.
//!
//! All questions of a stream are answered from the state that was published when it began. Memory is bounded: a few
//! groups of lines are under way, and no further line is read while the reader of the answers does not keep up.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use model::limits::QUESTION_BYTES_MAX;

use super::DecideProblem;
use super::decide::{AnswerView, QuestionView};
use crate::ndjson;
use crate::problem::{Problem, Problematic as _};
use crate::state::ServerState;

/// Decides questions line by line.
///
/// One question is one line of JSON; the answer to line n is line n of the output: a decision, or a problem document
/// with `line`. Empty lines are answered with nothing.
#[utoipa::path(
    post, path = "/api/v1/decisions/stream", tag = "decisions",
    request_body(content = QuestionView, content_type = "application/x-ndjson"),
    responses(
        (status = 200, description = "one answer or problem document for each line", body = AnswerView, content_type = "application/x-ndjson"),
        (status = 415, description = "not lines of JSON", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn stream(State(state): State<ServerState>, headers: HeaderMap, body: Body) -> Response {
    let snapshot = state.app.snapshot();
    ndjson::answered(&state, &headers, body, QUESTION_BYTES_MAX, move |questions| {
        let answers = snapshot.decide_many(questions).into_iter();
        answers.map(|answer| answer.map_err(|error| DecideProblem::from(error).problem())).collect()
    })
}
