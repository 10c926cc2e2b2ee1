//! The list of recognition decisions, and what countries accept by their own law, by identifier, page by page.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, ListParameters, ListResponses};
use crate::request::Parameters;
use crate::state::ServerState;

/// The recognition decisions, and what countries accept by their own law, on record, by identifier.
#[utoipa::path(
    get,
    path = "/api/v1/recognition-decisions",
    operation_id = "list_recognition_decisions",
    tag = "records",
    params(ListParameters),
    responses(ListResponses)
)]
pub(crate) async fn list(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<ListParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::list(state, Kind::PriorDecision, asked, headers).await
}
