//! A certificate on paper: the page that is printed, and the same as PDF, with the code that leads back to the record.
//!
//! Both say whose record it is, as of when, and that they are neither signed nor in the place of any document.

mod code;
mod layout;
mod pdf;
mod sheet;

use app::deposits::{CertificateDocument, Deposits};
use app::view::certificate::CertificateView;
use app::view::{Kind, Named, Record, Row, Section};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use credential::untp::make::segment;
use model::CertificateNumber;
use sha2::{Digest as _, Sha256};

use super::address;
use super::frame::Frame;
use super::page::{PageError, Portal};
use super::source::PortalSource;
use code::Code;
use sheet::Sheet;

/// What stands behind the number for the page that is printed.
pub(super) const PAGE: &str = "/print";
/// What stands behind the number for the PDF.
pub(super) const PDF: &str = "/print.pdf";
/// Rows of a table that are printed. A certificate with more is read on its page.
const ROWS_MAX: usize = 200;

/// Addresses of what one takes along of a certificate.
pub(super) struct Papers {
    /// The page that is printed.
    pub(super) print: String,
    /// The PDF.
    pub(super) pdf: String,
    /// The credential that the issuer signed, if it was handed in.
    pub(super) signed: Option<String>,
    /// The credential for the issuer to sign.
    pub(super) unsigned: String,
    /// The proof that its statement is in the log.
    pub(super) proof: Option<String>,
}

#[derive(Template)]
#[template(path = "print.html")]
struct PrintPage<'a> {
    frame: &'a Frame,
    record: &'a Record,
    view: &'a CertificateView,
    printed: Printed,
}

/// What a print says beside the record itself.
struct Printed {
    number: String,
    /// The address in the code: the resolver's.
    address: String,
    code: Code,
    papers: Papers,
    /// The proof with the address of the registry.
    proof: Option<String>,
    /// Position of the statement that issued the certificate.
    at: Option<u64>,
    /// SHA-256 of the document that the record names.
    digest: Option<String>,
}

impl Papers {
    pub(super) fn of(frame: &Frame, record: &Record, deposits: Option<&Deposits>) -> Self {
        let page = frame.page(&address::path_of(&record.subject));
        let number = segment(&record.subject.id);
        let parsed: Option<CertificateNumber> = record.subject.id.parse().ok();
        let kept = deposits.zip(parsed).and_then(|(deposits, number)| deposits.of_certificate(&number).ok());
        let signed = match kept {
            Some(CertificateDocument::Here(kept)) => Some(format!("/credentials/{}", kept.sha256)),
            _ => None,
        };
        Self {
            print: format!("{page}{PAGE}"),
            pdf: format!("{page}{PDF}"),
            signed,
            unsigned: format!("/api/v1/certificates/{number}/credential"),
            proof: record.source.as_ref().map(|source| format!("/api/v1/statements/{}/proof", source.at)),
        }
    }
}

impl Printed {
    fn of(
        frame: &Frame,
        view: &CertificateView,
        base: &str,
        deposits: Option<&Deposits>,
    ) -> Result<Self, PageError> {
        let number = view.record.subject.id.clone();
        let address = format!("{base}/certificates/{}", segment(&number));
        let papers = Papers::of(frame, &view.record, deposits);
        let code = Code::of(&address).ok_or_else(|| PageError::Broken("a number too long".to_owned()))?;
        let digest = view.record.facts.iter().find_map(|fact| match (fact.label, &fact.cell) {
            (app::view::Label::Credential, app::view::Cell::Code(digest)) => Some(digest.clone()),
            _ => None,
        });
        let proof = papers.proof.as_ref().map(|proof| format!("{base}{proof}"));
        let at = view.record.source.as_ref().map(|source| source.at);
        Ok(Self { number, address, code, papers, proof, at, digest })
    }
}

impl PrintPage<'_> {
    /// Rows that are printed.
    fn rows<'s>(&self, section: &'s Section) -> &'s [Row] {
        &section.rows[..section.rows.len().min(ROWS_MAX)]
    }

    /// How many rows are not.
    fn more(&self, section: &Section) -> usize {
        section.rows.len().saturating_sub(ROWS_MAX)
    }

    fn page(&self) -> String {
        let named = Named::new(Kind::Certificate, self.printed.number.clone(), String::new());
        self.frame.page(&address::path_of(&named))
    }
}

/// Shows the page that is printed.
pub(super) async fn page(portal: Portal, uri: Uri, number: String) -> Response {
    let (base, deposits) = (portal.base.clone(), portal.deposits.clone());
    portal
        .show(uri, move |frame, source| {
            let view = found(frame, source, number)?;
            let printed = Printed::of(frame, &view, &base, deposits.as_ref())?;
            Ok(PrintPage { frame, record: &view.record, view: &view, printed }.render()?)
        })
        .await
}

/// Gives the PDF. For one day and one state of the log its bytes are always the same.
pub(super) async fn pdf(portal: Portal, uri: Uri, number: String) -> Response {
    let (base, deposits) = (portal.base.clone(), portal.deposits.clone());
    portal
        .file(uri, move |frame, source| {
            let view = found(frame, source, number)?;
            let printed = Printed::of(frame, &view, &base, deposits.as_ref())?;
            let sheet = Sheet::of(frame, &view, &printed);
            let bytes = pdf::write(&sheet).map_err(|error| PageError::Broken(error.to_string()))?;
            Ok(as_file(bytes))
        })
        .await
}

fn found(frame: &Frame, source: &dyn PortalSource, number: String) -> Result<CertificateView, PageError> {
    let view = source.certificate(&number, frame.on()?, frame.lang())?;
    view.ok_or(PageError::NotFound(number))
}

fn as_file(bytes: Vec<u8>) -> Response {
    let tag = format!("\"{}\"", hex::encode(Sha256::digest(&bytes)));
    let mut response = (StatusCode::OK, bytes).into_response();
    let set = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"certificate.pdf\""),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::ETAG, &tag),
    ];
    for (name, value) in set {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
