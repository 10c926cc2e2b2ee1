//! The API, version 1: one folder for each resource, one file for each endpoint.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use utoipa_axum::router::OpenApiRouter;

use crate::problem::{Kind, common};
use crate::state::ServerState;

pub mod agreements;
pub mod annexes;
pub mod bodies;
pub mod bundles;
pub mod certificates;
pub mod checks;
pub mod countries;
pub mod credentials;
pub mod decisions;
pub mod equivalences;
pub mod events;
pub mod health;
pub mod lines;
pub mod measures;
pub mod objectives;
pub mod parties;
pub mod procedures;
pub mod quantities;
pub mod recognition_decisions;
pub mod records;
pub mod regulations;
pub mod search;
mod signed;
pub mod standards;
pub mod statements;
pub mod status_lists;
pub mod subscriptions;
pub mod suspensions;

/// All routes with their description.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .merge(health::routes())
        .merge(statements::routes())
        .merge(decisions::routes())
        .merge(countries::routes())
        .merge(parties::routes())
        .merge(bodies::routes())
        .merge(standards::routes())
        .merge(regulations::routes())
        .merge(objectives::routes())
        .merge(procedures::routes())
        .merge(agreements::routes())
        .merge(annexes::routes())
        .merge(measures::routes())
        .merge(recognition_decisions::routes())
        .merge(equivalences::routes())
        .merge(certificates::routes())
        .merge(checks::routes())
        .merge(bundles::routes())
        .merge(events::routes())
        .merge(lines::routes())
        .merge(quantities::routes())
        .merge(suspensions::routes())
        .merge(subscriptions::routes())
        .merge(credentials::routes())
        .merge(status_lists::routes())
        .merge(search::routes())
}

/// Nothing of the border is kept by this server.
pub(crate) const NO_BORDER: Kind = Kind::new(
    "no-border-here",
    StatusCode::NOT_FOUND,
    "nothing of the border is kept here",
    "ask whoever runs the registry where it is",
);

/// Runs what may wait for a disk where waiting harms nobody.
pub(crate) async fn blocking<T, E>(run: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, Response>
where
    T: Send + 'static,
    E: IntoResponse + Send + 'static,
{
    match tokio::task::spawn_blocking(run).await {
        Ok(answer) => answer.map_err(IntoResponse::into_response),
        Err(error) => Err(common::INTERNAL.because(error).into_response()),
    }
}
