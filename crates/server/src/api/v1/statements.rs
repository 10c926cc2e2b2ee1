//! Statements: submitting them, telling beforehand what they would do, and reading what was logged.

pub mod explain;
pub mod get;
pub mod list;
pub mod proof;
pub mod submit;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(submit::submit, list::list))
        .routes(routes!(explain::explain))
        .routes(routes!(get::get))
        .routes(routes!(proof::proof))
}
