//! The list of equivalences of acts, by identifier, page by page.

use app::lookup::Kind;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::api::v1::records::{self, ListParameters, ListView};
use crate::problem::Problem;
use crate::request::Parameters;
use crate::state::ServerState;

/// The equivalences of acts on record, by identifier.
#[utoipa::path(
    get, path = "/api/v1/equivalences", operation_id = "list_equivalences", tag = "records", params(ListParameters),
    responses(
        (status = 200, description = "a page of the list", body = ListView),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "parameters malformed", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`known_at` lies in the future", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn list(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<ListParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    records::list(state, Kind::Equivalence, asked, headers).await
}
