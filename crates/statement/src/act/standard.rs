//! Acts about standards (STD-01, STD-03, STD-06) and about the nomenclature that scopes are written in.

use model::{Correspondence, Date, HsCode, HsEdition, Jurisdiction, StandardReference, Stringency, Text};
use serde::{Deserialize, Serialize};

/// A standard, or one edition of it, is published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardPublished {
    /// Dated reference.
    pub standard: StandardReference,
    /// Title.
    pub title: Text,
    /// International Classification for Standards, such as `97.040.50`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ics: Vec<String>,
    /// Day of publication.
    pub published: Date,
    /// References that it replaces from the day of publication.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<StandardReference>,
    /// Where it can be had (D.3.6).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub available_at: String,
}

/// An edition is replaced by another from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardRevised {
    /// The edition that is replaced.
    pub former: StandardReference,
    /// The edition that takes its place.
    pub current: StandardReference,
    /// First day on which the former one is superseded.
    pub on: Date,
    /// First day on which the former one is no longer good, where a transition is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transition_until: Option<Date>,
}

/// A standard is withdrawn, with or without a successor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardWithdrawn {
    /// Dated reference.
    pub standard: StandardReference,
    /// First day on which it is no longer in force.
    pub on: Date,
}

/// A national or regional adoption of an international standard (C.5, C.9).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardAdopted {
    /// Who adopts.
    pub country: Jurisdiction,
    /// The national or regional standard, dated.
    pub standard: StandardReference,
    /// The international standard that it adopts, dated.
    pub adopts: StandardReference,
    /// Degree of correspondence.
    pub degree: Correspondence,
    /// Each deviation with its reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deviations: Vec<Deviation>,
    /// Day of adoption.
    pub on: Date,
}

/// A deviation of a national standard from the international one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    /// Clause.
    pub clause: String,
    /// What differs.
    pub text: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A published, reasoned statement that one standard is at least as strict as another, or is not (E.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StringencyStated {
    /// Who states it, or accepts the statement.
    pub country: Jurisdiction,
    /// The standard that was met.
    pub standard: StandardReference,
    /// The standard that is required.
    pub required: StandardReference,
    /// How the first compares with the second.
    pub relation: Stringency,
    /// Clauses in which the first is weaker all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weaker_clauses: Vec<String>,
    /// Reasons.
    pub reasons: String,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Codes of one edition of the Harmonized System correspond to codes of another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrelationStated {
    /// Edition of the first codes.
    pub from_edition: HsEdition,
    /// Edition of the second codes.
    pub to_edition: HsEdition,
    /// Pairs: everything under the first code is under the second.
    pub pairs: Vec<(HsCode, HsCode)>,
    /// Source of the correlation.
    pub source: String,
}
