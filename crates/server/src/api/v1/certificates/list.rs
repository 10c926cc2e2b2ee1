//! Certificates in the order of their issue, or those linked to a party, standard, act or instrument (CER-07).

use app::lookup::CertificateFilter;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::blocking;
use crate::api::v1::records::{AsOfView, LookupProblem};
use crate::problem::{Problem, common};
use crate::request::{Parameters, WhenParameters};
use crate::state::ServerState;

/// Certificates in a page, unless fewer are asked for.
const LIMIT: usize = 50;

/// Which certificates. At most one of the links is given.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListParameters {
    /// Issued by this party.
    issuer: Option<String>,
    /// Held by this party, now or before.
    holder: Option<String>,
    /// Stating conformity to this edition of a standard.
    standard: Option<String>,
    /// Stating conformity to this regulation or objective.
    act: Option<String>,
    /// Resting on this accreditation, annex or designation.
    basis: Option<String>,
    /// Resting on a report of this laboratory.
    laboratory: Option<String>,
    /// Transferred to this body.
    responsible: Option<String>,
    /// About a product with this trade item number (GS1), in any of its lengths.
    gtin: Option<String>,
    /// After this sequence number.
    after: Option<u64>,
    /// At most so many, and at most 200.
    limit: Option<usize>,
    /// The day, such as `2026-01-31`; absent: today (UTC).
    on: Option<String>,
    /// The last position of the log that is known; absent: everything known now.
    known_at: Option<u64>,
}

/// A page of certificates.
#[derive(Serialize, ToSchema)]
pub(crate) struct Certificates {
    /// The certificates, in the order of their issue.
    items: Vec<CertificateRow>,
    /// Give this as `after` to go on; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u64>,
    /// As of when.
    as_of: AsOfView,
}

/// A certificate in a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct CertificateRow {
    /// Count of all certificates issued before it.
    sequence: u64,
    /// Its number.
    number: String,
    /// Who issued it.
    issuer: String,
    /// Who holds it on the day.
    holder: String,
    /// Its own standing on the day.
    #[schema(value_type = String, example = "in_force")]
    status: &'static str,
    /// Position of the statement that issued it.
    statement: u64,
}

/// Certificates in the order of their issue.
#[utoipa::path(
    get, path = "/api/v1/certificates", tag = "certificates", params(ListParameters),
    responses(
        (status = 200, description = "a page of certificates", body = Certificates),
        (status = 400, description = "parameters malformed, or more than one link", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`known_at` lies in the future", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn list(
    State(state): State<ServerState>,
    Parameters(asked): Parameters<ListParameters>,
) -> Result<Response, Response> {
    let when = WhenParameters { on: asked.on.clone(), known_at: asked.known_at };
    let when = when.read().map_err(Problem::into_response)?;
    let limit = asked.limit.unwrap_or(LIMIT);
    let filter = asked.filter(limit).map_err(Problem::into_response)?;
    let app = state.app.clone();
    let (rows, as_of) = blocking(move || app.certificates(&filter, when).map_err(LookupProblem)).await?;
    let items: Vec<_> = rows
        .into_iter()
        .map(|row| CertificateRow {
            sequence: row.sequence,
            number: row.number,
            issuer: row.issuer,
            holder: row.holder,
            status: row.status,
            statement: row.issued_at.0,
        })
        .collect();
    // A page that is not full is the last one.
    let next = items.last().filter(|_| items.len() >= limit.clamp(1, 200)).map(|row| row.sequence);
    Ok(Json(Certificates { items, next, as_of: as_of.into() }).into_response())
}

impl ListParameters {
    fn filter(self, limit: usize) -> Result<CertificateFilter, Problem> {
        let links = [
            ("issuer", self.issuer),
            ("holder", self.holder),
            ("standard", self.standard),
            ("act", self.act),
            ("basis", self.basis),
            ("laboratory", self.laboratory),
            ("responsible", self.responsible),
            ("gtin", self.gtin),
        ];
        let mut given = links.into_iter().filter_map(|(kind, to)| Some((kind.to_owned(), to?)));
        let link = given.next();
        if let Some((second, _)) = given.next() {
            return Err(
                common::PARAMETERS.because(format!("`{second}` stands beside another link; give one"))
            );
        }
        Ok(CertificateFilter { link, after: self.after, limit })
    }
}
