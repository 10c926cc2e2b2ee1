//! `POST /api/v1/quantities/reserve`: sets a quantity apart for a line of a declaration.

use app::border::quantities::Reserve;
use app::border::{Border, Requester};
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::{MovementSchema, done, told};
use crate::api::v1::signed::Refusals;
use crate::problem::Problem;
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/quantities/reserve";

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
pub(crate) async fn reserve(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act = |border: &Border, requester: &Requester, asked: &Reserve| border.reserve(requester, asked);
    done(&state, &headers, body, PATH, act).await.map(told)
}
