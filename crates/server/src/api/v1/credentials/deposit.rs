//! Handing in a signed document: the credential of a certificate, an issuer's status list, an identity anchor.
//!
//! Nobody logs in: the digest on record, or the signature, says whether it belongs here.

use app::deposits::{DEPOSIT_BYTES_MAX, DepositError, Deposited, Taken};
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::request;
use crate::served::kept::{NotServed, deposits};
use crate::state::ServerState;

/// A document may end with a line feed.
const BODY_BYTES_MAX: usize = DEPOSIT_BYTES_MAX + 2;
/// What a document may be called by who sends it.
const MEDIA_TYPES: &[&str] = &["application/vc+jwt", "application/vc", "application/json"];

/// Why a document was not taken.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct DepositProblem(#[from] DepositError);

impl Problematic for DepositProblem {
    fn kind(&self) -> Kind {
        let refused = |name, title, next_step| Kind::new(name, StatusCode::FORBIDDEN, title, next_step);
        match &self.0 {
            DepositError::Read(_) | DepositError::NoCredential(_) => Kind::new(
                "document-malformed",
                StatusCode::BAD_REQUEST,
                "not a signed credential",
                "send the `vc+jwt`, or the credential in JSON with its proof; `comity credential show` tells what is wrong with it",
            ),
            DepositError::DigestNotOnRecord(_) => refused(
                "digest-not-on-record",
                "no certificate act names this document",
                "the issuer states the digest as `credential_sha256` in a certificate act; then hand the same bytes in again",
            ),
            DepositError::Signature(_) => refused(
                "signature-not-good",
                "the signature is not one that counts here",
                "sign with a key of the issuer that is in force on record: /api/v1/parties/{id}/did.json lists them",
            ),
            DepositError::UnknownIssuer(_) | DepositError::OtherIssuer { .. } => refused(
                "other-issuer",
                "signed by another party than the one concerned",
                "a status list is signed by the issuer of its certificates, an identity anchor by the registrar",
            ),
            DepositError::List(_) => Kind::new(
                "list-malformed",
                StatusCode::BAD_REQUEST,
                "not a status list that can be used",
                "begin with the unsigned list at /api/v1/status-lists/{issuer}/{purpose}/unsigned",
            ),
            DepositError::Address { .. } => refused(
                "list-elsewhere",
                "the list belongs to another address",
                "begin with the unsigned list at /api/v1/status-lists/{issuer}/{purpose}/unsigned, whose address is right",
            ),
            DepositError::OutOfTime => refused(
                "out-of-time",
                "outside the time for which it was signed",
                "sign a new one; compare the clock of the signing machine",
            ),
            DepositError::Older { .. } => Kind::new(
                "older-than-kept",
                StatusCode::CONFLICT,
                "a document as new or newer stands here",
                "sign one with a later `validFrom`; the one that stands was not touched",
            ),
            DepositError::File(_) | DepositError::Store(_) => common::STORE,
        }
    }
}
responds!(DepositProblem);

/// A document that was taken.
#[derive(Serialize, ToSchema)]
pub(crate) struct DepositView {
    /// `certificate`, `status_list` or `anchor`.
    #[schema(value_type = String, example = "certificate")]
    kind: &'static str,
    /// The number of the certificate, the issuer of the list, or the party of the anchor.
    #[schema(example = "DEMO-CERT-1")]
    of: String,
    /// Of a list: `revocation` or `suspension`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    purpose: Option<&'static str>,
    /// SHA-256 by which the register knows it, in hexadecimal.
    sha256: String,
    /// Where it is served.
    #[schema(example = "https://registry.example/credentials/DEMO-CERT-1")]
    url: String,
    /// Where it is served for ever.
    by_hash: String,
}

/// Hands in a signed document, at most 256 kB. The credential of a certificate is taken when an act on record names its
/// digest; a status list when its issuer signed it with a key in force; an identity anchor when the registrar did. The same
/// document again is taken again.
#[utoipa::path(
    post, path = "/api/v1/credentials", operation_id = "deposit_credential", tag = "credentials",
    request_body(
        description = "a token (`vc+jwt`), an envelope around one, or a credential in JSON with its proof",
        content((String = "application/vc+jwt"), (Object = "application/vc"), (Object = "application/json"))
    ),
    responses(
        (status = 201, description = "taken; `Location` is where it is served", body = DepositView),
        (status = 400, description = "not a signed credential", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "no act names it, or it is not signed by whom it concerns", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "one as new or newer stands", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "too large", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "another media type", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "this server keeps no documents", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn deposit(
    State(state): State<ServerState>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Response> {
    request::expect(&headers, MEDIA_TYPES).map_err(Problem::into_response)?;
    let deposits = deposits(&state).map_err(NotServed::into_response)?;
    let body = request::body(body, BODY_BYTES_MAX).await.map_err(Problem::into_response)?;
    let taken = blocking(move || deposits.take(&body).map_err(DepositProblem)).await?;
    let view = DepositView::new(taken, &state.base);
    let location = [(header::LOCATION, view.url.clone())];
    Ok((StatusCode::CREATED, location, Json(view)).into_response())
}

impl DepositView {
    fn new(taken: Deposited, base: &str) -> Self {
        let (kind, of, purpose) = match taken.what {
            Taken::Certificate(number) => ("certificate", number, None),
            Taken::StatusList { issuer, purpose } => ("status_list", issuer, Some(purpose)),
            Taken::Anchor(party) => ("anchor", party, None),
        };
        Self {
            kind,
            of,
            purpose,
            url: format!("{base}{}", taken.path),
            by_hash: format!("{base}/credentials/{}", taken.sha256),
            sha256: taken.sha256,
        }
    }
}
