//! The resolver of a certificate's number: the address in the code on a printed certificate.

use app::links::ProductId;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse as _, Response};
use credential::untp::make::segment;
use model::CertificateNumber;

use super::credential::short;
use super::kept::{NotServed, store_failed};
use super::linkset::{Linkset, NoLink, Target};
use crate::api::v1::blocking;
use crate::problem::Problem;
use crate::request::Named;
use crate::state::ServerState;

/// A certificate by its number: a redirect to its page, or, asked with `?linkType=linkset` or
/// `Accept: application/linkset+json`, links to everything that is on record about it.
#[utoipa::path(
    get, path = "/certificates/{number}", operation_id = "resolve_certificate", tag = "credentials",
    params(
        ("number" = String, Path, description = "its number as printed, percent-encoded", example = "DEMO-CERT-1"),
        ("linkType" = Option<String>, Query, description = "`linkset`, `dcc`, `gs1:certificationInfo`, `gs1:defaultLink`, `alternate`, `describedby` or `related`")
    ),
    responses(
        (status = 200, description = "the set of links", content((Object = "application/linkset+json"), (String = "application/linkset"))),
        (status = 307, description = "to the link; the `Link` header leads to the set"),
        (status = 400, description = "not a number", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "nobody has issued it, or no link of that type", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "no form of the answer is accepted", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(name): Named,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let number: CertificateNumber =
        name.parse().map_err(|_| NotServed::Identifier(short(&name)).into_response())?;
    let base = state.base.clone();
    let set = blocking(move || links(&state, &number)).await?;
    set.answer(&base, &uri, &headers).map_err(NoLink::into_response)
}

fn links(state: &ServerState, number: &CertificateNumber) -> Result<Linkset, NotServed> {
    let app = &state.app;
    let found = app.linked_certificate(number, app.clock().today(), "en").map_err(store_failed)?;
    let certificate = found.ok_or_else(|| NotServed::NoCertificate(number.to_string()))?;
    let deposits = state.office.as_ref().and_then(|office| office.deposits());
    let has_credential = match deposits {
        Some(deposits) => deposits.is_here(number).map_err(store_failed)?,
        None => false,
    };
    let products = certificate.gtins.clone();
    let mut set = Linkset::new(path_of(number), &[Target { certificate, has_credential }]);
    for gtin in products {
        set.add_product(&ProductId { gtin, batch: None, serial: None });
    }
    Ok(set)
}

/// The path of a certificate at the resolver.
pub(crate) fn path_of(number: &CertificateNumber) -> String {
    format!("/certificates/{}", segment(number.as_str()))
}
