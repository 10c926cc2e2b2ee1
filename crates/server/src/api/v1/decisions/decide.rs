//! One decision: must, may or need the importing country accept this evidence for this product on this day?

use app::decide::{AtOnce, PRESENTED_QUESTION_BYTES_MAX};
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use model::limits::QUESTION_BYTES_MAX;
use serde::Serialize;
use utoipa::ToSchema;

use super::{DecideProblem, words};
use crate::api::v1::blocking;
use crate::problem::{Problem, common};
use crate::request;
use crate::state::ServerState;

/// A question. Only `importing` and `on` are needed; the documentation has an example for every field.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "importing": "CH", "on": "2026-01-31",
    "evidence": [{ "number": "DEMO-CERT-1" }],
    "product": { "hs": "851672", "hs_edition": 2022 }
}))]
pub(crate) struct QuestionView {
    /// The importing country, a code of ISO 3166 or of a group.
    #[schema(example = "CH")]
    importing: String,
    /// The day asked about.
    #[schema(example = "2026-01-31")]
    on: String,
    /// Certificates, reports, declarations, each by `number`, `alias` or `document_sha256`, or presented whole as
    /// `credential` (a `vc+jwt`, or JSON with its proof); none to ask what is required.
    #[schema(value_type = Option<Vec<Object>>)]
    evidence: (),
    /// The product: `hs` with `hs_edition`, and identifiers such as `gtin` or `model`.
    #[schema(value_type = Option<Object>)]
    product: (),
    /// The party under whose authority the evidence was issued; usually known from the evidence.
    designating_party: Option<String>,
    /// Where the goods originate.
    origin: Option<String>,
    /// Where the goods were sent from; it is not the origin.
    consigned_from: Option<String>,
    /// Who holds the certificate according to the one who presents it.
    holder: Option<String>,
    /// Day of production.
    produced_on: Option<String>,
    /// How much; decides nothing yet.
    quantity: Option<u64>,
    /// `import` (if absent), `placing_on_market` or `planning`.
    purpose: Option<String>,
    /// The last position of the log that is known; absent: everything known now.
    known_at: Option<u64>,
    /// `full` (if absent), or `verdict`: the answer in short, for checks by the thousand.
    answer: Option<String>,
}

/// The answer in the form that the question wants.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "a shape for the description; answers are written by `explain`")]
pub(crate) enum AnswerView {
    /// `"answer": "full"`.
    Full(DecisionView),
    /// `"answer": "verdict"`.
    Verdict(VerdictView),
}

/// The answer in short: fields that the whole answer has too are the same. It has no others, which tells the two apart.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerdictView {
    /// The one answer.
    #[schema(example = "recognised")]
    overall: String,
    /// The importing country.
    importing: String,
    /// The commodity code with its edition.
    #[schema(value_type = Object)]
    product: (),
    /// For each thing that is required: `act`, `kind`, `outcome`, `basis`, `stronger_unknown`, the `path` that wins with its
    /// `instrument`, and the `reasons` (rules) that stand in the way of what is not recognised.
    #[schema(value_type = Vec<Object>)]
    requirements: (),
    /// Rules on measures that are not met or unknown.
    measures: Vec<String>,
    /// Each piece of evidence: its `number` on record, and whether it is what it says (`outcome`).
    #[schema(value_type = Vec<Object>)]
    evidence: (),
    /// How complete the registry is.
    #[schema(value_type = Vec<Object>)]
    coverage: (),
    /// Day, position, size and root of the log, engine and digest of the rules: what gives this answer again.
    #[schema(value_type = Object)]
    as_of: (),
    /// What the answer is not.
    #[schema(value_type = Vec<String>)]
    disclaimer: (),
    /// As in the whole answer.
    #[schema(value_type = Option<Vec<Object>>)]
    documents: (),
}

/// An answer: the same bytes from the API, the command line and the library.
#[derive(Serialize, ToSchema)]
pub(crate) struct DecisionView {
    /// The one answer.
    #[schema(example = "recognised")]
    overall: String,
    /// The importing country.
    importing: String,
    /// The commodity code with its edition.
    #[schema(value_type = Object)]
    product: (),
    /// For each thing that is required: outcome, what it rests on, every path, what is missing.
    #[schema(value_type = Vec<Object>)]
    requirements: (),
    /// Measures that bar, and measures without effect.
    #[schema(value_type = Vec<Object>)]
    measures: (),
    /// Reports of suspicion, which change no outcome.
    #[schema(value_type = Vec<Object>)]
    suspicions: (),
    /// Each piece of evidence: is it what it says?
    #[schema(value_type = Vec<Object>)]
    evidence: (),
    /// How complete the registry is.
    #[schema(value_type = Vec<Object>)]
    coverage: (),
    /// Day, position, size and root of the log, engine and digest of the rules: what gives this answer again.
    #[schema(value_type = Object)]
    as_of: (),
    /// What the answer is not.
    #[schema(value_type = Vec<String>)]
    disclaimer: (),
    /// For questions that present documents: each beside the register, with every respect in which it was compared.
    /// Documents change no outcome.
    #[schema(value_type = Option<Vec<Object>>)]
    documents: (),
}

/// Decides one question. The answer is JSON; with `Accept: text/plain` it is told in words, in the language of
/// `Accept-Language`, and the header `comity-overall` holds the one answer.
#[utoipa::path(
    post, path = "/api/v1/decisions", tag = "decisions",
    request_body(content = QuestionView, content_type = "application/json"),
    responses(
        (status = 200, description = "the answer", body = AnswerView),
        (status = 400, description = "not a question", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "too large", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "cannot be asked of this registry", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the store cannot be read", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn decide(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    request::expect_json(&headers).map_err(Problem::into_response)?;
    let limit = PRESENTED_QUESTION_BYTES_MAX;
    let question = request::body(body, limit).await.map_err(Problem::into_response)?;
    let presents = app::decide::may_present(&question);
    if !presents && question.len() > QUESTION_BYTES_MAX {
        let detail = format!("the body may have {QUESTION_BYTES_MAX} bytes");
        return Err(common::TOO_LARGE.because(detail).into_response());
    }
    if words::wanted(&headers) {
        return words::answer(&state, question, &headers).await;
    }
    if presents {
        return presented(&state, question).await;
    }
    let asked = state.app.decide_at_once(&question);
    let answer = match asked.map_err(|error| DecideProblem::from(error).into_response())? {
        AtOnce::Answer(answer) => answer,
        AtOnce::Later(later) => blocking(move || later.decide().map_err(DecideProblem::from)).await?,
    };
    state.metrics.decisions.inc();
    Ok(([(header::CONTENT_TYPE, "application/json")], answer).into_response())
}

/// A question whose evidence carries documents: signatures are checked, so it is answered off the threads that serve.
async fn presented(state: &ServerState, question: Bytes) -> Result<Response, Response> {
    let app = state.app.clone();
    let answer = blocking(move || app.decide_presented(&question).map_err(DecideProblem::from)).await?;
    state.metrics.decisions.inc();
    Ok(([(header::CONTENT_TYPE, "application/json")], answer).into_response())
}
