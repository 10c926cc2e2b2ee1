//! `GET /api/v1/events`: what happens to a certificate, or changes the answer to a line, as server-sent events (CER-02, CER-07).

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use app::border::StoreError;
use app::border::events::{EventId, EventIdError};
use app::border::lines::{Line, LineError};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures::stream;
use model::CertificateNumber;
use serde::{Deserialize, Serialize};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::lines::{kind_of, lines_of};
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
    Line(#[from] LineError),
    #[error("name one thing to be told of: `certificate`, or `line`")]
    About,
    #[error(transparent)]
    After(#[from] EventIdError),
    #[error("{LISTENERS_MAX} listen already")]
    TooMany,
}

impl Problematic for ListenProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Certificate(_) | Self::About | Self::After(_) => common::PARAMETERS,
            Self::Line(error) => kind_of(error),
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
    certificate: Option<String>,
    /// Or a line of a declaration as at `/api/v1/lines`, as JSON. Name its day with `on`: absent, it is today's.
    line: Option<String>,
    /// After this event; the header `Last-Event-ID` says the same and comes first. Absent: everything; of a line, how it
    /// stands now.
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

/// Tells what happens to a certificate, or what changes the answer to a line (`outcome`, or what is advised): first what
/// happened after the event that is named, then what happens from now on, in the order of the log. `id` is the event's place in
/// the log; whoever comes back with it misses nothing.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "border", params(ListenParameters),
    responses(
        (status = 200, description = "server-sent events of type `certificate`; or `line`, whose data is the line with `outcome`, `treatment`, `reasons`, `former` and `statement`", body = HappeningSchema, content_type = "text/event-stream"),
        (status = 400, description = "no certificate, or no event", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "too many listen", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn listen(
    State(state): State<ServerState>,
    headers: HeaderMap,
    Parameters(asked): Parameters<ListenParameters>,
) -> Result<Response, Response> {
    let about = about(&state, &asked).map_err(ListenProblem::into_response)?;
    let header = headers.get(LAST_EVENT_ID).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let after = header.or(asked.after).filter(|after| !after.is_empty());
    let after = after.map(|after| after.parse::<EventId>()).transpose();
    let after = after.map_err(|error| ListenProblem::After(error).into_response())?;
    let place = Arc::clone(&state.listeners).try_acquire_owned();
    let place = place.map_err(|_| ListenProblem::TooMany.into_response())?;
    let listening =
        Listening { state: state.clone(), about, after, seen: None, ready: VecDeque::new(), _place: place };
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

/// What is listened to.
#[derive(Clone)]
enum About {
    Certificate(CertificateNumber),
    Line(Box<Line>),
}

impl About {
    /// Whether a look gives all that happened, and not the next alone.
    fn is_told_whole(&self) -> bool {
        matches!(self, Self::Certificate(_))
    }
}

fn about(state: &ServerState, asked: &ListenParameters) -> Result<About, ListenProblem> {
    match (&asked.certificate, &asked.line) {
        (Some(certificate), None) => Ok(About::Certificate(certificate.parse()?)),
        (None, Some(line)) => {
            let line = Line::parse(line.as_bytes())?;
            Ok(About::Line(Box::new(lines_of(state).fixed(line))))
        }
        _ => Err(ListenProblem::About),
    }
}

/// An event, ready to be told.
struct Happening {
    id: EventId,
    kind: &'static str,
    data: String,
}

impl Happening {
    fn new(id: EventId, kind: &'static str, data: &impl Serialize) -> Self {
        // Texts and numbers: writing them cannot fail.
        Self { id, kind, data: serde_json::to_string(data).unwrap_or_default() }
    }
}

/// What happened after an event, in the order of the log: of a line the next change alone.
fn happened(
    state: &ServerState,
    about: &About,
    after: Option<EventId>,
) -> Result<VecDeque<Happening>, StoreError> {
    match about {
        About::Certificate(number) => {
            let happened = state.app.certificate_happenings(number, after)?;
            Ok(happened.iter().map(|one| Happening::new(one.id(), "certificate", one)).collect())
        }
        About::Line(line) => {
            let lines = lines_of(state);
            let next = lines.next_change(line, after.map(|after| after.at))?;
            let told = next.map(|at| {
                lines.happening(line, at).map(|one| Happening::new(EventId { at, item: 0 }, "line", &one))
            });
            told.into_iter().collect()
        }
    }
}

struct Listening {
    state: ServerState,
    about: About,
    /// The last event that was told.
    after: Option<EventId>,
    /// Size of the log at which it was looked last.
    seen: Option<u64>,
    ready: VecDeque<Happening>,
    _place: OwnedSemaphorePermit,
}

impl Listening {
    /// The next event, whenever it comes.
    async fn next(&mut self) -> Event {
        loop {
            if let Some(Happening { id, kind, data }) = self.ready.pop_front() {
                self.after = Some(id);
                return Event::default().event(kind).id(id.to_string()).data(data);
            }
            let size = self.state.app.state().size();
            if self.seen == Some(size) || !self.look(size).await {
                tokio::time::sleep(EVERY).await;
            }
        }
    }

    /// Looks what happened up to a size of the log; whether anything did.
    async fn look(&mut self, size: u64) -> bool {
        let (state, about, after) = (self.state.clone(), self.about.clone(), self.after);
        let looked = tokio::task::spawn_blocking(move || happened(&state, &about, after)).await;
        match looked {
            Ok(Ok(happenings)) => {
                // After a change of a line there may be a further one.
                self.seen = Some(size).filter(|_| happenings.is_empty() || self.about.is_told_whole());
                self.ready = happenings;
            }
            // Looked again soon: a listener is told late rather than not at all.
            Ok(Err(error)) => tracing::warn!(%error, "what happened cannot be read"),
            Err(error) => tracing::error!(%error, "what happened was not read"),
        }
        !self.ready.is_empty()
    }
}
