//! `POST /api/v1/lines/stream`: lines of declarations in bulk, one a line in, one answer a line out, in the same order.

use app::border::lines::LINE_BYTES_MAX;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::{AnsweredLine, LineProblem, LineView, lines_of};
use crate::ndjson;
use crate::problem::{Problem, Problematic as _};
use crate::state::ServerState;

/// Answers lines of declarations line by line: an answer, or a problem document with `line`. Empty lines are answered with
/// nothing. All are answered from the state that was published when the stream began.
#[utoipa::path(
    post, path = "/api/v1/lines/stream", tag = "border",
    request_body(content = LineView, content_type = "application/x-ndjson"),
    responses(
        (status = 200, description = "one answer or problem document for each line", body = AnsweredLine, content_type = "application/x-ndjson"),
        (status = 415, description = "not lines of JSON", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn stream(State(state): State<ServerState>, headers: HeaderMap, body: Body) -> Response {
    let lines = lines_of(&state);
    ndjson::answered(&state, &headers, body, LINE_BYTES_MAX, move |asked| {
        let answers = lines.answer(asked).into_iter();
        answers
            .map(|answer| answer.map(|one| one.json).map_err(|error| LineProblem::from(error).problem()))
            .collect()
    })
}
