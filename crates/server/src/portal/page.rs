//! From a request to a page: the source, the frame, and what is shown when there is no answer.

use std::sync::Arc;

use app::deposits::Deposits;
use app::office::Office;
use app::view::decision::Refused;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use model::{Date, parse_date};

use super::form;
use super::frame::Frame;
use super::source::{PortalSource, SourceError};
use super::texts::Language;
use crate::state::UNKNOWN_BASE;

/// What a handler is given.
#[derive(Clone)]
pub(crate) struct Portal {
    pub(crate) source: Arc<dyn PortalSource>,
    pub(crate) language: Language,
    /// Where officers work, if they can here.
    pub(crate) office: Option<Office>,
    /// The address of the registry, which codes and proofs on paper lead to.
    pub(crate) base: Arc<str>,
    /// The signed documents that are kept, if any are.
    pub(crate) deposits: Option<Deposits>,
}

/// Why a page cannot be shown: one variant for each next step.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PageError {
    /// Nothing of that name is on record: search for it.
    #[error("nothing is on record under `{0}`")]
    NotFound(String),
    /// The address or form has a value without meaning: correct it.
    #[error("{0}")]
    Invalid(String),
    /// What the address or form asks has no meaning here: correct it.
    #[error(transparent)]
    Refused(Refused),
    /// Try again later.
    #[error("{0}")]
    Unavailable(String),
    /// Report it.
    #[error("{0}")]
    Broken(String),
}

