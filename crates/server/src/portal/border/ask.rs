//! The form as it is sent: by people without scripts, who are shown the page, and by the page itself, which takes JSON.

use app::pages::FaultTold;
use axum::Json;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use glance::{Fields, Glance, Held};
use serde::Serialize;

use super::{allowed, page};
use crate::portal::desk::officer;
use crate::portal::page::Portal;
use crate::portal::source::SourceError;
use crate::portal::texts::Language;
use crate::problem::common;

/// Bytes of one field: five hundred characters of any script.
const FIELD_BYTES_MAX: usize = 2_000;

/// What the page is given.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Told {
    Shown(Box<Glance>),
    Fault(FaultTold),
}

/// Answers.
pub(super) async fn ask(
    State(portal): State<Portal>,
    uri: Uri,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let language = portal.language;
    let fields = match form {
        Ok(form) => read(form, language).await,
        Err(_) => Err((Fields::default(), unreadable(language, "border-fault-form"))),
    };
    if wants_json(&headers) {
        return match fields {
            Ok(fields) => as_json(portal, fields, headers).await,
            Err((_, fault)) => json(&Told::Fault(fault)),
        };
    }
    let office = portal.office.clone();
    let shown = portal.show(uri, move |frame, source| match fields {
        Ok(fields) => page::answered(frame, source, fields, officer(office.as_ref(), &headers).as_ref()),
        Err((fields, fault)) => page::faulty(frame, source, fields, fault),
    });
    allowed(shown.await)
}

async fn as_json(portal: Portal, fields: Fields, headers: HeaderMap) -> Response {
    let language = portal.language.code();
    let asked = tokio::task::spawn_blocking(move || {
        let officer = officer(portal.office.as_ref(), &headers);
        portal.source.glance(&fields, language, officer.as_ref())
    });
    match asked.await {
        Ok(Ok(Ok(shown))) => json(&Told::Shown(Box::new(shown))),
        Ok(Ok(Err(fault))) => json(&Told::Fault(fault)),
        Ok(Err(SourceError::Unavailable(text))) => common::STORE.because(text).into_response(),
        Ok(Err(error)) => common::INTERNAL.because(error).into_response(),
        Err(error) => common::INTERNAL.because(error).into_response(),
    }
}

fn json(told: &Told) -> Response {
    let status = match told {
        Told::Shown(_) => StatusCode::OK,
        Told::Fault(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    (status, [(header::CACHE_CONTROL, "no-store")], Json(told)).into_response()
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.trim_start().starts_with("application/json"))
}

/// The fields; or, with those that were read, what is the matter with the next one.
async fn read(mut form: Multipart, language: Language) -> Result<Fields, (Fields, FaultTold)> {
    let mut fields = Fields::default();
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(fields),
            Err(error) => return Err((fields, broken(language, &error))),
        };
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = match field.bytes().await {
            Ok(bytes) => bytes,
            Err(error) => return Err((fields, broken(language, &error))),
        };
        let Some(place) = place(&mut fields, &name) else { continue };
        match std::str::from_utf8(&bytes) {
            Ok(text) if name == "document" => *place = text.to_owned(),
            Ok(text) if bytes.len() <= FIELD_BYTES_MAX || is_document(text) => *place = text.to_owned(),
            // A picture: its code is read by the page itself, where scripts run.
            _ if name == "document" => return Err((fields, unreadable(language, "border-fault-picture"))),
            _ => return Err((fields, unreadable(language, "border-fault-form"))),
        }
    }
}

/// A document may be written into the field of the number.
fn is_document(text: &str) -> bool {
    matches!(glance::read(text).held, Held::Credential { .. })
}

fn place<'f>(fields: &'f mut Fields, name: &str) -> Option<&'f mut String> {
    Some(match name {
        "certificate" => &mut fields.certificate,
        "importing" => &mut fields.importing,
        "on" => &mut fields.on,
        "hs" => &mut fields.hs,
        "edition" => &mut fields.edition,
        "gtin" => &mut fields.gtin,
        "model" => &mut fields.model,
        "batch" => &mut fields.batch,
        "serial" => &mut fields.serial,
        "holder" => &mut fields.holder,
        "document" => &mut fields.document,
        _ => return None,
    })
}

fn broken(language: Language, error: &MultipartError) -> FaultTold {
    let too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
    unreadable(language, if too_large { "border-fault-large" } else { "border-fault-form" })
}

fn unreadable(language: Language, id: &str) -> FaultTold {
    FaultTold { field: "document", text: language.say(id) }
}
