//! Lines of a body, one after the other: a line is read whole or refused, and memory is bounded by one line.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use futures::stream::{self, BoxStream, Stream, StreamExt as _};

use crate::problem::{Problem, common};
use crate::request;
use crate::router::NDJSON;
use crate::state::ServerState;

/// Media types of lines of JSON, the first one ours.
const LINES_OF_JSON: &[&str] = &[NDJSON, "application/ndjson", "application/jsonl"];

/// Lines answered together, as many of them as have come.
const GROUP_LINES: usize = 64;
/// Groups under way at a time.
const GROUPS: usize = 4;

/// Answers lines of JSON, each of at most `limit` bytes, in groups and in their order: `answer` gives one answer, or one
/// problem, for each line that it is given. A line that cannot be read, and a problem, is a problem document with `line`.
/// Memory is bounded: no further line is read while the reader of the answers does not keep up.
/// A body that is not lines of JSON gets the problem document for it.
pub(crate) fn answered<A, B>(
    state: &ServerState,
    headers: &HeaderMap,
    body: Body,
    limit: usize,
    answer: A,
) -> Response
where
    A: Fn(&[&Bytes]) -> Vec<Result<B, Problem>> + Clone + Send + 'static,
    B: AsRef<[u8]>,
{
    if let Err(problem) = request::expect(headers, LINES_OF_JSON) {
        return problem.into_response();
    }
    let decisions = state.metrics.decisions.clone();
    let groups = lines(body, state.settings.stream_silence, limit).ready_chunks(GROUP_LINES);
    let answers = groups
        .map(move |group| {
            let (answer, decisions) = (answer.clone(), decisions.clone());
            async move {
                let written = tokio::task::spawn_blocking(move || write(&group, &answer)).await;
                let (bytes, count) = written.map_err(io::Error::other)?;
                decisions.inc_by(count);
                Ok::<_, io::Error>(bytes)
            }
        })
        .buffered(GROUPS);
    ([(header::CONTENT_TYPE, NDJSON)], Body::from_stream(answers)).into_response()
}

/// The answers to a group, and how many of them are answers.
fn write<B: AsRef<[u8]>>(
    group: &[Line],
    answer: &impl Fn(&[&Bytes]) -> Vec<Result<B, Problem>>,
) -> (Bytes, u64) {
    let readable: Vec<&Bytes> = group.iter().filter_map(|line| line.content.as_ref().ok()).collect();
    let mut answers = answer(&readable).into_iter();
    let (mut out, mut count) = (Vec::new(), 0);
    for line in group {
        let answered = match &line.content {
            Err(problem) => Err(problem.clone()),
            // There is an answer for every line.
            Ok(_) => {
                answers.next().unwrap_or_else(|| Err(common::INTERNAL.because("the line was not answered")))
            }
        };
        match answered {
            Ok(answer) => {
                count += 1;
                out.extend_from_slice(answer.as_ref());
            }
            // A problem document has string keys only, so writing it cannot fail.
            Err(problem) => out.extend(serde_json::to_vec(&problem.at_line(line.number)).unwrap_or_default()),
        }
        out.push(b'\n');
    }
    (out.into(), count)
}

/// A line of the input, or why there is none.
struct Line {
    /// Its place, from 1.
    number: u64,
    /// What stands in it.
    content: Result<Bytes, Problem>,
}

/// What is left to read, and what was read and not handed on.
struct Reading {
    body: BoxStream<'static, Result<Bytes, axum::Error>>,
    silence: Duration,
    limit: usize,
    ready: VecDeque<Line>,
    unfinished: Vec<u8>,
    /// The line in hand is longer than one may be; the rest of it is thrown away.
    skipping: bool,
    number: u64,
    ended: bool,
}

/// The lines of a body, each of at most `limit` bytes; empty ones are left out. At most one line and one part of the body
/// are held.
fn lines(body: Body, silence: Duration, limit: usize) -> impl Stream<Item = Line> + Send {
    let reading = Reading {
        body: body.into_data_stream().boxed(),
        silence,
        limit,
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
        if self.skipping || self.unfinished.len() + part.len() > self.limit {
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
            let detail = format!("the line is longer than {} bytes", self.limit);
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
