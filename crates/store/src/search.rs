//! Searching: a derived index, which can be thrown away and built again from the log.

use crate::StoreError;

/// What is found: one thing on file, in the words under which people look for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchDocument {
    /// What it is: `certificate`, `standard`, `country` …
    pub kind: String,
    /// Its identifier: a code, number or reference. Unique among its kind.
    pub id: String,
    /// Name or title, by language.
    pub titles: Vec<(String, String)>,
    /// Other identifiers under which it is known: aliases, numbers, codes.
    pub names: Vec<String>,
    /// Further words.
    pub words: String,
    /// Country or group.
    pub country: Option<String>,
    /// Publisher of a standard.
    pub publisher: Option<String>,
    /// Codes of the Harmonized System.
    pub hs: Vec<String>,
    /// Codes of the International Classification for Standards.
    pub ics: Vec<String>,
    /// Standing when it was indexed: `in_force`, `withdrawn` …
    pub status: Option<String>,
    /// Year of publication, adoption or issue.
    pub year: Option<i16>,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchRequest {
    /// As typed. Anything may stand here.
    pub text: String,
    /// Only this kind.
    pub kind: Option<String>,
    /// Only of this country or group.
    pub country: Option<String>,
    /// Only of this publisher.
    pub publisher: Option<String>,
    /// Page, from 0.
    pub page: usize,
    /// Results in a page.
    pub page_size: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// How many there are in all.
    pub total: usize,
    /// This page of them, the best first.
    pub found: Vec<SearchDocument>,
    /// How many of each kind, most first.
    pub kinds: Vec<(String, u64)>,
    /// How many of each country.
    pub countries: Vec<(String, u64)>,
    /// How many of each publisher.
    pub publishers: Vec<(String, u64)>,
}

/// The index.
///
/// Contract: [`Search::update`] makes documents and position durable together, or leaves both as they were. Readers
/// see an update whole or not at all, and never wait for one.
pub trait Search: Send + Sync {
    /// The number of statements that the index reflects.
    ///
    /// # Errors
    /// When the index cannot be read.
    fn position(&self) -> Result<u64, StoreError>;

    /// Adds documents, and puts others in the place of those with the same kind and identifier.
    ///
    /// # Errors
    /// When the index cannot be written.
    fn update(&self, update: SearchUpdate) -> Result<(), StoreError>;

    /// Finds documents. Every text is a question: nothing that is typed is an error.
    ///
    /// # Errors
    /// When the index cannot be read.
    fn search(&self, request: &SearchRequest) -> Result<SearchResults, StoreError>;
}

/// An index of nothing: for what searches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSearch;

impl Search for NoSearch {
    fn position(&self) -> Result<u64, StoreError> {
        Ok(0)
    }

    fn update(&self, _: SearchUpdate) -> Result<(), StoreError> {
        Ok(())
    }

    fn search(&self, _: &SearchRequest) -> Result<SearchResults, StoreError> {
        Ok(SearchResults::default())
    }
}

/// A change of the index.
#[derive(Clone, Debug, Default)]
pub struct SearchUpdate {
    /// Documents that are certainly not there yet.
    pub new: Vec<SearchDocument>,
    /// Documents that may be there already.
    pub renewed: Vec<SearchDocument>,
    /// The number of statements that the index then reflects.
    pub position: u64,
}
