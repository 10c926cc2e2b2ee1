//! The border page: a code is scanned, a file dropped or a number typed, and the answer is taken in at one glance.
//!
//! Without scripts it is a form. With them it works where there is no network, from a bundle that the device keeps, with
//! the same functions as here (`crates/glance`), and keeps what was checked until it can be told.

mod ask;
mod files;
mod page;
mod words;

use std::convert::Infallible;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Router, http::StatusCode};
use governor::Quota;

use super::page::Portal;
use crate::client_address::ClientAddress;
use crate::quota::AddressLimit;

/// Largest form, in bytes: a credential, and what stands beside it.
pub(super) const FORM_BYTES_MAX: usize = credential::limits::CREDENTIAL_BYTES_MAX + 64 * 1024;
/// Forms of one address per second, and as many at once: signatures are checked. A border post has one address.
const PER_SECOND: NonZeroU32 = NonZeroU32::new(50).unwrap();
/// What the page may do beyond others: run the verifier, show a camera, be installed.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
                      img-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// The page with its files, in one language.
pub(super) fn router(portal: Portal) -> Router {
    let at = |path: &str| format!("/{}/border{path}", portal.language.code());
    let limit = Arc::new(AddressLimit::new(Quota::per_second(PER_SECOND)));
    let asking = post(ask::ask)
        .layer::<_, Infallible>(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(middleware::from_fn_with_state(limit, limited));
    Router::new()
        .route(&at(""), get(page::page).merge(asking))
        .route(&at("/worker.js"), get(files::worker))
        .route(&at("/manifest.webmanifest"), get(files::manifest))
        .with_state(portal)
}

/// Turns away who asks too much. Looking at the page is not counted.
async fn limited(State(limit): State<Arc<AddressLimit>>, request: Request, next: Next) -> Response {
    match limit.count(request.extensions().get::<ClientAddress>().copied()) {
        Ok(()) => next.run(request).await,
        Err(wait) => {
            let seconds = HeaderValue::from(wait.as_secs() + 1);
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds)]).into_response()
        }
    }
}

/// The page with what it may do beyond others.
fn allowed(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(PERMISSIONS_POLICY, HeaderValue::from_static("camera=(self)"));
    response
}
