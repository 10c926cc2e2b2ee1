//! The call for participation (annex C 2.1; CRO-02, CRO-03).

use model::{Date, InstrumentId, Jurisdiction, Participation, Text};
use serde::{Deserialize, Serialize};

use super::{DocumentCitation, Elements};

/// Countries call for participation. A joint act: each country that the signer does not speak for concurs by
/// `agreement.concurred`; with fewer than three it is on record and has no effect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallMade {
    /// The procedure that it opens or continues.
    pub procedure: InstrumentId,
    /// The countries that call.
    pub countries: Vec<Jurisdiction>,
    /// Title.
    pub title: Text,
    /// The information needed to formulate the objective (annex B).
    pub elements: Elements,
    /// Needs on record that it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<InstrumentId>,
    /// The objective that is to be revised (annex C 3.4, second); absent: a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revises: Option<InstrumentId>,
    /// Day of the call.
    pub on: Date,
    /// Documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentCitation>,
}

/// The secretariat transmitted a call to all member States of the United Nations: the clocks begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallTransmitted {
    /// Of which procedure.
    pub procedure: InstrumentId,
    /// Day of transmission.
    pub on: Date,
}

/// A country responds to a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallAnswered {
    /// Of which procedure.
    pub procedure: InstrumentId,
    /// Who responds.
    pub country: Jurisdiction,
    /// As what it will take part; absent: it will not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participates: Option<Participation>,
    /// Day of the response to the secretariat.
    pub on: Date,
    /// What it says beside.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
