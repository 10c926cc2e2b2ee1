//! From a request to a page of the desk: who acts, what is shown, and what is said when it is refused.

use std::collections::HashMap;

use app::documents::DocumentError;
use app::office::{Acting, Office, OfficeError, Role, SessionToken};
use app::submit::SubmitError;
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::{Desk, cookie, told};
use crate::portal::frame::Frame;
use crate::portal::page::with_headers;
use crate::portal::source::PortalSource;
use crate::portal::texts::Language;

/// What was sent in a form.
pub(super) type Fields = HashMap<String, String>;

/// What every handler of the desk is given.
#[derive(Clone)]
pub(super) struct Asked {
    desk: Desk,
    uri: Uri,
    headers: HeaderMap,
}

impl FromRequestParts<Desk> for Asked {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Self::Rejection> {
        Ok(Self { desk: desk.clone(), uri: parts.uri.clone(), headers: parts.headers.clone() })
    }
}

/// What a page is made from.
pub(super) struct View<'a> {
    pub(super) frame: &'a Frame,
    pub(super) office: &'a Office,
    pub(super) source: &'a dyn PortalSource,
    pub(super) request: &'a str,
    /// The token that came with the request, whether it is still good or not.
    pub(super) token: Option<SessionToken>,
}

/// An answer.
pub(super) enum Answer {
    /// A page.
    Page(String),
    /// A page that says what is wrong with a form.
    Refused(String),
    /// Another page of the desk, which is shown instead.
    See(String),
    /// The officer has signed in.
    SignedIn(SessionToken),
    /// The officer has signed out.
    SignedOut,
    /// A file to keep.
    File(String, Vec<u8>),
}

/// Why there is no answer.
pub(super) enum Failed {
    Office(OfficeError),
    Broken(String),
}

impl From<OfficeError> for Failed {
    fn from(error: OfficeError) -> Self {
        Self::Office(error)
    }
}

