//! Acts about conformity assessment bodies, accreditation and schemes (AGR-04, AGR-09, AGR-10).

use model::{
    Date, EarlierResults, InstrumentId, Jurisdiction, PartyId, Procedure, ProductScope, StandardReference,
};
use serde::{Deserialize, Serialize};

/// A party designates a body for its own or another party's act, or accepts a (foreign) body under its own law.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyDesignated {
    /// The body.
    pub body: PartyId,
    /// Who designates or accepts.
    pub country: Jurisdiction,
    /// For which regulation, annex or harmonised regulation.
    pub instrument: InstrumentId,
    /// For which procedures; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<Procedure>,
    /// For which products; absent: all of the instrument.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// Number or code under which it is designated, such as a notified body number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A body is entered in the list of an annex, by the committee of the agreement or by notice to the other party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyListed {
    /// The body.
    pub body: PartyId,
    /// The annex.
    pub annex: InstrumentId,
    /// The party that designated it.
    pub designated_by: Jurisdiction,
    /// For which acts of the importing parties; empty: all of the annex.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<InstrumentId>,
    /// For which procedures; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<Procedure>,
    /// For which products; absent: all of the annex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// First day.
    pub from: Date,
    /// First day after. An annex with a listing term ends it earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// What happened to a body's standing under an annex or regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyEvent {
    /// Its competence is contested.
    Contested,
    /// A contest was settled in its favour.
    ContestRejected,
    /// It is suspended.
    Suspended,
    /// A suspension ended.
    Restored,
    /// It is withdrawn.
    Withdrawn,
}

/// The standing of a designated or listed body changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyStatusChanged {
    /// The body.
    pub body: PartyId,
    /// Under which annex, regulation or objective.
    pub instrument: InstrumentId,
    /// Who acts: the party that designated it, or a party that contests it.
    pub country: Jurisdiction,
    /// What happened.
    pub event: BodyEvent,
    /// First day.
    pub on: Date,
    /// What earlier results are worth; absent: as the annex says, and if it is silent they keep their effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_results: Option<EarlierResults>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
}

/// A body is accredited for standards, acts and procedures (G.4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccreditationGranted {
    /// Identifier of the accreditation.
    pub accreditation: InstrumentId,
    /// Who accredits.
    pub accreditation_body: PartyId,
    /// Who is accredited.
    pub body: PartyId,
    /// Standards in scope, dated or undated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<StandardReference>,
    /// Acts in scope, of any country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<InstrumentId>,
    /// Procedures; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<Procedure>,
    /// Products; absent: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<ProductScope>,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// What happened to an accreditation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccreditationEvent {
    /// Its scope lost the acts and standards that are named.
    ScopeReduced,
    /// It is suspended.
    Suspended,
    /// A suspension ended.
    Restored,
    /// It is withdrawn.
    Withdrawn,
}

/// An accreditation changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccreditationChanged {
    /// Which one.
    pub accreditation: InstrumentId,
    /// Who accredits.
    pub accreditation_body: PartyId,
    /// What happened.
    pub event: AccreditationEvent,
    /// Acts that left the scope, for a reduction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<InstrumentId>,
    /// Standards that left the scope, for a reduction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<StandardReference>,
    /// First day.
    pub on: Date,
}

/// A country's accreditation body, or the country, recognises another accreditation body (G.5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccreditationRecognised {
    /// Who recognises.
    pub country: Jurisdiction,
    /// Who is recognised.
    pub accreditation_body: PartyId,
    /// Under which annex or arrangement; absent: generally.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<InstrumentId>,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A country's member body takes part in a scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemeJoined {
    /// The annex that stands for the scheme.
    pub scheme: InstrumentId,
    /// The member body.
    pub member: PartyId,
    /// Its country.
    pub country: Jurisdiction,
    /// Standards that it recognises, dated or undated; empty: all of the scheme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recognises: Vec<StandardReference>,
    /// Whether the member also issues (and does not only recognise).
    #[serde(default)]
    pub issues: bool,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A country declares a difference from a standard of a scheme (Rec. C.9): reports must cover it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DifferenceDeclared {
    /// The annex that stands for the scheme.
    pub scheme: InstrumentId,
    /// Who declares.
    pub country: Jurisdiction,
    /// From which standard.
    pub standard: StandardReference,
    /// Short name of the difference, such as `AU-1`.
    pub difference: String,
    /// What differs.
    pub text: String,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}
