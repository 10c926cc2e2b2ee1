//! `law/paragraphs.toml` as it is written.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::workspace;

/// Where the file is.
pub const PATH: &str = "law/paragraphs.toml";

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// Every requirement of the software, by its id.
    pub requirements: Vec<String>,
    /// Every paragraph of the two sources, in their order.
    #[serde(rename = "paragraph")]
    pub paragraphs: Vec<Paragraph>,
    /// What rules rest on besides the two sources.
    #[serde(rename = "other", default)]
    pub others: Vec<Other>,
}

/// A paragraph of a source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// How it is cited: `B.8.3.5`, `L 21`, `L annex C 2.1`, `X3`.
    pub id: String,
    /// What it is about, in a few words of our own.
    pub about: String,
    /// The requirements that it leads to.
    #[serde(default)]
    pub requirements: Vec<String>,
    /// The rules that implement it.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Files or folders that implement it where it is a matter of the machinery and not of a rule.
    #[serde(default)]
    pub built: Vec<String>,
    /// The requirements of it that are not implemented yet.
    #[serde(default)]
    pub planned: Vec<String>,
    /// Why there is nothing to implement.
    pub not_software: Option<String>,
}

/// Something else that rules rest on: another treaty, or a reading of ours.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// How it is cited: `TBT 6.1`, `reading 3`.
    pub source: String,
    /// What it is about, in a few words of our own.
    pub about: String,
    /// The rules that implement it.
    #[serde(default)]
    pub rules: Vec<String>,
}

impl Ledger {
    /// Reads the file of the repository.
    ///
    /// # Errors
    /// When it is missing or not written as expected.
    pub fn read(root: &Path) -> Result<Self> {
        let text = workspace::read(root, PATH)?;
        Self::parse(&text).with_context(|| format!("`{PATH}` is not written as expected"))
    }

    /// Reads a text.
    ///
    /// # Errors
    /// When it is not written as expected.
    pub fn parse(text: &str) -> Result<Self> {
        Ok(toml::from_str(text)?)
    }
}

impl Paragraph {
    /// The chapter it stands in: `A` to `M`, or `X`.
    pub fn chapter(&self) -> &str {
        self.id.get(..1).unwrap_or_default()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_is_refused() {
        let text = "requirements = []\n[[paragraph]]\nid = \"A.1\"\nabout = \"a\"\nrule = []\n";
        assert!(Ledger::parse(text).unwrap_err().to_string().contains("rule"));
    }
}
