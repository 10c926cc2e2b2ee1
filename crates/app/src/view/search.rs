//! Results of a search, with facets.

use super::{Kind, Named, Term};

/// What was asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchQuery {
    /// Words, a number, a reference, a code.
    pub text: String,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Page, counted from 1.
    pub page: u32,
    /// Language of names.
    pub language: String,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchView {
    /// How many in all, of the kind asked.
    pub total: u64,
    /// How many of each kind, whatever kind was asked.
    pub facets: Vec<(Kind, u64)>,
    /// This page.
    pub hits: Vec<Hit>,
    /// Page, counted from 1.
    pub page: u32,
    /// Number of pages.
    pub pages: u32,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The thing.
    pub named: Named,
    /// A line that tells it from others.
    pub detail: String,
    /// Its state today, where it has one.
    pub state: Option<Term>,
}
