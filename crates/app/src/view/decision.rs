//! A decision as it is told: what the decision page shows.

use model::{Date, HsCode, HsEdition, Jurisdiction};

/// A question as the form asks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Numbers of certificates; none is allowed if a commodity code is given.
    pub certificates: Vec<String>,
    /// Commodity code; absent: that of the certificate.
    pub hs: Option<HsCode>,
    /// Edition of the commodity code.
    pub edition: Option<HsEdition>,
    /// Trade item number on the product.
    pub gtin: Option<String>,
    /// Model on the product.
    pub model: Option<String>,
    /// Importing country.
    pub importing: Jurisdiction,
    /// Country of origin.
    pub origin: Option<Jurisdiction>,
    /// Party that designated the body, where the evidence does not tell.
    pub designating_party: Option<Jurisdiction>,
    /// The day.
    pub on: Date,
    /// Position of the last statement to know; absent: everything.
    pub known_at: Option<u64>,
    /// Language of the answer.
    pub language: String,
}

/// A decision in words of one language, with everything that reproduces it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// `barred`, `recognised`, `partly_recognised`, `discretionary`, `not_recognised`, `unknown`, `not_required`.
    pub overall: String,
    /// The answer in one sentence.
    pub headline: String,
    /// Code of the importing country.
    pub importing: String,
    /// Code of the party that designated the body, if known.
    pub exporting: Option<String>,
    /// The day asked about.
    pub on: Date,
    /// Position of the last statement that was known.
    pub known_at: u64,
    /// Version of the engine.
    pub engine: String,
    /// Digest of the table of rules.
    pub rules_digest: String,
    /// Size of the log.
    pub log_size: u64,
    /// Root of the log, in hexadecimal.
    pub root: String,
    /// Requirement by requirement.
    pub requirements: Vec<ToldRequirement>,
    /// Open measures.
    pub measures: Vec<ToldFinding>,
    /// What was found about each document.
    pub evidence: Vec<ToldEvidence>,
    /// How complete the registry is, in sentences.
    pub coverage: Vec<String>,
    /// Remarks that change no outcome.
    pub notes: Vec<String>,
    /// What this answer is not.
    pub disclaimer: Vec<String>,
}

/// One requirement of the importing country.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldRequirement {
    /// Identifier of the act.
    pub act: String,
    /// Its title.
    pub act_title: String,
    /// `recognised`, `discretionary`, `not_recognised` or `unknown`.
    pub outcome: String,
    /// `treaty`, `law`, `undertaking` or `discretion`.
    pub basis: Option<String>,
    /// The outcome in one sentence.
    pub sentence: String,
    /// Every path tried, the winning one first.
    pub paths: Vec<ToldPath>,
    /// What would change the outcome, path by path.
    pub missing: Vec<ToldMissing>,
}

/// One path.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldPath {
    /// Its code, such as `results`.
    pub path: String,
    /// Its name.
    pub title: String,
    /// `met`, `not_met` or `unknown`.
    pub outcome: String,
    /// Whether it holds.
    pub holds: bool,
    /// The instrument that it went by.
    pub instrument: Option<String>,
    /// Number of the document that it went by.
    pub evidence: Option<String>,
    /// What was checked.
    pub findings: Vec<ToldFinding>,
}

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldFinding {
    /// Identifier of the rule.
    pub rule: String,
    /// `met`, `not_met` or `unknown`.
    pub outcome: String,
    /// The finding in one sentence.
    pub sentence: String,
    /// Paragraphs.
    pub citations: Vec<String>,
    /// Positions of the statements that it rests on.
    pub statements: Vec<u64>,
}

/// What was found about one document.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldEvidence {
    /// Its number, as asked.
    pub reference: String,
    /// What was checked.
    pub findings: Vec<ToldFinding>,
}

/// Facts that would turn one path.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldMissing {
    /// The path's code.
    pub path: String,
    /// Each fact in words.
    pub facts: Vec<String>,
}
