//! An issuer's signed status list beside the record: what is withdrawn or suspended on record and not in the list, and the
//! reverse.

use std::collections::BTreeMap;

use app::deposits::{Differing, ListOnRecord, Outcome, StatusComparison, StatusFinding};
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::StatusListProblem;
use crate::api::v1::blocking;
use crate::problem::Problem;
use crate::request::NamedPair;
use crate::served::kept::{NotServed, deposits};
use crate::served::status_list::read;
use crate::state::ServerState;

/// A status list beside the record.
#[derive(Serialize, ToSchema)]
pub(crate) struct StatusListView {
    /// Where the signed list is served, and what credentials name.
    #[schema(example = "https://registry.example/status/did%3Aweb%3Abody.example/revocation")]
    url: String,
    /// The signed list, if one was handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<SignedListView>,
    /// Certificates of the issuer on record.
    certificates: u64,
    /// How many of them are withdrawn or ended (revocation), or suspended (suspension), on the day.
    on_record: u64,
    /// On record and not in the list: at most 100 of them, by their place in the list.
    not_in_list: Vec<DifferingView>,
    /// In the list and not on record: at most 100 of them.
    not_on_record: Vec<DifferingView>,
    /// What was found. Where list and record differ, the record tells what was stated and the list what its issuer signed.
    findings: Vec<StatusFindingView>,
    /// The day.
    #[schema(example = "2026-01-31")]
    on: String,
    /// Number of statements that were known.
    log_size: u64,
}

/// A signed list.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignedListView {
    /// SHA-256 of its bytes, in hexadecimal.
    sha256: String,
    /// The moment as of which it holds.
    #[schema(example = "2026-01-31T00:00:00Z")]
    as_of: String,
    /// Until when its issuer vouches for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// Name of the key that signed it.
    #[schema(example = "did:web:body.example#key-1")]
    key: String,
    /// How many entries it has.
    entries: u64,
}

/// A certificate whose bit is not what the record says.
#[derive(Serialize, ToSchema)]
pub(crate) struct DifferingView {
    /// Its place in the list.
    index: u64,
    /// Its number; absent for a place that belongs to no certificate yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
}

/// One respect in which a list was looked at.
#[derive(Serialize, ToSchema)]
pub(crate) struct StatusFindingView {
    /// `status-list.deposited`, `status-list.key-in-force`, `status-list.in-time`, `status-list.has-what-is-on-record` or
    /// `status-list.has-nothing-else`.
    #[schema(value_type = String)]
    id: &'static str,
    /// `met` or `not_met`.
    #[schema(value_type = String)]
    outcome: Outcome,
    /// What was compared.
    facts: BTreeMap<&'static str, String>,
}

/// An issuer's status list beside the record, with the difference.
#[utoipa::path(
    get, path = "/api/v1/status-lists/{issuer}/{purpose}", operation_id = "get_status_list", tag = "credentials",
    params(
        ("issuer" = String, Path, description = "the issuer, percent-encoded", example = "did:web:body.example"),
        ("purpose" = String, Path, description = "`revocation` or `suspension`", example = "revocation")
    ),
    responses(
        (status = 200, description = "list and record", body = StatusListView),
        (status = 400, description = "not a party, or no such purpose", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "no such party", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "too many certificates for an answer", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "this server keeps no documents", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    NamedPair(issuer, purpose): NamedPair,
) -> Result<Response, Response> {
    let (issuer, purpose) = read(&issuer, &purpose).map_err(NotServed::into_response)?;
    let deposits = deposits(&state).map_err(NotServed::into_response)?;
    let compared =
        blocking(move || deposits.compare_status(&issuer, purpose).map_err(StatusListProblem)).await?;
    let headers = [(header::CACHE_CONTROL, "no-cache")];
    Ok((headers, Json(StatusListView::from(compared.as_ref()))).into_response())
}

impl From<&StatusComparison> for StatusListView {
    fn from(found: &StatusComparison) -> Self {
        let differing = |all: &[Differing]| all.iter().map(DifferingView::from).collect();
        Self {
            url: found.url.clone(),
            list: found.list.as_ref().map(SignedListView::from),
            certificates: found.certificates,
            on_record: found.on_record,
            not_in_list: differing(&found.not_in_list),
            not_on_record: differing(&found.not_on_record),
            findings: found.findings.iter().map(StatusFindingView::from).collect(),
            on: found.on.to_string(),
            log_size: found.log_size,
        }
    }
}

impl From<&ListOnRecord> for SignedListView {
    fn from(list: &ListOnRecord) -> Self {
        let ListOnRecord { sha256, as_of, until, key, entries } = list.clone();
        Self { sha256, as_of, until, key, entries }
    }
}

impl From<&Differing> for DifferingView {
    fn from(differing: &Differing) -> Self {
        Self { index: differing.index, number: differing.number.clone() }
    }
}

impl From<&StatusFinding> for StatusFindingView {
    fn from(finding: &StatusFinding) -> Self {
        Self { id: finding.id, outcome: finding.outcome, facts: finding.facts.clone() }
    }
}
