//! `POST /api/v1/suspensions/show`: shows the suspensions of a country, and which reply is due when.

use app::border::suspensions::ShowSuspensions;
use app::border::{Border, Requester};
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::{SuspensionProblem, SuspensionSchema};
use crate::api::v1::signed::{self, Refusals};
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/suspensions/show";

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
pub(crate) async fn show(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act = |border: &Border, requester: &Requester, asked: &ShowSuspensions| {
        border.show_suspensions(requester, asked)
    };
    let shown = signed::done::<_, _, _, SuspensionProblem>(&state, &headers, body, PATH, act).await?;
    Ok(Json(shown).into_response())
}
