//! The question of the form. The answer is told by `explain`.

pub use explain::{Told, ToldEvidence, ToldFinding, ToldMissing, ToldPath, ToldRequirement};
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
