//! What is to be sent now, and what became of it.

use std::collections::HashMap;

use serde_json::json;
use store::StoreError;
use store::border::{Place, Subscription};

use super::signature::{SignedHeaders, sign};
use super::{event_id, place};
use crate::LogKey;
use crate::border::Border;
use crate::border::events::CertificateHappening;

/// Attempts at an event, over about a day; then it is given up.
pub const ATTEMPTS_MAX: u32 = 20;
/// The longest wait between two attempts, in seconds.
const WAIT_SECONDS_MAX: u64 = 3 * 3_600;
/// Dead letters sent again at once.
const LETTERS_AT_ONCE: usize = 100;
/// Characters of a reason that are kept.
const REASON_CHARS_MAX: usize = 300;

/// An event to be sent.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Of which subscription.
    pub subscription: u64,
    /// Where to.
    pub url: String,
    /// The body, JSON.
    pub body: Vec<u8>,
    /// Identifier of the event: the same when it is sent again.
    pub id: String,
    /// Its signature.
    pub headers: SignedHeaders,
    event: Place,
    attempt: u32,
    letter: Option<u64>,
}

/// What became of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The receiver took it.
    Delivered,
    /// It did not.
    Failed(String),
}

impl Border {
    /// What is to be sent now: of each subscription the next event alone, so that order is kept, and dead letters that are to
    /// be sent again. Nothing without a key to sign with.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn due_deliveries(&self) -> Result<Vec<Delivery>, StoreError> {
        let Some(key) = self.webhook_key() else { return Ok(Vec::new()) };
        let now = self.now();
        let subscriptions = self.store().subscriptions(None)?;
        let mut due = Vec::new();
        for subscription in subscriptions.iter().filter(|subscription| subscription.not_before <= now) {
            let after = subscription.after.map(event_id);
            let next =
                self.app().certificate_happenings(&subscription.certificate, after)?.into_iter().next();
            if let Some(next) = next {
                due.push(delivery(&key, subscription, &next, None, now));
            }
        }
        let letters = self.store().dead_letters(None, 0, LETTERS_AT_ONCE)?;
        let by_number: HashMap<u64, &Subscription> =
            subscriptions.iter().map(|subscription| (subscription.number, subscription)).collect();
        for letter in letters {
            let Some(subscription) = by_number.get(&letter.subscription) else { continue };
            let all = self.app().certificate_happenings(&subscription.certificate, None)?;
            if let Some(event) = all.iter().find(|event| place(event.id()) == letter.event) {
                due.push(delivery(&key, subscription, event, Some(letter.number), now));
            }
        }
        Ok(due)
    }

    /// Notes what became of an attempt. If we crash before, the event is sent again: at least once, never lost.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn attempted(&self, delivery: &Delivery, outcome: &Outcome) -> Result<(), StoreError> {
        let (store, number) = (self.store(), delivery.subscription);
        let reason = |reason: &str| reason.chars().take(REASON_CHARS_MAX).collect::<String>();
        match (delivery.letter, outcome) {
            (Some(letter), Outcome::Delivered) => store.sent_again(letter, None),
            (Some(letter), Outcome::Failed(why)) => store.sent_again(letter, Some(&reason(why))),
            (None, Outcome::Delivered) => store.delivered(number, delivery.event),
            (None, Outcome::Failed(why)) if delivery.attempt >= ATTEMPTS_MAX => {
                store.give_up(number, delivery.event, &reason(why), self.now())
            }
            (None, Outcome::Failed(_)) => store.failed(number, self.now() + wait_seconds(delivery.attempt)),
        }
    }

    /// The newest key of the log that is on record, for what is sent.
    pub(super) fn webhook_key(&self) -> Option<LogKey> {
        let state = self.app().state();
        let on_record = crate::log_key::keys_on_record(state.registry());
        self.inner.keys.iter().find(|key| on_record.contains(key.verifier())).cloned()
    }
}

fn delivery(
    key: &LogKey,
    subscription: &Subscription,
    event: &CertificateHappening,
    letter: Option<u64>,
    now: u64,
) -> Delivery {
    let id = event.id();
    let body = json!({ "id": id.to_string(), "subscription": subscription.number, "event": event });
    let body = body.to_string().into_bytes();
    Delivery {
        subscription: subscription.number,
        url: subscription.url.clone(),
        headers: sign(key, &subscription.url, &body, now),
        body,
        id: id.to_string(),
        event: place(id),
        attempt: subscription.failures + 1,
        letter,
    }
}

/// How long to wait after an attempt that failed, in seconds: doubled each time, up to three hours.
pub fn wait_seconds(attempt: u32) -> u64 {
    let doubled = 1_u64.checked_shl(attempt.saturating_sub(1)).unwrap_or(u64::MAX);
    doubled.min(WAIT_SECONDS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_grow_rarer_and_end_after_about_a_day() {
        assert_eq!([1, 2, 3, 4].map(wait_seconds), [1, 2, 4, 8]);
        assert_eq!(wait_seconds(u32::MAX), WAIT_SECONDS_MAX);
        let in_all: u64 = (1..ATTEMPTS_MAX).map(wait_seconds).sum();
        assert!((6 * 3_600..48 * 3_600).contains(&in_all), "{in_all}");
    }
}
