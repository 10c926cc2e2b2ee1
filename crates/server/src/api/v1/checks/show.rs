//! `POST /api/v1/checks/show`: shows an authority the recorded checks of its country (SUR-06).

use app::border::{Border, Requester, ShowChecks};
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::CheckProblem;
use super::record::CheckSchema;
use crate::api::v1::signed::{self, Refusals};
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/checks/show";

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
pub(crate) async fn show(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act =
        |border: &Border, requester: &Requester, asked: &ShowChecks| border.show_checks(requester, asked);
    let checks = signed::done::<_, _, _, CheckProblem>(&state, &headers, body, PATH, act).await?;
    Ok(Json(ShownChecks { checks }).into_response())
}
