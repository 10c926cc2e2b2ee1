//! The open task force (L 22, annex C 2.2 and 2.3; CRO-04).

use model::{Date, InstrumentId, Jurisdiction, Participation, TaskForceRecord, Text};
use serde::{Deserialize, Serialize};

use super::DocumentCitation;

/// The task force is set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskForceFormed {
    /// Of which procedure.
    pub procedure: InstrumentId,
    /// The country that convenes it.
    pub convenor: Jurisdiction,
    /// First day of its work.
    pub on: Date,
}

/// A country joins the task force or observes it: at any moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskForceJoined {
    /// Of which procedure.
    pub procedure: InstrumentId,
    /// Who joins.
    pub country: Jurisdiction,
    /// As what.
    #[serde(rename = "as")]
    pub participation: Participation,
    /// First day.
    pub on: Date,
}

/// A country leaves the task force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskForceLeft {
    /// Of which procedure.
    pub procedure: InstrumentId,
    /// Who leaves.
    pub country: Jurisdiction,
    /// First day on which it is no longer part of it.
    pub on: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
}

/// The task force informs the secretariat of its work, for the public: working procedures, a meeting, a document, a
/// report on progress (annex C 2.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskForceReported {
    /// Of which procedure.
    pub procedure: InstrumentId,
    /// The country that informs, for the task force.
    pub by: Jurisdiction,
    /// What it informs about.
    pub record: TaskForceRecord,
    /// Title.
    pub title: Text,
    /// What was agreed, decided or done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Day of the meeting, or of the document.
    pub on: Date,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}
