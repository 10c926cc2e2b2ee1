//! Documents as the log names them: what is public is what a logged statement cites.

use model::{Date, InstrumentId};

use super::parse_sha256;
use crate::app::App;

/// A document that a statement cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedDocument {
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its title.
    pub title: String,
    /// The language in which it is written, where that was said.
    pub language: String,
    /// Its version, where that was said.
    pub version: Option<u32>,
    /// Its media type, as it was said.
    pub media_type: String,
    /// Its size in bytes, as it was said.
    pub size_bytes: u64,
    /// The day of the act.
    pub on: Date,
    /// Name of the act.
    pub act: &'static str,
    /// Who signed.
    pub signer: String,
    /// Position of the statement.
    pub statement: u64,
}

impl App {
    /// The documents that acts in a procedure or about an objective cite, in the order of the days and the log: every
    /// version. Empty for what is not on record.
    pub fn cited_documents(&self, id: &InstrumentId, language: &str) -> Vec<CitedDocument> {
        let state = self.state();
        let registry = state.registry();
        let facts = registry.journal(id).into_iter().flat_map(|facts| facts.known(registry.knowledge()));
        let mut found: Vec<CitedDocument> = Vec::new();
        for fact in facts {
            found.extend(fact.value.act.documents().iter().map(|cited| CitedDocument {
                sha256: cited.sha256.clone(),
                title: cited.title.in_language(language).to_owned(),
                language: cited.language.clone(),
                version: cited.version,
                media_type: cited.media_type.clone(),
                size_bytes: cited.size_bytes,
                on: fact.from,
                act: fact.value.act.name(),
                signer: fact.value.signer.to_string(),
                statement: fact.at.0,
            }));
        }
        found.sort_by_key(|document| (document.on, document.statement));
        found
    }

    /// The first statement that cites a document; `None` for one that is not public.
    pub fn citing(&self, sha256: &str) -> Option<u64> {
        let state = self.state();
        state.registry().citing(&parse_sha256(sha256)?).first().map(|at| at.0)
    }
}
