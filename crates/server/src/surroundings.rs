//! What surrounds every request, pages included, in one step: its identifier, its span in the trace, whose it is, and
//! what every answer says. One step, since each costs more than what it does.

use std::hash::{BuildHasher as _, RandomState};
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use futures::FutureExt as _;
use tracing::Instrument as _;

use crate::client_address;
use crate::metrics::Metrics;
use crate::problem::{self, common};
use crate::quota;
use crate::state::ServerState;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// What every answer says, unless its page says otherwise.
const EVERYWHERE: [(HeaderName, HeaderValue); 4] = [
    // The border page alone shows a camera.
    (PERMISSIONS_POLICY, HeaderValue::from_static("camera=(), microphone=(), geolocation=()")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
];

/// Makes identifiers of requests: unique in the process, and most likely among all.
#[derive(Debug)]
pub(crate) struct Identifiers {
    process: u64,
    next: AtomicU64,
}

impl Default for Identifiers {
    fn default() -> Self {
        Self { process: RandomState::new().hash_one(()), next: AtomicU64::new(0) }
    }
}

impl Identifiers {
    fn make(&self) -> HeaderValue {
        let id = format!("{:016x}-{}", self.process, self.next.fetch_add(1, Ordering::Relaxed));
        HeaderValue::from_str(&id).unwrap_or_else(|_| HeaderValue::from_static("unknown"))
    }
}

/// What surrounds a page.
pub(crate) async fn of_page(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    surround(&state, request, |request| next.run(request)).await
}

/// What surrounds a request of API and log: it is counted besides, turned away if its sender asks too much, ended when
/// its answer does not begin in time, and bare errors of the framework become problem documents. A stream that has begun
/// is not ended here.
pub(crate) async fn of_api(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let counted = async |request: Request| {
        let begun = Metrics::begin(&request);
        let response = match quota::refusal(&state, &request) {
            Some(refusal) => refusal,
            None => match tokio::time::timeout(state.settings.answer_within, next.run(request)).await {
                Ok(response) => problem::dress(response),
                Err(_) => common::TIMEOUT.because("the answer did not begin in time").into_response(),
            },
        };
        state.metrics.end(begun, response.status().as_u16());
        response
    };
    surround(&state, request, counted).await
}

async fn surround<F: Future<Output = Response>>(
    state: &ServerState,
    mut request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    let begun = Instant::now();
    let id = request.headers_mut().entry(REQUEST_ID).or_insert_with(|| state.identifiers.make()).clone();
    client_address::mark(state, &mut request);
    let span = tracing::info_span!(
        "request",
        method = %request.method(),
        path = request.uri().path(),
        id = id.to_str().unwrap_or_default()
    );
    let answered = AssertUnwindSafe(answer(request)).catch_unwind().instrument(span.clone()).await;
    let mut response = answered.unwrap_or_else(|_| {
        // What happened was told by the hook of panics.
        common::INTERNAL.because("the request could not be answered").into_response()
    });
    span.in_scope(|| {
        let (status, took) = (response.status().as_u16(), begun.elapsed());
        if response.status().is_server_error() {
            tracing::error!(status, ?took, "a request failed");
        } else {
            tracing::debug!(status, ?took, "the answer begins");
        }
    });
    let headers = response.headers_mut();
    for (name, value) in EVERYWHERE {
        headers.entry(name).or_insert(value);
    }
    headers.insert(REQUEST_ID, id);
    response
}