impl From<SourceError> for PageError {
    fn from(error: SourceError) -> Self {
        match error {
            SourceError::Refused(refused) => Self::Refused(refused),
            SourceError::Unavailable(text) => Self::Unavailable(text),
            SourceError::Broken(text) => Self::Broken(text),
        }
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

/// Nothing but our own files, no scripts or styles within pages, no frames.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                      img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

impl Portal {
    /// Pages in a language, with a desk or without one.
    pub(crate) fn new(source: Arc<dyn PortalSource>, language: Language, office: Option<&Office>) -> Self {
        let base = office.map_or(UNKNOWN_BASE, |office| office.public_url().origin());
        let deposits = office.and_then(|office| office.deposits().cloned());
        Self { source, language, office: office.cloned(), base: base.into(), deposits }
    }

    /// Makes a page where blocking is allowed, since sources read files.
    pub(crate) async fn show<F>(self, uri: Uri, content: F) -> Response
    where
        F: FnOnce(&Frame, &dyn PortalSource) -> Result<String, PageError> + Send + 'static,
    {
        let language = self.language;
        let made = tokio::task::spawn_blocking(move || self.make(&uri, content)).await;
        let (status, html) = made.unwrap_or_else(|_| (StatusCode::INTERNAL_SERVER_ERROR, String::new()));
        with_headers(status, language, html)
    }

    /// The same where there may be no such page; what is shown then is for the caller to say.
    pub(crate) async fn show_if<F>(self, uri: Uri, content: F) -> Option<Response>
    where
        F: FnOnce(&Frame, &dyn PortalSource) -> Result<Option<String>, PageError> + Send + 'static,
    {
        let language = self.language;
        let made = tokio::task::spawn_blocking(move || {
            let frame = self.frame(&uri);
            match content(&frame, self.source.as_ref()) {
                Ok(html) => html.map(|html| (StatusCode::OK, html)),
                Err(error) => Some(error_page(&frame, &error)),
            }
        });
        let made = made.await.unwrap_or_else(|_| Some((StatusCode::INTERNAL_SERVER_ERROR, String::new())));
        made.map(|(status, html)| with_headers(status, language, html))
    }

    /// Makes a file where blocking is allowed; when it cannot be made, a page says why.
    pub(crate) async fn file<F>(self, uri: Uri, make: F) -> Response
    where
        F: FnOnce(&Frame, &dyn PortalSource) -> Result<Response, PageError> + Send + 'static,
    {
        let language = self.language;
        let made = tokio::task::spawn_blocking(move || {
            let frame = self.frame(&uri);
            make(&frame, self.source.as_ref()).unwrap_or_else(|error| {
                let (status, html) = error_page(&frame, &error);
                with_headers(status, language, html)
            })
        });
        made.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
    }

    fn make<F>(&self, uri: &Uri, content: F) -> (StatusCode, String)
    where
        F: FnOnce(&Frame, &dyn PortalSource) -> Result<String, PageError>,
    {
        let frame = self.frame(uri);
        match content(&frame, self.source.as_ref()) {
            Ok(html) => (StatusCode::OK, html),
            Err(error) => error_page(&frame, &error),
        }
    }

    pub(crate) fn frame(&self, uri: &Uri) -> Frame {
        let prefix = self.language.code().len() + 1;
        let path = uri.path().get(prefix..).filter(|path| !path.is_empty()).unwrap_or("/");
        Frame {
            language: self.language,
            path: path.to_owned(),
            query: uri.query().unwrap_or_default().to_owned(),
            today: self.source.today(),
            as_of: self.source.as_of(),
            has_desk: self.office.is_some(),
        }
    }
}

impl Frame {
    /// A value of the query, unless it is empty.
    pub(crate) fn param(&self, name: &str) -> Option<String> {
        let uri: Uri = format!("/?{}", self.query).parse().ok()?;
        let axum::extract::Query(pairs) =
            axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).ok()?;
        let value = pairs.into_iter().find(|(key, _)| key == name)?.1;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// Every value of the query under a name, without empty ones.
    pub(crate) fn params(&self, name: &str) -> Vec<String> {
        let uri: Option<Uri> = format!("/?{}", self.query).parse().ok();
        let pairs =
            uri.and_then(|uri| axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).ok());
        let pairs = pairs.map(|axum::extract::Query(pairs)| pairs).unwrap_or_default();
        let values =
            pairs.into_iter().filter(|(key, _)| key == name).map(|(_, value)| value.trim().to_owned());
        values.filter(|value| !value.is_empty()).collect()
    }

    /// The page asked for, counted from 1.
    pub(crate) fn page_number(&self) -> usize {
        self.param("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1)
    }

    /// The day asked for, else today.
    pub(crate) fn on(&self) -> Result<Date, PageError> {
        match self.param("on") {
            None => Ok(self.today),
            Some(text) => day(&text).ok_or_else(|| PageError::Invalid(self.about("error-day", text))),
        }
    }
}

/// A day written `2026-01-31`.
pub(crate) fn day(text: &str) -> Option<Date> {
    parse_date(text).ok()
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    frame: &'a Frame,
    title: String,
    message: String,
    next: String,
    search: Option<String>,
}

pub(crate) fn error_page(frame: &Frame, error: &PageError) -> (StatusCode, String) {
    let (status, title, next) = match error {
        PageError::NotFound(_) => (StatusCode::NOT_FOUND, "error-not-found", "error-not-found-next"),
        PageError::Invalid(_) | PageError::Refused(_) => {
            (StatusCode::BAD_REQUEST, "error-invalid", "error-invalid-next")
        }
        PageError::Unavailable(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "error-unavailable", "error-unavailable-next")
        }
        PageError::Broken(_) => (StatusCode::INTERNAL_SERVER_ERROR, "error-broken", "error-broken-next"),
    };
    if let PageError::Broken(text) | PageError::Unavailable(text) = error {
        tracing::error!(error = %text, path = %frame.path, "a page could not be made");
    }
    let (message, search) = match error {
        PageError::NotFound(what) => (frame.about("error-not-found-what", what), Some(what.clone())),
        PageError::Invalid(text) => (text.clone(), None),
        PageError::Refused(refused) => (form::said(frame, refused), None),
        // What went wrong inside is for the journal, not for readers.
        PageError::Unavailable(_) | PageError::Broken(_) => (String::new(), None),
    };
    let page = ErrorPage { frame, title: frame.say(title), message, next: frame.say(next), search };
    (status, page.render().unwrap_or_default())
}

pub(crate) fn with_headers(status: StatusCode, language: Language, html: String) -> Response {
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    // Whoever comes back sees what has been published since.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
