//! Standards for an objective: explored, requested, followed up, and not worked against (L 4, 24, 25; CRO-16, STD-04).

use model::{
    Date, InstrumentId, Jurisdiction, PartyId, ProductScope, StandardReference, StandardRelevance,
    StandardWorkState, Text,
};
use serde::{Deserialize, Serialize};

use super::DocumentCitation;

/// The international standards for an objective were explored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardsExplored {
    /// For which procedure.
    pub procedure: InstrumentId,
    /// The country that explored, for the task force.
    pub by: Jurisdiction,
    /// What was found; empty: no relevant standard exists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<ExploredStandard>,
    /// Where and how it was looked for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub method: String,
    /// Day of the result.
    pub on: Date,
}

/// A standard that was looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExploredStandard {
    /// Which one.
    pub standard: StandardReference,
    /// How far it serves.
    pub relevance: StandardRelevance,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A country asks for an international standard (L 24), or flags that one would be useful (the standardization list,
/// L 4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardWorkRequested {
    /// Its identifier.
    pub request: InstrumentId,
    /// Who asks.
    pub by: Jurisdiction,
    /// The standardizing body that is asked; absent: an entry in the standardization list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<PartyId>,
    /// The procedure whose provisions it is to support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<InstrumentId>,
    /// What the standard should be about.
    pub subject: Text,
    /// Products concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// Day of the request.
    pub on: Date,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}

/// What became of such a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardWorkUpdated {
    /// Of which request.
    pub request: InstrumentId,
    /// The standardizing body that says so.
    pub body: PartyId,
    /// How it stands.
    pub state: StandardWorkState,
    /// The standard, once it has a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<StandardReference>,
    /// Day from which it stands so.
    pub on: Date,
    /// What there is to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// An activity that conflicts with, or jeopardizes, standardization in preparation for an objective (L 24).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConflictingActivityNoted {
    /// Its identifier; the same with an end says that it ended.
    pub activity: InstrumentId,
    /// For which procedure.
    pub procedure: InstrumentId,
    /// Who notes it.
    pub by: Jurisdiction,
    /// Whose activity it is.
    pub country: Jurisdiction,
    /// What it is, and how it conflicts.
    pub description: String,
    /// First day.
    pub from: Date,
    /// First day after, once it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}
