//! Acts about technical regulations (TRG-01, TRG-02, TRG-06).

use model::{
    Date, EvidenceKind, InstrumentId, Jurisdiction, Procedure, ProductScope, Purpose, StandardReference, Text,
};
use serde::{Deserialize, Serialize};

/// How an act refers to a standard (Rec. D).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardCitation {
    /// A dated reference names one edition; an undated one whichever is in force on the day that counts.
    pub standard: StandardReference,
    /// Exclusive: nothing else will do. Otherwise indicative: one way among others.
    #[serde(default)]
    pub exclusive: bool,
    /// The section that is referred to, if not the whole (D.3.5).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// First day after which the former edition of an undated reference is no longer good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_edition_until: Option<Date>,
}

/// What a regime of supplier's declarations asks of the declarant and the laboratory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DeclarationRegime {
    /// A person established in the country or group must answer for the product.
    pub responsible_person_in: Option<Jurisdiction>,
    /// The declaration must rest on a test report.
    pub test_report_required: bool,
    /// The laboratory must be accredited by a recognised accreditation body.
    pub accredited_laboratory: bool,
}

/// What an act requires; the same for its first and every later edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Products, by commodity code.
    pub products: ProductScope,
    /// The procedure before placing on the market; `none` if none is required.
    pub procedure: Procedure,
    /// Legitimate purposes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// References to standards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<StandardCitation>,
    /// Kinds of document that satisfy the procedure; empty: those that go with the procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceKind>,
    /// The regime of declarations, where declarations are accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declaration: Option<DeclarationRegime>,
    /// The text treats imported products worse than domestic ones: recorded, flagged under E.1, still law.
    #[serde(default)]
    pub imports_treated_worse: bool,
}

/// A technical regulation is proposed, and notified for comments before it is adopted (L 20; TRG-01).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegulationProposed {
    /// The identifier under which it would be adopted.
    pub regulation: InstrumentId,
    /// Whose law it would be.
    pub country: Jurisdiction,
    /// Title.
    pub title: Text,
    /// What it would require.
    pub requirement: Requirement,
    /// Reference of the notification to the WTO.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notification: String,
    /// First day on which comments are no longer taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comments_until: Option<Date>,
    /// Day on which adoption is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_adoption: Option<Date>,
    /// Day of the proposal.
    pub on: Date,
}

/// A technical regulation is adopted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegulationAdopted {
    /// Its identifier in the registry, such as `EU-2014-35`.
    pub regulation: InstrumentId,
    /// Whose law it is.
    pub country: Jurisdiction,
    /// Title.
    pub title: Text,
    /// Name of this edition, such as `2014`.
    pub edition: String,
    /// What it requires.
    pub requirement: Requirement,
    /// First day on which it applies.
    pub applies_from: Date,
    /// First day on which it no longer applies, if fixed beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Day of adoption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted_on: Option<Date>,
    /// Reference of the notification to the WTO, if notified.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notification: String,
}

/// A new edition of a technical regulation. Its requirement is stated whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegulationAmended {
    /// Which one.
    pub regulation: InstrumentId,
    /// Name of the new edition.
    pub edition: String,
    /// What the new edition requires.
    pub requirement: Requirement,
    /// First day on which the new edition applies.
    pub applies_from: Date,
    /// First day on which assessments to the former edition are no longer good; absent: from `applies_from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_edition_until: Option<Date>,
}

/// A technical regulation is repealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegulationRepealed {
    /// Which one.
    pub regulation: InstrumentId,
    /// First day on which nothing is required by it.
    pub on: Date,
    /// Why, and what takes its place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Bodies that certain entities own or control lose recognition under a regulation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnershipBarred {
    /// Identifier of the bar.
    pub bar: InstrumentId,
    /// Whose law it is.
    pub country: Jurisdiction,
    /// Under which regulations; empty: all of that country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regulations: Vec<InstrumentId>,
    /// Names of the entities, as in [`super::OwnershipStated::owner`].
    pub entities: Vec<String>,
    /// Share in thousandths from which on a body loses recognition.
    pub share_permille: u16,
    /// Share in thousandths from which on an owner must be disclosed.
    pub disclose_permille: u16,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}
