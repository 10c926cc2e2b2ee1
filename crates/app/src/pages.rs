//! What the portal's pages show, read from one published state each.

mod at_glance;
mod objectives;

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use decision::{EvidenceReference, Question, QuestionError};
use explain::{Words, WordsError};
use model::{CertificateNumber, Date, Jurisdiction, LogIndex, PartyId, Product, StandardReference};
use registry::Registry;
use store::{Search, SearchDocument, SearchRequest, StoreError};

use crate::app::{App, State};
use crate::decide::DecideError;
use crate::log::LogError;
use crate::view::certificate::{CertificateView, certificate};
use crate::view::country::{CountryRow, countries};
use crate::view::decision::{Asked, Refused, Told};
use crate::view::log::{Found, LogView, ProofView, StatementView, report, row, statement};
use crate::view::network::{NetworkView, network};
use crate::view::search::{Hit, SearchQuery, SearchView};
use crate::view::standard::{StandardView, standard};
use crate::view::{AsOf, Kind, Named, Reading, Record, Report, Reports, Term, record};

pub use at_glance::FaultTold;

/// Things on one page of a list.
const PAGE: usize = 25;
/// Reports kept at hand; they never change, so any of them may be dropped at any time.
const REPORTS_MAX: usize = 50_000;

/// Why a page cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// The question has no meaning here.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Everything that pages are made of.
pub struct Pages {
    app: App,
    search: Arc<dyn Search>,
    words: HashMap<&'static str, Words>,
    reports: Mutex<HashMap<(u64, String), Option<Report>>>,
}

impl Pages {
    /// Pages over an application and its search index.
    ///
    /// # Errors
    /// When the translations are broken.
    pub fn new(app: App, search: Arc<dyn Search>) -> Result<Self, WordsError> {
        let words = explain::LANGUAGES.iter().map(|language| Ok((*language, Words::load(language)?)));
        Ok(Self { app, search, words: words.collect::<Result<_, WordsError>>()?, reports: Mutex::default() })
    }

    /// Pages that search nothing: for files of one thing.
    ///
    /// # Errors
    /// When the translations are broken.
    pub fn without_search(app: App) -> Result<Self, WordsError> {
        Self::new(app, Arc::new(store::NoSearch))
    }

    /// The application.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The day, in UTC.
    pub fn today(&self) -> Date {
        self.app.clock().today()
    }

    /// Size, root and age of the registry.
    pub fn as_of(&self) -> AsOf {
        let state = self.app.state();
        let last = state.size().checked_sub(1).and_then(|last| self.app.entry(LogIndex(last)).ok());
        let genesis = state.registry().genesis();
        AsOf {
            log_size: state.size(),
            root: state.root().to_string(),
            last_statement_on: last.map(|entry| entry.entry.day),
            demonstration: genesis.is_some_and(|genesis| genesis.demonstration),
            registry: genesis.map(|genesis| genesis.origin.clone()).unwrap_or_default(),
        }
    }

    /// All countries and groups.
    pub fn countries(&self, on: Date, language: &str) -> Vec<CountryRow> {
        self.read(on, language, countries)
    }

    /// One thing on record.
    pub fn record(&self, kind: Kind, id: &str, on: Date, language: &str) -> Option<Record> {
        self.read(on, language, |reading| record(reading, kind, id))
    }

    /// A standard.
    pub fn standard(&self, reference: &str, on: Date, language: &str) -> Option<StandardView> {
        let reference: StandardReference = reference.parse().ok()?;
        self.read(on, language, |reading| standard(reading, &reference))
    }

    /// The network of recognition.
    pub fn network(
        &self,
        on: Date,
        sector: Option<&str>,
        recognises: Option<&str>,
        language: &str,
    ) -> NetworkView {
        self.read(on, language, |reading| network(reading, sector, recognises))
    }

