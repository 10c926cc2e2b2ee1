//! Sends what happens to certificates to those who subscribed, while a registry is served.
//!
//! It asks `app::border` for what is due and tells what became of it; what is not told is due again, also after a restart.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::border::Border;
use app::border::webhooks::{AllowPrivate, Delivery, Outcome, check_address, is_public};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::failure::Failure;

/// How often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(1);
/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Messages under way at a time.
const AT_ONCE: usize = 32;
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

    /// Goes on until it is dropped.
    pub async fn run(self) {
        loop {
            let border = self.border.clone();
            let due = tokio::task::spawn_blocking(move || border.due_deliveries()).await;
            let due = match due {
                Ok(Ok(due)) => due,
                Ok(Err(error)) => {
                    tracing::warn!(%error, "what is to be sent cannot be read");
                    Vec::new()
                }
                Err(_) => Vec::new(),
            };
            let sent = self.send(due).await;
            // Whoever was sent something may have more waiting.
            if sent == 0 {
                tokio::time::sleep(EVERY).await;
            }
        }
    }

    /// Sends one event of each subscription; how many were delivered.
    async fn send(&self, due: Vec<Delivery>) -> usize {
        let (room, mut sending) = (Arc::new(Semaphore::new(AT_ONCE)), JoinSet::new());
        for delivery in due {
            let (border, client, room) = (self.border.clone(), self.client.clone(), room.clone());
            let allow_private = self.allow_private;
            sending.spawn(async move {
                let _place = room.acquire_owned().await;
                let outcome = attempt(&client, &delivery, allow_private).await;
                let delivered = outcome == Outcome::Delivered;
                let noted = tokio::task::spawn_blocking(move || border.attempted(&delivery, &outcome)).await;
                match noted {
                    Ok(Ok(())) => delivered,
                    Ok(Err(error)) => {
                        tracing::warn!(%error, "what became of a message cannot be noted: it is sent again");
                        false
                    }
                    Err(_) => false,
                }
            });
        }
        sending.join_all().await.into_iter().filter(|delivered| *delivered).count()
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
