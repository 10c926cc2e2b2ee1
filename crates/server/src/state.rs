//! What the handlers share.

use std::num::NonZeroU32;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use app::App;
use app::border::Border;
use app::office::Office;
use app::pages::Pages;
use app::search::{SearchRequest, SearchResults};
use ipnet::IpNet;
use tokio::sync::Semaphore;

use crate::api::v1::events;
use crate::metrics::Metrics;
use crate::quota::Quotas;
use crate::surroundings::Identifiers;

/// Searches the index; the application's owner decides which index that is.
pub type Searcher = Arc<dyn Fn(&SearchRequest) -> Result<SearchResults, String> + Send + Sync>;

/// Where a server is reached that was told no address.
pub(crate) const UNKNOWN_BASE: &str = "http://localhost";

/// What the handlers share. A clone is one count: each request makes several.
#[derive(Clone)]
pub struct ServerState(Arc<Shared>);

/// The parts of the state.
#[derive(Clone)]
pub struct Shared {
    /// The application.
    pub app: App,
    /// The index of search, if there is one.
    pub(crate) search: Option<Searcher>,
    /// Where public comments are kept, if they are.
    pub(crate) office: Option<Office>,
    /// What is done at the border, if it is kept.
    pub(crate) border: Option<Border>,
    /// Where it is reached: addresses in credentials and sets of links begin with it.
    pub(crate) base: Arc<str>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) identifiers: Arc<Identifiers>,
    pub(crate) quotas: Arc<Quotas>,
    /// Room for those who listen to events.
    pub(crate) listeners: Arc<Semaphore>,
    /// Pages for files, made when the first file is asked for.
    files: Arc<OnceLock<Arc<Pages>>>,
}

/// Limits of the server. Each has a default that serves one machine in public.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Requests per second from one address, with bursts of ten times as many; `None` for no limit. Requests from
    /// the machine itself are not counted: who sits there has other means.
    pub requests_per_second: Option<NonZeroU32>,
    /// Proxies whose word on where a request comes from is taken (`Forwarded` or `X-Forwarded-For`).
    pub trusted_proxies: Vec<IpNet>,
    /// Statements per minute of one party, with bursts of as many; `None` for no limit.
    pub statements_per_minute: Option<NonZeroU32>,
    /// How long a request may take until its answer begins.
    pub answer_within: Duration,
    /// How long a stream may be silent.
    pub stream_silence: Duration,
    /// How long requests in flight may take to end when the server stops.
    pub stop_within: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            requests_per_second: NonZeroU32::new(500),
            trusted_proxies: Vec::new(),
            // Bodies upload in bulk, in bursts of 2,000 a second; a batch act carries many certificates.
            statements_per_minute: NonZeroU32::new(120_000),
            answer_within: Duration::from_secs(30),
            stream_silence: Duration::from_secs(60),
            stop_within: Duration::from_secs(20),
        }
    }
}

impl Deref for ServerState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl ServerState {
    /// The state over an application.
    pub fn new(app: App, settings: Settings) -> Self {
        let quotas = Arc::new(Quotas::new(settings.requests_per_second, settings.statements_per_minute));
        Self(Arc::new(Shared {
            app,
            search: None,
            office: None,
            border: None,
            base: UNKNOWN_BASE.into(),
            settings: Arc::new(settings),
            metrics: Arc::default(),
            identifiers: Arc::default(),
            quotas,
            listeners: events::listen::places(),
            files: Arc::default(),
        }))
    }

    /// The same with public comments on drafts and signed credentials, reached under the address of the office.
    #[must_use]
    pub fn with_office(self, office: Office) -> Self {
        self.with(|shared| {
            shared.base = office.public_url().origin().into();
            shared.office = Some(office);
        })
    }

    /// The same with what is done at the border.
    #[must_use]
    pub fn with_border(self, border: Border) -> Self {
        self.with(|shared| shared.border = Some(border))
    }

    /// Pages for files of one thing.
    ///
    /// # Errors
    /// When the translations are broken.
    pub(crate) fn pages(&self) -> Result<Arc<Pages>, explain::WordsError> {
        if let Some(pages) = self.files.get() {
            return Ok(pages.clone());
        }
        let made = Arc::new(Pages::without_search(self.app.clone())?);
        Ok(self.files.get_or_init(|| made).clone())
    }

    /// The same with search.
    #[must_use]
    pub fn with_search<E: std::fmt::Display>(
        self,
        search: impl Fn(&SearchRequest) -> Result<SearchResults, E> + Send + Sync + 'static,
    ) -> Self {
        let search: Searcher = Arc::new(move |request| search(request).map_err(|error| error.to_string()));
        self.with(|shared| shared.search = Some(search))
    }

    fn with(self, change: impl FnOnce(&mut Shared)) -> Self {
        let mut shared = Arc::unwrap_or_clone(self.0);
        change(&mut shared);
        Self(Arc::new(shared))
    }
}
