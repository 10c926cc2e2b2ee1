//! `POST /api/v1/lines/stream`: lines of declarations in bulk, one a line in, one answer a line out, in the same order.

use std::io;

use app::border::lines::{LINE_BYTES_MAX, Lines};
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;

use super::answer::written;
use super::{AnsweredLine, LineView, lines_of};
use crate::ndjson::{LINES_OF_JSON, Line, lines};
use crate::problem::{Problem, common};
use crate::request;
use crate::router::NDJSON;
use crate::state::ServerState;

/// Lines answered and signed together, as many of them as have come.
const GROUP_LINES: usize = 64;
/// Groups under way at a time.
const GROUPS: usize = 4;

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
pub(crate) async fn stream(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    request::expect(&headers, LINES_OF_JSON).map_err(Problem::into_response)?;
    let (answering, decisions) = (lines_of(&state), state.metrics.decisions.clone());
    let groups = lines(body, state.settings.stream_silence, LINE_BYTES_MAX).ready_chunks(GROUP_LINES);
    let answers = groups
        .map(move |group| {
            let (answering, decisions) = (answering.clone(), decisions.clone());
            async move {
                let answered = tokio::task::spawn_blocking(move || answer(&answering, &group)).await;
                let (bytes, count) = answered.map_err(io::Error::other)?;
                decisions.inc_by(count);
                Ok::<_, io::Error>(bytes)
            }
        })
        .buffered(GROUPS);
    Ok(([(header::CONTENT_TYPE, NDJSON)], Body::from_stream(answers)).into_response())
}

fn answer(lines: &Lines, group: &[Line]) -> (Bytes, u64) {
    let asked: Vec<&Bytes> = group.iter().filter_map(|line| line.content.as_ref().ok()).collect();
    let mut answers = lines.answer(&asked).into_iter();
    let (mut out, mut count) = (Vec::new(), 0);
    for line in group {
        let problem = match &line.content {
            Err(problem) => problem.clone(),
            Ok(_) => match answers.next() {
                Some(answer) => {
                    count += u64::from(answer.is_ok());
                    out.extend(written(line.number, answer));
                    out.push(b'\n');
                    continue;
                }
                // There is an answer for every line.
                None => common::INTERNAL.because("the line was not answered"),
            },
        };
        // A problem document has string keys only, so writing it cannot fail.
        out.extend(serde_json::to_vec(&problem.at_line(line.number)).unwrap_or_default());
        out.push(b'\n');
    }
    (out.into(), count)
}
