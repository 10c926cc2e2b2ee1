//! `POST /api/v1/subscriptions/end`: ends a subscription.

use app::border::Border;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use crate::api::v1::signed::{Refusals, Signed};

/// Ends a subscription, with its dead letters.
#[utoipa::path(
    post, path = "/api/v1/subscriptions/end", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`number`"),
    responses(
        (status = 204, description = "done"),
        Refusals
    )
)]
pub(crate) async fn end(request: Signed) -> Result<Response, Response> {
    request.done(Border::end_subscription).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
