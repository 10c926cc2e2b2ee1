//! Offline bundles, for whoever decides where there is no network (SUR-06).

pub mod delta;
pub mod get;

use app::bundle::BundleMakeError;
use axum::http::StatusCode;
use model::Jurisdiction;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::{Kind, Problem, common};
use crate::state::ServerState;

/// The media type of a bundle and of what leads from one to the next.
const OCTETS: &str = "application/octet-stream";

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(get::get)).routes(routes!(delta::delta))
}

/// The country in the path.
fn country(text: &str) -> Result<Jurisdiction, Problem> {
    text.parse().map_err(|error: model::CodeError| common::PARAMETERS.because(error))
}

/// Why no bundle can be made, as a kind of problem.
pub(crate) fn kind_of(error: &BundleMakeError) -> Kind {
    match error {
        BundleMakeError::UnknownCountry(_) => Kind::new(
            "country-not-on-record",
            StatusCode::NOT_FOUND,
            "not a country or group on record",
            "use a code of /api/v1/countries, such as `FR`",
        ),
        BundleMakeError::UnknownCertificate(_) => Kind::new(
            "not-on-record",
            StatusCode::NOT_FOUND,
            "not on record",
            "compare the number with the document, or search with /api/v1/search?q=…",
        ),
        BundleMakeError::Empty => Kind::new(
            "log-empty",
            StatusCode::NOT_FOUND,
            "the log is empty",
            "ask again when the first statements were logged",
        ),
        BundleMakeError::Key => Kind::new(
            "no-key-of-the-log",
            StatusCode::NOT_FOUND,
            "this server signs nothing for the log",
            "ask the registry from which this one copies",
        ),
        BundleMakeError::Store(_) => common::STORE,
        BundleMakeError::Entry(_) | BundleMakeError::Sign(_) | BundleMakeError::Proof(_) => common::INTERNAL,
    }
}
