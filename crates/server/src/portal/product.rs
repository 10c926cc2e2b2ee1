//! What objectives mean for a product, for a supplier: which cover it, who adopted or accepts, what evidence is needed
//! from whom and from when, what restricts; with the question for the decision page filled in.

use app::view::product::{COUNTRIES_MAX, CountryAnswer, ProductQuery, ProductView};
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use model::{HsCode, HsEdition, Jurisdiction};

use super::address::query;
use super::frame::Frame;
use super::page::{PageError, Portal};

/// Characters of the words for a product.
const TEXT_CHARS_MAX: usize = 200;

#[derive(Template)]
#[template(path = "product.html")]
struct ProductPage<'a> {
    frame: &'a Frame,
    view: ProductView,
    text: String,
    error: Option<String>,
}

impl ProductPage<'_> {
    fn countries_max(&self) -> usize {
        COUNTRIES_MAX
    }

    /// What stands in the field: the words, else the code.
    fn written(&self) -> String {
        let code = || self.view.product.as_ref().map(|(hs, ..)| hs.to_string());
        Some(self.text.clone()).filter(|text| !text.is_empty()).or_else(code).unwrap_or_default()
    }

    fn is_chosen(&self, code: &str) -> bool {
        self.view.chosen.iter().any(|chosen| chosen.as_str() == code)
    }

    /// The same question about one code.
    fn choose(&self, code: String) -> String {
        let on = self.view.on.to_string();
        let mut pairs = vec![("q", self.text.as_str()), ("hs", code.as_str()), ("on", on.as_str())];
        pairs.extend(self.view.chosen.iter().map(|country| ("country", country.as_str())));
        self.frame.here(&query(&pairs))
    }

    fn asked(&self, hs: &HsCode, name: &Option<String>) -> String {
        match name {
            Some(name) => self.frame.about_two("product-answer-named", hs, name),
            None => self.frame.about("product-answer", hs),
        }
    }

    fn chosen(&self) -> Vec<(&str, &str)> {
        let name = |code: &Jurisdiction| {
            let known = self.view.countries.iter().find(|named| named.id == code.as_str());
            known.map_or("", |named| named.name.as_str())
        };
        self.view.chosen.iter().map(|code| (code.as_str(), name(code))).collect()
    }

    /// The decision page with the question filled in.
    fn decide(&self, country: &str) -> String {
        let Some((hs, edition, _)) = &self.view.product else { return self.frame.page("/decide") };
        let (hs, edition) = (hs.to_string(), edition.year().to_string());
        let on = self.view.on.to_string();
        let pairs = [("hs", hs.as_str()), ("edition", &edition), ("importing", country), ("on", &on)];
        self.frame.page(&format!("/decide?{}", query(&pairs)))
    }

    fn bodies(&self, objective: &str) -> String {
        let on = self.view.on.to_string();
        self.frame.page(&format!("/recognised-bodies?{}", query(&[("objective", objective), ("on", &on)])))
    }

    fn words(&self, family: &str, codes: &[&'static str]) -> String {
        codes.iter().map(|code| self.frame.word(family, code)).collect::<Vec<_>>().join(", ")
    }

    fn stands(&self, answer: &CountryAnswer) -> String {
        let day = answer.since.map(|day| self.frame.day(&day)).unwrap_or_default();
        self.frame.about(&format!("product-stands-{}", answer.standing.replace('_', "-")), day)
    }

    fn shape(&self, standing: &str) -> &'static str {
        match standing {
            "law" => "recognised",
            "law_later" => "upcoming",
            "accepts" => "discretionary",
            "undertaking" => "partly_recognised",
            "announced" => "unknown",
            _ => "not_required",
        }
    }
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let text: String = frame.param("q").unwrap_or_default().chars().take(TEXT_CHARS_MAX).collect();
            let (query, error) = asked(frame, &text)?;
            let view = source.product(&query)?;
            Ok(ProductPage { frame, view, text, error }.render()?)
        })
        .await
}

/// The question, and what is wrong with it: without a code the page asks again.
fn asked(frame: &Frame, text: &str) -> Result<(ProductQuery, Option<String>), PageError> {
    let mut error = None;
    let hs = frame.param("hs").and_then(|code| match code.parse::<HsCode>() {
        Ok(code) => Some(code),
        Err(_) => {
            error = Some(frame.about("error-hs", code));
            None
        }
    });
    let codes = frame.params("country");
    let code = |code: &String| code.parse().map_err(|_| PageError::NotFound(code.clone()));
    if codes.len() > COUNTRIES_MAX {
        error = Some(frame.about("product-error-countries", COUNTRIES_MAX));
    }
    let countries = codes.iter().take(COUNTRIES_MAX).map(code).collect::<Result<Vec<Jurisdiction>, _>>()?;
    let query = ProductQuery {
        text: text.to_owned(),
        hs,
        edition: HsEdition::CURRENT,
        countries,
        on: frame.on()?,
        language: frame.lang().to_owned(),
    };
    Ok((query, error))
}
