//! Submitting signed statements: one as a compact JWS, or several in their order as JSON.
//!
//! Nobody logs in: the signature says who speaks, and the registry whether it may. A statement submitted again is
//! answered with its first receipt, so whoever is unsure whether an answer was lost simply submits again.

use app::SubmitError;
use app::lookup::claimed_signer;
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use model::limits::STATEMENT_BYTES_MAX;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::quota::wait_first;
use crate::request;
use crate::state::ServerState;

/// Statements in one request: larger uploads are batch acts, or several requests.
pub(super) const STATEMENTS_MAX: usize = 1_000;
/// Bytes of a request with several statements.
pub(super) const SEVERAL_BYTES_MAX: usize = 8 * 1024 * 1024;
/// A statement on its own may end with a line feed.
pub(super) const ONE_BYTES_MAX: usize = STATEMENT_BYTES_MAX + 2;

/// Why a statement was not logged.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SubmitProblem {
    /// See the source.
    #[error(transparent)]
    Submit(#[from] SubmitError),
    /// The body with several statements cannot be read.
    #[error("the list of statements cannot be read: {0}")]
    List(String),
    /// Too many at once.
    #[error("{0} statements in one request; {STATEMENTS_MAX} are taken")]
    TooMany(usize),
    /// The party has submitted too much.
    #[error("`{0}` has submitted as many statements as are taken in a minute")]
    Quota(String),
}

impl Problematic for SubmitProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Submit(error) => kind_of(error),
            Self::List(_) => Kind::new(
                "statements-malformed",
                StatusCode::BAD_REQUEST,
                "the body is no list of statements",
                "send {\"statements\":[\"<compact JWS>\", …]}, or one compact JWS as application/jose",
            ),
            Self::TooMany(_) => Kind::new(
                "too-many-statements",
                StatusCode::PAYLOAD_TOO_LARGE,
                "too many statements in one request",
                "send them in several requests, or put many certificates into one batch act",
            ),
            Self::Quota(_) => Kind::new(
                "party-quota-used-up",
                StatusCode::TOO_MANY_REQUESTS,
                "the party has used its quota up",
                "wait as many seconds as `Retry-After` says; put many certificates into one batch act",
            ),
        }
    }
}
responds!(SubmitProblem);

fn kind_of(error: &SubmitError) -> Kind {
    match error {
        SubmitError::Statement(_) => Kind::new(
            "statement-malformed",
            StatusCode::BAD_REQUEST,
            "not a statement, or not one that the named key signed",
            "compare it with the format of statements in the documentation; `comity act submit` writes and signs it",
        ),
        SubmitError::TooLong { .. } => Kind::new(
            "statement-too-long",
            StatusCode::PAYLOAD_TOO_LARGE,
            "the statement is too long",
            "split it: large scopes grow by additive acts",
        ),
        SubmitError::Admit(_) => Kind::new(
            "not-admitted",
            StatusCode::FORBIDDEN,
            "the registry does not admit the statement",
            "do what the detail says; `comity act submit --explain` tells beforehand",
        ),
        SubmitError::LogKey { .. } => Kind::new(
            "log-key-not-held",
            StatusCode::FORBIDDEN,
            "the genesis statement names another log key",
            "open the log with the statement that `comity init` wrote beside its key",
        ),
        SubmitError::Conflict { .. } => Kind::new(
            "identifier-used",
            StatusCode::CONFLICT,
            "the signer has logged another statement under this identifier",
            "give the statement another identifier and sign it again; nothing was written",
        ),
        SubmitError::ReadOnly => Kind::new(
            "read-only",
            StatusCode::SERVICE_UNAVAILABLE,
            "this server takes no statements",
            "submit to the server that writes this log",
        ),
        SubmitError::Stopped => Kind::new(
            "stopping",
            StatusCode::SERVICE_UNAVAILABLE,
            "the server is stopping",
            "submit the same statement again when it is back; it is never logged twice",
        ),
        SubmitError::Store(_) => common::STORE,
        SubmitError::Uncertain(_) => Kind::new(
            "outcome-uncertain",
            StatusCode::SERVICE_UNAVAILABLE,
            "it is not known whether the statement was written",
            "submit the same statement again; its receipt or a refusal will tell",
        ),
    }
}

/// Several statements, logged in this order.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Several {
    /// Each a compact JWS.
    #[schema(example = json!(["eyJhbGciOiJFZERTQSIsImtpZCI6ImRlbW8iLCJ0eXAiOiJjb21pdHktdjArand0In0.eyJpZCI6Ii4uLiJ9.c2ln"]))]
    statements: Vec<String>,
}

/// That a statement is in the log; it can be checked offline with the log's key.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReceiptView {
    /// Position of the statement.
    #[schema(example = 4711)]
    position: u64,
    /// Day of admission in UTC.
    #[schema(example = "2026-01-31")]
    day: String,
    /// Hash of the log entry, in base64.
    leaf_hash: String,
    /// Size of the log in the checkpoint.
    log_size: u64,
    /// The signed checkpoint: a C2SP signed note.
    checkpoint: String,
    /// The proof of inclusion: hashes in base64 from the sibling of the leaf up.
    proof: Vec<String>,
}

