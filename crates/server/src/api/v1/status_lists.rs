//! Status lists beside the record, and as the record would have them signed.

pub mod get;
pub mod unsigned;

use app::credentials::StatusListError;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::{Kind, Problematic, common, responds};
use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(get::get)).routes(routes!(unsigned::unsigned))
}

/// Why a list was not made, or not compared.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct StatusListProblem(#[from] pub(crate) StatusListError);

impl Problematic for StatusListProblem {
    fn kind(&self) -> Kind {
        match &self.0 {
            StatusListError::NoSuchParty(_) => Kind::new(
                "not-on-record",
                StatusCode::NOT_FOUND,
                "not on record",
                "search with /api/v1/search?q=…; percent-encode identifiers in paths",
            ),
            StatusListError::TooMany(_) | StatusListError::Long { .. } => Kind::new(
                "list-too-long",
                StatusCode::UNPROCESSABLE_ENTITY,
                "too many certificates for an answer",
                "whoever runs the registry makes the list with `comity credential status-list`",
            ),
            StatusListError::Store(_) => common::STORE,
        }
    }
}
responds!(StatusListProblem);
