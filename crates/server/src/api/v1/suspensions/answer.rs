//! `POST /api/v1/suspensions/answer`: the authority answers what customs asked.

use app::border::Border;
use axum::response::Response;

use super::SuspensionSchema;
use crate::api::v1::signed::{Refusals, Signed};
use crate::problem::Problem;

/// Records an answer: release, maintain or refuse. By a party with the mandate to survey for the importing country; one that comes late is marked so.
#[utoipa::path(
    post, path = "/api/v1/suspensions/answer", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "`importing`, `number`, `answer` and `grounds` (`reasons`, and to refuse `acts`)"),
    responses(
        (status = 201, description = "recorded now", body = SuspensionSchema),
        (status = 200, description = "recorded before", body = SuspensionSchema),
        (status = 409, description = "it cannot be done; nothing changed", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn answer(request: Signed) -> Result<Response, Response> {
    request.recorded(Border::answer_suspension).await
}
