//! Checks at a border that were answered offline and are told later, and shown to authorities.

pub mod record;
pub mod show;

use app::border::CheckError;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::signed;
use crate::problem::{Kind, Problematic, common};
use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(record::record)).routes(routes!(show::show))
}

/// More checks than are taken at once.
const TOO_MANY: Kind = Kind::new(
    "too-many-checks",
    StatusCode::PAYLOAD_TOO_LARGE,
    "more checks than are taken at once",
    "send them in several requests; what was recorded before is known",
);

/// Why one check was not recorded, or none shown.
impl Problematic for CheckError {
    fn kind(&self) -> Kind {
        match self {
            CheckError::Differs(_) => Kind::new(
                "check-differs",
                StatusCode::CONFLICT,
                "another check has this identifier",
                "draw a new identifier for each check; what was recorded stays",
            ),
            CheckError::Full => Kind::new(
                "no-room-for-checks",
                StatusCode::INSUFFICIENT_STORAGE,
                "no more checks are kept",
                "keep the check and ask whoever runs the registry",
            ),
            CheckError::TooMany(_) => TOO_MANY,
            CheckError::Signer(refused) => signed::kind_of(refused),
            CheckError::Store(_) => common::STORE,
            _ => Kind::new(
                "check-malformed",
                StatusCode::BAD_REQUEST,
                "not a check",
                "do what the detail says and send this check again",
            ),
        }
    }
}
