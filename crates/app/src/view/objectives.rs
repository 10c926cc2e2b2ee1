//! Objectives and procedures by stage, with what a reader may ask for: stage, country, products, words.

use model::{Date, Jurisdiction};

use super::reading::scope;
use super::{Cell, Kind, Named, Reading, Source};
use crate::stories::{Stage, Stories, Story};

/// Rows on one page.
const ROWS: usize = 50;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectivesQuery {
    /// Only at this stage.
    pub stage: Option<Stage>,
    /// Only those that concern this country.
    pub country: Option<Jurisdiction>,
    /// Only for products whose commodity code begins with these digits; empty for all.
    pub hs: String,
    /// Only those whose title or number has all these words; empty for all.
    pub text: String,
    /// Page, counted from 1.
    pub page: usize,
    /// The day.
    pub on: Date,
    /// Language of names.
    pub language: String,
}

/// The list.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectivesView {
    /// The day.
    pub on: Date,
    /// How many match at each stage, in the order of the stages, whatever stage is asked for.
    pub stages: Vec<(&'static str, usize)>,
    /// Rows of this page, those with the latest act first.
    pub rows: Vec<ObjectiveRow>,
    /// How many match.
    pub total: usize,
    /// Page, counted from 1.
    pub page: usize,
    /// Number of pages.
    pub pages: usize,
    /// Countries to choose from.
    pub countries: Vec<Named>,
}

/// An objective or procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveRow {
    /// Its page.
    pub subject: Named,
    /// The objective that a procedure made.
    pub objective: Option<Named>,
    /// The objective that it revises.
    pub revises: Option<Named>,
    /// How far it has come.
    pub stage: &'static str,
    /// Its products.
    pub products: Cell,
    /// How many countries it concerns.
    pub countries: usize,
    /// Day of the last act.
    pub last_on: Date,
    /// Statement of the last act.
    pub source: Source,
}

/// The list that was asked for.
pub fn objectives(reading: &Reading<'_>, stories: &Stories, query: &ObjectivesQuery) -> ObjectivesView {
    let words: Vec<_> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<&Story> = stories.all().filter(|story| matches(story, query, &words)).collect();
    let stage = |stage: &Stage| (stage.as_str(), found.iter().filter(|story| story.stage == *stage).count());
    let stages = Stage::ALL.iter().map(stage).collect();
    found.retain(|story| query.stage.is_none_or(|stage| story.stage == stage));
    found.sort_by_key(|story| std::cmp::Reverse((story.last_on, story.last_at)));
    let pages = found.len().div_ceil(ROWS).max(1);
    let page = query.page.clamp(1, pages);
    let shown = found.iter().skip((page - 1) * ROWS).take(ROWS);
    ObjectivesView {
        on: reading.on,
        stages,
        rows: shown.map(|story| row(reading, story)).collect(),
        total: found.len(),
        page,
        pages,
        countries: super::countries_by_name(reading),
    }
}

fn matches(story: &Story, query: &ObjectivesQuery, words: &[String]) -> bool {
    let of_country = query.country.is_none_or(|country| story.countries.contains(&country));
    of_country && (query.hs.is_empty() || touches(story, &query.hs)) && has_all(story, words)
}

/// Whether products of a code that begins with these digits may be in its scope.
fn touches(story: &Story, digits: &str) -> bool {
    story.products.as_ref().is_some_and(|scope| {
        scope.hs.is_empty()
            || scope
                .hs
                .iter()
                .any(|code| code.as_str().starts_with(digits) || digits.starts_with(code.as_str()))
    })
}

fn has_all(story: &Story, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = story.title.0.values().cloned().collect::<Vec<_>>().join(" ");
    text.push(' ');
    text.push_str(story.id.as_str());
    story.objective.iter().for_each(|id| {
        text.push(' ');
        text.push_str(id.as_str());
    });
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

fn row(reading: &Reading<'_>, story: &Story) -> ObjectiveRow {
    let title = story.title.in_language(reading.language);
    let kind = if story.is_procedure { Kind::Procedure } else { Kind::Objective };
    let name = if title.is_empty() { story.id.as_str() } else { title };
    let made = story.objective.as_ref().filter(|_| story.is_procedure);
    ObjectiveRow {
        subject: Named::new(kind, story.id.as_str(), name),
        objective: made.map(|id| reading.instrument(id)),
        revises: story.revises.as_ref().map(|id| reading.instrument(id)),
        stage: story.stage.as_str(),
        products: story.products.as_ref().map_or(Cell::Nothing, scope),
        countries: story.countries.len(),
        last_on: story.last_on,
        source: Source { at: story.last_at.0, report: None },
    }
}
