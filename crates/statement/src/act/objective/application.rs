//! What countries do with a registered objective: announce, adopt, report, accept (L 23, annex C 4; CRO-08 to CRO-10,
//! CRO-18).

use model::{Date, InstrumentId, Jurisdiction};
use serde::{Deserialize, Serialize};

use super::DocumentCitation;

/// A country announces that it intends to implement an objective (L 23, annex C 4.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveAnnounced {
    /// Which one.
    pub objective: InstrumentId,
    /// Which version.
    pub version: u32,
    /// Who announces.
    pub country: Jurisdiction,
    /// Day on which it intends to apply it, if it says one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_for: Option<Date>,
    /// How it will be implemented.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Day of the announcement.
    pub on: Date,
}

/// The other member States are invited to implement an objective (L 23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvitationSent {
    /// Which one.
    pub objective: InstrumentId,
    /// Which version.
    pub version: u32,
    /// Day of the invitation.
    pub on: Date,
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
    /// Day on which the secretariat was notified; absent: the day on which this statement was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified_on: Option<Date>,
    /// First day after the application, if it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Documents, such as the text of the law.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
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

/// A country that has not adopted reports on the status of an objective in its domestic process (annex C 4.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveStatusReported {
    /// Which one.
    pub objective: InstrumentId,
    /// Which version.
    pub version: u32,
    /// Who reports.
    pub country: Jurisdiction,
    /// How far it is.
    pub status: String,
    /// Day on which adoption is expected, if it says one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
    /// Day of the report.
    pub on: Date,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}
