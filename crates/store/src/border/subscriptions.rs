//! Subscriptions to what happens to certificates and lines: where each stands, and what could not be delivered.

use model::{CertificateNumber, PartyId};

use super::By;
use crate::StoreError;

/// The place of an event in the log: position of its statement, and place in it.
pub type Place = (u64, u32);

/// What a subscription is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// What happens to a certificate.
    Certificate(CertificateNumber),
    /// What changes the answer to a line of a declaration, as JSON of one spelling.
    Line(String),
}

/// A subscription to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSubscription {
    /// What it is about.
    pub about: About,
    /// Where events are sent.
    pub url: String,
    /// The last event that is not to be sent; `None`: all are.
    pub after: Option<Place>,
    /// By whom.
    pub by: By,
}

/// A subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Its number, from 1.
    pub number: u64,
    /// Whose it is.
    pub party: PartyId,
    /// What it is about.
    pub about: About,
    /// Where events are sent.
    pub url: String,
    /// The last event that was delivered or given up. **Invariant:** events before it are never sent again of themselves,
    /// those after it are sent in their order.
    pub after: Option<Place>,
    /// Of a line: position of the statement whose event is being sent, see [`Subscriptions::set_next`].
    pub next: Option<u64>,
    /// Attempts at the next event that failed.
    pub failures: u32,
    /// No attempt before this moment, in seconds since 1970.
    pub not_before: u64,
}

/// An event that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadLetter {
    /// Its number, from 1.
    pub number: u64,
    /// Of which subscription.
    pub subscription: u64,
    /// Which event.
    pub event: Place,
    /// What failed last.
    pub reason: String,
    /// When it was given up, in seconds since 1970.
    pub at: u64,
    /// Whether it is to be sent again.
    pub again: bool,
}

/// What became of a wish to subscribe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subscribed {
    /// It is made now.
    New(Subscription),
    /// The party had it before.
    Known(Subscription),
    /// The party, or everybody together, has as many as are kept.
    Full,
}

/// Subscriptions.
///
/// Contract: each once for a party, subject and address. Every call is durable when it returns, so an event whose
/// delivery was noted is not sent again, and one whose was not, is.
pub trait Subscriptions: Send + Sync {
    /// Makes a subscription, if the party has fewer than `party_max` and all together fewer than `all_max`.
    ///
    /// # Errors
    /// When it cannot be written.
    fn subscribe(
        &self,
        new: &NewSubscription,
        party_max: u64,
        all_max: u64,
    ) -> Result<Subscribed, StoreError>;

    /// Ends a subscription of a party, with its dead letters. `false` if it has none of that number.
    ///
    /// # Errors
    /// When it cannot be written.
    fn unsubscribe(&self, party: &PartyId, number: u64) -> Result<bool, StoreError>;

    /// The subscriptions of a party, or all of them; in the order of their numbers.
    ///
    /// # Errors
    /// When they cannot be read.
    fn subscriptions(&self, party: Option<&PartyId>) -> Result<Vec<Subscription>, StoreError>;

    /// Notes which event of a line is sent next, before it is: whatever happens meanwhile, what is sent again is the same.
    ///
    /// # Errors
    /// When it cannot be written.
    fn set_next(&self, number: u64, at: u64) -> Result<(), StoreError>;

    /// Notes that an event was delivered.
    ///
    /// # Errors
    /// When it cannot be written.
    fn delivered(&self, number: u64, event: Place) -> Result<(), StoreError>;

    /// Notes that an attempt failed, and that there is to be none before a moment.
    ///
    /// # Errors
    /// When it cannot be written.
    fn failed(&self, number: u64, not_before: u64) -> Result<(), StoreError>;

    /// Gives an event up: it becomes a dead letter, and the next one is sent.
    ///
    /// # Errors
    /// When it cannot be written.
    fn give_up(&self, number: u64, event: Place, reason: &str, at: u64) -> Result<(), StoreError>;

    /// At most `limit` dead letters of a party after a number; of all that are to be sent again, if none is given.
    ///
    /// # Errors
    /// When they cannot be read.
    fn dead_letters(
        &self,
        party: Option<&PartyId>,
        after: u64,
        limit: usize,
    ) -> Result<Vec<DeadLetter>, StoreError>;

    /// Has a dead letter of a party sent again. `false` if it has none of that number.
    ///
    /// # Errors
    /// When it cannot be written.
    fn send_again(&self, party: &PartyId, number: u64) -> Result<bool, StoreError>;

    /// Notes what became of a dead letter that was sent again: it is gone, or it stays with another reason.
    ///
    /// # Errors
    /// When it cannot be written.
    fn sent_again(&self, number: u64, failed: Option<&str>) -> Result<(), StoreError>;
}
