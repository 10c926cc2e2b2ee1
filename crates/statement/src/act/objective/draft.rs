//! Drafts of an objective: filed, assessed, commented on, agreed country by country, submitted (L 22, annex C 2 and 3).

use model::{Date, GoodPractice, InstrumentId, Jurisdiction, PracticeAnswer, Text};
use serde::{Deserialize, Serialize};

use super::{DocumentCitation, Elements};

/// A draft, or a new version of it, is filed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftFiled {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// Its number in the procedure, counted from 1.
    pub draft: u32,
    /// The country that files it, for the task force.
    pub by: Jurisdiction,
    /// Title.
    pub title: Text,
    /// The text (annex B).
    pub elements: Elements,
    /// First day on which a former version of the objective is no longer good, where the text states a transition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_version_until: Option<Date>,
    /// What changed and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub changes: String,
    /// Day of filing.
    pub on: Date,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}

/// A country answers the questionnaire of good regulatory practice about a draft (L 2, 3, 12, 14; CRO-17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeAssessed {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// Which draft.
    pub draft: u32,
    /// Who answers.
    pub by: Jurisdiction,
    /// The answers.
    pub answers: Vec<PracticeAnswerGiven>,
    /// Day of the answers.
    pub on: Date,
}

/// One answer of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeAnswerGiven {
    /// The question.
    pub question: GoodPractice,
    /// The answer.
    pub answer: PracticeAnswer,
    /// Its reasons.
    pub reasons: String,
}

/// A draft is open for comments by anybody (GOV-01). The comments themselves are not in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentsOpened {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// Which draft.
    pub draft: u32,
    /// The country that opens the period, for the task force.
    pub by: Jurisdiction,
    /// First day.
    pub from: Date,
    /// First day after.
    pub until: Date,
    /// Where comments are sent.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// What explains the draft to those who comment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}

/// The comments that are published on a draft are counted and bound by a hash, so that none can be changed or taken
/// away unseen (GOV-01). It may be said again when more are published: the tree grows and is never cut. The comments
/// themselves are not in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentsPublished {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// Which draft.
    pub draft: u32,
    /// The country that publishes, for the task force.
    pub by: Jurisdiction,
    /// How many comments are published.
    pub published: u32,
    /// Root of the Merkle tree (RFC 9162 section 2.1.1) over the published comments in the order of their
    /// publication, in hexadecimal.
    pub root: String,
    /// How many were declined, each with its reason.
    #[serde(default)]
    pub declined: u32,
    /// How many nobody has looked at yet.
    #[serde(default)]
    pub waiting: u32,
    /// Day for which this holds.
    pub on: Date,
    /// The replies to them; absent in acts that bind comments alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replies: Option<RepliesPublished>,
}

/// The replies to the comments on a draft, counted and bound like the comments themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepliesPublished {
    /// How many there are.
    pub published: u32,
    /// Root of the Merkle tree (RFC 9162 section 2.1.1) over them in the order in which they were made, in hexadecimal.
    pub root: String,
}

/// The answers to the comments on a draft are published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentsAnswered {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// Which draft.
    pub draft: u32,
    /// The country that answers, for the task force.
    pub by: Jurisdiction,
    /// How many comments were received.
    pub received: u32,
    /// What was changed and what was not, in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Day of publication.
    pub on: Date,
    /// The comments and the answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}

/// A country agrees on a draft: its undertaking begins when the text is established (L 17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftAgreed {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// Which draft.
    pub draft: u32,
    /// Who agrees.
    pub country: Jurisdiction,
    /// Day of its agreement.
    pub on: Date,
}

/// An agreed text is submitted to the Working Party through the secretariat (annex C 3.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveSubmitted {
    /// In which procedure.
    pub procedure: InstrumentId,
    /// Which draft.
    pub draft: u32,
    /// The country that hands it in, for those that agreed.
    pub by: Jurisdiction,
    /// Day of submission.
    pub on: Date,
    /// All documents that belong to it (annex C 3.5).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}
