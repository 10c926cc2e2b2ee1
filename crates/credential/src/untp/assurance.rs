//! The level of assurance of an attestation, derived from what is on record (UNTP "Assessment Assurance").
//!
//! The protocol lets an issuer claim a level. Here it is computed from the kind of document, who issued it and what it
//! rests on; a claim that says more is a difference, shown beside what is on record.

use model::EvidenceKind;
use statement::act::Certificate;

/// What a certificate rests on, as the register knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// An accreditation.
    Accreditation,
    /// A designation, regulation or objective: the authority of one country.
    Mandate,
    /// An agreement or annex between countries.
    Agreement,
}

/// The level that the record supports.
pub fn assessment_level(certificate: &Certificate, is_own: bool, basis: &[Basis]) -> &'static str {
    if is_own {
        return "scheme-self";
    }
    if certificate.kind == EvidenceKind::TypeApproval {
        return "authority-mandate";
    }
    match basis.iter().max() {
        // The nearest of the protocol's codes: recognition between governments has none of its own.
        Some(Basis::Agreement) => "authority-peer",
        Some(Basis::Mandate) => "authority-mandate",
        // Whether the accreditation body is a signatory of the global arrangement is not on record, so that
        // `authority-globalmra` is never claimed.
        Some(Basis::Accreditation) => "scheme-cab",
        None if certificate.designating_party.is_some() => "authority-mandate",
        None => "no-endorsement",
    }
}

/// Who assessed: the supplier itself, or a third party.
pub fn assessor_level(is_own: bool) -> &'static str {
    if is_own { "self" } else { "3rdParty" }
}

/// What kind of attestation a document is, in the protocol's words. A type approval is the nearest to certification.
pub fn attestation_type(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Declaration => "declaration",
        EvidenceKind::TestReport => "testing",
        EvidenceKind::InspectionReport => "inspection",
        EvidenceKind::Certificate | EvidenceKind::TypeApproval => "certification",
        EvidenceKind::CalibrationCertificate => "calibration",
    }
}

/// The kind of document that an attestation of the protocol is; `None` where the registry has none.
pub fn kind_of(attestation_type: &str) -> Option<EvidenceKind> {
    match attestation_type {
        "declaration" => Some(EvidenceKind::Declaration),
        "testing" => Some(EvidenceKind::TestReport),
        "inspection" => Some(EvidenceKind::InspectionReport),
        "certification" => Some(EvidenceKind::Certificate),
        "calibration" => Some(EvidenceKind::CalibrationCertificate),
        _ => None,
    }
}
