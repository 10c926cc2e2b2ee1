//! Recognised bodies, of one objective or of all: competence, products, days, withdrawal (L 27).

use app::view::Cell;
use app::view::recognised_bodies::{BodiesQuery, BodiesView};
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::frame::Frame;
use super::page::{PageError, Portal};
use super::parts::Pager;

/// Characters of the words that are looked for.
const TEXT_CHARS_MAX: usize = 200;

#[derive(Template)]
#[template(path = "recognised_bodies.html")]
struct RecognisedBodiesPage<'a> {
    frame: &'a Frame,
    view: BodiesView,
    text: String,
    country: String,
    pager: Option<Pager>,
}

impl RecognisedBodiesPage<'_> {
    fn title(&self) -> String {
        match &self.view.objective {
            Some(objective) => self.frame.about("bodies-title-of", &objective.id),
            None => self.frame.say("bodies-title"),
        }
    }
}

/// Shows it.
pub(crate) async fn page(State(portal): State<Portal>, uri: Uri) -> Response {
    portal
        .show(uri, |frame, source| {
            let given = |name| frame.param(name).unwrap_or_default();
            let (objective, country) = (given("objective"), given("country"));
            let text: String = given("q").chars().take(TEXT_CHARS_MAX).collect();
            let not_found = |what: &str| PageError::NotFound(what.to_owned());
            let query = BodiesQuery {
                objective: match objective.as_str() {
                    "" => None,
                    id => Some(id.parse().map_err(|_| not_found(id))?),
                },
                country: match country.as_str() {
                    "" => None,
                    code => Some(code.parse().map_err(|_| not_found(code))?),
                },
                text: text.clone(),
                page: frame.page_number(),
                on: frame.on()?,
                language: frame.lang().to_owned(),
            };
            let view = source.recognised_bodies(&query)?.ok_or_else(|| not_found(&objective))?;
            let keep = [
                ("objective", objective),
                ("q", text.clone()),
                ("country", country.clone()),
                ("on", view.on.to_string()),
            ];
            let pager = Pager::new(frame, view.page, view.pages, &keep, "bodies");
            Ok(RecognisedBodiesPage { frame, view, text, country, pager }.render()?)
        })
        .await
}
