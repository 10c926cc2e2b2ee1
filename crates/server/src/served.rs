//! What stands at the addresses that credentials and labels name: signed credentials, status lists, identity anchors, the
//! registry's own DID document, and the resolver of identifiers.
//!
//! Signed documents are served as they were handed in, byte for byte; nothing that is not signed is served here.

mod anchor;
mod certificate;
mod credential;
pub(crate) mod did;
pub(crate) mod kept;
pub(crate) mod linkset;
mod negotiate;
mod product;
mod resolver;
pub(crate) mod status_list;

use axum::Router;
use axum::routing::get;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::ServerState;

/// The routes with their description.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(credential::get))
        .routes(routes!(status_list::get))
        .routes(routes!(anchor::get))
        .routes(routes!(did::get))
        .routes(routes!(certificate::get))
        .routes(routes!(resolver::get))
        .merge(OpenApiRouter::with_openapi(product::ProductDoc::openapi()))
}

/// Routes whose paths have more parts than a description can name.
pub(crate) fn open_routes() -> Router<ServerState> {
    Router::new().route("/01/{*rest}", get(product::get))
}
