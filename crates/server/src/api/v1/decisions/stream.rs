//! Decisions in bulk: a line with a question comes in, a line with its answer goes out, in the same order.
//!
//! All questions of a stream are answered from the state that was published when it began. Memory is bounded: a few
//! groups of lines are under way, and no further line is read while the reader of the answers does not keep up.

use std::io;

use app::Snapshot;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;
use model::limits::QUESTION_BYTES_MAX;

use super::DecideProblem;
use super::decide::{DecisionView, QuestionView};
use crate::ndjson::{LINES_OF_JSON, Line, lines};
use crate::problem::{Problem, Problematic as _, common};
use crate::request;
use crate::router::NDJSON;
use crate::state::ServerState;

/// Lines answered together: enough to read their certificates in one go.
const GROUP_LINES: usize = 64;
/// Groups under way at a time.
const GROUPS: usize = 4;

/// Decides questions line by line.
///
/// One question is one line of JSON; the answer to line n is line n of the output: a decision, or a problem document
/// with `line`. Empty lines are answered with nothing.
#[utoipa::path(
    post, path = "/api/v1/decisions/stream", tag = "decisions",
    request_body(content = QuestionView, content_type = "application/x-ndjson"),
    responses(
        (status = 200, description = "one answer or problem document for each line", body = DecisionView, content_type = "application/x-ndjson"),
        (status = 415, description = "not lines of JSON", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn stream(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    request::expect(&headers, LINES_OF_JSON).map_err(Problem::into_response)?;
    let snapshot = state.app.snapshot();
    let silence = state.settings.stream_silence;
    let groups = lines(body, silence, QUESTION_BYTES_MAX).ready_chunks(GROUP_LINES);
    let answers = groups
        .map(move |group| {
            let (snapshot, decisions) = (snapshot.clone(), state.metrics.decisions.clone());
            async move {
                let answered = tokio::task::spawn_blocking(move || answer(&snapshot, &group)).await;
                let (bytes, count) = answered.map_err(io::Error::other)?;
                decisions.inc_by(count);
                Ok::<_, io::Error>(bytes)
            }
        })
        .buffered(GROUPS);
    Ok(([(header::CONTENT_TYPE, NDJSON)], Body::from_stream(answers)).into_response())
}

fn answer(snapshot: &Snapshot, group: &[Line]) -> (Bytes, u64) {
    let questions: Vec<&Bytes> = group.iter().filter_map(|line| line.content.as_ref().ok()).collect();
    let mut answers = snapshot.decide_many(&questions).into_iter();
    let (mut out, mut count) = (Vec::new(), 0);
    for line in group {
        let problem = match &line.content {
            Err(problem) => problem.clone(),
            Ok(_) => match answers.next() {
                Some(Ok(answer)) => {
                    out.extend_from_slice(&answer);
                    out.push(b'\n');
                    count += 1;
                    continue;
                }
                Some(Err(error)) => DecideProblem::from(error).problem(),
                // There is an answer for every question.
                None => common::INTERNAL.because("the question was not answered"),
            },
        };
        // A problem document has string keys only, so writing it cannot fail.
        out.extend(serde_json::to_vec(&problem.at_line(line.number)).unwrap_or_default());
        out.push(b'\n');
    }
    (out.into(), count)
}
