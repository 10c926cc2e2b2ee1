//! `POST /api/v1/lines`: answers one line of a declaration, or an array of them (CER-02, REC-05).

use app::border::lines::{Answered, LINES_MAX, LineError};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::value::RawValue;

use super::{AnsweredLines, AskedLines, LineProblem, lines_of};
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request;
use crate::state::ServerState;

/// Bytes of a body: as many lines as are taken at once, with room for some documents.
const BODY_BYTES_MAX: usize = 8 * 1_048_576;

/// Why no line was answered.
#[derive(Debug, thiserror::Error)]
enum LinesProblem {
    #[error("the body cannot be read: {0}")]
    Malformed(String),
    #[error("{0} lines are asked, at most {LINES_MAX} are answered at once")]
    TooMany(usize),
}

impl Problematic for LinesProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Malformed(_) => Kind::new(
                "lines-malformed",
                StatusCode::BAD_REQUEST,
                "not lines of declarations",
                "send one line as a JSON object, or several as an array of them",
            ),
            Self::TooMany(_) => Kind::new(
                "too-many-lines",
                StatusCode::PAYLOAD_TOO_LARGE,
                "more lines than are answered at once",
                "send them in several requests, or use /api/v1/lines/stream, which takes any number",
            ),
        }
    }
}
responds!(LinesProblem);

/// Answers lines. One line has one answer, or a problem document with its status. An array of lines has an array of the
/// same length: an answer, or a problem document with `line`, for each. All answers of a request are under one signature.
#[utoipa::path(
    post, path = "/api/v1/lines", tag = "border",
    request_body(content = AskedLines, content_type = "application/json", description = "one line, or an array of at most 1,000"),
    responses(
        (status = 200, description = "the answer, or an array of answers and problem documents", body = AnsweredLines),
        (status = 400, description = "not a line", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "too many or too large", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "cannot be asked of this registry", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the store cannot be read", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn answer(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    request::expect_json(&headers).map_err(Problem::into_response)?;
    let bytes = request::body(body, BODY_BYTES_MAX).await.map_err(Problem::into_response)?;
    let (lines, decisions) = (lines_of(&state), state.metrics.decisions.clone());
    let answered = tokio::task::spawn_blocking(move || {
        let several = bytes.trim_ascii_start().first() == Some(&b'[');
        if !several {
            return Ok((false, lines.answer(&[&bytes])));
        }
        let asked: Vec<&RawValue> =
            serde_json::from_slice(&bytes).map_err(|error| LinesProblem::Malformed(error.to_string()))?;
        if asked.len() > LINES_MAX {
            return Err(LinesProblem::TooMany(asked.len()));
        }
        let asked: Vec<&[u8]> = asked.iter().map(|line| line.get().as_bytes()).collect();
        Ok((true, lines.answer(&asked)))
    });
    let answered = answered.await.map_err(|error| common::INTERNAL.because(error).into_response())?;
    let (several, mut answered) = answered.map_err(LinesProblem::into_response)?;
    decisions.inc_by(answered.iter().filter(|answer| answer.is_ok()).count() as u64);
    if !several && let Some(answer) = answered.pop() {
        return Ok(json(answer.map_err(|error| LineProblem::from(error).into_response())?.json));
    }
    Ok(array(answered))
}

/// Answers and problems in the order of their lines.
pub(super) fn array(answered: Vec<Result<Answered, LineError>>) -> Response {
    let mut body = vec![b'['];
    for (place, answer) in answered.into_iter().enumerate() {
        if place > 0 {
            body.push(b',');
        }
        body.extend(written(place as u64 + 1, answer));
    }
    body.push(b']');
    json(body)
}

/// An answer, or the problem at its place, from 1.
pub(super) fn written(line: u64, answer: Result<Answered, LineError>) -> Vec<u8> {
    match answer {
        Ok(answered) => answered.json,
        // A problem document has string keys only, so writing it cannot fail.
        Err(error) => {
            serde_json::to_vec(&LineProblem::from(error).problem().at_line(line)).unwrap_or_default()
        }
    }
}

fn json(body: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}
