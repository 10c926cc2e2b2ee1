//! `POST /api/v1/quantities/consume`: uses up what a line reserved: its goods were released.

use app::border::Border;
use axum::response::Response;

use super::MovementSchema;
use crate::api::v1::signed::{Refusals, Signed};
use crate::problem::Problem;

/// Consumes what a line reserved. By an authority of the importing country.
#[utoipa::path(
    post, path = "/api/v1/quantities/consume", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "a signed request with `line`"),
    responses(
        (status = 201, description = "done now", body = MovementSchema),
        (status = 200, description = "done before: the first answer", body = MovementSchema),
        (status = 409, description = "it cannot be done; nothing changed", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn consume(request: Signed) -> Result<Response, Response> {
    request.recorded(Border::consume).await
}
