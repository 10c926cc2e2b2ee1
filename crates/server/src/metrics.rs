//! Figures for Prometheus.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

use crate::problem::common;
use crate::state::ServerState;

const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    path: String,
    method: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    path: String,
}

/// All figures.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Asked, Histogram, fn() -> Histogram>,
    log_size: Gauge,
    /// Decisions given, alone and in streams.
    pub(crate) decisions: Counter,
    /// Statements logged, or answered with their first receipt.
    pub(crate) statements: Counter,
    /// Statements refused.
    pub(crate) refused: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("comity");
        // From 0.1 milliseconds to some 26 seconds.
        let buckets: fn() -> Histogram = || Histogram::new(exponential_buckets(0.000_1, 4.0, 10));
        let metrics = Self {
            requests: Family::default(),
            seconds: Family::new_with_constructor(buckets),
            log_size: Gauge::default(),
            decisions: Counter::default(),
            statements: Counter::default(),
            refused: Counter::default(),
            registry: Registry::default(),
        };
        registry.register("requests", "Requests by path, method and status", metrics.requests.clone());
        registry.register("request_seconds", "Time until the answer began", metrics.seconds.clone());
        registry.register("log_size", "Statements in the log", metrics.log_size.clone());
        registry.register("decisions", "Decisions given", metrics.decisions.clone());
        registry.register("statements", "Statements acknowledged", metrics.statements.clone());
        registry.register("statements_refused", "Statements refused", metrics.refused.clone());
        Self { registry, ..metrics }
    }
}

/// A request that is under way.
pub(crate) struct Begun {
    path: String,
    method: &'static str,
    at: Instant,
}

impl Metrics {
    /// Notes a request under the path of its route, so that the number of labels is bounded.
    pub(crate) fn begin(request: &Request) -> Begun {
        let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
        // Anybody may invent a method; only the known ones become labels.
        let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];
        let method = known.into_iter().find(|known| *known == request.method().as_str()).unwrap_or("other");
        Begun { path: path.unwrap_or_else(|| "none".to_owned()), method, at: Instant::now() }
    }

    /// Counts it, now that its answer begins.
    pub(crate) fn end(&self, begun: Begun, status: u16) {
        let Begun { path, method, at } = begun;
        self.seconds.get_or_create(&Asked { path: path.clone() }).observe(at.elapsed().as_secs_f64());
        self.requests.get_or_create(&Answered { path, method, status }).inc();
    }
}

/// Figures for Prometheus, in the OpenMetrics text format.
#[utoipa::path(
    get, path = "/metrics", tag = "operation",
    responses((status = 200, description = "the figures", body = String, content_type = "application/openmetrics-text"))
)]
pub(crate) async fn metrics(State(state): State<ServerState>) -> Response {
    let size = state.app.state().size();
    state.metrics.log_size.set(i64::try_from(size).unwrap_or(i64::MAX));
    let mut text = String::new();
    match encode(&mut text, &state.metrics.registry) {
        Ok(()) => ([(header::CONTENT_TYPE, CONTENT_TYPE)], text).into_response(),
        Err(error) => common::INTERNAL.because(error).into_response(),
    }
}
