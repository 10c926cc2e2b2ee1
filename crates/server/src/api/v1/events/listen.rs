//! `GET /api/v1/events`: what happens to a certificate, as server-sent events (CER-02, CER-07).

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use app::App;
use app::border::events::{CertificateHappening, EventId, EventIdError};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures::stream;
use model::CertificateNumber;
use serde::{Deserialize, Serialize};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use utoipa::{IntoParams, ToSchema};

use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::Parameters;
use crate::state::ServerState;

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
/// How often it is looked whether something happened: a statement is told within a second of its receipt.
const EVERY: Duration = Duration::from_secs(1);
/// Listeners at a time: each costs a look a second, and a connection.
pub(crate) const LISTENERS_MAX: usize = 1_000;

/// Why nobody is told.
#[derive(Debug, thiserror::Error)]
enum ListenProblem {
    #[error(transparent)]
    Certificate(#[from] model::IdentifierError),
    #[error(transparent)]
    After(#[from] EventIdError),
    #[error("{LISTENERS_MAX} listen already")]
    TooMany,
}

impl Problematic for ListenProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Certificate(_) | Self::After(_) => common::PARAMETERS,
            Self::TooMany => Kind::new(
                "too-many-listeners",
                StatusCode::SERVICE_UNAVAILABLE,
                "too many listen at this moment",
                "try again later with the same `Last-Event-ID`: nothing is lost",
            ),
        }
    }
}
responds!(ListenProblem);

/// What is listened to.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListenParameters {
    /// Number of the certificate. It may be one that nobody has issued yet.
    certificate: String,
    /// After this event; the header `Last-Event-ID` says the same and comes first. Absent: everything.
    after: Option<String>,
}

/// The data of an event.
#[derive(Serialize, ToSchema)]
pub(crate) struct HappeningSchema {
    /// The certificate.
    certificate: String,
    /// `issued`, `amended`, `scope_reduced`, `suspended`, `restored`, `withdrawn`, `withdrawn_from_start`, `expired`,
    /// `holder_changed` or `transferred`.
    what: String,
    /// First day of it.
    on: String,
    /// Why, where that was stated.
    reason: Option<String>,
    /// Position of the statement: `/api/v1/statements/{statement}`.
    statement: u64,
    /// Place in the statement.
    item: u32,
}

/// Tells what happens to a certificate: first what happened after the event that is named, then what happens from now on, in
/// the order of the log. `id` is the event's place in the log; whoever comes back with it misses nothing.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "border", params(ListenParameters),
    responses(
        (status = 200, description = "server-sent events of type `certificate`", body = HappeningSchema, content_type = "text/event-stream"),
        (status = 400, description = "no certificate, or no event", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "too many listen", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn listen(
    State(state): State<ServerState>,
    headers: HeaderMap,
    Parameters(asked): Parameters<ListenParameters>,
) -> Result<Response, Response> {
    let certificate: CertificateNumber =
        asked.certificate.parse().map_err(|error| ListenProblem::Certificate(error).into_response())?;
    let header = headers.get(LAST_EVENT_ID).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let after = header.or(asked.after).filter(|after| !after.is_empty());
    let after = after.map(|after| after.parse::<EventId>()).transpose();
    let after = after.map_err(|error| ListenProblem::After(error).into_response())?;
    let place = Arc::clone(&state.listeners).try_acquire_owned();
    let place = place.map_err(|_| ListenProblem::TooMany.into_response())?;
    let listening = Listening {
        app: state.app.clone(),
        certificate,
        after,
        seen: None,
        ready: VecDeque::new(),
        _place: place,
    };
    let events = stream::unfold(listening, |mut listening| async move {
        let event = listening.next().await;
        Some((Ok::<_, Infallible>(event), listening))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()).into_response())
}

/// Room for so many listeners.
pub(crate) fn places() -> Arc<Semaphore> {
    Arc::new(Semaphore::new(LISTENERS_MAX))
}

struct Listening {
    app: App,
    certificate: CertificateNumber,
    /// The last event that was told.
    after: Option<EventId>,
    /// Size of the log at which it was looked last.
    seen: Option<u64>,
    ready: VecDeque<CertificateHappening>,
    _place: OwnedSemaphorePermit,
}

impl Listening {
    /// The next event, whenever it comes.
    async fn next(&mut self) -> Event {
        loop {
            if let Some(happening) = self.ready.pop_front() {
                let id = happening.id();
                self.after = Some(id);
                // Texts and numbers: writing them cannot fail.
                let data = serde_json::to_string(&happening).unwrap_or_default();
                return Event::default().event("certificate").id(id.to_string()).data(data);
            }
            let size = self.app.state().size();
            if self.seen == Some(size) || !self.look(size).await {
                tokio::time::sleep(EVERY).await;
            }
        }
    }

    /// Looks what happened up to a size of the log; whether anything did.
    async fn look(&mut self, size: u64) -> bool {
        let (app, certificate, after) = (self.app.clone(), self.certificate.clone(), self.after);
        let looked =
            tokio::task::spawn_blocking(move || app.certificate_happenings(&certificate, after)).await;
        match looked {
            Ok(Ok(happenings)) => {
                self.seen = Some(size);
                self.ready = happenings.into();
            }
            // Looked again soon: a listener is told late rather than not at all.
            Ok(Err(error)) => tracing::warn!(%error, "what happened to a certificate cannot be read"),
            Err(error) => tracing::error!(%error, "what happened to a certificate was not read"),
        }
        !self.ready.is_empty()
    }
}
