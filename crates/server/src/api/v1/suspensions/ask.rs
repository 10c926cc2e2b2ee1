//! `POST /api/v1/suspensions`: customs asks the authority about an item whose release it suspended.

use app::border::Border;
use axum::response::Response;

use super::SuspensionSchema;
use crate::api::v1::signed::{Refusals, Signed};
use crate::problem::Problem;

/// Records a suspension, with the last day on which the authority's reply is in time. By an authority of the importing country.
#[utoipa::path(
    post, path = "/api/v1/suspensions", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`declaration`, `importing`, `reference`, `suspended_on`, `matter` (`reasons`, `acts`, and if known `product`, `certificate`)"),
    responses(
        (status = 201, description = "recorded now", body = SuspensionSchema),
        (status = 200, description = "recorded before", body = SuspensionSchema),
        (status = 409, description = "it cannot be done; nothing changed", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn ask(request: Signed) -> Result<Response, Response> {
    request.recorded(Border::suspend).await
}
