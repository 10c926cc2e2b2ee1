//! The question as a form: what a visitor fills in, and what is wrong with it, field by field.

use app::view::country::CountryRow;
use app::view::decision::{Asked, Refused};
use askama::Template;
use model::{Date, HsCode, HsEdition, Jurisdiction};

use super::address;
use super::frame::Frame;
use super::page::day;

/// Documents in one question.
const CERTIFICATES_MAX: usize = 20;
/// Characters in one field: no identifier is longer.
const FIELD_CHARS_MAX: usize = 500;
/// Digits of a commodity code that name a product: less names a chapter or a heading with many products.
const HS_DIGITS_MIN: usize = 6;
/// Editions of the nomenclature offered, the current one first.
pub(crate) const EDITIONS: &[u16] = &[2022, 2017, 2012, 2007, 2002, 1996, 1992, 1988];

/// What is written in the fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    pub(crate) certificate: String,
    pub(crate) hs: String,
    pub(crate) edition: String,
    pub(crate) gtin: String,
    pub(crate) model: String,
    pub(crate) importing: String,
    pub(crate) origin: String,
    pub(crate) designating_party: String,
    pub(crate) on: String,
    pub(crate) known_at: String,
}

/// What is wrong with a field: its name and what to write instead.
pub(crate) type FieldErrors = Vec<(&'static str, String)>;

/// The form.
#[derive(Template)]
#[template(path = "parts/form.html")]
pub(crate) struct FormPart<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) fields: Fields,
    pub(crate) errors: FieldErrors,
    pub(crate) countries: Vec<CountryRow>,
    pub(crate) editions: &'static [u16],
}

impl<'a> FormPart<'a> {
    pub(crate) fn new(
        frame: &'a Frame,
        fields: Fields,
        errors: FieldErrors,
        countries: Vec<CountryRow>,
    ) -> Self {
        Self { frame, fields, errors, countries, editions: EDITIONS }
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    /// Countries, then groups of countries, each with the name of its part of the list.
    fn parts(&self) -> [(String, Vec<&CountryRow>); 2] {
        let rows = |group| self.countries.iter().filter(|row| row.group == group).collect();
        [(self.frame.say("nav-countries"), rows(false)), (self.frame.say("countries-groups"), rows(true))]
    }

    fn has_more(&self) -> bool {
        let fields = &self.fields;
        let more = [&fields.gtin, &fields.model, &fields.origin, &fields.designating_party, &fields.known_at];
        let within = ["edition", "origin", "designating_party", "known_at"];
        more.iter().any(|value| !value.is_empty())
            || self.errors.iter().any(|(name, _)| within.contains(name))
    }
}

impl Fields {
    /// The fields of an empty form.
    pub(crate) fn empty(today: Date) -> Self {
        Self { on: today.to_string(), edition: EDITIONS[0].to_string(), ..Self::default() }
    }

    /// The fields as they were sent.
    pub(crate) fn sent(frame: &Frame) -> Self {
        let get =
            |name| frame.param(name).unwrap_or_default().chars().take(FIELD_CHARS_MAX).collect::<String>();
        let or = |value: String, other: String| if value.is_empty() { other } else { value };
        Self {
            certificate: get("certificate"),
            hs: get("hs"),
            edition: or(get("edition"), EDITIONS[0].to_string()),
            gtin: get("gtin"),
            model: get("model"),
            importing: get("importing"),
            origin: get("origin"),
            designating_party: get("designating_party"),
            on: or(get("on"), frame.today.to_string()),
            known_at: get("known_at"),
        }
    }

    /// The query string that asks the same, at one point of the log.
    pub(crate) fn query(&self, known_at: &str) -> String {
        let edition = if self.hs.is_empty() { "" } else { self.edition.as_str() };
        address::query(&[
            ("certificate", &self.certificate),
            ("hs", &self.hs),
            ("edition", edition),
            ("gtin", &self.gtin),
            ("model", &self.model),
            ("importing", &self.importing),
            ("origin", &self.origin),
            ("designating_party", &self.designating_party),
            ("on", &self.on),
            ("known_at", known_at),
        ])
    }

