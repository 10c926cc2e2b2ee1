//! What was logged, in the order of the log: for followers and for whoever wants to read along.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::blocking;
use crate::api::v1::records::StoreProblem;
use crate::problem::Problem;
use crate::request::Parameters;
use crate::state::ServerState;

/// Statements in a page, unless fewer are asked for.
const LIMIT: usize = 100;
/// Bytes of statements in a page: a page of the longest statements must not fill the memory.
const PAGE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Which statements.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListParameters {
    /// After this position; absent: from the first on.
    after: Option<u64>,
    /// At most so many, and at most 1000.
    limit: Option<usize>,
}

/// A page of the log.
#[derive(Serialize, ToSchema)]
pub(crate) struct Statements {
    /// The statements, in the order of the log.
    statements: Vec<StatementView>,
    /// Give this as `after` to go on; absent when there is no more now.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u64>,
    /// Statements in the log.
    log_size: u64,
}

/// A logged statement.
#[derive(Serialize, ToSchema)]
pub(crate) struct StatementView {
    /// Its position.
    pub position: u64,
    /// Day of admission in UTC.
    #[schema(example = "2026-01-31")]
    pub day: String,
    /// Who signed.
    #[schema(example = "did:web:authority.example")]
    pub signer: String,
    /// The signer's identifier for it.
    pub id: String,
    /// Name of the act.
    #[schema(example = "certificates.issued")]
    pub act: String,
    /// The statement as it was submitted: a compact JWS.
    pub jws: String,
}

/// Statements after a position, in the order of the log.
#[utoipa::path(
    get, path = "/api/v1/statements", tag = "statements", params(ListParameters),
    responses(
        (status = 200, description = "a page of the log", body = Statements),
        (status = 400, description = "parameters malformed", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the log cannot be read", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn list(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<ListParameters>,
) -> Result<Response, Response> {
    let app = state.app.clone();
    let page = blocking(move || {
        let entries = app.statements(asked.after, asked.limit.unwrap_or(LIMIT).max(1)).map_err(StoreProblem)?;
        let mut bytes = 0;
        let fits = entries.into_iter().take_while(|entry| {
            bytes += entry.jws.len();
            bytes <= PAGE_BYTES_MAX
        });
        let statements: Vec<_> = fits
            .map(|entry| StatementView {
                position: entry.index.0,
                day: entry.day.to_string(),
                signer: entry.signer.to_string(),
                id: entry.id.to_string(),
                act: entry.act.to_string(),
                jws: String::from_utf8_lossy(&entry.jws).into_owned(),
            })
            .collect();
        let log_size = app.state().size();
        let last = statements.last().map(|statement| statement.position);
        let next = last.filter(|last| last + 1 < log_size);
        Ok::<_, StoreProblem<_>>(Statements { statements, next, log_size })
    })
    .await?;
    Ok(Json(page).into_response())
}
