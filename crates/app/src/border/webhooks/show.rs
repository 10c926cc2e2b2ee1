//! Showing a party its subscriptions and what could not be delivered.

use serde::{Deserialize, Serialize};

use super::{SubscriptionError, SubscriptionView, event_id};
use crate::border::{Border, Requester, moment};

/// Dead letters shown at once.
pub const LETTERS_MAX: usize = 500;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowSubscriptions {
    /// Dead letters after this number.
    #[serde(default)]
    pub after: u64,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownSubscriptions {
    /// The party's subscriptions.
    pub subscriptions: Vec<SubscriptionView>,
    /// Its dead letters, at most 500.
    pub dead_letters: Vec<DeadLetterView>,
}

/// An event that was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadLetterView {
    /// Its number.
    pub number: u64,
    /// Of which subscription.
    pub subscription: u64,
    /// Which event.
    pub event: String,
    /// What failed last.
    pub reason: String,
    /// When it was given up (RFC 3339).
    pub at: String,
    /// Whether it is to be sent again.
    pub again: bool,
}

impl Border {
    /// Shows a party its subscriptions and dead letters.
    ///
    /// # Errors
    /// [`SubscriptionError`].
    pub fn show_subscriptions(
        &self,
        requester: &Requester,
        asked: &ShowSubscriptions,
    ) -> Result<ShownSubscriptions, SubscriptionError> {
        let party = Some(requester.party());
        let letters = self.store().dead_letters(party, asked.after, LETTERS_MAX)?;
        let letters = letters.into_iter().map(|letter| DeadLetterView {
            number: letter.number,
            subscription: letter.subscription,
            event: event_id(letter.event).to_string(),
            reason: letter.reason,
            at: moment(letter.at).to_string(),
            again: letter.again,
        });
        let subscriptions = self.store().subscriptions(party)?;
        Ok(ShownSubscriptions {
            subscriptions: subscriptions.into_iter().map(SubscriptionView::of).collect(),
            dead_letters: letters.collect(),
        })
    }
}
