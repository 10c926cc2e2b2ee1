//! `POST /api/v1/subscriptions/end`: ends a subscription.

use app::border::webhooks::EndSubscription;
use app::border::{Border, Requester};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::SubscriptionProblem;
use crate::api::v1::signed::{self, Refusals};
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/subscriptions/end";

/// Ends a subscription, with its dead letters.
#[utoipa::path(
    post, path = "/api/v1/subscriptions/end", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`number`"),
    responses(
        (status = 204, description = "done"),
        Refusals
    )
)]
pub(crate) async fn end(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act = |border: &Border, requester: &Requester, asked: &EndSubscription| {
        border.end_subscription(requester, asked)
    };
    signed::done::<_, _, _, SubscriptionProblem>(&state, &headers, body, PATH, act).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
