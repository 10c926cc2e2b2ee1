//! The credential of a certificate as the register would have it signed: for its issuer, who alone may sign it.

use app::credentials::CredentialError;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use credential::untp::make::Base;
use model::CertificateNumber;

use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request::Named;
use crate::state::ServerState;

/// Why a credential was not made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UnsignedProblem {
    /// Not a number.
    #[error("`{0}` is no number of a certificate")]
    Number(String),
    /// See the source.
    #[error(transparent)]
    Credential(#[from] CredentialError),
}

impl Problematic for UnsignedProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Number(_) => Kind::new(
                "identifier-malformed",
                StatusCode::BAD_REQUEST,
                "not such an identifier",
                "write the number as printed, percent-encoded in the path",
            ),
            Self::Credential(CredentialError::NoSuchCertificate(_)) => Kind::new(
                "not-on-record",
                StatusCode::NOT_FOUND,
                "not on record",
                "search with /api/v1/search?q=…; percent-encode slashes and spaces in numbers",
            ),
            Self::Credential(CredentialError::Store(_)) => common::STORE,
            Self::Credential(_) => common::INTERNAL,
        }
    }
}
responds!(UnsignedProblem);

/// The UNTP Digital Conformity Credential 0.7.0 of a certificate, NOT SIGNED: nobody vouches for it. Its issuer signs it,
/// states the digest in a certificate act, and hands the signed document in at `/api/v1/credentials`.
#[utoipa::path(
    get, path = "/api/v1/certificates/{number}/credential", operation_id = "get_unsigned_credential", tag = "credentials",
    params(("number" = String, Path, description = "its number as printed, percent-encoded", example = "DEMO-CERT-1")),
    responses(
        (status = 200, description = "the credential without a signature", body = Object, content_type = "application/vc"),
        (status = 400, description = "not a number", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "nobody has issued it, as far as is known", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn credential(
    State(state): State<ServerState>,
    Named(number): Named,
) -> Result<Response, Response> {
    let parsed: CertificateNumber = number
        .parse()
        .map_err(|_| UnsignedProblem::Number(number.chars().take(80).collect()).into_response())?;
    let made = move || state.app.credential_of(&parsed, Base(&state.base)).map_err(UnsignedProblem::from);
    let (credential, _) = blocking(made).await?;
    Ok(unsigned(&credential.to_string()))
}

/// A document that nobody signed: it says so in the name under which it is kept, and is asked for anew each time.
pub(crate) fn unsigned(document: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/vc"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"unsigned.json\""),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, document.to_owned()).into_response()
}
