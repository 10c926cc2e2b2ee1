//! Ending a subscription.

use serde::{Deserialize, Serialize};

use super::SubscriptionError;
use crate::border::{Border, Requester};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndSubscription {
    /// Number of the subscription.
    pub number: u64,
}

impl Border {
    /// Ends a subscription of the party, with its dead letters.
    ///
    /// # Errors
    /// [`SubscriptionError`].
    pub fn end_subscription(
        &self,
        requester: &Requester,
        asked: &EndSubscription,
    ) -> Result<(), SubscriptionError> {
        match self.store().unsubscribe(requester.party(), asked.number)? {
            true => Ok(()),
            false => Err(SubscriptionError::NoSuch(asked.number)),
        }
    }
}
