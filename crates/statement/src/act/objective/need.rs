//! Why harmonization is needed (L 19, 20), and one country's interest in it (L 21).

use model::{Date, InstrumentId, Jurisdiction, ProductScope, Purpose, Text, Trigger};
use serde::{Deserialize, Serialize};

use super::DocumentCitation;

/// A need for harmonization is identified (L 19, 20; CRO-01).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedIdentified {
    /// Its identifier.
    pub need: InstrumentId,
    /// The country that records it.
    pub country: Jurisdiction,
    /// What set it off.
    pub trigger: Trigger,
    /// Title.
    pub title: Text,
    /// Products concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// The study, initiative, complaint or notification in a few words: by whom, and what it found.
    pub summary: String,
    /// The proposed or adopted regulation, where that is on record here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regulation: Option<InstrumentId>,
    /// Reference of the notification to the WTO, where a notified regulation is the trigger (L 20).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notification: String,
    /// Day on which it was raised.
    pub on: Date,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}

/// A country states its interest in harmonizing (L 21; CRO-02). One is enough, and it opens a procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterestStated {
    /// Identifier of the procedure: interest, call, task force, drafts and submission bear the same.
    pub procedure: InstrumentId,
    /// Who is interested.
    pub country: Jurisdiction,
    /// Title.
    pub title: Text,
    /// Products concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// Legitimate objectives concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// Needs on record that it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<InstrumentId>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
    /// Day of the statement.
    pub on: Date,
}
