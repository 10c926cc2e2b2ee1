//! An objective: its text, what each country did with it as a picture and a table, bodies, restrictions, its story.

pub(super) mod regions;

use app::view::objective_story::{ObjectiveStory, Tile};
use app::view::{Kind, Record, Section, Source, Title};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use model::Date;

use super::address::{encode, query, segment};
use super::frame::Frame;
use super::page::Portal;
use super::record;

#[derive(Template)]
#[template(path = "objective.html")]
struct ObjectivePage<'a> {
    frame: &'a Frame,
    record: Record,
    story: ObjectiveStory,
}

/// How a country can stand, the strongest first, with the shape that shows it.
const STANDINGS: &[(&str, &str)] = &[
    ("adopted", "recognised"),
    ("adopting", "upcoming"),
    ("accepted", "discretionary"),
    ("agreed", "partly_recognised"),
    ("announced", "unknown"),
    ("ended", "not_recognised"),
    ("none", "not_required"),
];

impl ObjectivePage<'_> {
    /// Tables of the record that the story does not tell better.
    fn is_kept(&self, section: &Section) -> bool {
        section.title == Title::Standards
    }

    fn legend(&self) -> Vec<(&'static str, usize)> {
        let count = |standing: &str| self.story.tiles.iter().filter(|tile| tile.standing == standing).count();
        let all = STANDINGS.iter().map(|(standing, _)| (*standing, count(standing)));
        all.filter(|(_, count)| *count > 0).collect()
    }

    fn shape(&self, standing: &str) -> &'static str {
        STANDINGS.iter().find(|(known, _)| *known == standing).map_or("unknown", |(_, shape)| shape)
    }

    fn regions(&self) -> Vec<(&'static str, Vec<&Tile>)> {
        let of = |region: &'static str| {
            let tiles = self.story.tiles.iter().filter(|tile| regions::of(&tile.country.id) == region);
            (region, tiles.collect::<Vec<_>>())
        };
        regions::ALL.iter().map(|region| of(region)).filter(|(_, tiles)| !tiles.is_empty()).collect()
    }

    /// A day with its statement.
    fn dated(&self, what: &Option<(Date, Source)>) -> String {
        let Some((day, source)) = what else { return String::new() };
        let source = self.frame.source(source).render().unwrap_or_default();
        format!("<span><time datetime=\"{day}\">{}</time> {source}</span>", self.frame.day(day))
    }

    fn bodies(&self) -> String {
        self.frame.page(&format!("/recognised-bodies?{}", query(&[("objective", &self.story.subject.id)])))
    }

    fn export(&self) -> String {
        let id = segment(&self.story.subject.id);
        format!("/api/v1/objectives/{id}/export?language={}", encode(self.frame.lang()))
    }
}

/// Shows it; under an identifier of another instrument, that one.
pub(crate) async fn page(portal: State<Portal>, uri: Uri, id: Path<String>) -> Response {
    let shown = portal.0.clone().show_if(uri.clone(), {
        let id = id.0.clone();
        move |frame, source| {
            let record = source.record(Kind::Objective, &id, frame.on()?, frame.lang())?;
            let story = source.objective_story(&id, frame.on()?, frame.lang())?;
            let both = record.zip(story);
            let page = both.map(|(record, story)| ObjectivePage { frame, record, story }.render());
            Ok(page.transpose()?)
        }
    });
    match shown.await {
        Some(response) => response,
        None => record::objective(portal, uri, id).await,
    }
}
