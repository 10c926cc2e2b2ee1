//! Checks that were recorded at the border of a country, for officers of its authorities (SUR-06).

use app::border::{CHECKS_PAGE, CheckView, DeskChecks};
use app::office::OfficeError;
use app::view::country::CountryRow;
use askama::Template;
use axum::response::Response;

use super::view::{Answer, Around, Asked};
use crate::portal::address;
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/checks.html")]
struct ChecksPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    shown: DeskChecks,
    /// Countries and groups to choose from, by name.
    countries: Vec<CountryRow>,
}

impl ChecksPage<'_> {
    fn is_shown(&self, country: &CountryRow) -> bool {
        country.code == self.shown.importing.to_string()
    }

    fn text<'v>(&self, view: &'v CheckView, pointer: &str) -> Option<&'v str> {
        view.check.pointer(pointer).and_then(|value| value.as_str())
    }

    /// When it was checked, by the clock of whoever did.
    fn checked_at(&self, view: &CheckView) -> String {
        let at = self.text(view, "/checked_at").unwrap_or(&view.received_at);
        let at = at.parse::<jiff::Timestamp>().ok().and_then(|at| u64::try_from(at.as_second()).ok());
        at.map(|seconds| self.frame.moment(&seconds)).unwrap_or_default()
    }

    fn outcome(&self, view: &CheckView) -> String {
        self.frame.word("overall", self.text(view, "/outcome").unwrap_or_default())
    }

    /// The page with the checks before these.
    fn earlier(&self) -> Option<String> {
        let full = self.shown.checks.len() == CHECKS_PAGE;
        let before = self.shown.checks.last().filter(|_| full)?.sequence.to_string();
        let importing = self.shown.importing.to_string();
        Some(self.frame.here(&address::query(&[("importing", &importing), ("before", &before)])))
    }
}

/// Shows a page of them, the latest first.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let importing = view.frame.param("importing").filter(|code| !code.is_empty());
            let importing = importing.map(|code| code.parse()).transpose();
            let importing = importing.map_err(|_| OfficeError::NotAuthority)?;
            let before = view.frame.param("before").and_then(|before| before.parse().ok());
            let shown = view.source.checks(acting, importing, before).map_err(OfficeError::from)?;
            let shown = shown.ok_or(OfficeError::NotAuthority)?;
            let mut countries = view.source.countries(view.frame.today, view.frame.lang());
            countries.retain(|row| shown.countries.iter().any(|code| code.to_string() == row.code));
            let around = Around::new(view, acting)?;
            Ok(Answer::Page(ChecksPage { frame: view.frame, around, shown, countries }.render()?))
        })
        .await
}
