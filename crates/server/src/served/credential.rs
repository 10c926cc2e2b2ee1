//! A signed credential: by its hash, or at the address that is its identifier, by the number of its certificate (CER-01).

use app::documents::parse_sha256;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use credential::untp::make::segment;
use model::CertificateNumber;

use super::kept::{
    ASK_AGAIN, FOR_EVER, JSON, NotServed, TOKEN, deposits, of_certificate, respond, store_failed,
};
use super::negotiate::{names, preferred};
use crate::api::v1::blocking;
use crate::portal::preferred_language;
use crate::problem::Problem;
use crate::request::Named;
use crate::state::ServerState;

/// A signed credential, as its issuer handed it in. A browser that asks by number is led to the page of the certificate.
#[utoipa::path(
    get, path = "/credentials/{name}", operation_id = "get_signed_credential", tag = "credentials",
    params(("name" = String, Path, description = "SHA-256 of the document in hexadecimal, or the number of the certificate, percent-encoded", example = "DEMO-CERT-1")),
    responses(
        (status = 200, description = "the document, byte for byte; a token in its envelope where JSON alone is accepted",
            content((String = "application/vc+jwt"), (Object = "application/vc"))),
        (status = 303, description = "a browser is led to the page of the certificate"),
        (status = 304, description = "the caller has it already (`If-None-Match`)"),
        (status = 400, description = "neither a hash nor a number", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "not handed in, named by no act, or nobody has issued the certificate", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "none of its forms is accepted", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "this server keeps no documents", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(name): Named,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let deposits = deposits(&state).map_err(NotServed::into_response)?;
    if let Some(sha256) = parse_sha256(&name) {
        let by_hash = deposits.clone();
        let kept = blocking(move || by_hash.by_sha256(&sha256).map_err(store_failed)).await?;
        if let Some(kept) = kept {
            return respond(kept, &headers, FOR_EVER).map_err(NotServed::into_response);
        }
    }
    let number: CertificateNumber =
        name.parse().map_err(|_| NotServed::Identifier(short(&name)).into_response())?;
    // Where a browser says that it reads pages, and does not ask for the document itself.
    if names(&headers, "text/html") && preferred(&headers, &[TOKEN, JSON, "text/html"]) == Some("text/html") {
        return Ok(to_page(&name, &headers));
    }
    let found = blocking(move || deposits.of_certificate(&number).map_err(store_failed)).await?;
    let missing_hash = parse_sha256(&name).map(|_| NotServed::NoSuchHash(name.clone()));
    let kept = match (of_certificate(found, &name), missing_hash) {
        (Err(NotServed::NoCertificate(_)), Some(missing)) => Err(missing),
        (found, _) => found,
    };
    kept.and_then(|kept| respond(kept, &headers, ASK_AGAIN)).map_err(NotServed::into_response)
}

fn to_page(number: &str, headers: &HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let language = preferred_language(accepted.unwrap_or_default()).code();
    let page = format!("/{language}/certificates/{}", segment(number));
    (StatusCode::SEE_OTHER, [(header::LOCATION, page), (header::VARY, "accept, accept-language".to_owned())])
        .into_response()
}

pub(super) fn short(text: &str) -> String {
    text.chars().take(80).collect()
}
