//! `POST /api/v1/subscriptions/send-again`: has a dead letter sent again.

use app::border::webhooks::SendAgain;
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
const PATH: &str = "/api/v1/subscriptions/send-again";

/// Has an event that was given up sent again, once. It comes later than events that followed it.
#[utoipa::path(
    post, path = "/api/v1/subscriptions/send-again", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`letter`"),
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
pub(crate) async fn send_again(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act = |border: &Border, requester: &Requester, asked: &SendAgain| {
        border.send_letter_again(requester, asked)
    };
    signed::done::<_, _, _, SubscriptionProblem>(&state, &headers, body, PATH, act).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
