//! The documents of a procedure, and each document itself.

use app::documents::{CitedDocument, sha256_text};
use app::office::Office;
use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use tower_http::services::ServeFile;

use super::Consulting;
use crate::portal::frame::Frame;
use crate::portal::page::PageError;

#[derive(Template)]
#[template(path = "documents.html")]
struct DocumentsPage<'a> {
    frame: &'a Frame,
    id: String,
    title: String,
    rows: Vec<Row>,
}

struct Row {
    cited: CitedDocument,
    /// Whether its bytes are kept here.
    held: bool,
}

impl DocumentsPage<'_> {
    fn size(&self, bytes: &u64) -> String {
        self.frame.count("documents-size", bytes.div_ceil(1024))
    }
}

/// Lists the documents that acts in a procedure cite.
pub(crate) async fn page(State(consulting): State<Consulting>, uri: Uri, Path(id): Path<String>) -> Response {
    consulting
        .show(uri, move |frame, _, office| {
            let procedure = id.parse().map_err(|_| PageError::NotFound(id.clone()))?;
            // A procedure, or a registered objective: whatever has documents of its own.
            let consultation = office.consultation(&id, frame.lang()).ok();
            let cited = office.app().cited_documents(&procedure, frame.lang());
            if consultation.is_none() && cited.is_empty() {
                return Err(PageError::NotFound(id));
            }
            let title = consultation.map_or_else(|| id.clone(), |consultation| consultation.title);
            let rows = cited.into_iter().map(|cited| Row { held: is_held(office, &cited.sha256), cited });
            Ok(DocumentsPage { frame, title, rows: rows.collect(), id }.render()?)
        })
        .await
}

fn is_held(office: &Office, sha256: &str) -> bool {
    let sha256 = app::documents::parse_sha256(sha256);
    office.documents_folder().zip(sha256).is_some_and(|(folder, sha256)| folder.find(&sha256).is_some())
}

/// A document that a logged statement names; nothing else is served. To be kept, never shown: it comes as a download,
/// in a sandbox, under the type that its content has.
pub(crate) async fn file(
    State(office): State<Office>,
    Path(sha256): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let nothing = |text: &str| (StatusCode::NOT_FOUND, format!("{text}\n")).into_response();
    let public = app::documents::parse_sha256(&sha256).filter(|_| office.app().citing(&sha256).is_some());
    let Some(wanted) = public else {
        return nothing("No statement in the log names such a document: look at the list of the procedure.");
    };
    let Some(held) = office.documents_folder().and_then(|folder| folder.find(&wanted)) else {
        return nothing(
            "The document is named in the log, and its bytes are not kept here: ask who signed it.",
        );
    };
    let tag = format!("\"{}\"", sha256_text(&held.sha256));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|given| given.to_str().ok());
    let mut response = if known.is_some_and(|known| known.split(',').any(|known| known.trim() == tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let file = ServeFile::new(&held.path).try_call(request).await;
        file.map_or_else(
            |_| StatusCode::SERVICE_UNAVAILABLE.into_response(),
            |file| file.map(axum::body::Body::new).into_response(),
        )
    };
    let name = format!("{}.{}", &sha256[..16], held.kind.ending());
    let set: [(HeaderName, String); 6] = [
        (header::CONTENT_TYPE, held.kind.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'".to_owned()),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
        (header::ETAG, tag),
    ];
    for (name, value) in set {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
