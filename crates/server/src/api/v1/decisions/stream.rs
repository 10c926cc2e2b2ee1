//! Decisions in bulk: a line with a question comes in, a line with its answer goes out, in the same order.
//!
//! All questions of a stream are answered from the state that was published when it began. Memory is bounded: a few
//! groups of lines are under way, and no further line is read while the reader of the answers does not keep up.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use app::Snapshot;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use futures::stream::{self, BoxStream, Stream, StreamExt as _};
use model::limits::QUESTION_BYTES_MAX;

use super::DecideProblem;
use super::decide::{DecisionView, QuestionView};
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
    request::expect(&headers, &[NDJSON, "application/ndjson", "application/jsonl"])
        .map_err(Problem::into_response)?;
    let snapshot = state.app.snapshot();
    let groups = lines(body, state.settings.stream_silence).ready_chunks(GROUP_LINES);
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

/// A line of the input, or why there is none.
struct Line {
    number: u64,
    content: Result<Bytes, Problem>,
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

/// What is left to read, and what was read and not handed on.
struct Reading {
    body: BoxStream<'static, Result<Bytes, axum::Error>>,
    silence: Duration,
    ready: VecDeque<Line>,
    unfinished: Vec<u8>,
    /// The line in hand is longer than a question may be; the rest of it is thrown away.
    skipping: bool,
    number: u64,
    ended: bool,
}

/// The lines of a body. At most one question and one part of the body are held.
fn lines(body: Body, silence: Duration) -> impl Stream<Item = Line> + Send {
    let reading = Reading {
        body: body.into_data_stream().boxed(),
        silence,
        ready: VecDeque::new(),
        unfinished: Vec::new(),
        skipping: false,
        number: 0,
        ended: false,
    };
    stream::unfold(reading, |mut reading| async move {
        loop {
            if let Some(line) = reading.ready.pop_front() {
                return Some((line, reading));
            }
            if reading.ended {
                return None;
            }
            reading.read().await;
        }
    })
}

impl Reading {
    async fn read(&mut self) {
        match tokio::time::timeout(self.silence, self.body.next()).await {
            Ok(Some(Ok(part))) => self.take(&part),
            Ok(None) => {
                self.ended = true;
                self.end_line();
            }
            Ok(Some(Err(error))) => self.stop(common::INTERRUPTED.because(error)),
            Err(_) => self.stop(common::TIMEOUT.because("no further line came in time")),
        }
    }

    fn take(&mut self, part: &[u8]) {
        let mut rest = part;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            self.extend(&rest[..end]);
            self.end_line();
            rest = &rest[end + 1..];
        }
        self.extend(rest);
    }

    fn extend(&mut self, part: &[u8]) {
        if self.skipping || self.unfinished.len() + part.len() > QUESTION_BYTES_MAX {
            self.skipping = true;
            self.unfinished.clear();
        } else {
            self.unfinished.extend_from_slice(part);
        }
    }

    fn end_line(&mut self) {
        if self.ended && self.unfinished.is_empty() && !self.skipping {
            return;
        }
        self.number += 1;
        let number = self.number;
        let line = std::mem::take(&mut self.unfinished);
        if std::mem::take(&mut self.skipping) {
            let detail = format!("the line is longer than {QUESTION_BYTES_MAX} bytes");
            let content = Err(common::TOO_LARGE.because(detail));
            self.ready.push_back(Line { number, content });
        } else if !line.trim_ascii().is_empty() {
            self.ready.push_back(Line { number, content: Ok(line.into()) });
        }
    }

    fn stop(&mut self, problem: Problem) {
        self.ended = true;
        self.ready.push_back(Line { number: self.number + 1, content: Err(problem) });
    }
}
