//! Pages about objectives: lists, stories, drafts, bodies, products, and what is due.

use std::ops::Range;
use std::sync::Arc;

use model::{Date, InstrumentId, Jurisdiction};

use super::{PageError, Pages};
use crate::lookup::{CertificateFilter, LookupError, When};
use crate::stories::Stories;
use crate::view::calendar::{CalendarView, calendar};
use crate::view::comparison::{Comparison, comparison};
use crate::view::decision::Refused;
use crate::view::objective_story::{ObjectiveStory, objective_story};
use crate::view::objectives::{ObjectivesQuery, ObjectivesView, objectives};
use crate::view::procedure::{ProcedureStory, procedure};
use crate::view::product::{ProductQuery, ProductView, product};
use crate::view::recognised_bodies::{BodiesQuery, BodiesView, recognised_bodies};

/// Claims of conformity shown with an objective; the API lists them all.
const CLAIMS_MAX: usize = 25;

impl Pages {
    /// Some rows of what is due, of one country or of all; `None` if the country is not on record.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn calendar(
        &self,
        country: Option<Jurisdiction>,
        on: Date,
        rows: Range<usize>,
        language: &str,
    ) -> Result<Option<CalendarView>, PageError> {
        if country.is_some_and(|code| !self.app.state().registry().knows(code)) {
            return Ok(None);
        }
        let list =
            self.app.due_rows(country, When { on: Some(on), known_at: None }, rows).map_err(looked_up)?;
        let words = self.words(language);
        Ok(Some(self.read(on, language, |reading| calendar(reading, words, &list, country))))
    }

    /// Objectives and procedures by stage.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn objectives(&self, query: &ObjectivesQuery) -> Result<ObjectivesView, PageError> {
        let stories = self.stories(query.on)?;
        Ok(self.read(query.on, &query.language, |reading| objectives(reading, &stories, query)))
    }

    /// A procedure as a story.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn procedure(&self, id: &str, on: Date, language: &str) -> Result<Option<ProcedureStory>, PageError> {
        let Ok(id) = id.parse::<InstrumentId>() else { return Ok(None) };
        let stories = self.stories(on)?;
        let words = self.words(language);
        Ok(self.read(on, language, |reading| procedure(reading, words, &stories, &id)))
    }

    /// Two drafts of a procedure side by side.
    pub fn comparison(&self, id: &str, drafts: (u32, u32), on: Date, language: &str) -> Option<Comparison> {
        let id = id.parse().ok()?;
        self.read(on, language, |reading| comparison(reading, &id, drafts.0, drafts.1))
    }

    /// An objective as a story.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn objective_story(
        &self,
        id: &str,
        on: Date,
        language: &str,
    ) -> Result<Option<ObjectiveStory>, PageError> {
        let Ok(id) = id.parse::<InstrumentId>() else { return Ok(None) };
        let stories = self.stories(on)?;
        let words = self.words(language);
        let link = Some(("act".to_owned(), id.to_string()));
        let filter = CertificateFilter { link, after: None, limit: CLAIMS_MAX };
        let when = When { on: Some(on), known_at: None };
        let (claims, _) = self.app.certificates(&filter, when).map_err(looked_up)?;
        Ok(self.read(on, language, |reading| objective_story(reading, words, &stories, &claims, &id)))
    }

    /// Recognised bodies; `None` if the objective asked for is not on record.
    pub fn recognised_bodies(&self, query: &BodiesQuery) -> Option<BodiesView> {
        self.read(query.on, &query.language, |reading| recognised_bodies(reading, query))
    }

    /// What objectives mean for a product.
    pub fn product(&self, query: &ProductQuery) -> ProductView {
        self.read(query.on, &query.language, |reading| product(reading, query))
    }

    fn stories(&self, on: Date) -> Result<Arc<Stories>, PageError> {
        let found = self.app.stories(When { on: Some(on), known_at: None });
        Ok(found.map_err(looked_up)?.0)
    }
}

fn looked_up(error: LookupError) -> PageError {
    match error {
        LookupError::Store(error) => PageError::Store(error),
        other => PageError::Refused(Refused::Other(other.to_string())),
    }
}
