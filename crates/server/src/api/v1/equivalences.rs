//! Acts of two parties, each in an edition, declared equivalent under an annex (AGR-04).

pub mod get;
pub mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(list::list)).routes(routes!(get::get))
}
