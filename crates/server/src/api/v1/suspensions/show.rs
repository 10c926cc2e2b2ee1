//! `POST /api/v1/suspensions/show`: shows the suspensions of a country, and which reply is due when.

use app::border::Border;
use axum::Json;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::SuspensionSchema;
use crate::api::v1::signed::{Refusals, Signed};

/// Suspensions of a country.
#[derive(Serialize, ToSchema)]
pub(crate) struct SuspensionsSchema {
    /// Those that wait for a reply first, by the day on which it is due; at most 500.
    suspensions: Vec<SuspensionSchema>,
    /// Give this as `after` to go on; absent at the end.
    next: Option<u64>,
}

/// Lists suspensions of a country for its authorities: those that were neither released nor refused, or with `all` every one.
#[utoipa::path(
    post, path = "/api/v1/suspensions/show", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "a signed request with `importing` and, if you like, `number`, `all`, `after`"),
    responses(
        (status = 200, description = "the suspensions", body = SuspensionsSchema),
        Refusals
    )
)]
pub(crate) async fn show(request: Signed) -> Result<Response, Response> {
    Ok(Json(request.done(Border::show_suspensions).await?).into_response())
}
