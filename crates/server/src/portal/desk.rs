//! The desk: where officers of parties sign in, write, sign and submit acts.
//!
//! One page is one file with its templates in `templates/desk/`. Nothing is decided here: a page asks one use case of
//! [`app::office`]. Everything works without scripts but talking to an authenticator.
//!
//! Against other sites: `Sec-Fetch-Site` and `Origin` are checked before anything else, the cookie is `SameSite=Strict`,
//! every form carries a number that only its session can make and that counts once, and nobody may frame a page.

mod act;
mod acts;
mod audit;
mod check;
mod checks;
mod codes;
mod comments;
mod cookie;
mod credentials;
mod documents;
mod entitled;
mod guard;
mod guided;
mod invitation;
mod keys;
mod next;
mod node;
mod officers;
mod overview;
mod sign_in;
mod told;
mod uploaded;
mod view;
mod words;
mod write;

use std::sync::Arc;

use app::office::{Acting, Office};
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::routing::{get, post};
use axum::{Router, middleware};
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use super::page::Portal;
use super::texts::Language;
use guard::Guard;
#[cfg(test)]
pub(super) use told::KINDS;

/// Largest form, in bytes: a draft with every character escaped, and what stands beside it.
const FORM_BYTES_MAX: usize = 4 * app::office::DRAFT_BYTES_MAX;

/// What a page of the desk is given.
#[derive(Clone)]
pub(crate) struct Desk {
    portal: Portal,
    office: Office,
}

/// The desk in every language.
pub(crate) fn router(office: &Office, portals: Vec<Portal>) -> Router {
    let routes = portals.into_iter().fold(Router::new(), |router, portal| {
        let language = portal.language;
        let desk = Desk { portal, office: office.clone() };
        router.merge(pages(language).with_state(desk))
    });
    let always = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    routes
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(csrf(office))
        .layer(middleware::from_fn_with_state(Arc::new(Guard::default()), guard::limit))
        // What an officer sees is kept nowhere; whatever is answered, nobody may frame it.
        .layer(always(header::CACHE_CONTROL, "no-store"))
        .layer(always(header::X_FRAME_OPTIONS, "DENY"))
        .layer(always(header::REFERRER_POLICY, "same-origin"))
}

/// The officer whose session a request shows; `None` for everybody else. Ask where blocking is allowed.
pub(super) fn officer(office: Option<&Office>, headers: &HeaderMap) -> Option<Acting> {
    let office = office?;
    let id = headers.get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
    office.resume(&cookie::read(office, headers)?, id).ok()
}

/// THE table of pages. A page that is not here does not exist.
fn pages(language: Language) -> Router<Desk> {
    let at = |path: &str| format!("/{}/desk{path}", language.code());
    // A document is larger than any other form.
    let uploading = post(documents::upload).layer(DefaultBodyLimit::max(documents::UPLOAD_BYTES_MAX));
    Router::new()
        .route(&at(""), get(overview::page))
        .route(&at("/"), get(overview::page))
        .route(&at("/sign-in"), get(sign_in::page).post(sign_in::sign_in))
        .route(&at("/sign-out"), post(sign_in::sign_out))
        .route(&at("/invitation"), get(invitation::page).post(invitation::accept))
        .route(&at("/acts"), get(acts::page))
        .route(&at("/next"), get(next::page))
        .route(&at("/acts/new"), get(write::choose).post(write::create))
        .route(&at("/acts/form"), get(guided::new).post(guided::create))
        .route(&at("/acts/check"), post(check::check))
        .route(&at("/acts/file"), post(write::from_file))
        .route(&at("/acts/{id}"), get(act::page))
        .route(&at("/acts/{id}/form"), get(guided::edit).post(guided::save))
        .route(&at("/acts/{id}/edit"), get(write::edit).post(write::save))
        .route(&at("/acts/{id}/file"), get(act::file))
        .route(&at("/acts/{id}/sign"), post(act::sign))
        .route(&at("/acts/{id}/upload"), post(act::upload))
        .route(&at("/acts/{id}/upload-file"), post(act::upload_file))
        .route(&at("/acts/{id}/discard"), post(act::discard))
        .route(&at("/officers"), get(officers::page))
        .route(&at("/officers/invite"), post(officers::invite))
        .route(&at("/officers/revoke"), post(officers::revoke))
        .route(&at("/officers/withdraw"), post(officers::withdraw))
        .route(&at("/passkeys/revoke"), post(officers::revoke_passkey))
        .route(&at("/keys"), get(keys::page))
        .route(&at("/keys/hold"), post(keys::hold))
        .route(&at("/keys/release"), post(keys::release))
        .route(&at("/documents"), get(documents::page).merge(uploading))
        .route(&at("/credentials"), get(credentials::page))
        .route(&at("/credentials/sign"), post(credentials::sign))
        .route(&at("/credentials/list"), post(credentials::list))
        .route(&at("/comments"), get(comments::queues))
        .route(&at("/comments/{procedure}/{draft}"), get(comments::queue))
        .route(&at("/comments/publish"), post(comments::publish))
        .route(&at("/comments/decline"), post(comments::decline))
        .route(&at("/comments/reply"), post(comments::reply))
        .route(&at("/comments/bind"), post(comments::bind))
        .route(&at("/checks"), get(checks::page))
        .route(&at("/audit"), get(audit::page))
}

/// Refuses what another site sends: `Sec-Fetch-Site` and `Origin`.
pub(super) fn csrf(office: &Office) -> CsrfLayer {
    let origin = office.public_url().origin();
    // Behind a proxy the request's own host may be another one than that which browsers see.
    CsrfLayer::new().add_trusted_origin(origin).unwrap_or_else(|_| CsrfLayer::new())
}
