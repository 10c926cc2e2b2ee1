//! How much one address may ask and one party may submit.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::client_address::ClientAddress;
use crate::problem::common;
use crate::state::ServerState;

/// A client may open with as many seconds' worth at once.
const BURST_SECONDS: u32 = 10;
/// Requests after which addresses that have been quiet are forgotten.
const FORGET_EVERY: u64 = 10_000;

/// Counts by address. Requests from the machine itself are counted too: behind a proxy that is not trusted all are.
pub(crate) struct AddressLimit {
    limiter: DefaultKeyedRateLimiter<IpAddr>,
    counted: AtomicU64,
}

impl AddressLimit {
    pub(crate) fn new(quota: Quota) -> Self {
        Self { limiter: RateLimiter::keyed(quota), counted: AtomicU64::new(0) }
    }

    /// Counts a request; answers how long to wait if there were too many.
    pub(crate) fn count(&self, from: Option<ClientAddress>) -> Result<(), Duration> {
        let from = from.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |from| from.0);
        if self.counted.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            self.limiter.retain_recent();
        }
        self.limiter
            .check_key(&network(from))
            .map_err(|not_yet| not_yet.wait_time_from(DefaultClock::default().now()))
    }
}

/// Counts by address and by party.
pub(crate) struct Quotas {
    addresses: Option<DefaultKeyedRateLimiter<IpAddr>>,
    parties: Option<DefaultKeyedRateLimiter<String>>,
    /// Parties that used their quota up, with the moment from which on they may go on.
    exhausted: Mutex<HashMap<String, Instant>>,
    counted: AtomicU64,
}

impl Quotas {
    pub(crate) fn new(per_second: Option<NonZeroU32>, per_minute: Option<NonZeroU32>) -> Self {
        let burst = |n: NonZeroU32| n.saturating_mul(NonZeroU32::new(BURST_SECONDS).unwrap_or(n));
        Self {
            addresses: per_second.map(|n| RateLimiter::keyed(Quota::per_second(n).allow_burst(burst(n)))),
            parties: per_minute.map(|n| RateLimiter::keyed(Quota::per_minute(n))),
            exhausted: Mutex::default(),
            counted: AtomicU64::new(0),
        }
    }

    /// Counts a request; answers how long to wait if there were too many.
    fn request(&self, from: IpAddr) -> Result<(), Duration> {
        let Some(addresses) = self.addresses.as_ref().filter(|_| !from.is_loopback()) else { return Ok(()) };
        if self.counted.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            addresses.retain_recent();
        }
        addresses
            .check_key(&network(from))
            .map_err(|not_yet| not_yet.wait_time_from(DefaultClock::default().now()))
    }

    /// Whether a party may submit now; answers how long to wait if not. The signer is only claimed yet, so nothing
    /// is counted: nobody can use up the quota of another.
    pub(crate) fn may_submit(&self, party: &str) -> Result<(), Duration> {
        let mut exhausted = self.exhausted.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        match exhausted.get(party) {
            Some(until) if *until > now => Err(*until - now),
            Some(_) => {
                exhausted.remove(party);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Counts a statement of a party whose signature was verified.
    pub(crate) fn submitted(&self, party: &str) {
        let Some(parties) = &self.parties else { return };
        if let Err(not_yet) = parties.check_key(&party.to_owned()) {
            let wait = not_yet.wait_time_from(DefaultClock::default().now());
            let mut exhausted = self.exhausted.lock().unwrap_or_else(PoisonError::into_inner);
            exhausted.insert(party.to_owned(), Instant::now() + wait);
        }
    }

    /// Whether parties are counted at all.
    pub(crate) fn counts_parties(&self) -> bool {
        self.parties.is_some()
    }
}

/// The refusal for whoever asks too much.
pub(crate) fn refusal(state: &ServerState, request: &Request) -> Option<Response> {
    let from = request.extensions().get::<ClientAddress>()?;
    let wait = state.quotas.request(from.0).err()?;
    Some(wait_first(wait, common::TOO_MANY.because("too many requests from this address")))
}

/// A refusal with the seconds to wait.
pub(crate) fn wait_first(wait: Duration, problem: crate::problem::Problem) -> Response {
    let mut response = problem.into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs() + 1));
    response
}

/// One customer usually holds a whole network of version 6: its first 64 bits count as one address.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        version_4 => version_4,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_turned_away_after_its_burst_and_others_are_not() {
        let quotas = Quotas::new(NonZeroU32::new(1), None);
        let (one, other): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        assert!((0..BURST_SECONDS).all(|_| quotas.request(one).is_ok()));
        assert!(quotas.request(one).is_err());
        assert!(quotas.request(other).is_ok());
        assert!((0..100).all(|_| quotas.request("127.0.0.1".parse().unwrap()).is_ok()));
    }

    #[test]
    fn only_verified_statements_use_a_partys_quota_up() {
        let quotas = Quotas::new(None, NonZeroU32::new(2));
        assert!((0..100).all(|_| quotas.may_submit("did:web:a").is_ok()));
        (0..3).for_each(|_| quotas.submitted("did:web:a"));
        assert!(quotas.may_submit("did:web:a").is_err());
        assert!(quotas.may_submit("did:web:b").is_ok());
    }

    #[test]
    fn a_network_of_version_6_counts_as_one() {
        assert_eq!(network("2001:db8::1".parse().unwrap()), network("2001:db8::2:3".parse().unwrap()));
        assert_ne!(network("2001:db8::1".parse().unwrap()), network("2001:db8:0:1::1".parse().unwrap()));
    }
}
