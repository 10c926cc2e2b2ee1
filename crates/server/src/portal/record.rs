//! Pages of one thing on record: country, group, body, agreement, annex, regulation, objective, measure, decision,
//! equivalence.

use app::view::{Kind, Record};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::frame::Frame;
use super::page::{PageError, Portal};

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage<'a> {
    frame: &'a Frame,
    record: Record,
}

/// A country or group.
pub(crate) async fn country(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::Country).await
}

/// A body, authority, supplier or other party.
pub(crate) async fn body(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::Body).await
}

/// An agreement.
pub(crate) async fn agreement(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::Agreement).await
}

/// An annex.
pub(crate) async fn annex(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::Annex).await
}

/// A regulation or additional requirement.
pub(crate) async fn regulation(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::Regulation).await
}

/// An objective.
pub(crate) async fn objective(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::Objective).await
}

/// A measure.
pub(crate) async fn measure(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::Measure).await
}

/// A recognition decision or acceptance.
pub(crate) async fn prior_decision(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::PriorDecision).await
}

/// An equivalence of acts.
pub(crate) async fn equivalence(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    show(portal, uri, id, Kind::Equivalence).await
}

/// Kinds of things that a certificate or a path of a decision can name.
const INSTRUMENTS: [Kind; 5] =
    [Kind::Annex, Kind::Regulation, Kind::Objective, Kind::PriorDecision, Kind::Equivalence];

async fn show(State(portal): State<Portal>, uri: Uri, Path(id): Path<String>, kind: Kind) -> Response {
    portal
        .show(uri, move |frame, source| {
            // Instruments share one space of identifiers, and a decision names an instrument without its kind.
            let instrument = INSTRUMENTS.contains(&kind);
            let others = INSTRUMENTS.iter().copied().filter(|other| instrument && *other != kind);
            let mut found = None;
            for kind in std::iter::once(kind).chain(others) {
                found = source.record(kind, &id, frame.on()?, frame.lang())?;
                if found.is_some() {
                    break;
                }
            }
            let record = found.ok_or(PageError::NotFound(id))?;
            Ok(RecordPage { frame, record }.render()?)
        })
        .await
}
