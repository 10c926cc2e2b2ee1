//! `POST /api/v1/quantities/show`: shows the quantities of a certificate to those whom they concern.

use app::border::Border;
use axum::Json;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::{AccountSchema, MovementSchema};
use crate::api::v1::signed::{Refusals, Signed};

/// The quantities of a certificate.
#[derive(Serialize, ToSchema)]
pub(crate) struct ShownSchema {
    /// How much there is, and how much of it is drawn.
    accounts: Vec<AccountSchema>,
    /// Steps of lines of the country, at most 500; go on with `after`.
    movements: Vec<MovementSchema>,
}

/// Shows quantities: to whoever is responsible for the certificate how much is drawn, to an authority (with `importing`) also
/// by which lines of its country.
#[utoipa::path(
    post, path = "/api/v1/quantities/show", tag = "border",
    request_body(content = String, content_type = "application/jose", description = "a signed request with `certificate` and, for an authority, `importing` and `after`"),
    responses(
        (status = 200, description = "the quantities", body = ShownSchema),
        Refusals
    )
)]
pub(crate) async fn show(request: Signed) -> Result<Response, Response> {
    Ok(Json(request.done(Border::show_quantity).await?).into_response())
}
