//! `POST /api/v1/suspensions/answer`: the authority answers what customs asked.

use app::border::suspensions::Answer;
use app::border::{Border, Requester};
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::{SuspensionProblem, SuspensionSchema};
use crate::api::v1::signed::{self, Refusals};
use crate::problem::Problem;
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/suspensions/answer";

/// Records an answer: release, maintain or refuse. By a party with the mandate to survey for the importing country; one that comes late is marked so.
#[utoipa::path(
    post, path = "/api/v1/suspensions/answer", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`importing`, `number`, `answer` and `grounds` (`reasons`, and to refuse `acts`)"),
    responses(
        (status = 201, description = "recorded now", body = SuspensionSchema),
        (status = 200, description = "recorded before", body = SuspensionSchema),
        (status = 409, description = "it cannot be done; nothing changed", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn answer(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act =
        |border: &Border, requester: &Requester, asked: &Answer| border.answer_suspension(requester, asked);
    let done = signed::done::<_, _, _, SuspensionProblem>(&state, &headers, body, PATH, act).await?;
    let (shown, before) = done;
    let status = if before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(shown)).into_response())
}
