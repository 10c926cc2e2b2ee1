//! What statements would do, told without writing anything: admission itself, against a copy of the state.

use app::dry_run::{DryRun, Told};
use app::{App, SubmitError};
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use statement::{Payload, Unverified};
use utoipa::ToSchema;

use super::submit::{ONE_BYTES_MAX, SEVERAL_BYTES_MAX, STATEMENTS_MAX, SubmitProblem};
use crate::api::v1::blocking;
use crate::problem::{Problem, Problematic as _};
use crate::request;
use crate::state::ServerState;

/// TriedStatements statements, tried one after the other, each with those before it that would be admitted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TriedStatements {
    /// Each a compact JWS, or a statement that nobody has signed yet: `id`, `signer`, `act`.
    #[schema(value_type = Vec<Object>)]
    statements: Vec<Value>,
}

/// What was told.
#[derive(Serialize, ToSchema)]
pub(crate) struct Explanations {
    /// Size of the log whose state was asked.
    log_size: u64,
    /// For each statement what it would do, in their order.
    #[schema(value_type = Vec<ExplanationView>)]
    explanations: Vec<Value>,
}

/// What one statement would do.
#[derive(Serialize, ToSchema)]
pub(crate) struct ExplanationView {
    /// Its identifier.
    id: String,
    /// Name of its act.
    #[schema(example = "measure.taken")]
    act: String,
    /// Who signs it.
    signer: String,
    /// Who may sign such an act: one of these.
    who_may_sign: Vec<String>,
    /// Whether a recorder may report it.
    may_be_reported: bool,
    /// Bytes once it is signed; of one that is not signed yet, about.
    bytes: u64,
    /// Bytes that a statement may have.
    bytes_max: u64,
    /// Whether it would be admitted.
    admissible: bool,
    /// Why not, with the next step.
    refusal: Option<Problem>,
    /// Whose act it becomes, days, on whom it waits; in English.
    effects: Vec<String>,
    /// What would be on record otherwise: `kind`, `id`, `new`, facts that it `makes`, and what `turns` on a day.
    #[schema(value_type = Vec<Object>)]
    changes: (),
    /// Findings of the rules on objectives that it brings or changes.
    #[schema(value_type = Vec<Object>)]
    findings: (),
}

/// Tells what one statement or several would do: admitted or refused, which facts would be made and end, what the rules on
/// objectives would find. Nothing is written.
#[utoipa::path(
    post, path = "/api/v1/statements/explain", tag = "statements",
    request_body(
        description = "one compact JWS as application/jose or text/plain, or several as JSON, signed or not",
        content(
            (String = "application/jose"),
            (String = "text/plain"),
            (TriedStatements = "application/json")
        )
    ),
    responses(
        (status = 200, description = "what each would do", body = Explanations),
        (status = 400, description = "not a statement", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "too long, or too many", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "another media type", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn explain(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Explanations>, Response> {
    request::expect(&headers, &["application/jose", "text/plain", "application/json"])
        .map_err(Problem::into_response)?;
    let statements = if request::media_type(&headers) == "application/json" {
        let body = request::body(body, SEVERAL_BYTES_MAX).await.map_err(Problem::into_response)?;
        several(&body).map_err(SubmitProblem::into_response)?
    } else {
        let body = request::body(body, ONE_BYTES_MAX).await.map_err(Problem::into_response)?;
        vec![Statement::signed(body.trim_ascii()).map_err(SubmitProblem::into_response)?]
    };
    let app = state.app.clone();
    let told = blocking(move || Ok::<_, Problem>(explanations(&app, &statements))).await?;
    Ok(Json(told))
}

/// A statement that is to be told.
enum Statement {
    Signed(Box<Unverified>, usize),
    Unsigned(Box<Payload>),
}

impl Statement {
    fn signed(bytes: &[u8]) -> Result<Self, SubmitProblem> {
        let parsed = Unverified::parse(bytes).map_err(SubmitError::from)?;
        Ok(Self::Signed(Box::new(parsed), bytes.len()))
    }

    fn read(value: Value) -> Result<Self, SubmitProblem> {
        match value {
            Value::String(text) => Self::signed(text.trim().as_bytes()),
            other => {
                let payload = Payload::from_value(other);
                let payload = payload.map_err(|error| SubmitProblem::List(error.to_string()))?;
                Ok(Self::Unsigned(Box::new(payload)))
            }
        }
    }
}

fn several(body: &[u8]) -> Result<Vec<Statement>, SubmitProblem> {
    // Serde would also read a list, by position.
    if !body.trim_ascii_start().starts_with(b"{") {
        return Err(SubmitProblem::List("it is no object".to_owned()));
    }
    let several: TriedStatements =
        serde_json::from_slice(body).map_err(|error| SubmitProblem::List(error.to_string()))?;
    if several.statements.len() > STATEMENTS_MAX {
        return Err(SubmitProblem::TooMany(several.statements.len()));
    }
    several.statements.into_iter().map(Statement::read).collect()
}

fn explanations(app: &App, statements: &[Statement]) -> Explanations {
    let mut dry_run = DryRun::new(app);
    let log_size = dry_run.log_size();
    let told = statements.iter().map(|statement| match statement {
        Statement::Signed(signed, bytes) => dry_run.tell_signed(signed, *bytes),
        Statement::Unsigned(payload) => dry_run.tell(payload, app::dry_run::signed_bytes(payload)),
    });
    Explanations { log_size, explanations: told.map(explanation).collect() }
}

fn explanation(told: Told) -> Value {
    let refusal = told.refusal.clone().map(|error| SubmitProblem::from(error).problem());
    told.json(refusal.and_then(|problem| serde_json::to_value(problem).ok()))
}
