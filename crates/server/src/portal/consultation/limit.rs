//! How many comments one address may send, and how large one may be. Addresses are counted in memory and never written down.

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::Quota;

use super::FORM_BYTES_MAX;
use super::send::too_large;
use crate::client_address::ClientAddress;
use crate::portal::texts::{Argument, Language};
use crate::quota::AddressLimit;
use crate::request::declared_length;

/// Comments of one address per hour, and as many at once: an association that enters the comments of its members.
const PER_HOUR: NonZeroU32 = NonZeroU32::new(30).unwrap();

pub(super) struct Limit(AddressLimit);

impl Default for Limit {
    fn default() -> Self {
        Self(AddressLimit::new(Quota::per_hour(PER_HOUR)))
    }
}

/// Turns away who sends too much. Looking at the page is not counted.
pub(super) async fn limit(
    State((limit, language)): State<(Arc<Limit>, Language)>,
    request: Request,
    next: Next,
) -> Response {
    // Said beforehand, it is refused before anything is read.
    if declared_length(request.headers()).is_some_and(|length| length > FORM_BYTES_MAX as u64) {
        return too_large(language);
    }
    let from = request.extensions().get::<ClientAddress>().copied();
    match limit.0.count(from) {
        Ok(()) => next.run(request).await,
        Err(wait) => {
            let seconds = wait.as_secs() + 1;
            let minutes = [("count", Argument::Number(seconds.div_ceil(60)))];
            let text = language.say_with("comments-too-many", &minutes) + "\n";
            let mut response = (StatusCode::TOO_MANY_REQUESTS, text).into_response();
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
    }
}
