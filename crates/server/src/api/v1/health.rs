//! Whether the server works and takes statements: for load balancers and operators.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::ServerState;

/// The route.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(health))
}

/// How the server is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// `ok`, or `read_only` while statements are not taken.
    #[schema(example = "ok")]
    status: &'static str,
    /// Whether statements are taken.
    takes_statements: bool,
    /// Statements in the log.
    #[schema(example = 4711)]
    log_size: u64,
    /// Version of the server.
    #[schema(value_type = String, example = "0.1.0")]
    version: &'static str,
}

/// Whether the server works.
#[utoipa::path(
    get, path = "/api/v1/health", tag = "operation",
    responses((status = 200, description = "it answers", body = Health))
)]
pub(crate) async fn health(State(state): State<ServerState>) -> Json<Health> {
    let takes_statements = state.app.takes_statements();
    Json(Health {
        status: if takes_statements { "ok" } else { "read_only" },
        takes_statements,
        log_size: state.app.state().size(),
        version: env!("CARGO_PKG_VERSION"),
    })
}
