//! Subscriptions to what happens to certificates, sent as webhooks; each by a signed request.

pub mod end;
pub mod send_again;
pub mod show;
pub mod subscribe;

use app::border::webhooks::SubscriptionError;
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
        .routes(routes!(subscribe::subscribe))
        .routes(routes!(end::end))
        .routes(routes!(show::show))
        .routes(routes!(send_again::send_again))
}

/// Why nothing was done about a subscription.
impl Problematic for SubscriptionError {
    fn kind(&self) -> Kind {
        use SubscriptionError as E;
        match self {
            E::Request(refused) => signed::kind_of(refused),
            E::Store(_) => common::STORE,
            E::Line(error) => super::lines::kind_of(error),
            E::About | E::LineTooLong(_) => Kind::new(
                "subscription-malformed",
                StatusCode::BAD_REQUEST,
                "not something to be told of",
                "name one certificate, or one line that cites its certificates by number",
            ),
            E::Address(_) => Kind::new(
                "address-refused",
                StatusCode::BAD_REQUEST,
                "nothing is sent to this address",
                "give a public address that begins with `https://`",
            ),
            E::Full => Kind::new(
                "too-many-subscriptions",
                StatusCode::CONFLICT,
                "no more subscriptions are kept",
                "end some with /api/v1/subscriptions/end, or listen to /api/v1/events",
            ),
            E::NoSuch(_) => Kind::new(
                "no-such-subscription",
                StatusCode::NOT_FOUND,
                "the party has nothing of this number",
                "list them with /api/v1/subscriptions/show",
            ),
            E::NoKey => Kind::new(
                "nothing-is-sent-here",
                StatusCode::SERVICE_UNAVAILABLE,
                "this server has no key to sign with",
                "subscribe at the server that writes this log",
            ),
        }
    }
}

/// A subscription.
#[derive(Serialize, ToSchema)]
pub(crate) struct SubscriptionSchema {
    /// Its number.
    number: u64,
    /// The certificate that it is about.
    certificate: Option<String>,
    /// The line that it is about, with the day for which it is answered.
    #[schema(value_type = Option<Object>)]
    line: (),
    /// Where events are sent.
    url: String,
    /// The last event that was delivered or given up; absent: none yet.
    after: Option<String>,
    /// Attempts at the next event that failed.
    failures: u32,
}