    /// The question, or what is wrong with each field.
    pub(crate) fn read(&self, frame: &Frame) -> Result<Asked, FieldErrors> {
        let mut errors = FieldErrors::new();
        let certificates = self.certificates();
        if certificates.len() > CERTIFICATES_MAX {
            errors.push(("certificate", frame.about("form-error-many", CERTIFICATES_MAX)));
        }
        if certificates.is_empty() && self.hs.is_empty() {
            errors.push(("certificate", frame.say("form-error-empty")));
        }
        let hs = optional::<HsCode>(&self.hs, "hs", || frame.about("form-error-hs", &self.hs), &mut errors);
        if hs.is_some_and(|code| code.as_str().len() < HS_DIGITS_MIN) {
            errors.push(("hs", frame.about("form-error-hs-short", &self.hs)));
        }
        let edition = self.edition.parse().ok().and_then(|year: u16| HsEdition::try_from(year).ok());
        if edition.is_none() {
            errors.push(("edition", frame.about("form-error-edition", &self.edition)));
        }
        if self.importing.is_empty() {
            errors.push(("importing", frame.say("form-error-importing")));
        }
        let country = |text: &str| frame.about("form-error-country", text);
        let mut read =
            |text: &str, field| optional::<Jurisdiction>(text, field, || country(text), &mut errors);
        let importing = read(&self.importing, "importing");
        let origin = read(&self.origin, "origin");
        let designating_party = read(&self.designating_party, "designating_party");
        let on = day(&self.on);
        if on.is_none() {
            errors.push(("on", frame.about("error-day", &self.on)));
        }
        let known_at = optional::<u64>(
            &self.known_at,
            "known_at",
            || frame.about("form-error-known", &self.known_at),
            &mut errors,
        );
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        match (importing, on) {
            (Some(importing), Some(on)) if errors.is_empty() => Ok(Asked {
                certificates,
                hs,
                edition: hs.and(edition),
                gtin: given(&self.gtin),
                model: given(&self.model),
                importing,
                origin,
                designating_party,
                on,
                known_at,
                language: frame.lang().to_owned(),
            }),
            _ => Err(errors),
        }
    }

    /// What the registry refused, beside the field that is to be corrected.
    pub(crate) fn refused(&self, frame: &Frame, refused: &Refused) -> (&'static str, String) {
        match refused {
            Refused::Country(code) => {
                let fields = [("origin", &self.origin), ("designating_party", &self.designating_party)];
                let field = fields.iter().find(|(_, written)| written.as_str() == code.as_str());
                (field.map_or("importing", |(name, _)| name), said(frame, refused))
            }
            Refused::NoProduct if self.certificate.is_empty() => ("hs", said(frame, refused)),
            Refused::NoProduct => ("hs", frame.about("form-error-no-product", &self.certificate)),
            Refused::NoSuchCode { .. } => ("hs", said(frame, refused)),
            Refused::NotYetKnown { .. } => ("known_at", said(frame, refused)),
            Refused::Number(_) | Refused::Other(_) => ("certificate", said(frame, refused)),
        }
    }

    fn certificates(&self) -> Vec<String> {
        self.certificate.split(',').map(str::trim).filter(|n| !n.is_empty()).map(str::to_owned).collect()
    }
}

/// What the registry refused, in the language of the page.
pub(crate) fn said(frame: &Frame, refused: &Refused) -> String {
    match refused {
        Refused::Country(code) => frame.about("form-error-country", code),
        Refused::Number(text) => frame.about("form-error-number", text),
        Refused::NoProduct => frame.say("form-error-empty"),
        Refused::NoSuchCode { code, edition } => {
            frame.about_two("form-error-no-such-code", code, edition.year())
        }
        Refused::NotYetKnown { known_at, size } => {
            frame.about_two("form-error-not-yet", known_at, frame.number(size))
        }
        Refused::Other(text) => {
            // In English, and for whoever runs the server: no form can ask what it speaks of.
            tracing::warn!(refusal = %text, path = %frame.path, "a page asked what cannot be asked");
            frame.say("form-error-other")
        }
    }
}

fn optional<T: std::str::FromStr>(
    text: &str,
    field: &'static str,
    message: impl FnOnce() -> String,
    errors: &mut FieldErrors,
) -> Option<T> {
    if text.is_empty() {
        return None;
    }
    let value = text.parse().ok();
    if value.is_none() {
        errors.push((field, message()));
    }
    value
}
