//! A signed document that is kept, as a response; and why there is none.

use app::deposits::{CertificateDocument, Deposits, Kept};
use app::documents::DocumentKind;
use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use credential::document::envelope;

use super::negotiate::preferred;
use crate::problem::{Kind, Problematic, common, responds};
use crate::state::ServerState;

/// What stands under a hash never changes.
pub(super) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// What stands under a name may be replaced: whoever has it asks whether it still stands.
pub(super) const ASK_AGAIN: &str = "no-cache";
/// A token.
pub(super) const TOKEN: &str = "application/vc+jwt";
/// A credential in JSON.
pub(super) const JSON: &str = "application/vc";

/// Why a signed document is not served.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotServed {
    /// This server keeps none.
    #[error("this server keeps no signed documents")]
    NoDeposits,
    /// No such hash.
    #[error("no signed document with SHA-256 `{0}` was handed in here")]
    NoSuchHash(String),
    /// Nobody has issued the certificate.
    #[error("nobody has issued a certificate `{0}`, as far as is known here")]
    NoCertificate(String),
    /// No act names a document.
    #[error("no act names a signed document for the certificate `{0}`")]
    NotNamed(String),
    /// It was not handed in.
    #[error("the signed document of `{number}` (SHA-256 {sha256}) was not handed in here")]
    NotHere {
        /// The certificate.
        number: String,
        /// The digest on record.
        sha256: String,
    },
    /// No list, or no anchor.
    #[error("no signed {what} of `{of}` was handed in here")]
    NotDeposited {
        /// What is missing.
        what: &'static str,
        /// Whose.
        of: String,
    },
    /// The name is none.
    #[error("`{0}` is not such an identifier")]
    Identifier(String),
    /// The store failed.
    #[error("{0}")]
    Store(String),
    /// None of the forms asked for.
    #[error("the document is a signed credential, and the request accepts none of its forms")]
    NotAcceptable,
}

impl Problematic for NotServed {
    fn kind(&self) -> Kind {
        match self {
            Self::NoDeposits => Kind::new(
                "keeps-no-documents",
                StatusCode::SERVICE_UNAVAILABLE,
                "this server keeps no signed documents",
                "ask the issuer, or the server that keeps documents for this register",
            ),
            Self::NoSuchHash(_) => Kind::new(
                "document-not-here",
                StatusCode::NOT_FOUND,
                "no such signed document",
                "ask by the number of the certificate, /credentials/{number}, or ask the issuer",
            ),
            Self::NoCertificate(_) => Kind::new(
                "not-on-record",
                StatusCode::NOT_FOUND,
                "not on record",
                "search with /api/v1/search?q=…; percent-encode slashes and spaces in numbers",
            ),
            Self::NotNamed(_) => Kind::new(
                "no-document-named",
                StatusCode::NOT_FOUND,
                "no act names a signed document",
                "fetch what its issuer would sign at /api/v1/certificates/{number}/credential; once an act states the digest, the issuer hands the signed document in at /api/v1/credentials",
            ),
            Self::NotHere { .. } => Kind::new(
                "document-not-here",
                StatusCode::NOT_FOUND,
                "the signed document was not handed in",
                "ask its issuer for it; anybody who has it may hand it in at /api/v1/credentials",
            ),
            Self::NotDeposited { .. } => Kind::new(
                "document-not-here",
                StatusCode::NOT_FOUND,
                "the signed document was not handed in",
                "ask the party for it; what is on record stands at /api/v1/status-lists and /api/v1/parties",
            ),
            Self::Identifier(_) => Kind::new(
                "identifier-malformed",
                StatusCode::BAD_REQUEST,
                "not such an identifier",
                "write it percent-encoded in the path, as in the credential",
            ),
            Self::Store(_) => common::STORE,
            Self::NotAcceptable => Kind::new(
                "not-acceptable",
                StatusCode::NOT_ACCEPTABLE,
                "no form of the document is accepted",
                "ask with `Accept: application/vc+jwt`, or `application/vc` for JSON",
            ),
        }
    }
}
responds!(NotServed);

/// The documents of a server.
pub(crate) fn deposits(state: &ServerState) -> Result<Deposits, NotServed> {
    let office = state.office.as_ref().ok_or(NotServed::NoDeposits)?;
    office.deposits().cloned().ok_or(NotServed::NoDeposits)
}

/// The document of a certificate, or why it is not served.
pub(super) fn of_certificate(found: CertificateDocument, number: &str) -> Result<Kept, NotServed> {
    let number = number.to_owned();
    match found {
        CertificateDocument::NoCertificate => Err(NotServed::NoCertificate(number)),
        CertificateDocument::NotNamed => Err(NotServed::NotNamed(number)),
        CertificateDocument::NotHere { sha256 } => Err(NotServed::NotHere { number, sha256 }),
        CertificateDocument::Here(kept) => Ok(kept),
    }
}

/// The response: the bytes as they came, or a token in its envelope for whoever reads JSON alone.
pub(super) fn respond(kept: Kept, headers: &HeaderMap, cache: &'static str) -> Result<Response, NotServed> {
    let offers: &[&str] = match kept.kind {
        DocumentKind::Token => &[TOKEN, JSON, "application/json"],
        _ => &[JSON, "application/json"],
    };
    let chosen = preferred(headers, offers).ok_or(NotServed::NotAcceptable)?;
    let is_wrapped = kept.kind == DocumentKind::Token && chosen != TOKEN;
    let tag = if is_wrapped { format!("\"{}-json\"", kept.sha256) } else { format!("\"{}\"", kept.sha256) };
    let known = headers.get(header::IF_NONE_MATCH).and_then(|given| given.to_str().ok());
    let is_known = known.is_some_and(|known| known.split(',').any(|known| known.trim() == tag));
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else if is_wrapped {
        let token = String::from_utf8_lossy(&kept.bytes);
        Json(envelope(credential::Kind::Credential, &token)).into_response()
    } else {
        kept.bytes.into_response()
    };
    let set = [
        (header::CONTENT_TYPE, chosen.to_owned()),
        (header::CONTENT_LOCATION, format!("/credentials/{}", kept.sha256)),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'".to_owned()),
        (header::CACHE_CONTROL, cache.to_owned()),
        (header::VARY, "accept".to_owned()),
        (header::ETAG, tag),
    ];
    for (name, value) in set {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}

/// The store failed.
pub(super) fn store_failed(error: impl std::fmt::Display) -> NotServed {
    NotServed::Store(error.to_string())
}
