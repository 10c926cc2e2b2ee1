//! Acts about common regulatory objectives (Rec. L; CRO-05 to CRO-15, what decisions need of them).

use model::{Date, InstrumentId, Jurisdiction, PartyId, Procedure, ProductScope, Purpose, Text};
use serde::{Deserialize, Serialize};

use super::StandardCitation;

/// An objective, or a new version of one, is established in the registry on the day of its submission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveEstablished {
    /// Registration number, the same for all versions. Numbers beginning `DEMO` were not allocated by UNECE.
    pub objective: InstrumentId,
    /// Version, counted from 1.
    pub version: u32,
    /// Title.
    pub title: Text,
    /// Scope statement.
    pub products: ProductScope,
    /// Legitimate purposes.
    pub purposes: Vec<Purpose>,
    /// Product requirements as performance, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub requirements: String,
    /// Reference to standards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<StandardCitation>,
    /// Whether products that comply with the standards are presumed to comply with the requirements.
    #[serde(default)]
    pub presumption: bool,
    /// Compliance clause: every procedure by which conformity may be shown.
    pub compliance: Vec<Procedure>,
    /// Day of establishment.
    pub on: Date,
    /// First day on which the former version is no longer good, where a transition is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_version_until: Option<Date>,
}

/// A country agreed on the text of an objective.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveAgreed {
    /// Which one.
    pub objective: InstrumentId,
    /// Which version.
    pub version: u32,
    /// Who agreed.
    pub country: Jurisdiction,
    /// First day of the undertaking (L 17).
    pub on: Date,
    /// First day after it, if the country withdrew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A country adopted an objective into its law (annex C 4.1, 4.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveAdopted {
    /// Which one.
    pub objective: InstrumentId,
    /// Which version.
    pub version: u32,
    /// Who adopted.
    pub country: Jurisdiction,
    /// Day of adoption.
    pub adopted_on: Date,
    /// Date of application.
    pub applies_from: Date,
    /// First day after the application, if it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A country accepts complying products without adopting (annex C 4.4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveAccepted {
    /// Which one.
    pub objective: InstrumentId,
    /// Which version.
    pub version: u32,
    /// Who accepts.
    pub country: Jurisdiction,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A country that agreed designates a recognised conformity assessment body (L 27).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecognisedBodyDesignated {
    /// For which objective.
    pub objective: InstrumentId,
    /// The body.
    pub body: PartyId,
    /// Who designates.
    pub country: Jurisdiction,
    /// For which products; absent: the objective's whole scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// For which procedures; empty: all of the compliance clause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<Procedure>,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// The designation of a recognised body ends; attestations made before keep their effect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecognisedBodyWithdrawn {
    /// For which objective.
    pub objective: InstrumentId,
    /// The body.
    pub body: PartyId,
    /// Who had designated it.
    pub country: Jurisdiction,
    /// First day on which it is no longer listed.
    pub on: Date,
}

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
    /// Reasons.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
    /// It treats imported products worse than domestic ones: recorded, flagged under E.1, still law.
    #[serde(default)]
    pub imports_treated_worse: bool,
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
