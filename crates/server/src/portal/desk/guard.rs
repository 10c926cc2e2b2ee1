//! How much one address may ask of the desk.

use std::net::{IpAddr, Ipv4Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::client_address::ClientAddress;
use crate::quota::network;

/// Requests of one address per minute. An office of thirty people behind one address clicks less.
const PER_MINUTE: NonZeroU32 = NonZeroU32::new(300).unwrap();
/// Beginnings and ends of ceremonies of one address per minute: nobody tries more passkeys than that.
const CEREMONIES_PER_MINUTE: NonZeroU32 = NonZeroU32::new(60).unwrap();
/// Requests after which addresses that have been quiet are forgotten.
const FORGET_EVERY: u64 = 10_000;

/// Counts by address. Requests from the machine itself are counted too: behind a proxy that is not trusted all are.
pub(super) struct Guard {
    all: DefaultKeyedRateLimiter<IpAddr>,
    ceremonies: DefaultKeyedRateLimiter<IpAddr>,
    counted: AtomicU64,
}

impl Default for Guard {
    fn default() -> Self {
        Self {
            all: RateLimiter::keyed(Quota::per_minute(PER_MINUTE)),
            ceremonies: RateLimiter::keyed(Quota::per_minute(CEREMONIES_PER_MINUTE)),
            counted: AtomicU64::new(0),
        }
    }
}

impl Guard {
    fn count(&self, from: IpAddr, path: &str) -> Result<(), Duration> {
        if self.counted.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            self.all.retain_recent();
            self.ceremonies.retain_recent();
        }
        let is_ceremony = path.ends_with("/sign-in") || path.ends_with("/invitation");
        let limits = [Some(&self.all), is_ceremony.then_some(&self.ceremonies)];
        limits.into_iter().flatten().try_for_each(|limit| {
            let counted = limit.check_key(&network(from));
            counted.map_err(|not_yet| not_yet.wait_time_from(DefaultClock::default().now()))
        })
    }
}

/// Turns away who asks too much.
pub(super) async fn limit(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let from = request.extensions().get::<ClientAddress>();
    let from = from.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |from| from.0);
    match guard.count(from, request.uri().path()) {
        Ok(()) => next.run(request).await,
        Err(wait) => {
            let seconds = wait.as_secs() + 1;
            let text = format!(
                "Too many requests from this address: wait {seconds} seconds.\n\
                 Trop de demandes de cette adresse : attendez {seconds} secondes.\n"
            );
            let mut response = (StatusCode::TOO_MANY_REQUESTS, text).into_response();
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
    }
}
