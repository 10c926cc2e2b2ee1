//! Annexes of agreements: what is recognised, in which direction, for which products (AGR-01, AGR-10).

pub mod get;
pub mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(list::list)).routes(routes!(get::get))
}
