//! What the pages ask of the application.

use std::ops::Range;

use app::border::{DeskChecks, StoreError};
use app::office::Acting;
use app::pages::FaultTold;
use app::view::calendar::CalendarView;
use app::view::certificate::CertificateView;
use app::view::comparison::Comparison;
use app::view::country::CountryRow;
use app::view::decision::{Asked, Refused, Told};
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

/// A question to try, offered on the start page.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What happens in it, in one sentence.
    pub text: String,
    /// Its query string, without the question mark.
    pub query: String,
}

/// Why the application has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// The question has no meaning here: a field of the form is to be corrected.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Try again later; the text says what is the matter.
    #[error("{0}")]
    Unavailable(String),
    /// It should not happen.
    #[error("{0}")]
    Broken(String),
}

/// What the pages ask. All calls may block: handlers make them where blocking is allowed.
///
/// `None` means that nothing of that name is on record.
pub trait PortalSource: Send + Sync + 'static {
    /// The day, in UTC.
    fn today(&self) -> Date;

    /// Size, root and age of the registry.
    fn as_of(&self) -> AsOf;

    /// Questions to try.
    fn examples(&self, language: &str) -> Vec<Example>;

    /// All countries and groups, by name.
    fn countries(&self, on: Date, language: &str) -> Vec<CountryRow>;

    /// A search over everything.
    ///
    /// # Errors
    /// When the index cannot be read.
    fn search(&self, query: &SearchQuery) -> Result<SearchView, SourceError>;

    /// An answer.
    ///
    /// # Errors
    /// When the question names what the registry does not know, or the store cannot be read.
    fn decide(&self, asked: &Asked) -> Result<Told, SourceError>;

    /// An answer at one glance, or the field that is to be corrected; with what other borders recorded, where an officer of
    /// an authority asks.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn glance(
        &self,
        fields: &Fields,
        language: &str,
        officer: Option<&Acting>,
    ) -> Result<Result<Glance, FaultTold>, SourceError>;

    /// Recorded checks for an officer of an authority, the latest first; `None` for anybody else, and where nothing of the
    /// border is kept.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn checks(
        &self,
        officer: &Acting,
        importing: Option<Jurisdiction>,
        before: Option<u64>,
    ) -> Result<Option<DeskChecks>, StoreError>;

    /// One thing on record: country, body, agreement, annex, regulation, objective or measure.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn record(&self, kind: Kind, id: &str, on: Date, language: &str) -> Result<Option<Record>, SourceError>;

    /// A standard.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn standard(
        &self,
        reference: &str,
        on: Date,
        language: &str,
    ) -> Result<Option<StandardView>, SourceError>;

    /// A certificate.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn certificate(
        &self,
        number: &str,
        on: Date,
        language: &str,
    ) -> Result<Option<CertificateView>, SourceError>;

    /// The network of recognition, for one chapter of the Harmonized System and one kind of recognition if given.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn network(
        &self,
        on: Date,
        sector: Option<&str>,
        recognises: Option<&str>,
        language: &str,
    ) -> Result<NetworkView, SourceError>;

    /// Some rows of what is due, of one country or of all; `None` if the country is not on record.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn calendar(
        &self,
        country: Option<Jurisdiction>,
        on: Date,
        rows: Range<usize>,
        language: &str,
    ) -> Result<Option<CalendarView>, SourceError>;

    /// Objectives and procedures by stage.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn objectives(&self, query: &ObjectivesQuery) -> Result<ObjectivesView, SourceError>;

    /// A procedure as a story.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn procedure(&self, id: &str, on: Date, language: &str) -> Result<Option<ProcedureStory>, SourceError>;

    /// Two drafts of a procedure side by side.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn comparison(
        &self,
        id: &str,
        drafts: (u32, u32),
        on: Date,
        language: &str,
    ) -> Result<Option<Comparison>, SourceError>;

    /// An objective as a story.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn objective_story(
        &self,
        id: &str,
        on: Date,
        language: &str,
    ) -> Result<Option<ObjectiveStory>, SourceError>;

    /// Recognised bodies; `None` if the objective asked for is not on record.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn recognised_bodies(&self, query: &BodiesQuery) -> Result<Option<BodiesView>, SourceError>;

    /// What objectives mean for a product.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn product(&self, query: &ProductQuery) -> Result<ProductView, SourceError>;

    /// The log with a page of its statements, the latest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn log(&self, page: u32, language: &str) -> Result<LogView, SourceError>;

    /// A statement.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn statement(&self, at: u64, language: &str) -> Result<Option<StatementView>, SourceError>;
}
