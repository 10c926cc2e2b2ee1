//! Sends what happens to certificates and lines to those who subscribed, while a registry is served.
//!
//! It asks `app::border` for what is due and tells what became of it; what is not told is due again, also after a restart.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::border::Border;
use app::border::webhooks::{AllowPrivate, Delivery, Outcome, check_address, is_public};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use tokio::task::{Id, JoinSet};
use tokio::time::MissedTickBehavior;

use crate::failure::Failure;

/// How often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(1);
/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Messages under way at a time ...
const AT_ONCE: usize = 256;
/// ... and of these to one receiver: should it be dead, the others have room.
const OF_RECEIVER: usize = 8;
/// What receivers see of us.
const USER_AGENT: &str = concat!("comity/", env!("CARGO_PKG_VERSION"));

/// Sends events.
pub struct Delivering {
    border: Border,
    client: Client,
    allow_private: AllowPrivate,
}

/// Asks for a name, and takes public addresses alone: what a name leads to may have changed since it was written.
struct PublicOnly;

impl Delivering {
    /// Sends for a border.
    pub fn new(border: Border, allow_private: AllowPrivate) -> Result<Self, Failure> {
        // No redirect is followed: it may lead into a network that is not public. No proxy: it would resolve names itself.
        let client =
            Client::builder().timeout(PATIENCE).redirect(Policy::none()).no_proxy().user_agent(USER_AGENT);
        let client = match allow_private {
            AllowPrivate::No => client.https_only(true).dns_resolver(Arc::new(PublicOnly)),
            AllowPrivate::Yes => client,
        };
        let client = client.build().map_err(|error| Failure::of(&error))?;
        Ok(Self { border, client, allow_private })
    }

    /// Goes on until it is dropped. A receiver that is slow or dead holds up nobody else: each subscription has at most one
    /// message under way, one receiver a few, and whoever took one is sent the next at once.
    pub async fn run(self) {
        let (mut sending, mut under_way) = (JoinSet::new(), UnderWay::default());
        let mut every = tokio::time::interval(EVERY);
        every.set_missed_tick_behavior(MissedTickBehavior::Delay);
        // Those that took a message; `None`: all are looked at.
        let mut took: Option<HashSet<u64>> = None;
        loop {
            for delivery in self.due(under_way.clone(), took.take()).await {
                if under_way.has_room(delivery.subscription, &delivery.url) {
                    let (number, receiver) = (delivery.subscription, receiver(&delivery.url));
                    let task = sending.spawn(send(
                        self.border.clone(),
                        self.client.clone(),
                        delivery,
                        self.allow_private,
                    ));
                    under_way.0.insert(task.id(), (number, receiver));
                }
            }
            // What failed waits in any case, so that a store that cannot be written is not asked without a pause.
            while took.is_none() {
                tokio::select! {
                    _ = every.tick() => break,
                    Some(ended) = sending.join_next_with_id() => {
                        let (id, delivered) = ended.unwrap_or_else(|error| (error.id(), false));
                        let ended = under_way.0.remove(&id);
                        took = ended.filter(|_| delivered).map(|(number, _)| HashSet::from([number]));
                    }
                }
            }
        }
    }

    /// What is to be sent, of those subscriptions alone, if some are named.
    async fn due(&self, under_way: UnderWay, only: Option<HashSet<u64>>) -> Vec<Delivery> {
        let border = self.border.clone();
        let is_free = move |number: u64, url: &str| {
            only.as_ref().is_none_or(|only| only.contains(&number)) && under_way.has_room(number, url)
        };
        match tokio::task::spawn_blocking(move || border.due_deliveries(is_free)).await {
            Ok(Ok(due)) => due,
            Ok(Err(error)) => {
                tracing::warn!(%error, "what is to be sent cannot be read");
                Vec::new()
            }
            Err(_) => Vec::new(),
        }
    }
}

/// Messages under way: of which subscription, and to which receiver.
#[derive(Clone, Default)]
struct UnderWay(HashMap<Id, (u64, String)>);

impl UnderWay {
    fn has_room(&self, subscription: u64, url: &str) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let is_free = self.0.values().all(|(number, _)| *number != subscription);
        let of_receiver = |to: &str| self.0.values().filter(|(_, receiver)| receiver == to).count();
        self.0.len() < AT_ONCE && is_free && of_receiver(&receiver(url)) < OF_RECEIVER
    }
}

/// Who receives what is sent to an address: whatever answers there, whatever the path.
fn receiver(url: &str) -> String {
    reqwest::Url::parse(url).map_or_else(|_| url.to_owned(), |url| url.origin().ascii_serialization())
}

/// Sends a message and notes what became of it; whether it was delivered.
async fn send(border: Border, client: Client, delivery: Delivery, allow_private: AllowPrivate) -> bool {
    let outcome = attempt(&client, &delivery, allow_private).await;
    let delivered = outcome == Outcome::Delivered;
    match tokio::task::spawn_blocking(move || border.attempted(&delivery, &outcome)).await {
        Ok(Ok(())) => delivered,
        Ok(Err(error)) => {
            tracing::warn!(%error, "what became of a message cannot be noted: it is sent again");
            false
        }
        Err(_) => false,
    }
}

async fn attempt(client: &Client, delivery: &Delivery, allow_private: AllowPrivate) -> Outcome {
    // Addresses that were written as numbers ask no resolver; what is allowed may have changed since they were taken.
    if let Err(error) = check_address(&delivery.url, allow_private) {
        return Outcome::Failed(error.to_string());
    }
    let headers = &delivery.headers;
    let request = client
        .post(&delivery.url)
        .header("content-type", "application/json")
        .header("content-digest", &headers.content_digest)
        .header("signature-input", &headers.signature_input)
        .header("signature", &headers.signature)
        .header("comity-event-id", &delivery.id)
        .body(delivery.body.clone());
    match request.send().await {
        Ok(response) if response.status().is_success() => Outcome::Delivered,
        Ok(response) => Outcome::Failed(refusal(response.status())),
        Err(error) if error.is_timeout() => Outcome::Failed("the receiver did not answer in time".to_owned()),
        Err(error) => {
            let source = std::error::Error::source(&error).map(ToString::to_string);
            Outcome::Failed(format!("the receiver cannot be reached: {}", source.unwrap_or_default()))
        }
    }
}

fn refusal(status: StatusCode) -> String {
    let redirect = if status.is_redirection() { "; redirects are not followed" } else { "" };
    format!("the receiver answered {status}{redirect}")
}

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err("the name leads to no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}
