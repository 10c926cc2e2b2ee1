//! Common regulatory objectives with their versions and who is bound (CRO-05), and what is due about them.

pub mod due;
pub mod export;
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
        .routes(routes!(due::due))
        .routes(routes!(export::export))
}
