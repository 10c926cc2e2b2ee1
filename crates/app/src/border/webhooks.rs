//! Webhooks: whoever subscribed is sent what happens to a certificate, or what changes the answer to a line of a declaration,
//! at least once and in order.
//!
//! Events are derived from the log; kept is only how far each subscription is. The next event of a subscription is not sent
//! before the one before it was delivered or given up, and what was not noted as delivered is sent again, also after a
//! restart. This is the part without a network: who sends asks for what is due and tells what became of it.

mod address;
mod due;
mod end;
mod send_again;
mod show;
mod signature;
mod subscribe;

use serde::Serialize;
use store::StoreError;
use store::border::{About, Place, Subscription};

use super::events::EventId;
use super::lines::{Line, LineError};
use super::request::RequestRefused;

pub use address::{AddressError, AllowPrivate, URL_CHARS_MAX, check_address, is_public};
pub use due::{ATTEMPTS_MAX, Delivery, Outcome, wait_seconds};
pub use end::EndSubscription;
pub use send_again::SendAgain;
pub use show::{DeadLetterView, LETTERS_MAX, ShowSubscriptions, ShownSubscriptions};
pub use signature::{SignedHeaders, WEBHOOK_LABEL};
pub use subscribe::{SUBSCRIBED_LINE_BYTES_MAX, Subscribe, SubscribeFrom};

/// Subscriptions of one party: those of a large customs broker go by stream.
pub const SUBSCRIPTIONS_OF_PARTY_MAX: u64 = 1_000;
/// Subscriptions of all parties: each is looked at every second.
pub const SUBSCRIPTIONS_MAX: u64 = 20_000;

/// A subscription as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SubscriptionView {
    /// Its number.
    pub number: u64,
    /// The certificate that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// The line that it is about, with the day for which it is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<serde_json::Value>,
    /// Where events are sent.
    pub url: String,
    /// The last event that was delivered or given up; absent: none yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Attempts at the next event that failed.
    pub failures: u32,
}

/// Why nothing was done about a subscription.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubscriptionError {
    /// The request is not taken.
    #[error(transparent)]
    Request(#[from] RequestRefused),
    /// Neither a certificate nor a line, or both.
    #[error("the request names not exactly one thing to be told of: give `certificate`, or `line`")]
    About,
    /// The line is none.
    #[error(transparent)]
    Line(#[from] LineError),
    /// The line is too long to be kept.
    #[error(
        "the line has {0} bytes, at most {SUBSCRIBED_LINE_BYTES_MAX} are kept: cite certificates by number instead of presenting them"
    )]
    LineTooLong(usize),
    /// Nothing is sent there.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// Too many.
    #[error(
        "no more subscriptions are kept: a party may have {SUBSCRIPTIONS_OF_PARTY_MAX}; end some, or listen to /api/v1/events"
    )]
    Full,
    /// No such subscription or letter.
    #[error("the party has nothing of number {0}: look at the list")]
    NoSuch(u64),
    /// Nothing can be signed.
    #[error("this registry has no key of its log at hand, so that nothing can be sent: ask whoever runs it")]
    NoKey,
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl SubscriptionView {
    fn of(subscription: Subscription) -> Self {
        let (certificate, line) = match subscription.about {
            About::Certificate(number) => (Some(number.to_string()), None),
            About::Line(line) => (None, serde_json::from_str(&line).ok()),
        };
        Self {
            number: subscription.number,
            certificate,
            line,
            url: subscription.url,
            after: subscription.after.map(|place| event_id(place).to_string()),
            failures: subscription.failures,
        }
    }
}

/// A line as it was kept.
fn kept_line(text: &str) -> Result<Line, StoreError> {
    Line::parse(text.as_bytes()).map_err(|error| StoreError::corrupt(format!("a subscription: {error}")))
}

fn event_id((at, item): Place) -> EventId {
    EventId { at: model::LogIndex(at), item }
}

fn place(id: EventId) -> Place {
    (id.at.0, id.item)
}
