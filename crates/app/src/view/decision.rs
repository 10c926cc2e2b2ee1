//! The question of the form. The answer is told by `explain`.

pub use explain::{Told, ToldEvidence, ToldFinding, ToldMissing, ToldPath, ToldRequirement};
use model::{Date, HsCode, HsEdition, Jurisdiction};

/// Why a question of the form has no answer: one variant for each field to correct.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No country or group of this code is on record.
    #[error("`{0}` is not a country or group on record")]
    Country(Jurisdiction),
    /// What is written as a number of a document cannot be one.
    #[error("`{0}` is not a number of a document")]
    Number(String),
    /// No commodity code is given, and no document on record states one.
    #[error("no product: give a commodity code, or a document on record that states one")]
    NoProduct,
    /// The edition stated has no such commodity code.
    #[error("`{code}` is not in the Harmonized System of {}", edition.year())]
    NoSuchCode {
        /// The code.
        code: HsCode,
        /// The edition.
        edition: HsEdition,
    },
    /// The position of the log does not exist yet.
    #[error("the log has {size} statements; position {known_at} does not exist yet")]
    NotYetKnown {
        /// The position asked about.
        known_at: u64,
        /// Size of the log.
        size: u64,
    },
    /// Anything else, in English.
    #[error("{0}")]
    Other(String),
}

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
