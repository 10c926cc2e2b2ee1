//! `POST /api/v1/quantities/state`: states how much of a certificate there is.

use app::border::quantities::StateQuantity;
use app::border::{Border, Requester};
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::{AccountSchema, done, told};
use crate::api::v1::signed::Refusals;
use crate::problem::Problem;
use crate::state::ServerState;

/// The path that requests name.
const PATH: &str = "/api/v1/quantities/state";

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
pub(crate) async fn state(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    let act = |border: &Border, requester: &Requester, asked: &StateQuantity| {
        border.state_quantity(requester, asked)
    };
    done(&state, &headers, body, PATH, act).await.map(told)
}
