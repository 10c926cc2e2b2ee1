//! `POST /api/v1/subscriptions/show`: shows a party its subscriptions and what could not be delivered.

use app::border::Border;
use axum::Json;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::SubscriptionSchema;
use crate::api::v1::signed::{Refusals, Signed};

/// Subscriptions and dead letters.
#[derive(Serialize, ToSchema)]
pub(crate) struct SubscriptionsSchema {
    /// The party's subscriptions.
    subscriptions: Vec<SubscriptionSchema>,
    /// Events that were given up, at most 500.
    dead_letters: Vec<DeadLetterSchema>,
}

/// An event that was given up.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeadLetterSchema {
    /// Its number.
    number: u64,
    /// Of which subscription.
    subscription: u64,
    /// Which event.
    event: String,
    /// What failed last.
    reason: String,
    /// When it was given up (RFC 3339).
    at: String,
    /// Whether it is to be sent again.
    again: bool,
}

/// Shows a party its subscriptions and dead letters.
#[utoipa::path(
    post, path = "/api/v1/subscriptions/show", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "nothing, or `after` for further dead letters"),
    responses(
        (status = 200, description = "subscriptions and dead letters", body = SubscriptionsSchema),
        Refusals
    )
)]
pub(crate) async fn show(request: Signed) -> Result<Response, Response> {
    Ok(Json(request.done(Border::show_subscriptions).await?).into_response())
}
