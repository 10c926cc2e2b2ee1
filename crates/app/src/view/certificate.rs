//! A certificate: its state, its life, what it rests on, where it is recognised.

use model::Date;

use super::{Named, Record, Source};

/// The page of a certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct CertificateView {
    /// The certificate as it stands on the day: facts and tables.
    pub record: Record,
    /// Since when the state stands.
    pub since: Option<Date>,
    /// What happened to it, in the order of days.
    pub life: Vec<Moment>,
    /// First day on which it is no longer in force, if stated.
    pub expires_on: Option<Date>,
    /// A commodity code of the certificate with its edition, to ask with.
    pub code: Option<(String, u16)>,
    /// Countries by outcome, in the order of the precedence table.
    pub recognition: Vec<OutcomeGroup>,
}

/// Something that happened to a certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The day from which on it has effect.
    pub on: Date,
    /// `issued`, `amended`, `scope_reduced`, `suspended`, `restored`, `withdrawn`, `withdrawn_from_start`, `expired`,
    /// `holder_changed`, `transferred`.
    pub what: &'static str,
    /// Reason as stated, or who took over.
    pub detail: String,
    /// Who says so.
    pub source: Source,
}

/// Countries with the same outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeGroup {
    /// The overall outcome of the decision.
    pub outcome: String,
    /// The countries, by name.
    pub countries: Vec<Named>,
}
