//! How much one address may ask of the desk.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::Quota;

use crate::client_address::ClientAddress;
use crate::quota::AddressLimit;

/// Requests of one address per minute. An office of thirty people behind one address clicks less.
const PER_MINUTE: NonZeroU32 = NonZeroU32::new(300).unwrap();
/// Beginnings and ends of ceremonies of one address per minute: nobody tries more passkeys than that.
const CEREMONIES_PER_MINUTE: NonZeroU32 = NonZeroU32::new(60).unwrap();

/// Counts by address.
pub(super) struct Guard {
    all: AddressLimit,
    ceremonies: AddressLimit,
}

impl Default for Guard {
    fn default() -> Self {
        Self {
            all: AddressLimit::new(Quota::per_minute(PER_MINUTE)),
            ceremonies: AddressLimit::new(Quota::per_minute(CEREMONIES_PER_MINUTE)),
        }
    }
}

impl Guard {
    fn count(&self, from: Option<ClientAddress>, path: &str) -> Result<(), Duration> {
        let is_ceremony = path.ends_with("/sign-in") || path.ends_with("/invitation");
        self.all.count(from)?;
        if is_ceremony { self.ceremonies.count(from) } else { Ok(()) }
    }
}

/// Turns away who asks too much.
pub(super) async fn limit(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let from = request.extensions().get::<ClientAddress>().copied();
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
