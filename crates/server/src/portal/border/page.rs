//! The page as it is asked for: empty, filled in by the address, or with its answer.

use app::office::Acting;
use app::pages::FaultTold;
use app::view::country::CountryRow;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::Response;
use glance::{Fields, Glance};

use super::{allowed, words};
use crate::portal::assets;
use crate::portal::desk::officer;
use crate::portal::frame::Frame;
use crate::portal::page::{PageError, Portal};
use crate::portal::source::PortalSource;

#[derive(Template)]
#[template(path = "border.html")]
struct BorderPage<'a> {
    frame: &'a Frame,
    fields: Fields,
    fault: Option<FaultTold>,
    shown: Option<Glance>,
    countries: Vec<CountryRow>,
}

/// Shows it. With a country and something to check in the address, it is checked: this is where links lead.
pub(super) async fn page(State(portal): State<Portal>, uri: Uri, headers: HeaderMap) -> Response {
    let office = portal.office.clone();
    // What an officer is shown is for nobody else.
    let is_personal = headers.contains_key(header::COOKIE);
    let shown = portal.show(uri, move |frame, source| {
        let fields = sent(frame);
        if fields.importing.is_empty() || (fields.certificate.is_empty() && fields.hs.is_empty()) {
            return empty(frame, source, fields);
        }
        answered(frame, source, fields, officer(office.as_ref(), &headers).as_ref())
    });
    let mut response = allowed(shown.await);
    if is_personal {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// The page with nothing answered. Without fields it is the same whatever the day and the log: a device keeps it.
pub(super) fn empty(frame: &Frame, source: &dyn PortalSource, fields: Fields) -> Result<String, PageError> {
    render(frame, source, fields, None, None)
}

/// The page with the answer, or the field that is to be corrected.
pub(super) fn answered(
    frame: &Frame,
    source: &dyn PortalSource,
    fields: Fields,
    officer: Option<&Acting>,
) -> Result<String, PageError> {
    match source.glance(&fields, frame.lang(), officer)? {
        Ok(shown) => render(frame, source, fields, None, Some(shown)),
        Err(fault) => faulty(frame, source, fields, fault),
    }
}

/// The page with a field that is to be corrected.
pub(super) fn faulty(
    frame: &Frame,
    source: &dyn PortalSource,
    fields: Fields,
    fault: FaultTold,
) -> Result<String, PageError> {
    render(frame, source, fields, Some(fault), None)
}

fn render(
    frame: &Frame,
    source: &dyn PortalSource,
    fields: Fields,
    fault: Option<FaultTold>,
    shown: Option<Glance>,
) -> Result<String, PageError> {
    let countries = source.countries(frame.today, frame.lang());
    Ok(BorderPage { frame, fields, fault, shown, countries }.render()?)
}

fn sent(frame: &Frame) -> Fields {
    let get = |name| frame.param(name).unwrap_or_default();
    Fields {
        certificate: get("certificate"),
        importing: get("importing"),
        on: get("on"),
        hs: get("hs"),
        edition: get("edition"),
        gtin: get("gtin"),
        model: get("model"),
        batch: get("batch"),
        serial: get("serial"),
        holder: get("holder"),
        document: String::new(),
    }
}

impl BorderPage<'_> {
    /// Whether this is the page that a device keeps: it is shown at any later time, so it says nothing of the log.
    fn is_kept(&self) -> bool {
        self.shown.is_none() && self.fault.is_none()
    }

    fn fault(&self, field: &str) -> Option<&str> {
        self.fault.as_ref().filter(|fault| fault.field == field).map(|fault| fault.text.as_str())
    }

    /// Countries, then groups of countries, each with the name of its part of the list.
    fn parts(&self) -> [(String, Vec<&CountryRow>); 2] {
        let rows = |group| self.countries.iter().filter(|row| row.group == group).collect();
        [(self.frame.say("nav-countries"), rows(false)), (self.frame.say("countries-groups"), rows(true))]
    }

    /// Fields that are rarely needed, with what is written in them.
    fn more(&self) -> [(&'static str, String, String, &str); 6] {
        let (frame, fields) = (self.frame, &self.fields);
        [
            ("hs", frame.say("border-hs"), frame.say("border-hs-hint"), fields.hs.as_str()),
            ("batch", frame.say("border-batch"), frame.say("border-batch-hint"), fields.batch.as_str()),
            ("holder", frame.say("border-holder"), frame.say("border-holder-hint"), fields.holder.as_str()),
            ("model", frame.say("border-model"), frame.say("border-model-hint"), fields.model.as_str()),
            ("gtin", frame.say("border-gtin"), frame.say("border-gtin-hint"), fields.gtin.as_str()),
            ("serial", frame.say("border-serial"), frame.say("border-serial-hint"), fields.serial.as_str()),
        ]
    }

    fn has_more(&self) -> bool {
        self.more().iter().any(|(name, _, _, value)| !value.is_empty() || self.fault(name).is_some())
            || self.fault("on").is_some()
            || !self.fields.on.is_empty()
    }

    fn words(&self) -> String {
        words::all(self.frame)
    }

    fn script(&self) -> String {
        assets::BORDER.path()
    }

    fn verifier(&self) -> String {
        assets::VERIFIER.path()
    }

    fn icon(&self) -> String {
        assets::ICON_192.path()
    }

    /// What is asked about: the number, else the commodity code.
    fn about(&self, shown: &Glance) -> String {
        let number = shown.question.pointer("/evidence/0/number").and_then(|number| number.as_str());
        number.unwrap_or(&self.fields.hs).to_owned()
    }

    fn importing(&self) -> &str {
        let code = &self.fields.importing;
        self.countries.iter().find(|row| row.code == *code).map_or(code, |row| &row.name)
    }

    fn day(&self, shown: &Glance) -> String {
        shown.question["on"].as_str().unwrap_or_default().to_owned()
    }
}
