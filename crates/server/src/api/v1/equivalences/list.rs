//! The list of equivalences of acts, by identifier, page by page.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, ListParameters, ListResponses};
use crate::request::Parameters;
use crate::state::ServerState;

/// The equivalences of acts on record, by identifier.
#[utoipa::path(
    get,
    path = "/api/v1/equivalences",
    operation_id = "list_equivalences",
    tag = "records",
    params(ListParameters),
    responses(ListResponses)
)]
pub(crate) async fn list(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<ListParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::list(state, Kind::Equivalence, asked, headers).await
}
