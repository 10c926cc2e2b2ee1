//! Suspended releases: customs asks, the authority answers, each by a signed request.

pub mod answer;
pub mod ask;
pub mod show;

use app::border::suspensions::SuspensionError;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::signed;
use crate::problem::{Kind, Problematic, common};
use crate::state::ServerState;

/// The routes.
pub(crate) fn routes() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(ask::ask)).routes(routes!(answer::answer)).routes(routes!(show::show))
}

/// Why nothing was recorded of a suspension.
impl Problematic for SuspensionError {
    fn kind(&self) -> Kind {
        use SuspensionError as E;
        match self {
            E::Request(refused) => signed::kind_of(refused),
            E::Store(_) => common::STORE,
            E::Line(_) | E::Text { .. } | E::Acts(_) | E::Ahead(_) => Kind::new(
                "suspension-malformed",
                StatusCode::BAD_REQUEST,
                "not a suspension or an answer to one",
                "correct what the detail names and sign the request again",
            ),
            E::Differs => Kind::new(
                "suspension-differs",
                StatusCode::CONFLICT,
                "the reference was used for another matter",
                "give another reference; what was asked stays",
            ),
            E::NoSuch { .. } => Kind::new(
                "no-such-suspension",
                StatusCode::NOT_FOUND,
                "there is no such suspension",
                "list them with /api/v1/suspensions/show",
            ),
            E::Final(_) => Kind::new(
                "suspension-settled",
                StatusCode::CONFLICT,
                "the suspension is settled",
                "ask about the item anew under another reference",
            ),
            E::NotSurveillance(_) => Kind::new(
                "not-surveillance",
                StatusCode::FORBIDDEN,
                "the party has no mandate to survey for the country",
                "let the market surveillance authority sign",
            ),
        }
    }
}

/// A suspension as it stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct SuspensionSchema {
    /// Its number.
    number: u64,
    /// `type`, `value`, `item`.
    #[schema(value_type = Object)]
    declaration: (),
    /// The importing country.
    importing: String,
    /// Customs' own reference.
    reference: String,
    /// The day of the suspension.
    suspended_on: String,
    /// `reasons`, `acts`, `product`, `certificate`.
    #[schema(value_type = Object)]
    matter: (),
    /// Who asked.
    asked_by: String,
    /// When (RFC 3339).
    asked_at: String,
    /// `open`, `may_be_released`, `maintained`, `released` or `refused`.
    standing: String,
    /// `working_days`, `source`, `due_on`, `default`. Saturdays and Sundays are not counted; public holidays are not on
    /// record and may make the term longer.
    #[schema(value_type = Object)]
    term: (),
    /// Each with `answer`, `grounds`, `by`, `at`, `late`.
    #[schema(value_type = Vec<Object>)]
    answers: (),
}