    /// A certificate, with the answer for every country.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn certificate(
        &self,
        number: &str,
        on: Date,
        language: &str,
    ) -> Result<Option<CertificateView>, PageError> {
        let Ok(number) = number.parse::<CertificateNumber>() else { return Ok(None) };
        let state = self.app.state();
        let known = LogIndex(state.size().saturating_sub(1));
        let Some(facts) = self.app.store().facts(std::slice::from_ref(&number), known)?.pop().flatten()
        else {
            return Ok(None);
        };
        let outcomes = self.outcomes(&state, &number, on)?;
        Ok(Some(self.read(on, language, |reading| certificate(reading, &facts, &outcomes))))
    }

    /// The overall answer for a certificate in every country.
    fn outcomes(
        &self,
        state: &State,
        number: &CertificateNumber,
        on: Date,
    ) -> Result<Vec<(Jurisdiction, String)>, PageError> {
        let snapshot = self.app.snapshot();
        let mut outcomes = Vec::new();
        for country in state.registry().countries() {
            let evidence = vec![EvidenceReference::number(number.clone())];
            let question = Question { evidence, ..Question::new(country.country, on) };
            match snapshot.ask(question).and_then(|asked| Ok(asked.decide()?.overall.as_str().to_owned())) {
                Ok(overall) => outcomes.push((country.country, overall)),
                Err(DecideError::Store(error)) => return Err(error.into()),
                // A certificate without a commodity code cannot be asked about: the page says nothing of it.
                Err(DecideError::Question(_) | DecideError::Document { .. }) => return Ok(Vec::new()),
            }
        }
        Ok(outcomes)
    }

    /// An answer in words.
    ///
    /// # Errors
    /// When the question names what the registry does not know, or the store cannot be read.
    pub fn decide(&self, asked: &Asked) -> Result<Told, PageError> {
        let question = as_question(asked)?;
        let answer = self.app.ask(question).map_err(page_error)?;
        let decision = answer.decide().map_err(|error| PageError::Refused(refused(error)))?;
        let words = self.words(&asked.language);
        let registry = answer.state().registry();
        let names = |identifier: &str| name(registry, identifier, words.language());
        Ok(explain::tell(&decision, answer.point(), words, &names))
    }

    /// A search over everything.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchView, PageError> {
        let page = query.page.max(1);
        let request = |kind: Option<Kind>| SearchRequest {
            text: query.text.clone(),
            kind: kind.map(|kind| kind_name(kind).to_owned()),
            page: page as usize - 1,
            page_size: PAGE,
            ..SearchRequest::default()
        };
        let results = self.search.search(&request(query.kind))?;
        let all = if query.kind.is_some() { self.search.search(&request(None))? } else { results.clone() };
        let facets = all.kinds.iter().filter_map(|(kind, count)| Some((kind_of(kind)?, *count)));
        let mut counted: Vec<(Kind, u64)> = Vec::new();
        for (kind, count) in facets {
            match counted.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, sum)) => *sum += count,
                None => counted.push((kind, count)),
            }
        }
        let total = results.total as u64;
        let hits = results.found.iter().filter_map(|document| hit(document, &query.language)).collect();
        Ok(SearchView { total, facets: counted, hits, page, pages: pages(total) })
    }

    /// The log with a page of its statements, the latest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn log(&self, page: u32, language: &str) -> Result<LogView, PageError> {
        let state = self.app.state();
        let page = page.max(1);
        let end = state.size().saturating_sub((u64::from(page) - 1) * PAGE as u64);
        let start = end.saturating_sub(PAGE as u64);
        let count = usize::try_from(end - start).unwrap_or(PAGE);
        let entries = self.app.store().entries(start, count, store::Which::All)?;
        let rows = self.read(self.today(), language, |reading| {
            let one = |entry: &store::Entry| {
                let parsed = statement::Unverified::parse(&entry.jws).ok()?;
                Some(row(reading, entry.index, entry.day, parsed.payload()))
            };
            entries.iter().rev().filter_map(one).collect()
        });
        Ok(LogView {
            origin: state.registry().genesis().map(|genesis| genesis.origin.clone()).unwrap_or_default(),
            size: state.size(),
            root: state.root().to_string(),
            checkpoint: state.checkpoint().map(|text| text.to_string()).unwrap_or_default(),
            keys: state.registry().log_keys().iter().map(|(at, key)| (at.0, key.clone())).collect(),
            statements: rows,
            page,
            pages: pages(state.size()),
        })
    }

    /// A statement.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn statement(&self, at: u64, language: &str) -> Result<Option<StatementView>, PageError> {
        let entry = match self.app.entry(LogIndex(at)) {
            Ok(entry) => entry,
            Err(LogError::Store(error)) => return Err(error.into()),
            Err(_) => return Ok(None),
        };
        let receipt = &entry.receipt;
        let proof = receipt.inclusion().root_for(&receipt.leaf_hash).ok().map(|root| ProofView {
            size: receipt.log_size,
            root: root.to_string(),
            leaf: receipt.leaf_hash.to_string(),
            path: receipt.proof.iter().map(ToString::to_string).collect(),
        });
        let jws = String::from_utf8_lossy(&entry.entry.jws).into_owned();
        let digest = hex::encode(crate::receipt::sha256(&entry.entry.jws));
        let found = Found {
            at: LogIndex(at),
            day: entry.entry.day,
            key_id: &entry.key_id,
            payload: &entry.payload,
            jws: &jws,
            digest: &digest,
            proof,
        };
        Ok(Some(self.read(self.today(), language, |reading| statement(reading, &found))))
    }

    pub(crate) fn words(&self, language: &str) -> &Words {
        // English is always loaded; an unknown language is told in it.
        self.words.get(language).unwrap_or_else(|| &self.words["en"])
    }

    fn read<T>(&self, on: Date, language: &str, view: impl FnOnce(&Reading<'_>) -> T) -> T {
        let state = self.app.state();
        let reports = InLog { pages: self, registry: state.registry(), language };
        view(&Reading { registry: state.registry(), on, language, reports: &reports })
    }
}

/// Reports as they stand in the log.
struct InLog<'p> {
    pages: &'p Pages,
    registry: &'p Registry,
    language: &'p str,
}

