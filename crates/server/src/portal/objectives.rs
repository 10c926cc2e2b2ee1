//! Objectives and procedures by stage: a picture of the stages, a filter, the list.

use app::stories::Stage;
use app::view::objectives::{ObjectivesQuery, ObjectivesView};
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::address::query;
use super::frame::Frame;
use super::page::{PageError, Portal};
use super::parts::Pager;

/// Digits of a commodity code, points and spaces included.
const HS_CHARS_MAX: usize = 14;
/// Characters of the words that are looked for.
const TEXT_CHARS_MAX: usize = 200;

#[derive(Template)]
#[template(path = "objectives.html")]
struct ObjectivesPage<'a> {
    frame: &'a Frame,
    view: ObjectivesView,
    text: String,
    stage: String,
    country: String,
    hs: String,
    pager: Option<Pager>,
}

impl ObjectivesPage<'_> {
    fn is_chosen(&self, stage: &str) -> bool {
        self.stage == stage
    }

    /// The same list at one stage, or at all if it is that one already.
    fn at(&self, stage: &str) -> String {
        let stage = if self.is_chosen(stage) { "" } else { stage };
        let on = self.frame.param("on").unwrap_or_default();
        self.frame.here(&query(&[
            ("q", &self.text),
            ("stage", stage),
            ("country", &self.country),
            ("hs", &self.hs),
            ("on", &on),
        ]))
    }

    /// Length of the bar of a stage, in percent of the longest; what there is at all can be seen.
    fn share(&self, count: &usize) -> usize {
        let longest = self.view.stages.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
        if *count == 0 { 0 } else { (count * 100 / longest).max(2) }
    }
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let given = |name| frame.param(name).unwrap_or_default();
            let (text, stage, country, hs) = (given("q"), given("stage"), given("country"), given("hs"));
            let text: String = text.chars().take(TEXT_CHARS_MAX).collect();
            let view = source.objectives(&asked(frame, &text, &stage, &country, &hs)?)?;
            let keep = [
                ("q", text.clone()),
                ("stage", stage.clone()),
                ("country", country.clone()),
                ("hs", hs.clone()),
                ("on", view.on.to_string()),
            ];
            let pager = Pager::new(frame, view.page, view.pages, &keep, "found");
            Ok(ObjectivesPage { frame, view, text, stage, country, hs, pager }.render()?)
        })
        .await
}

fn asked(
    frame: &Frame,
    text: &str,
    stage: &str,
    country: &str,
    hs: &str,
) -> Result<ObjectivesQuery, PageError> {
    let no_stage = || PageError::Invalid(frame.about("error-stage", stage));
    let digits: String = hs.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    if hs.chars().count() > HS_CHARS_MAX || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(PageError::Invalid(frame.about("error-hs", hs)));
    }
    let code = || country.parse().map_err(|_| PageError::NotFound(country.to_owned()));
    Ok(ObjectivesQuery {
        stage: if stage.is_empty() { None } else { Some(Stage::named(stage).ok_or_else(no_stage)?) },
        country: if country.is_empty() { None } else { Some(code()?) },
        hs: digits,
        text: text.to_owned(),
        page: frame.page_number(),
        on: frame.on()?,
        language: frame.lang().to_owned(),
    })
}
