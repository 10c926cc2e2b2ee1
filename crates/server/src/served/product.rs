//! GS1 Digital Link: from a trade item number on a label to the certificates about the product (CER-07).

use app::links::ProductId;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use credential::did::unescape;
use credential::untp::make::segment;
use model::{Gtin, GtinError};
use utoipa::OpenApi;

use super::kept::{NotServed, store_failed};
use super::linkset::{Linkset, NoLink, Target};
use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, responds};
use crate::request::Named;
use crate::state::ServerState;

/// Longest batch or serial number (GS1 General Specifications, section 3.4.2).
const QUALIFIER_CHARS_MAX: usize = 20;

/// Why a path leads nowhere.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProductProblem {
    /// The number is none.
    #[error(transparent)]
    Gtin(#[from] GtinError),
    /// What follows it is no qualifier.
    #[error(
        "`{0}` does not follow a trade item number: `/10/` and a batch, then `/21/` and a serial number, do"
    )]
    Qualifier(String),
    /// The store failed.
    #[error(transparent)]
    Served(#[from] NotServed),
    /// No certificate.
    #[error("no certificate on record here is about `{0}`, which says nothing about the product")]
    NoCertificate(String),
}

impl Problematic for ProductProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Gtin(_) => Kind::new(
                "gtin-malformed",
                StatusCode::BAD_REQUEST,
                "not a trade item number",
                "compare the number with the label; it has 8, 12, 13 or 14 digits, the last of which checks the others",
            ),
            Self::Qualifier(_) => Kind::new(
                "digital-link-malformed",
                StatusCode::BAD_REQUEST,
                "not a GS1 Digital Link that is read here",
                "write /01/{gtin}, /01/{gtin}/10/{batch}, /01/{gtin}/21/{serial} or both in this order",
            ),
            Self::Served(error) => error.kind(),
            Self::NoCertificate(_) => Kind::new(
                "not-on-record",
                StatusCode::NOT_FOUND,
                "no certificate on record is about this product",
                "search by model or holder with /api/v1/search?q=…; another register may know it",
            ),
        }
    }
}
responds!(ProductProblem);

/// A product by its GS1 Digital Link: a redirect to the page of its certificate, or, asked with `?linkType=linkset` or
/// `Accept: application/linkset+json`, links to every certificate about it. `/10/{batch}` and `/21/{serial}` may follow.
#[utoipa::path(
    get, path = "/01/{gtin}", operation_id = "resolve_product", tag = "credentials",
    params(
        ("gtin" = String, Path, description = "the trade item number, 8 to 14 digits", example = "04006381333931"),
        ("linkType" = Option<String>, Query, description = "`linkset`, `dcc`, `gs1:certificationInfo`, `gs1:defaultLink`, `alternate`, `describedby` or `related`")
    ),
    responses(
        (status = 200, description = "the set of links", content((Object = "application/linkset+json"), (String = "application/linkset"))),
        (status = 300, description = "several links of that type: the set of links", body = Object, content_type = "application/linkset+json"),
        (status = 307, description = "to the link; the `Link` header leads to the set"),
        (status = 400, description = "not a trade item number, or not such a link", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "no certificate, or no link of that type", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "no form of the answer is accepted", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(
    State(state): State<ServerState>,
    Named(rest): Named,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let product = read(&rest, uri.path()).map_err(ProductProblem::into_response)?;
    let base = state.base.clone();
    let set = blocking(move || links(&state, &product)).await?;
    set.answer(&base, &uri, &headers).map_err(NoLink::into_response)
}

/// The description of [`get`], whose path takes more than one segment.
#[derive(OpenApi)]
#[openapi(paths(get))]
pub(crate) struct ProductDoc;

fn links(state: &ServerState, product: &ProductId) -> Result<Linkset, ProductProblem> {
    let app = &state.app;
    let found = app.certificates_of_product(product, app.clock().today(), "en").map_err(store_failed)?;
    if found.is_empty() {
        return Err(ProductProblem::NoCertificate(product.gtin.to_string()));
    }
    let deposits = state.office.as_ref().and_then(|office| office.deposits());
    let mut targets = Vec::with_capacity(found.len());
    for certificate in found {
        let has_credential = match deposits {
            Some(deposits) => deposits.is_here(&certificate.number).map_err(store_failed)?,
            None => false,
        };
        targets.push(Target { certificate, has_credential });
    }
    Ok(Linkset::new(path_of(product), &targets))
}

/// The path of a product, with its number in full.
pub(crate) fn path_of(product: &ProductId) -> String {
    let qualifier = |code: &str, value: &Option<String>| {
        value.as_ref().map(|value| format!("/{code}/{}", segment(value))).unwrap_or_default()
    };
    let (batch, serial) = (qualifier("10", &product.batch), qualifier("21", &product.serial));
    format!("/01/{}{batch}{serial}", product.gtin)
}

/// Reads what follows `/01/`. The path is taken apart as it was sent, so that a slash in a batch stays in it.
fn read(decoded: &str, path: &str) -> Result<ProductId, ProductProblem> {
    let raw = path.strip_prefix("/01/").unwrap_or(decoded);
    // A slash at the end changes nothing.
    let mut parts = raw.strip_suffix('/').unwrap_or(raw).split('/').map(unescape);
    let mut next = || parts.next();
    let gtin: Gtin = next().flatten().unwrap_or_default().parse()?;
    let mut product = ProductId { gtin, batch: None, serial: None };
    while let Some(code) = next() {
        let code = code.unwrap_or_default();
        let wrong = || ProductProblem::Qualifier(code.chars().take(QUALIFIER_CHARS_MAX).collect());
        let value = next().flatten().filter(|value| is_qualifier(value)).ok_or_else(wrong)?;
        match code.as_str() {
            "10" if product.batch.is_none() && product.serial.is_none() => product.batch = Some(value),
            "21" if product.serial.is_none() => product.serial = Some(value),
            _ => return Err(wrong()),
        }
    }
    Ok(product)
}

/// Characters of GS1's set 82 (General Specifications, figure 7.11-1).
fn is_qualifier(value: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"!\"%&'()*+,-./_:;<=>?".contains(&byte);
    !value.is_empty() && value.len() <= QUALIFIER_CHARS_MAX && value.bytes().all(fits)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn path(rest: &str) -> Option<String> {
        read(rest, &format!("/01/{rest}")).ok().map(|product| path_of(&product))
    }

    #[test]
    fn a_digital_link_is_read_with_its_qualifiers_in_their_order() {
        let full = "/01/04006381333931";
        assert_eq!(path("4006381333931").unwrap(), full);
        assert_eq!(path("04006381333931/").unwrap(), full);
        assert_eq!(path("04006381333931/10/A%2F1/21/7").unwrap(), format!("{full}/10/A%2F1/21/7"));
        assert_eq!(path("04006381333931/21/7").unwrap(), format!("{full}/21/7"));
        for bad in [
            "",
            "04006381333932",
            "04006381333931/10",
            "04006381333931/10/",
            "04006381333931/foo",
            "04006381333931/99/x",
            "04006381333931/21/7/10/A",
            "04006381333931/10/A/10/B",
            "04006381333931/10/%00",
            "04006381333931/10/%zz",
            "04006381333931/10/..%2f..%2fetc%2fpasswd%2fand%2fmore",
            "04006381333931/10/\u{e9}",
        ] {
            assert_eq!(path(bad), None, "{bad}");
        }
    }
}
