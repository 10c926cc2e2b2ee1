//! The registry of objectives: established texts, agreement after registration, recognised bodies, interpretations
//! (annex C 1.1 and 3, L 27; CRO-06, CRO-07, CRO-12, CRO-18).

use model::{Date, InstrumentId, Jurisdiction, PartyId, Procedure, ProductScope, Purpose, Text};
use serde::{Deserialize, Serialize};

use super::DocumentCitation;
use crate::act::StandardCitation;

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
    /// The procedure in which the text was made. With it, the text that counts is that of the draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<InstrumentId>,
    /// The draft of that procedure that was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<u32>,
    /// Scope statement. Needed where no draft is cited; beside a draft it says the same in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// Legitimate purposes. Needed where no draft is cited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
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
    /// Compliance clause: every procedure by which conformity may be shown. Needed where no draft is cited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compliance: Vec<Procedure>,
    /// Day of establishment: the day of submission (annex C 3.4).
    pub on: Date,
    /// First day on which the former version is no longer good, where a transition is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_version_until: Option<Date>,
    /// All documents, appended (annex C 3.5).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
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
    /// Criteria of competence of the objective that it was found to fulfil.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub competence: Vec<String>,
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

/// The Working Party interprets the model or an objective (annex C 1.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterpretationPublished {
    /// Its identifier.
    pub interpretation: InstrumentId,
    /// The objective that it is about; absent: the model itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<InstrumentId>,
    /// The paragraph or requirement that it is about.
    pub provision: String,
    /// The question.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The interpretation.
    pub text: Text,
    /// Day of publication.
    pub on: Date,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}
