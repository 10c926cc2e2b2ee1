//! `POST /api/v1/checks/show`: shows an authority the recorded checks of its country (SUR-06).

use app::border::Border;
use axum::Json;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::record::CheckSchema;
use crate::api::v1::signed::{Refusals, Signed};

/// Recorded checks.
#[derive(Serialize, ToSchema)]
pub(crate) struct ShownChecks {
    /// In the order in which they were told; at most 500. Go on with `after`, the last `sequence`.
    #[schema(value_type = Vec<ShownCheck>)]
    checks: Vec<app::border::CheckView>,
}

/// A recorded check.
#[derive(Serialize, ToSchema)]
pub(crate) struct ShownCheck {
    /// Its count: where a list goes on.
    sequence: u64,
    /// When the registry was told (RFC 3339).
    received_at: String,
    /// The authority that signed it; absent: anybody may have told it.
    signed_by: Option<String>,
    /// The check as it was told.
    check: CheckSchema,
}

/// Shows an authority the recorded checks of its country.
#[utoipa::path(
    post, path = "/api/v1/checks/show", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "a signed request with `importing` and, to go on, `after`"),
    responses((status = 200, description = "the checks", body = ShownChecks), Refusals)
)]
pub(crate) async fn show(request: Signed) -> Result<Response, Response> {
    let checks = request.done(Border::show_checks).await?;
    Ok(Json(ShownChecks { checks }).into_response())
}
