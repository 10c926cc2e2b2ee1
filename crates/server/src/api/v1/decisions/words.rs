//! An answer told in words, for whoever asks for plain text: the command line on another registry.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use super::DecideProblem;
use crate::api::v1::blocking;
use crate::portal::preferred_language;
use crate::problem::common;
use crate::state::ServerState;

/// The one answer, for programs that show the words and need no more.
const OVERALL: HeaderName = HeaderName::from_static("comity-overall");

/// Whether plain text is asked for and JSON is not.
pub(super) fn wanted(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let accepted: Vec<_> = accepted.flat_map(|line| line.split(',')).map(str::trim).collect();
    accepted.iter().any(|range| range.starts_with("text/plain"))
        && !accepted.iter().any(|range| range.starts_with("application/json"))
}

/// Answers in the language that is preferred.
pub(super) async fn answer(
    state: &ServerState,
    question: impl AsRef<[u8]> + Send + 'static,
    headers: &HeaderMap,
) -> Result<Response, Response> {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let words = preferred_language(accepted.unwrap_or_default()).words();
    let words = words.ok_or_else(|| common::INTERNAL.because("there are no sentences").into_response())?;
    let app = state.app.clone();
    let (overall, text) =
        blocking(move || app.decide_in_words(question.as_ref(), words).map_err(DecideProblem::from)).await?;
    state.metrics.decisions.inc();
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8")),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(words.language())),
        (header::VARY, HeaderValue::from_static("accept, accept-language")),
        (OVERALL, HeaderValue::from_static(overall.as_str())),
    ];
    Ok((headers, text).into_response())
}
