//! `POST /api/v1/suspensions`: customs asks the authority about an item whose release it suspended.

use app::border::suspensions::Ask;
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
const PATH: &str = "/api/v1/suspensions";

/// Records a suspension, with the last day on which the authority's reply is in time. By an authority of the importing country.
#[utoipa::path(
    post, path = "/api/v1/suspensions", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`declaration`, `importing`, `reference`, `suspended_on`, `matter` (`reasons`, `acts`, and if known `product`, `certificate`)"),
    responses(
        (status = 201, description = "recorded now", body = SuspensionSchema),
        (status = 200, description = "recorded before", body = SuspensionSchema),
        (status = 409, description = "it cannot be done; nothing changed", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn ask(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act = |border: &Border, requester: &Requester, asked: &Ask| border.suspend(requester, asked);
    let done = signed::done::<_, _, _, SuspensionProblem>(&state, &headers, body, PATH, act).await?;
    let (shown, before) = done;
    let status = if before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(shown)).into_response())
}
