//! The portal: pages for people, rendered here, readable without scripts.
//!
//! One page is one file: what it asks of its [`PortalSource`], its template, its handler, its tests. Nothing is decided
//! here. Every text comes from `translations/`; every fact links to its statement; every answer says how old it is.

mod address;
mod app_source;
mod assets;
pub mod export;
mod form;
mod frame;
mod page;
mod parts;
mod source;
mod story;
pub(crate) mod texts;

mod about;
mod border;
mod calendar;
mod certificate;
mod comparison;
mod consultation;
mod countries;
mod decision;
mod desk;
mod lines;
mod log;
mod network;
mod objective;
mod objectives;
mod print;
mod procedure;
mod product;
mod recognised_bodies;
mod record;
mod root;
mod search;
mod standard;
mod start;
mod statement;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod preview;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

pub(crate) use root::preferred as preferred_language;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

pub use app_source::{AppSource, ExampleIn, Examples};
pub use lines::lines_router;
pub use source::{Example, PortalSource, SourceError};

use app::office::Office;

use page::Portal;
use texts::Language;

/// All pages and their assets, over one source, without a desk.
pub fn router(source: Arc<dyn PortalSource>) -> Router {
    with_pages(source, None)
}

/// The same with the desk, where officers work.
pub fn router_with_desk(source: Arc<dyn PortalSource>, office: Office) -> Router {
    with_pages(source, Some(office))
}

fn with_pages(source: Arc<dyn PortalSource>, office: Option<Office>) -> Router {
    let root = Router::new().route("/", get(root::page)).route("/assets/{file}", get(assets::file));
    let portal = |language: &Language| Portal::new(source.clone(), *language, office.as_ref());
    let pages = Language::ALL
        .iter()
        .fold(root, |router, language| router.merge(pages(*language).with_state(portal(language))));
    // Its form takes more than others, and its page may do more.
    let pages =
        Language::ALL.iter().fold(pages, |router, language| router.merge(border::router(portal(language))));
    match &office {
        Some(office) => pages
            .merge(consultation::router(office, Language::ALL.iter().map(portal).collect()))
            .merge(desk::router(office, Language::ALL.iter().map(portal).collect())),
        None => pages,
    }
}

/// THE table of pages. A page that is not here does not exist.
fn pages(language: Language) -> Router<Portal> {
    let at = |path: &str| format!("/{}{path}", language.code());
    Router::new()
        .route(&at(""), get(start::page))
        .route(&at("/"), get(start::page))
        .route(&at("/search"), get(search::page))
        .route(&at("/decide"), get(decision::page))
        .route(&at("/countries"), get(countries::page))
        .route(&at("/countries/{*id}"), get(record::country))
        .route(&at("/bodies/{*id}"), get(record::body))
        .route(&at("/agreements/{*id}"), get(record::agreement))
        .route(&at("/annexes/{*id}"), get(record::annex))
        .route(&at("/regulations/{*id}"), get(record::regulation))
        .route(&at("/objectives"), get(objectives::page))
        .route(&at("/objectives/{*id}"), get(objective::page))
        .route(&at("/procedures/{id}"), get(procedure::page))
        .route(&at("/procedures/{id}/drafts"), get(comparison::choose))
        .route(&at("/procedures/{id}/drafts/{before}/compare/{after}"), get(comparison::page))
        .route(&at("/recognised-bodies"), get(recognised_bodies::page))
        .route(&at("/product"), get(product::page))
        .route(&at("/calendar"), get(calendar::page))
        .route(&at("/calendar/{file}"), get(calendar::feed))
        .route(&at("/measures/{*id}"), get(record::measure))
        .route(&at("/recognition-decisions/{*id}"), get(record::prior_decision))
        .route(&at("/equivalences/{*id}"), get(record::equivalence))
        .route(&at("/standards/{*id}"), get(standard::page))
        .route(&at("/certificates/{*id}"), get(certificate::page))
        .route(&at("/network"), get(network::page))
        .route(&at("/log"), get(log::page))
        .route(&at("/log/statements/{n}"), get(statement::page))
        .route(&at("/about"), get(about::page))
        // Credentials name a procedure of assessment by such an address where they name no act.
        .route(&at("/about/{procedure}"), get(about::page))
        .route(&at("/{*rest}"), get(root::no_such_page))
}
