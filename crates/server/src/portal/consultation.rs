//! Comments on the drafts of a procedure, for everybody and without an account: reading, writing, keeping; and the
//! documents of a procedure.
//!
//! Nobody is followed: no cookie, no script, no other site. What keeps programs out is said in
//! `app::office::comments`, and how much one address may send here.

mod documents;
mod export;
mod limit;
mod page;
mod send;

use std::convert::Infallible;
use std::sync::Arc;

use app::office::Office;
use app::office::comments::CommentError;
use axum::extract::DefaultBodyLimit;
use axum::http::Uri;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Router, middleware};

use super::desk;
use super::frame::Frame;
use super::page::{PageError, Portal};
use super::source::PortalSource;
use limit::Limit;

/// Largest form, in bytes: a comment of the longest kind with every character escaped, and what stands beside it.
const FORM_BYTES_MAX: usize = 12 * app::office::comments::COMMENT_CHARS_MAX + 16 * 1024;

/// What a page of a consultation is given.
#[derive(Clone)]
pub(crate) struct Consulting {
    portal: Portal,
    office: Office,
}

/// The pages in every language, and the documents, which have none.
pub(crate) fn router(office: &Office, portals: Vec<Portal>) -> Router {
    let limit = Arc::new(Limit::default());
    let files = Router::new().route("/documents/{sha256}", get(documents::file)).with_state(office.clone());
    portals.into_iter().fold(files, |router, portal| {
        let at = |path: &str| format!("/{}/procedures/{{id}}{path}", portal.language.code());
        // What writes is limited; reading is open.
        let sending = post(send::send)
            .layer::<_, Infallible>(DefaultBodyLimit::max(FORM_BYTES_MAX))
            .layer::<_, Infallible>(desk::csrf(office))
            .layer(middleware::from_fn_with_state((limit.clone(), portal.language), limit::limit));
        let pages = Router::new()
            .route(&at("/comments"), get(page::page).merge(sending))
            .route(&at("/comments/{number}"), get(page::one))
            .route(&at("/comments.csv"), get(export::csv))
            .route(&at("/comments.json"), get(export::json))
            .route(&at("/documents"), get(documents::page));
        router.merge(pages.with_state(Consulting { portal, office: office.clone() }))
    })
}

impl Consulting {
    /// Makes a page where blocking is allowed, since comments lie in files.
    async fn show<F>(self, uri: Uri, make: F) -> Response
    where
        F: FnOnce(&Frame, &dyn PortalSource, &Office) -> Result<String, PageError> + Send + 'static,
    {
        let office = self.office;
        self.portal.show(uri, move |frame, source| make(frame, source, &office)).await
    }
}

/// The address of the comments on a procedure, behind the language. An identifier is one part of it, slashes included.
pub(crate) fn path_of(procedure: &str) -> String {
    format!("/procedures/{}/comments", segment(procedure))
}

/// An identifier as one part of a path.
pub(crate) fn segment(id: &str) -> String {
    super::address::encode(id).replace('/', "%2F")
}

impl From<CommentError> for PageError {
    fn from(error: CommentError) -> Self {
        match error {
            CommentError::NoSuchProcedure(id) => Self::NotFound(id),
            CommentError::Store(_) | CommentError::Random(_) => Self::Unavailable(error.to_string()),
            other => Self::Invalid(other.to_string()),
        }
    }
}
