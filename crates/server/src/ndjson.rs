//! Lines of a body, one after the other: a line is read whole or refused, and memory is bounded by one line.

use std::collections::VecDeque;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures::stream::{self, BoxStream, Stream, StreamExt as _};

use crate::problem::{Problem, common};

/// Media types of lines of JSON, the first one ours.
pub(crate) const LINES_OF_JSON: &[&str] = &[crate::router::NDJSON, "application/ndjson", "application/jsonl"];

/// A line of the input, or why there is none.
pub(crate) struct Line {
    /// Its place, from 1.
    pub(crate) number: u64,
    /// What stands in it.
    pub(crate) content: Result<Bytes, Problem>,
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
pub(crate) fn lines(body: Body, silence: Duration, limit: usize) -> impl Stream<Item = Line> + Send {
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
