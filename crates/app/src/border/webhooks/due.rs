//! What is to be sent now, and what became of it.

use std::collections::HashMap;
use std::sync::PoisonError;

use model::LogIndex;
use serde_json::{Value, json};
use store::StoreError;
use store::border::{About, Place, Subscription};

use super::signature::{SignedHeaders, sign};
use super::{event_id, kept_line, place};
use crate::LogKey;
use crate::border::Border;
use crate::border::events::{CertificateHappening, EventId};
use crate::border::lines::{Line, Lines};

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

/// An event of a subscription.
struct Event {
    id: EventId,
    body: Value,
}

impl Border {
    /// What is to be sent now: of each subscription the next event alone, so that order is kept, and dead letters that are to
    /// be sent again. Nothing without a key to sign with, and nothing of subscriptions that are not free, by number and address:
    /// something of theirs is under way.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn due_deliveries(&self, is_free: impl Fn(u64, &str) -> bool) -> Result<Vec<Delivery>, StoreError> {
        let Some(key) = self.webhook_key() else { return Ok(Vec::new()) };
        let now = self.now();
        let (subscriptions, lines) = (self.store().subscriptions(None)?, self.lines());
        let mut due = Vec::new();
        let is_free = |subscription: &Subscription| is_free(subscription.number, &subscription.url);
        for subscription in subscriptions.iter().filter(|one| one.not_before <= now && is_free(one)) {
            if let Some(next) = self.next_event(subscription, &lines)? {
                due.push(delivery(&key, subscription, next, None, now));
            }
        }
        let letters = self.store().dead_letters(None, 0, LETTERS_AT_ONCE)?;
        let by_number: HashMap<u64, &Subscription> =
            subscriptions.iter().map(|subscription| (subscription.number, subscription)).collect();
        for letter in letters {
            let subscription = by_number.get(&letter.subscription).filter(|one| is_free(one));
            let Some(subscription) = subscription else { continue };
            if let Some(event) = self.event_again(subscription, &lines, letter.event)? {
                due.push(delivery(&key, subscription, event, Some(letter.number), now));
            }
        }
        let mut looked = self.inner.looked.lock().unwrap_or_else(PoisonError::into_inner);
        looked.retain(|number, _| by_number.contains_key(number));
        Ok(due)
    }

    fn next_event(&self, subscription: &Subscription, lines: &Lines) -> Result<Option<Event>, StoreError> {
        let after = subscription.after.map(event_id);
        let line = match &subscription.about {
            About::Certificate(number) => {
                let next = self.app().certificate_happenings(number, after)?.into_iter().next();
                return Ok(next.map(Event::of));
            }
            About::Line(line) => kept_line(line)?,
        };
        let number = subscription.number;
        if let Some(next) = subscription.next {
            return Event::of_line(lines, &line, LogIndex(next)).map(Some);
        }
        let size = lines.size();
        if self.inner.looked.lock().unwrap_or_else(PoisonError::into_inner).get(&number) == Some(&size) {
            return Ok(None);
        }
        match lines.next_change(&line, after.map(|after| after.at))? {
            Some(at) => {
                self.store().set_next(number, at.0)?;
                Event::of_line(lines, &line, at).map(Some)
            }
            None => {
                self.inner.looked.lock().unwrap_or_else(PoisonError::into_inner).insert(number, size);
                Ok(None)
            }
        }
    }

    /// An event that was given up, as it was.
    fn event_again(
        &self,
        subscription: &Subscription,
        lines: &Lines,
        event: Place,
    ) -> Result<Option<Event>, StoreError> {
        match &subscription.about {
            About::Line(line) => Event::of_line(lines, &kept_line(line)?, LogIndex(event.0)).map(Some),
            About::Certificate(number) => {
                let all = self.app().certificate_happenings(number, None)?;
                Ok(all.into_iter().find(|happening| place(happening.id()) == event).map(Event::of))
            }
        }
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
    event: Event,
    letter: Option<u64>,
    now: u64,
) -> Delivery {
    let Event { id, body } = event;
    let body = json!({ "id": id.to_string(), "subscription": subscription.number, "event": body });
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

impl Event {
    fn of(happening: CertificateHappening) -> Self {
        // Texts and numbers: writing them cannot fail.
        Self { id: happening.id(), body: serde_json::to_value(happening).unwrap_or_default() }
    }

    fn of_line(lines: &Lines, line: &Line, at: LogIndex) -> Result<Self, StoreError> {
        let happening = lines.happening(line, at)?;
        Ok(Self { id: EventId { at, item: 0 }, body: serde_json::to_value(happening).unwrap_or_default() })
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