impl Reports for InLog<'_> {
    fn report(&self, at: LogIndex) -> Option<Report> {
        let key = (at.0, self.language.to_owned());
        let mut known = self.pages.reports.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(&key) {
            return found.clone();
        }
        drop(known);
        let payload = payload(&self.pages.app, at)?;
        let reading =
            Reading { registry: self.registry, on: Date::MIN, language: self.language, reports: &NoReports };
        let found = report(&reading, &payload);
        known = self.pages.reports.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REPORTS_MAX {
            known.clear();
        }
        known.insert(key, found.clone());
        found
    }
}

/// What a statement says, without the proof that it is in the log: pages show many reports.
fn payload(app: &App, at: LogIndex) -> Option<statement::Payload> {
    let entry = app.store().entries(at.0, 1, store::Which::All).ok()?.pop()?;
    Some(statement::Unverified::parse(&entry.jws).ok()?.payload().clone())
}

/// Names need no reports.
struct NoReports;

impl Reports for NoReports {
    fn report(&self, _: LogIndex) -> Option<Report> {
        None
    }
}

fn as_question(asked: &Asked) -> Result<Question, PageError> {
    let number = |text: &String| {
        let number = text.parse().map_err(|_: model::IdentifierError| Refused::Number(text.clone()));
        number.map(EvidenceReference::number)
    };
    let evidence = asked.certificates.iter().map(number).collect::<Result<_, _>>()?;
    let product = Product {
        hs: asked.hs,
        hs_edition: asked.edition,
        gtin: asked.gtin.clone(),
        model: asked.model.clone(),
        ..Product::default()
    };
    Ok(Question {
        product,
        origin: asked.origin,
        designating_party: asked.designating_party,
        known_at: asked.known_at.map(LogIndex),
        evidence,
        ..Question::new(asked.importing, asked.on)
    })
}

fn page_error(error: DecideError) -> PageError {
    match error {
        DecideError::Question(error) => PageError::Refused(refused(error)),
        error @ DecideError::Document { .. } => PageError::Refused(Refused::Other(error.to_string())),
        DecideError::Store(error) => PageError::Store(error),
    }
}

fn refused(error: QuestionError) -> Refused {
    match error {
        QuestionError::UnknownCountry(code) => Refused::Country(code),
        QuestionError::NoProduct => Refused::NoProduct,
        QuestionError::NoSuchCode { code, edition } => Refused::NoSuchCode { code, edition },
        QuestionError::NotYetKnown { known_at, size } => Refused::NotYetKnown { known_at: known_at.0, size },
        other => Refused::Other(other.to_string()),
    }
}

/// The name of a party, country or group; `None` for any other identifier.
pub fn name(registry: &Registry, identifier: &str, language: &str) -> Option<String> {
    if identifier.starts_with("did:") {
        let party: PartyId = identifier.parse().ok()?;
        return Some(registry.party(&party)?.registered.name.in_language(language).to_owned());
    }
    let code: Jurisdiction = identifier.parse().ok()?;
    registry.knows(code).then(|| registry.name_of(&code, language).to_owned())
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Country => "country",
        Kind::Body => "body",
        Kind::Agreement => "agreement",
        Kind::Annex => "annex",
        Kind::Standard => "standard",
        Kind::Regulation => "regulation",
        Kind::Objective => "objective",
        Kind::Procedure => "procedure",
        Kind::Measure => "measure",
        Kind::PriorDecision => "recognition_decision",
        Kind::Equivalence => "equivalence",
        Kind::Certificate => "certificate",
        Kind::Statement => "statement",
    }
}

fn kind_of(name: &str) -> Option<Kind> {
    const KINDS: [Kind; 11] = [
        Kind::Country,
        Kind::Body,
        Kind::Agreement,
        Kind::Annex,
        Kind::Standard,
        Kind::Regulation,
        Kind::Objective,
        Kind::Measure,
        Kind::PriorDecision,
        Kind::Equivalence,
        Kind::Certificate,
    ];
    // Authorities, suppliers and other parties have the page of a body.
    let name = if name == "party" { "body" } else { name };
    KINDS.into_iter().find(|kind| kind_name(*kind) == name)
}

fn hit(document: &SearchDocument, language: &str) -> Option<Hit> {
    let title = document.titles.iter().find(|(code, _)| code == language).or(document.titles.first());
    let name = title.map(|(_, title)| title.as_str()).filter(|title| !title.is_empty());
    let kind = kind_of(&document.kind)?;
    // References and numbers are how people know standards and certificates; the title stands beside them.
    let by_number = matches!(kind, Kind::Standard | Kind::Certificate);
    let (name, detail) = match (by_number, name) {
        (false, Some(name)) => (name, document.id.as_str()),
        (_, title) => (document.id.as_str(), title.unwrap_or_default()),
    };
    Some(Hit {
        named: Named::new(kind, &document.id, name),
        detail: detail.to_owned(),
        state: document.status.as_deref().map(|status| Term::new("state", status)),
    })
}

fn pages(total: u64) -> u32 {
    let size = NonZeroUsize::new(PAGE).map_or(1, NonZeroUsize::get) as u64;
    u32::try_from(total.div_ceil(size).max(1)).unwrap_or(u32::MAX)
}
