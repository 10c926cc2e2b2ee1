//! `POST /api/v1/subscriptions/send-again`: has a dead letter sent again.

use app::border::webhooks::SendAgain;
use app::border::{Border, Requester};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::SubscriptionProblem;
use crate::api::v1::signed::{self, Refusals};
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/subscriptions/send-again";

/// Has an event that was given up sent again, once. It comes later than events that followed it.
#[utoipa::path(
    post, path = "/api/v1/subscriptions/send-again", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`letter`"),
    responses(
        (status = 204, description = "done"),
        Refusals
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
