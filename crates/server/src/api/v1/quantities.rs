//! Quantities of certificates: stated, reserved, consumed, released, corrected and shown, each by a signed request.

pub mod consume;
pub mod correct;
pub mod release;
pub mod reserve;
pub mod show;
pub mod state;

use app::border::quantities::QuantityError;
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
    OpenApiRouter::new()
        .routes(routes!(state::state))
        .routes(routes!(reserve::reserve))
        .routes(routes!(consume::consume))
        .routes(routes!(release::release))
        .routes(routes!(correct::correct))
        .routes(routes!(show::show))
}

/// Why nothing was done with a quantity.
impl Problematic for QuantityError {
    fn kind(&self) -> Kind {
        use QuantityError as E;
        match self {
            E::Request(refused) => signed::kind_of(refused),
            E::Store(_) => common::STORE,
            E::Amount(_) | E::Line(_) | E::Reference(_) | E::Nought => Kind::new(
                "quantity-malformed",
                StatusCode::BAD_REQUEST,
                "not a quantity or a line",
                "correct what the detail names and sign the request again",
            ),
            E::NoSuchCertificate(_) => Kind::new(
                "not-on-record",
                StatusCode::NOT_FOUND,
                "not on record",
                "search with /api/v1/search?q=…; percent-encode slashes and spaces in identifiers",
            ),
            E::NotResponsible { .. } => Kind::new(
                "not-responsible",
                StatusCode::FORBIDDEN,
                "another party is responsible for the certificate",
                "let that party sign, or an authority with `importing`",
            ),
            E::NoAccount { .. } => Kind::new(
                "no-quantity-stated",
                StatusCode::CONFLICT,
                "no quantity of this unit is stated for the certificate",
                "state it with /api/v1/quantities/state",
            ),
            E::Exceeds { .. } => Kind::new(
                "quantity-exceeded",
                StatusCode::CONFLICT,
                "less than that is left",
                "ask for at most what is left; nothing changed",
            ),
            E::Drawn(_) => Kind::new(
                "quantity-drawn",
                StatusCode::CONFLICT,
                "more than that is drawn already",
                "state at least what is drawn; nothing changed",
            ),
            E::Differs => Kind::new(
                "line-differs",
                StatusCode::CONFLICT,
                "the line was used with another content",
                "what was done stays; change it with /api/v1/quantities/correct",
            ),
            E::NotReserved | E::Consumed | E::Released => Kind::new(
                "quantity-state",
                StatusCode::CONFLICT,
                "this step cannot follow on what was done",
                "do what the detail says; /api/v1/quantities/show tells what was done",
            ),
        }
    }
}

/// A step that was taken.
#[derive(Serialize, ToSchema)]
pub(crate) struct MovementSchema {
    /// `type`, `value`, `item`.
    #[schema(value_type = Object)]
    declaration: (),
    /// The importing country.
    importing: String,
    /// The certificate.
    certificate: String,
    /// `reserve`, `consume`, `release` or `correct`.
    step: String,
    /// `reserved`, `consumed` or `released`.
    state: String,
    /// What the line draws: `value`, `unit`.
    #[schema(value_type = Object)]
    quantity: (),
    /// Every account that it draws from, as it stood after this step.
    accounts: Vec<AccountSchema>,
    /// When it was taken (RFC 3339).
    at: String,
    /// Its count.
    sequence: u64,
}

/// How a quantity stands. Numbers are decimal and written as texts.
#[derive(Serialize, ToSchema)]
pub(crate) struct AccountSchema {
    /// For imports into this country; absent: for all.
    scope: Option<String>,
    /// The unit, a code of UN/ECE Recommendation 20.
    #[schema(example = "KGM")]
    unit: String,
    /// What there is in all.
    #[schema(example = "500")]
    total: String,
    /// What is reserved.
    reserved: String,
    /// What is consumed.
    consumed: String,
    /// What is left.
    available: String,
}
