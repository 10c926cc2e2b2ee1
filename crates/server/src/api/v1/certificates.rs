//! Certificates and declarations: one with its history, and lists by what they are linked to (CER-01, CER-07).

pub mod credential;
pub mod evidence;
pub mod get;
pub mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(get::get))
        .routes(routes!(evidence::evidence))
        .routes(routes!(credential::credential))
}
