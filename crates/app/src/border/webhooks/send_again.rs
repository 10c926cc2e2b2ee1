//! Having a dead letter sent again.

use serde::{Deserialize, Serialize};

use super::SubscriptionError;
use crate::border::{Border, Requester};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendAgain {
    /// Number of the dead letter.
    pub letter: u64,
}

impl Border {
    /// Has a dead letter of the party sent again, once: delivered, it is gone; otherwise it stays with the new reason. It comes
    /// later than events that followed it.
    ///
    /// # Errors
    /// [`SubscriptionError`].
    pub fn send_letter_again(
        &self,
        requester: &Requester,
        asked: &SendAgain,
    ) -> Result<(), SubscriptionError> {
        match self.store().send_again(requester.party(), asked.letter)? {
            true => Ok(()),
            false => Err(SubscriptionError::NoSuch(asked.letter)),
        }
    }
}
