//! The real source of pages: the application.

use std::ops::Range;
use std::sync::Arc;

use app::border::{Border, DeskChecks, StoreError};
use app::office::Acting;
use app::pages::{FaultTold, PageError, Pages};
use app::view::calendar::CalendarView;
use app::view::certificate::CertificateView;
use app::view::comparison::Comparison;
use app::view::country::CountryRow;
use app::view::decision::{Asked, Told};
use app::view::log::{LogView, StatementView};
use app::view::network::NetworkView;
use app::view::objective_story::ObjectiveStory;
use app::view::objectives::{ObjectivesQuery, ObjectivesView};
use app::view::procedure::ProcedureStory;
use app::view::product::{ProductQuery, ProductView};
use app::view::recognised_bodies::{BodiesQuery, BodiesView};
use app::view::search::{SearchQuery, SearchView};
use app::view::standard::StandardView;
use app::view::{AsOf, Kind, Record};
use glance::{Fields, Glance};
use model::{Date, Jurisdiction};

use super::source::{Example, PortalSource, SourceError};

/// Questions to try, in the languages of the portal.
#[derive(Clone, Debug, Default)]
pub struct Examples(pub Vec<ExampleIn>);

/// One question to try.
#[derive(Clone, Debug)]
pub struct ExampleIn {
    /// Language of its text.
    pub language: &'static str,
    /// The text and the query string.
    pub example: Example,
}

/// The application as the portal asks it.
pub struct AppSource {
    pages: Arc<Pages>,
    examples: Examples,
    border: Option<Border>,
}

impl AppSource {
    /// A source over the application, with questions to try.
    pub fn new(pages: Arc<Pages>, examples: Examples) -> Self {
        Self { pages, examples, border: None }
    }

    /// The same with what is done at the border, for officers of authorities.
    #[must_use]
    pub fn with_border(self, border: Border) -> Self {
        Self { border: Some(border), ..self }
    }
}

impl PortalSource for AppSource {
    fn today(&self) -> Date {
        self.pages.today()
    }

    fn as_of(&self) -> AsOf {
        self.pages.as_of()
    }

    fn examples(&self, language: &str) -> Vec<Example> {
        self.examples.0.iter().filter(|e| e.language == language).map(|e| e.example.clone()).collect()
    }

    fn countries(&self, on: Date, language: &str) -> Vec<CountryRow> {
        self.pages.countries(on, language)
    }

    fn search(&self, query: &SearchQuery) -> Result<SearchView, SourceError> {
        Ok(self.pages.search(query)?)
    }

    fn decide(&self, asked: &Asked) -> Result<Told, SourceError> {
        Ok(self.pages.decide(asked)?)
    }

    fn glance(
        &self,
        fields: &Fields,
        language: &str,
        officer: Option<&Acting>,
    ) -> Result<Result<Glance, FaultTold>, SourceError> {
        let shown = self.pages.glance(fields, language, self.border.as_ref().zip(officer));
        shown.map_err(|error| SourceError::Unavailable(error.to_string()))
    }

    fn checks(
        &self,
        officer: &Acting,
        importing: Option<Jurisdiction>,
        before: Option<u64>,
    ) -> Result<Option<DeskChecks>, StoreError> {
        let Some(border) = &self.border else { return Ok(None) };
        border.checks_at_desk(officer, importing, before)
    }

    fn record(&self, kind: Kind, id: &str, on: Date, language: &str) -> Result<Option<Record>, SourceError> {
        Ok(self.pages.record(kind, id, on, language))
    }

    fn standard(
        &self,
        reference: &str,
        on: Date,
        language: &str,
    ) -> Result<Option<StandardView>, SourceError> {
        Ok(self.pages.standard(reference, on, language))
    }

    fn certificate(
        &self,
        number: &str,
        on: Date,
        language: &str,
    ) -> Result<Option<CertificateView>, SourceError> {
        Ok(self.pages.certificate(number, on, language)?)
    }

    fn network(
        &self,
        on: Date,
        sector: Option<&str>,
        recognises: Option<&str>,
        language: &str,
    ) -> Result<NetworkView, SourceError> {
        Ok(self.pages.network(on, sector, recognises, language))
    }

    fn calendar(
        &self,
        country: Option<Jurisdiction>,
        on: Date,
        rows: Range<usize>,
        language: &str,
    ) -> Result<Option<CalendarView>, SourceError> {
        Ok(self.pages.calendar(country, on, rows, language)?)
    }

    fn objectives(&self, query: &ObjectivesQuery) -> Result<ObjectivesView, SourceError> {
        Ok(self.pages.objectives(query)?)
    }

    fn procedure(&self, id: &str, on: Date, language: &str) -> Result<Option<ProcedureStory>, SourceError> {
        Ok(self.pages.procedure(id, on, language)?)
    }

    fn comparison(
        &self,
        id: &str,
        drafts: (u32, u32),
        on: Date,
        language: &str,
    ) -> Result<Option<Comparison>, SourceError> {
        Ok(self.pages.comparison(id, drafts, on, language))
    }

    fn objective_story(
        &self,
        id: &str,
        on: Date,
        language: &str,
    ) -> Result<Option<ObjectiveStory>, SourceError> {
        Ok(self.pages.objective_story(id, on, language)?)
    }

    fn recognised_bodies(&self, query: &BodiesQuery) -> Result<Option<BodiesView>, SourceError> {
        Ok(self.pages.recognised_bodies(query))
    }

    fn product(&self, query: &ProductQuery) -> Result<ProductView, SourceError> {
        Ok(self.pages.product(query))
    }

    fn log(&self, page: u32, language: &str) -> Result<LogView, SourceError> {
        Ok(self.pages.log(page, language)?)
    }

    fn statement(&self, at: u64, language: &str) -> Result<Option<StatementView>, SourceError> {
        Ok(self.pages.statement(at, language)?)
    }
}

impl From<PageError> for SourceError {
    fn from(error: PageError) -> Self {
        match error {
            PageError::Refused(refused) => SourceError::Refused(refused),
            PageError::Store(error) => SourceError::Unavailable(error.to_string()),
        }
    }
}
