//! `POST /api/v1/subscriptions/end`: ends a subscription.

use app::border::webhooks::EndSubscription;
use app::border::{Border, Requester};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::SubscriptionProblem;
use crate::api::v1::signed;
use crate::problem::Problem;
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/subscriptions/end";

/// Ends a subscription, with its dead letters.
#[utoipa::path(
    post, path = "/api/v1/subscriptions/end", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`number`"),
    responses(
        (status = 204, description = "done"),
        (status = 400, description = "not a signed request, or no address", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "not of a party on record", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "nothing of that number, or nothing of the border is kept here", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "no more are kept", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "not a signed request", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the store cannot be used, or nothing is sent here", body = Problem, content_type = "application/problem+json")
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