/// The answers to several statements, in their order.
#[derive(Serialize, ToSchema)]
pub(crate) struct Receipts {
    /// For each statement its receipt, or why it was refused. A refused one does not stop the others.
    receipts: Vec<Submitted>,
}

/// The receipt of one statement, or the answers to several.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "a shape for the description: which of them it is, the request says")]
pub(crate) enum Answered {
    /// For one statement.
    One(ReceiptView),
    /// For several.
    Several(Receipts),
}

/// A receipt or a refusal.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Submitted {
    /// It is logged.
    Receipt(ReceiptView),
    /// It is not.
    Problem(Problem),
}

impl From<app::Receipt> for ReceiptView {
    fn from(receipt: app::Receipt) -> Self {
        Self {
            position: receipt.position.0,
            day: receipt.day.to_string(),
            leaf_hash: receipt.leaf_hash.to_string(),
            log_size: receipt.log_size,
            checkpoint: receipt.checkpoint.to_string(),
            proof: receipt.proof.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Submits one statement or several. The same statement again gets its first receipt.
#[utoipa::path(
    post, path = "/api/v1/statements", tag = "statements",
    request_body(
        description = "one compact JWS as application/jose or text/plain, or several as JSON",
        content(
            (String = "application/jose"),
            (String = "text/plain"),
            (Several = "application/json")
        )
    ),
    responses(
        (status = 200, description = "the receipt of one statement; of several, a receipt or refusal for each",
            body = Answered),
        (status = 400, description = "not a statement", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "not admitted", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "the identifier was used for another statement", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "too long, or too many", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "another media type", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "too many", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "not now", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn submit(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    request::expect(&headers, &["application/jose", "text/plain", "application/json"])
        .map_err(Problem::into_response)?;
    if request::media_type(&headers) == "application/json" {
        return several(state, body).await;
    }
    let statement = request::body(body, ONE_BYTES_MAX).await.map_err(Problem::into_response)?;
    let statement = statement.trim_ascii().to_vec();
    let signer = within_quota(&state, &statement).map_err(|refused| *refused)?;
    let size = state.app.state().size();
    let receipt = state.app.submit(statement).await;
    count(&state, signer.as_deref(), size, &receipt);
    let receipt = ReceiptView::from(receipt.map_err(|error| SubmitProblem::from(error).into_response())?);
    let mut response = Json(&receipt).into_response();
    if let Ok(location) = HeaderValue::from_str(&format!("/api/v1/statements/{}", receipt.position)) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

async fn several(state: ServerState, body: Body) -> Result<Response, Response> {
    let body = request::body(body, SEVERAL_BYTES_MAX).await.map_err(Problem::into_response)?;
    let malformed = |reason: String| SubmitProblem::List(reason).into_response();
    // Serde would also read a list, by position.
    if !body.trim_ascii_start().starts_with(b"{") {
        return Err(malformed("it is no object".to_owned()));
    }
    let several: Several = serde_json::from_slice(&body).map_err(|error| malformed(error.to_string()))?;
    if several.statements.len() > STATEMENTS_MAX {
        return Err(SubmitProblem::TooMany(several.statements.len()).into_response());
    }
    let statements: Vec<Vec<u8>> =
        several.statements.into_iter().map(|statement| statement.trim().as_bytes().to_vec()).collect();
    let mut signers = Vec::with_capacity(statements.len());
    for statement in &statements {
        signers.push(within_quota(&state, statement).map_err(|refused| *refused)?);
    }
    let app = state.app.clone();
    let size = app.state().size();
    let answers = blocking(move || Ok::<_, Problem>(app.submit_many(&statements))).await?;
    let receipts = answers.into_iter().zip(signers).map(|(answer, signer)| {
        count(&state, signer.as_deref(), size, &answer);
        match answer {
            Ok(receipt) => Submitted::Receipt(receipt.into()),
            Err(error) => Submitted::Problem(SubmitProblem::from(error).problem()),
        }
    });
    Ok(Json(Receipts { receipts: receipts.collect() }).into_response())
}

/// Who claims to have signed, if parties are counted; refused while its quota is used up.
fn within_quota(state: &ServerState, statement: &[u8]) -> Result<Option<String>, Box<Response>> {
    if !state.quotas.counts_parties() {
        return Ok(None);
    }
    let Some(signer) = claimed_signer(statement) else { return Ok(None) };
    match state.quotas.may_submit(&signer) {
        Ok(()) => Ok(Some(signer)),
        Err(wait) => Err(Box::new(wait_first(wait, SubmitProblem::Quota(signer).problem()))),
    }
}

/// Counts a statement for its party if it is new to the log, which had `size` entries before: what was logged earlier
/// is public, and anybody may send it again.
fn count(state: &ServerState, signer: Option<&str>, size: u64, answer: &Result<app::Receipt, SubmitError>) {
    match answer {
        Ok(receipt) if receipt.position.0 >= size => {
            state.metrics.statements.inc();
            signer.into_iter().for_each(|signer| state.quotas.submitted(signer));
        }
        Ok(_) => {}
        Err(_) => {
            state.metrics.refused.inc();
        }
    }
}
