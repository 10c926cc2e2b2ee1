//! Acts of market surveillance (SUR-05).

use model::{CertificateNumber, Date, InstrumentId, Jurisdiction, MeasureKind, PartyId, ProductScope};
use serde::{Deserialize, Serialize};

/// What a measure or suspicion is directed against. Every entry that is given must match; an empty target matches
/// nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Target {
    /// Products by commodity code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// Trade item numbers, any of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gtins: Vec<String>,
    /// Models, any of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<String>,
    /// Batches, any of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub batches: Vec<String>,
    /// Certificates, any of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<CertificateNumber>,
    /// Issuing bodies, any of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<PartyId>,
    /// Traders or holders, any of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub traders: Vec<PartyId>,
    /// Countries of origin, any of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<Jurisdiction>,
}

/// A measure by an authority of a country. It has effect only with a legal basis (L 31).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureTaken {
    /// Its identifier.
    pub measure: InstrumentId,
    /// Whose measure it is.
    pub country: Jurisdiction,
    /// What it does.
    pub kind: MeasureKind,
    /// Against what.
    pub against: Target,
    /// Law that it rests on; without one it bars nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legal_basis: String,
    /// Reasons, as declared.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
    /// Remedy: where those whom it hits can turn, and within what time.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remedy: String,
    /// The objective whose protection clause is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<InstrumentId>,
    /// Requirements of the objective that were claimed and not met; empty where a complying product endangers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements_not_met: Vec<String>,
    /// Day on which it was declared to the secretariat of the objective; absent: this statement declares it, unless it
    /// is only reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared_on: Option<Date>,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A measure ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureLifted {
    /// Which one.
    pub measure: InstrumentId,
    /// Whose it was.
    pub country: Jurisdiction,
    /// First day on which it no longer stands.
    pub on: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
}

/// A report or suspicion (M.1(b)): a reason to inspect, never a measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspicionReported {
    /// Its identifier.
    pub suspicion: InstrumentId,
    /// Who reports.
    pub reporter: PartyId,
    /// Against what.
    pub against: Target,
    /// What is suspected and why.
    pub reasons: String,
    /// Day of the report.
    pub on: Date,
}
