//! Acts by which a country recognises or accepts on its own (REC-03), and coverage of the registry.

use model::{CertificateNumber, Date, InstrumentId, Jurisdiction, PartyId, ProductScope};
use serde::{Deserialize, Serialize};

use super::ActReference;

/// What a condition of a recognition decision asks of a certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Short name, such as `local-language-labels`.
    pub name: String,
    /// What is asked, in words.
    pub text: String,
}

/// An individual decision by a country to recognise certificates, with mapping, conditions and review (X4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecognitionDecided {
    /// Identifier of the decision.
    pub decision: InstrumentId,
    /// Who decides.
    pub country: Jurisdiction,
    /// Which requirements of its own it counts as met: regulations or additional requirements.
    pub requirements: Vec<InstrumentId>,
    /// Only these bodies' certificates; empty: any body that the designating party answers for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<PartyId>,
    /// Only certificates under the authority of this party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub designating_party: Option<Jurisdiction>,
    /// Only these certificates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<CertificateNumber>,
    /// Only certificates that state conformity to one of these acts or standards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attests_to: Vec<ActReference>,
    /// Products that the requirement mapping covers.
    pub products: ProductScope,
    /// Conditions; a certificate meets one when it names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Reasons, published (X1).
    pub reasons: String,
    /// Whether reviewers who were not involved reviewed it (REC-02).
    #[serde(default)]
    pub peer_reviewed: bool,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Day by which it is to be reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// Whether an overdue review ends its effect.
    #[serde(default)]
    pub ends_when_review_overdue: bool,
}

/// A recognition decision or acceptance is revoked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecognitionRevoked {
    /// Which one.
    pub decision: InstrumentId,
    /// Whose it was.
    pub country: Jurisdiction,
    /// First day on which it has no effect.
    pub on: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
}

/// A country accepts, by its own law and without an agreement, certificates under another party's authority.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptanceStated {
    /// Identifier of the acceptance.
    pub acceptance: InstrumentId,
    /// Who accepts.
    pub country: Jurisdiction,
    /// Which requirements of its own it counts as met.
    pub requirements: Vec<InstrumentId>,
    /// Certificates under whose authority.
    pub designating_party: Jurisdiction,
    /// Only certificates that state conformity to one of these acts; empty: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attests_to: Vec<ActReference>,
    /// For which products.
    pub products: ProductScope,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Law that it rests on.
    pub legal_basis: String,
}

/// How complete the registry is for a scheme and country. Absence from a complete record means something;
/// absence from any other means nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageStated {
    /// The regulation, annex or objective whose certificates are meant.
    pub scheme: InstrumentId,
    /// Who states it, of its own bodies and certificates.
    pub country: Jurisdiction,
    /// Whether every certificate of the scheme is on record.
    pub complete: bool,
    /// Since when.
    pub since: Date,
    /// Why that can be said.
    pub basis: String,
}
