//! `POST /api/v1/quantities/reserve`: sets a quantity apart for a line of a declaration.

use app::border::Border;
use axum::response::Response;

use super::MovementSchema;
use crate::api::v1::signed::{Refusals, Signed};
use crate::problem::Problem;

/// Reserves for a line. By an authority of the importing country; asked again with the same quantity, it has the first answer.
#[utoipa::path(
    post, path = "/api/v1/quantities/reserve", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "a signed request with `line` (`declaration`, `importing`, `certificate`) and `quantity` (`value`, `unit`)"),
    responses(
        (status = 201, description = "done now", body = MovementSchema),
        (status = 200, description = "done before: the first answer", body = MovementSchema),
        (status = 409, description = "it cannot be done; nothing changed", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn reserve(request: Signed) -> Result<Response, Response> {
    request.recorded(Border::reserve).await
}
