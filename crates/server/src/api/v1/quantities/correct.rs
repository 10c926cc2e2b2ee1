//! `POST /api/v1/quantities/correct`: corrects what a line draws, before or after its goods were released.

use app::border::Border;
use axum::response::Response;

use super::MovementSchema;
use crate::api::v1::signed::{Refusals, Signed};
use crate::problem::Problem;

/// Corrects what a line draws. Each correction has a reference of its own and is made once.
#[utoipa::path(
    post, path = "/api/v1/quantities/correct", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "a signed request with `line`, `value` and `reference`"),
    responses(
        (status = 201, description = "done now", body = MovementSchema),
        (status = 200, description = "done before: the first answer", body = MovementSchema),
        (status = 409, description = "it cannot be done; nothing changed", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn correct(request: Signed) -> Result<Response, Response> {
    request.recorded(Border::correct).await
}