impl From<askama::Error> for Failed {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

impl Asked {
    /// Makes an answer where blocking is allowed, since use cases read and write files.
    pub(super) async fn answer<F>(self, make: F) -> Response
    where
        F: FnOnce(&View<'_>) -> Result<Answer, Failed> + Send + 'static,
    {
        let language = self.desk.portal.language;
        let made = tokio::task::spawn_blocking(move || self.make(make)).await;
        made.unwrap_or_else(|_| with_headers(StatusCode::INTERNAL_SERVER_ERROR, language, String::new()))
    }

    /// One step of several: what it makes, or the refusal. Blocking is allowed in it.
    pub(super) async fn stage<T, F>(&self, make: F) -> Result<T, Box<Response>>
    where
        T: Send + 'static,
        F: FnOnce(&View<'_>) -> Result<T, Failed> + Send + 'static,
    {
        let (asked, language) = (self.clone(), self.desk.portal.language);
        let made = tokio::task::spawn_blocking(move || {
            asked.look(|view| make(view).map_err(|failed| Box::new(refuse(view, failed, language))))
        });
        made.await.unwrap_or_else(|_| {
            Err(Box::new(with_headers(StatusCode::INTERNAL_SERVER_ERROR, language, String::new())))
        })
    }

    /// The same for an officer who is signed in; anybody else is sent to sign in.
    pub(super) async fn for_officer<F>(self, make: F) -> Response
    where
        F: FnOnce(&View<'_>, &Acting) -> Result<Answer, Failed> + Send + 'static,
    {
        self.answer(move |view| {
            let acting = view.acting()?;
            make(view, &acting)
        })
        .await
    }

    /// The same for a form: its number counts from here on, whatever becomes of it. `what` it was to do, for the audit
    /// trail.
    pub(super) async fn take<F>(self, fields: Fields, what: &'static str, make: F) -> Response
    where
        F: FnOnce(&View<'_>, &Acting, &Fields) -> Result<Answer, Failed> + Send + 'static,
    {
        self.for_officer(move |view, acting| {
            view.office.take_form(acting, field(&fields, "form"), what)?;
            make(view, acting, &fields)
        })
        .await
    }

    fn make<F>(self, make: F) -> Response
    where
        F: FnOnce(&View<'_>) -> Result<Answer, Failed>,
    {
        let language = self.desk.portal.language;
        self.look(|view| match make(view) {
            Ok(answer) => respond(view, answer, language),
            Err(failed) => refuse(view, failed, language),
        })
    }

    fn look<T>(&self, make: impl FnOnce(&View<'_>) -> T) -> T {
        let frame = self.desk.portal.frame(&self.uri);
        let office = &self.desk.office;
        let id = self.headers.get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
        let token = cookie::read(office, &self.headers);
        let source = self.desk.portal.source.as_ref();
        make(&View { frame: &frame, office, source, request: id, token })
    }
}

impl View<'_> {
    /// Who acts.
    pub(super) fn acting(&self) -> Result<Acting, OfficeError> {
        let token = self.token.as_ref().ok_or(OfficeError::SignedOut)?;
        self.office.resume(token, self.request)
    }
}

/// A field of a form; empty when it was not sent.
pub(super) fn field<'f>(fields: &'f Fields, name: &str) -> &'f str {
    fields.get(name).map(String::as_str).unwrap_or_default()
}

/// What stands around the content of a page for an officer.
pub(super) struct Around<'a> {
    pub(super) name: &'a str,
    pub(super) party: &'a str,
    pub(super) roles: app::office::Roles,
    /// Whether it is an authority, to which recorded checks are shown.
    pub(super) is_authority: bool,
    /// The number for every form of the page: of them only one is sent.
    pub(super) form: String,
}

impl<'a> Around<'a> {
    pub(super) fn new(view: &View<'_>, acting: &'a Acting) -> Result<Self, OfficeError> {
        let officer = acting.officer();
        let form = view.office.form(acting)?;
        let is_authority = app::border::is_some_authority(view.office.app(), &officer.party);
        let (name, party) = (&officer.name, officer.party.as_str());
        Ok(Self { name, party, roles: officer.roles, is_authority, form })
    }

    pub(super) fn is_administrator(&self) -> bool {
        self.roles.has(Role::Administrator)
    }

    pub(super) fn is_signatory(&self) -> bool {
        self.roles.has(Role::Signatory)
    }

    pub(super) fn writes(&self) -> bool {
        self.is_signatory() || self.roles.has(Role::Drafter)
    }
}

/// What is wrong, and what exactly was found, in the language of the page.
pub(super) struct Problem {
    pub(super) said: String,
    /// Nothing where there is no more to say.
    pub(super) detail: Option<String>,
}

impl Problem {
    pub(super) fn new(frame: &Frame, error: &OfficeError) -> Self {
        Self { said: frame.word("desk-error", error.code()), detail: told::told(frame, error) }
    }

    /// What exactly was found.
    pub(super) fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }
}

#[derive(Template)]
#[template(path = "desk/refused.html")]
struct RefusedPage<'a> {
    frame: &'a Frame,
    problem: Problem,
    /// Nobody acts, so there is no trail to speak of.
    signed_out: bool,
}

fn respond(view: &View<'_>, answer: Answer, language: Language) -> Response {
    let desk = view.frame.page("/desk/");
    match answer {
        Answer::Page(html) => with_headers(StatusCode::OK, language, html),
        Answer::Refused(html) => with_headers(StatusCode::UNPROCESSABLE_ENTITY, language, html),
        Answer::See(path) => Redirect::to(&view.frame.page(&format!("/desk{path}"))).into_response(),
        Answer::SignedIn(token) => {
            let mut response = Redirect::to(&desk).into_response();
            if let Some(value) = cookie::set(view.office, &token) {
                response.headers_mut().insert(header::SET_COOKIE, value);
            }
            response
        }
        Answer::SignedOut => {
            let mut response = Redirect::to(&view.frame.page("/desk/sign-in")).into_response();
            if let Some(value) = cookie::clear(view.office) {
                response.headers_mut().insert(header::SET_COOKIE, value);
            }
            response
        }
        Answer::File(name, bytes) => {
            let headers = [
                (header::CONTENT_TYPE, "application/json".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
            ];
            (headers, bytes).into_response()
        }
    }
}

fn refuse(view: &View<'_>, failed: Failed, language: Language) -> Response {
    let error = match failed {
        Failed::Office(error) => error,
        Failed::Broken(text) => {
            tracing::error!(error = %text, path = %view.frame.path, "a page of the desk could not be made");
            return with_headers(StatusCode::INTERNAL_SERVER_ERROR, language, String::new());
        }
    };
    let status = status(&error);
    if status.is_server_error() {
        tracing::error!(%error, path = %view.frame.path, "the desk could not do what was asked");
    }
    let signed_out = matches!(error, OfficeError::SignedOut | OfficeError::Invitation);
    let page = RefusedPage { frame: view.frame, problem: Problem::new(view.frame, &error), signed_out };
    with_headers(status, language, page.render().unwrap_or_default())
}

fn status(error: &OfficeError) -> StatusCode {
    match error {
        OfficeError::SignedOut | OfficeError::Passkey(_) => StatusCode::UNAUTHORIZED,
        OfficeError::Document(DocumentError::TooLarge) => StatusCode::PAYLOAD_TOO_LARGE,
        OfficeError::Document(DocumentError::File { .. }) => StatusCode::SERVICE_UNAVAILABLE,
        OfficeError::Role { .. }
        | OfficeError::NotModerator
        | OfficeError::NotAuthority
        | OfficeError::ForeignForm => StatusCode::FORBIDDEN,
        OfficeError::NoSuch(_) | OfficeError::Invitation => StatusCode::NOT_FOUND,
        OfficeError::Repeated | OfficeError::Changed | OfficeError::Decided | OfficeError::Logged(_) => {
            StatusCode::CONFLICT
        }
        OfficeError::Store(_) | OfficeError::Random(_) | OfficeError::Submit(SubmitError::Store(_)) => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
