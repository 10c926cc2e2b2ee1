//! `POST /api/v1/subscriptions`: subscribes to what happens to a certificate, or to what changes the answer to a line.

use app::border::webhooks::Subscribe;
use app::border::{Border, Requester};
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::{SubscriptionProblem, SubscriptionSchema};
use crate::api::v1::signed::{self, Refusals};
use crate::problem::Problem;
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/subscriptions";

/// Subscribes a party on record. Events are sent to the address as signed messages (RFC 9421), at least once and in order.
#[utoipa::path(
    post, path = "/api/v1/subscriptions", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`certificate` or `line`, `url` and, if you like, `from` (`now`, or `beginning`)"),
    responses(
        (status = 201, description = "made now", body = SubscriptionSchema),
        (status = 200, description = "made before", body = SubscriptionSchema),
        (status = 409, description = "no more are kept", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn subscribe(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act = |border: &Border, requester: &Requester, asked: &Subscribe| border.subscribe(requester, asked);
    let done = signed::done::<_, _, _, SubscriptionProblem>(&state, &headers, body, PATH, act).await?;
    let (shown, before) = done;
    let status = if before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(shown)).into_response())
}
