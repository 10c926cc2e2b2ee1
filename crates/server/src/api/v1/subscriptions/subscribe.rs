//! `POST /api/v1/subscriptions`: subscribes to what happens to a certificate, or to what changes the answer to a line.

use app::border::Border;
use axum::response::Response;

use super::SubscriptionSchema;
use crate::api::v1::signed::{Refusals, Signed};
use crate::problem::Problem;

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
pub(crate) async fn subscribe(request: Signed) -> Result<Response, Response> {
    request.recorded(Border::subscribe).await
}
