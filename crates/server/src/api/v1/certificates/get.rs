//! One certificate: its standing on a day and its history, for whoever holds it in hand (CER-01).

use app::lookup::{CertificateView as Found, HistoryEvent};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::api::v1::blocking;
use crate::api::v1::records::{AsOfView, LookupProblem, tagged};
use crate::problem::Problem;
use crate::request::{Named, Parameters, WhenParameters};
use crate::state::ServerState;

/// A certificate with its standing on a day and its history.
#[derive(Serialize, ToSchema)]
pub(crate) struct CertificateView {
    /// Its number.
    #[schema(example = "DEMO-CERT-1")]
    number: String,
    /// Who issued it.
    issuer: String,
    /// Who holds it on the day.
    holder: String,
    /// Who is responsible for it on the day: the issuer, or the body to which it was transferred.
    responsible: String,
    /// `in_force`, `not_yet_in_force`, `expired`, `suspended`, `withdrawn` or `ended`: its own standing. Whether a
    /// country recognises it, a decision says.
    #[schema(value_type = String, example = "in_force")]
    status: &'static str,
    /// Its content on the day, in the form of the act, products and acts after reductions of scope.
    #[schema(value_type = Object)]
    content: Value,
    /// Position of the statement that issued it.
    statement: u64,
    /// Who reported it, when the issuer did not sign it.
    #[serde(skip_serializing_if = "Option::is_none")]
    reported_by: Option<String>,
    /// What happened to it, by day.
    history: Vec<EventView>,
    /// Other certificates that name the same document and were logged earlier.
    same_document: Vec<String>,
    /// As of when.
    as_of: AsOfView,
}

/// One event in the life of a certificate.
#[derive(Serialize, ToSchema)]
pub(crate) struct EventView {
    /// The day on which it takes effect.
    #[schema(example = "2026-01-31")]
    on: String,
    /// `issued`, `amended`, `scope_reduced`, `suspended`, `restored`, `withdrawn`, `expired`, `holder_changed` or
    /// `transferred`.
    #[schema(value_type = String, example = "suspended")]
    event: &'static str,
    /// Position of the statement.
    statement: u64,
    /// Why, as stated.
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
    /// Whether a recorder reported it and the issuer did not sign it.
    reported: bool,
    /// What was stated, in the form of the act.
    #[schema(value_type = Object)]
    content: Value,
}

/// One certificate with its history.
#[utoipa::path(
    get, path = "/api/v1/certificates/{number}", tag = "certificates",
    params(("number" = String, Path, description = "its number as printed, percent-encoded", example = "DEMO-CERT-1"), WhenParameters),
    responses(
        (status = 200, description = "the certificate", body = CertificateView),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "not a number, or parameters malformed", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "nobody has issued it, as far as is known", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`known_at` lies in the future", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(number): Named,
    Parameters(when): Parameters<WhenParameters>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let when = when.read().map_err(Problem::into_response)?;
    let app = state.app.clone();
    let found = blocking(move || app.certificate(&number, when).map_err(LookupProblem)).await?;
    let as_of = found.as_of.clone();
    Ok(tagged(&headers, &as_of, || Json(CertificateView::from(found)).into_response()))
}

impl From<Found> for CertificateView {
    fn from(found: Found) -> Self {
        Self {
            number: found.number,
            issuer: found.issuer,
            holder: found.holder,
            responsible: found.responsible,
            status: found.status,
            content: found.content,
            statement: found.issued_at.0,
            reported_by: found.reported_by,
            history: found.history.into_iter().map(EventView::from).collect(),
            same_document: found.same_document.into_iter().map(|(number, _)| number).collect(),
            as_of: found.as_of.into(),
        }
    }
}

impl From<HistoryEvent> for EventView {
    fn from(event: HistoryEvent) -> Self {
        Self {
            on: event.on.to_string(),
            event: event.event,
            statement: event.at.0,
            reason: event.reason,
            reported: event.reported,
            content: event.content,
        }
    }
}
