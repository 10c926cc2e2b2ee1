//! One logged statement with what it says and the proof that it is in the log.

use app::log::LogError;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use model::LogIndex;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::list::StatementView;
use super::submit::ReceiptView;
use crate::api::v1::blocking;
use crate::log::LogProblem;
use crate::problem::Problem;
use crate::request::Position;
use crate::state::ServerState;

/// A logged statement with its proof.
#[derive(Serialize, ToSchema)]
pub(crate) struct Proven {
    /// The statement.
    #[serde(flatten)]
    statement: StatementView,
    /// Identifier of the key that signed it.
    key_id: String,
    /// What it says, in the form of statements.
    #[schema(value_type = Object)]
    payload: Value,
    /// Its first receipt.
    receipt: ReceiptView,
    /// The same against the newest checkpoint that witnesses cosigned, with their cosignatures; absent while none has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    cosigned: Option<ReceiptView>,
}

/// One statement.
#[utoipa::path(
    get, path = "/api/v1/statements/{position}", tag = "statements",
    params(("position" = u64, Path, description = "its position in the log, from 0")),
    responses(
        (status = 200, description = "the statement with its proof", body = Proven),
        (status = 400, description = "not a position", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "the log is not that long", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Position(position): Position,
) -> Result<Response, Response> {
    let app = state.app.clone();
    let proven = blocking(move || {
        let found = app.entry(LogIndex(position))?;
        let statement = StatementView {
            position,
            day: found.entry.day.to_string(),
            signer: found.entry.signer.to_string(),
            id: found.entry.id.to_string(),
            act: found.entry.act.to_string(),
            jws: String::from_utf8_lossy(&found.entry.jws).into_owned(),
        };
        let payload = serde_json::from_slice(&found.payload.to_json()).unwrap_or(Value::Null);
        let (receipt, cosigned) = (found.receipt.into(), found.cosigned.map(ReceiptView::from));
        Ok::<_, LogError>(Proven { statement, key_id: found.key_id, payload, receipt, cosigned })
            .map_err(LogProblem::from)
    })
    .await?;
    Ok(Json(proven).into_response())
}
