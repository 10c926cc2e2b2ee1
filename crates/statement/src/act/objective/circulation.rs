//! Free circulation and what stands against it: additional requirements, counter-measures, the protection clause
//! (L 16 to 18, 29 to 31; CRO-11, CRO-15).

use model::{Date, InstrumentId, Jurisdiction, Procedure, ProductScope, Text};
use serde::{Deserialize, Serialize};

use super::DocumentCitation;

/// An additional requirement despite an objective, notified through UNECE (L 18). A requirement of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdditionalRequirementImposed {
    /// Its identifier: the act that certificates state conformity to.
    pub requirement: InstrumentId,
    /// Despite which objective.
    pub objective: InstrumentId,
    /// Who imposes it.
    pub country: Jurisdiction,
    /// Title.
    pub title: Text,
    /// On which products.
    pub products: ProductScope,
    /// The procedure it asks for.
    pub procedure: Procedure,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Day on which the other countries were informed through the secretariat; absent: this statement informs them,
    /// unless it is only reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified_on: Option<Date>,
    /// Reasons.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
    /// It treats imported products worse than domestic ones: recorded, flagged under E.1, still law.
    #[serde(default)]
    pub imports_treated_worse: bool,
    /// Documents, such as the text of the requirement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}

/// An additional requirement no longer stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdditionalRequirementLifted {
    /// Which one.
    pub requirement: InstrumentId,
    /// Who imposed it.
    pub country: Jurisdiction,
    /// First day on which it no longer stands.
    pub on: Date,
}

/// A country answers an additional requirement by restricting relevant products of the country that imposed it (L 18).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterMeasureTaken {
    /// Its identifier.
    pub counter_measure: InstrumentId,
    /// Who takes it.
    pub country: Jurisdiction,
    /// Under which objective.
    pub objective: InstrumentId,
    /// Against which additional requirement.
    pub against: InstrumentId,
    /// On which products.
    pub products: ProductScope,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Reasons.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
}

/// A counter-measure no longer stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterMeasureLifted {
    /// Which one.
    pub counter_measure: InstrumentId,
    /// Who took it.
    pub country: Jurisdiction,
    /// First day on which it no longer stands.
    pub on: Date,
}

/// A country answers an additional requirement of another in words (L 18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdditionalRequirementAnswered {
    /// Which one.
    pub requirement: InstrumentId,
    /// Who answers.
    pub country: Jurisdiction,
    /// The answer.
    pub answer: String,
    /// Day of the answer.
    pub on: Date,
}

/// A country declares a measure under an objective to the secretariat (L 31, annex B).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureDeclared {
    /// Which one.
    pub measure: InstrumentId,
    /// Whose it is.
    pub country: Jurisdiction,
    /// Day of the declaration.
    pub on: Date,
}
