//! `POST /api/v1/quantities/state`: states how much of a certificate there is.

use app::border::Border;
use axum::response::Response;

use super::AccountSchema;
use crate::api::v1::signed::{Refusals, Signed};
use crate::problem::Problem;

/// States a quantity: for all imports by whoever is responsible for the certificate, for imports into a country by its authority.
#[utoipa::path(
    post, path = "/api/v1/quantities/state", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "a signed request with `certificate`, `quantity` and, for an authority, `importing`"),
    responses(
        (status = 201, description = "done now", body = AccountSchema),
        (status = 200, description = "done before: the first answer", body = AccountSchema),
        (status = 409, description = "it cannot be done; nothing changed", body = Problem, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn state(request: Signed) -> Result<Response, Response> {
    request.recorded(Border::state_quantity).await
}
