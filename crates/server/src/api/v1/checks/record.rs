//! `POST /api/v1/checks`: records checks that an officer made without the registry (SUR-06).

use app::border::{Border, CHECKS_MAX, Recorded, Told};
use axum::Json;
use axum::extract::{FromRequest as _, Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::response::Response;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::api::v1::signed::{JOSE, Signed};
use crate::api::v1::{NO_BORDER, blocking};
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request;
use crate::state::ServerState;

/// Bytes of a body: as many checks as are taken at once, of a usual length.
const BODY_BYTES_MAX: usize = 4 * 1_048_576;

/// Why checks were not recorded.
#[derive(Debug, thiserror::Error)]
enum ChecksProblem {
    #[error("the body cannot be read: {0}")]
    Malformed(String),
    #[error("{0} checks are told, at most {CHECKS_MAX} are taken at once")]
    TooMany(usize),
    #[error("this server keeps no checks")]
    NoBorder,
    #[error(transparent)]
    Store(#[from] app::border::StoreError),
}

impl Problematic for ChecksProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Malformed(_) => Kind::new(
                "checks-malformed",
                StatusCode::BAD_REQUEST,
                "not checks",
                "send one check as a JSON object, or several as an array of them",
            ),
            Self::TooMany(_) => super::TOO_MANY,
            Self::NoBorder => NO_BORDER,
            Self::Store(_) => common::STORE,
        }
    }
}
responds!(ChecksProblem);

/// A check that was answered offline.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": "0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e77",
    "question": { "importing": "CH", "on": "2026-01-31", "evidence": [{ "number": "DEMO-CH-MED-003" }] },
    "outcome": "recognised", "log_size": 2500, "checked_at": "2026-01-31T09:15:00Z", "note": "label matches"
}))]
pub(crate) struct CheckSchema {
    /// A UUID that whoever checked drew: telling twice records once.
    id: String,
    /// The question that was asked, as at `/api/v1/decisions`; a document in it (`credential`) is not kept.
    #[schema(value_type = Object)]
    question: (),
    /// What was answered: `overall` of the decision, or `not_covered`.
    outcome: String,
    /// Size of the log that the answer knew.
    log_size: u64,
    /// SHA-256 of the bundle in hexadecimal, if it was answered from one.
    bundle_sha256: Option<String>,
    /// When it was checked (RFC 3339).
    checked_at: String,
    /// What the officer noted, at most 500 characters.
    note: Option<String>,
}

/// One check, or several.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "a shape for the description; checks are read one by one")]
pub(crate) enum ToldChecks {
    /// One.
    One(CheckSchema),
    /// At most 1,000.
    Several(Vec<CheckSchema>),
}

/// What became of each check, in the order in which they were told.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecordedView {
    /// One for each check.
    checks: Vec<RecordedCheck>,
}

/// What became of a check.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecordedCheck {
    /// Its identifier, where it could be read.
    id: Option<String>,
    /// `new`: recorded now. `known`: recorded before. `refused`: not recorded, see `problem`.
    #[schema(value_type = String, example = "new")]
    state: &'static str,
    /// Why it was not recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
}

/// Records checks that were answered offline. A check with an identifier that is known is not recorded again, so
/// whoever got no answer sends the same again. As a signed request of an authority of the importing country, with the checks
/// as `checks`, they count at other borders (`/api/v1/lines/for-authority`).
#[utoipa::path(
    post, path = "/api/v1/checks", tag = "border",
    request_body(content = ToldChecks, content_type = "application/json", description = "one check, or an array of at most 1,000"),
    responses(
        (status = 200, description = "what became of each", body = RecordedView),
        (status = 403, description = "signed, and not by a party that may", body = Problem, content_type = "application/problem+json"),
        (status = 400, description = "not checks", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "no checks are kept here", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "too many or too large", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "they cannot be written", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn record(State(state): State<ServerState>, request: Request) -> Result<Response, Response> {
    let headers = request.headers();
    if request::expect(headers, &[JOSE]).is_ok() {
        let signed = Signed::from_request(request, &state).await.map_err(Problem::into_response)?;
        return Ok(told(signed.done(Border::record_signed_checks).await?));
    }
    request::expect_json(headers).map_err(Problem::into_response)?;
    let border = state.border.clone().ok_or_else(|| ChecksProblem::NoBorder.into_response())?;
    let bytes = request::body(request.into_body(), BODY_BYTES_MAX).await.map_err(Problem::into_response)?;
    let checks = read(&bytes).map_err(ChecksProblem::into_response)?;
    let recorded = blocking(move || border.record_checks(&checks, None).map_err(ChecksProblem::from)).await?;
    Ok(told(recorded))
}

fn told(recorded: Vec<Told>) -> Response {
    let checks = recorded.into_iter().map(|(id, outcome)| {
        let (state, problem) = match outcome {
            Ok(Recorded::Known) => ("known", None),
            Ok(_) => ("new", None),
            Err(error) => ("refused", Some(error.problem())),
        };
        RecordedCheck { id: id.map(|id| id.to_string()), state, problem }
    });
    Json(RecordedView { checks: checks.collect() }).into_response()
}

/// One check, or several.
fn read(bytes: &[u8]) -> Result<Vec<Value>, ChecksProblem> {
    let malformed = |error: serde_json::Error| ChecksProblem::Malformed(error.to_string());
    let checks = match serde_json::from_slice(bytes).map_err(malformed)? {
        Value::Array(checks) => checks,
        one => vec![one],
    };
    if checks.len() > CHECKS_MAX {
        return Err(ChecksProblem::TooMany(checks.len()));
    }
    Ok(checks)
}
