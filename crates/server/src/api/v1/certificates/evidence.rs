//! What the holder of a certificate brings along to be checked without a network (SUR-06).

use app::bundle::BundleMakeError;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use model::CertificateNumber;

use crate::api::v1::{blocking, bundles};
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::Named;
use crate::state::ServerState;

/// Why no evidence was given.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct EvidenceProblem(#[from] BundleMakeError);

impl Problematic for EvidenceProblem {
    fn kind(&self) -> Kind {
        bundles::kind_of(&self.0)
    }
}
responds!(EvidenceProblem);

/// The log entry that issued a certificate with the proof that the log has it (C2SP tlog-proof): with it, a bundle answers
/// for the certificate offline (`docs/bundle.md`). What happened to it since then is in the bundle.
#[utoipa::path(
    get, path = "/api/v1/certificates/{number}/evidence", tag = "certificates",
    params(("number" = String, Path, description = "its number as printed, percent-encoded", example = "DEMO-CERT-1")),
    responses(
        (status = 200, description = "the proof", body = String, content_type = "text/plain"),
        (status = 400, description = "not a number", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "nobody has issued it, as far as is known", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "the store cannot be read", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn evidence(
    State(state): State<ServerState>,
    Named(number): Named,
) -> Result<Response, Response> {
    let number: Result<CertificateNumber, _> = number.parse();
    let number = number.map_err(|error| common::PARAMETERS.because(error).into_response())?;
    let app = state.app.clone();
    let proof = blocking(move || app.evidence(&number).map_err(EvidenceProblem::from)).await?;
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    Ok((headers, proof.to_string()).into_response())
}
