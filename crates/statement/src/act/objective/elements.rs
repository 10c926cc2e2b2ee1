//! The elements of an objective (annex B) as structured text: the same in a call, a draft and an established text, so
//! that the formal check and the differences between versions work on the same thing.
//!
//! Every element may be left out on the wire: what is missing is found by the formal check and named, not refused.

use model::{Date, EvidenceKind, Procedure, ProductScope, Purpose, RequirementForm, StandardReference, Text};
use serde::{Deserialize, Serialize};

/// A document that is cited by its hash. The bytes are not in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentCitation {
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// Title.
    pub title: Text,
    /// Language in which it is written (BCP 47), where it is one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Its version, counted from 1; absent where it has only one. Every version stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// The elements of a common regulatory objective (Rec. L annex B).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Elements {
    /// Scope statement in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub scope: String,
    /// Scope statement by classification.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// Legitimate objectives: what is protected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// Product requirements.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<ProductRequirement>,
    /// Reference to standards clause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<ReferencedStandard>,
    /// Why no international standard is referred to, where none is (L 24).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub no_standards: String,
    /// Whether products that comply with the standards are presumed to comply with the requirements: optional.
    pub presumption: bool,
    /// Compliance clause: the procedures by which conformity may be shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<ConformityProcedure>,
    /// When the supplier may choose, where several procedures are open.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub choice: String,
    /// Why a supplier's declaration is not enough, where it is not (L 26).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub stricter: String,
    /// The kinds of documented evidence that come with the product (L 28).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceKind>,
    /// Provisions on the bodies that assess and attest, where a third party does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub bodies: String,
    /// Criteria of competence that such bodies fulfil.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub competence: Vec<String>,
    /// Market surveillance clause.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub surveillance: String,
    /// Protection clause.
    pub protection: ProtectionClause,
}

/// One product requirement (annex B).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductRequirement {
    /// Its number in the text, such as `R1`: measures, standards and comments refer to it.
    pub number: String,
    /// The requirement.
    pub text: String,
    /// How it is expressed: performance, rather than design or descriptive characteristics.
    pub form: RequirementForm,
    /// The hazard to which it is proportionate.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hazard: String,
}

/// A standard to which an objective refers (annex B, L 25).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferencedStandard {
    /// A dated reference names one edition; an undated one whichever is in force on the day that counts.
    pub standard: StandardReference,
    /// Exclusive: nothing else will do. Otherwise one way among others.
    #[serde(default)]
    pub exclusive: bool,
    /// The section that is referred to, if not the whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// First day after which the former edition of an undated reference is no longer good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_edition_until: Option<Date>,
    /// Conditions of its use (L 25).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub conditions: String,
    /// Numbers of the requirements to which it corresponds; empty: to all, as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<String>,
}

/// One procedure of a compliance clause (annex B, L 26).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConformityProcedure {
    /// Which procedure.
    pub procedure: Procedure,
    /// What it consists of: its range and contents.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contents: String,
}

/// The protection clause (annex B, L 29 to 31).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProtectionClause {
    /// A country may withdraw products that claim conformity and do not conform.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub non_conforming: String,
    /// It then declares which products, and which requirements were claimed and not met.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub non_conforming_declared: String,
    /// A country may withdraw or restrict products that conform and yet endanger.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub endangering: String,
    /// It then declares the use of the clause and its reasons.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub endangering_declared: String,
}
