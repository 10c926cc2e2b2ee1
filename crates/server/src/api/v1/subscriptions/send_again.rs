//! `POST /api/v1/subscriptions/send-again`: has a dead letter sent again.

use app::border::Border;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use crate::api::v1::signed::{Refusals, Signed};

/// Has an event that was given up sent again, once. It comes later than events that followed it.
#[utoipa::path(
    post, path = "/api/v1/subscriptions/send-again", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`letter`"),
    responses(
        (status = 204, description = "done"),
        Refusals
    )
)]
pub(crate) async fn send_again(request: Signed) -> Result<Response, Response> {
    request.done(Border::send_letter_again).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
