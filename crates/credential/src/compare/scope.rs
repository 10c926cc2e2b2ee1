//! Whether the accreditations on which a certificate rests were the issuer's and covered it when it was assessed.

use model::Date;
use registry::{Accreditation, CertificateFacts};
use statement::act::{AccreditationEvent, AccreditationGranted, Certificate};

use super::{DocumentFinding, OnRecord, met, not_met, unknown};

/// The issuer was accredited for what it certified, on the day of the assessment. What a country recognises is the
/// decision's to say; this is what the document itself claims to rest on.
pub(super) fn body_in_scope(certificate: &CertificateFacts, on_record: &OnRecord<'_>) -> DocumentFinding {
    let id = "document.body-in-scope";
    let day = certificate.assessed_on();
    let content = &*certificate.issued;
    let named: Vec<_> =
        content.basis.iter().filter_map(|id| Some((id, on_record.registry.accreditation(id)?))).collect();
    if named.is_empty() {
        return unknown(id).reason("no_accreditation_named");
    }
    let mut first = None;
    for (name, accreditation) in named {
        match reason_against(accreditation, certificate, content, day, on_record) {
            None => return met(id).with("accreditation", name).with("assessed_on", day),
            Some(reason) => {
                let finding = not_met(id).with("accreditation", name).with("assessed_on", day);
                first = first.or(Some(finding.with("body", &certificate.issuer).reason(reason)));
            }
        }
    }
    first.unwrap_or_else(|| unknown(id))
}

fn reason_against(
    accreditation: &Accreditation,
    certificate: &CertificateFacts,
    content: &Certificate,
    day: Date,
    on_record: &OnRecord<'_>,
) -> Option<&'static str> {
    let knowledge = on_record.knowledge;
    let Some(granted) = accreditation.granted.one_on(knowledge, day) else { return Some("out_of_time") };
    if granted.value.body != certificate.issuer {
        return Some("other_body");
    }
    match accreditation.events.last_event(knowledge, day).map(|fact| fact.value.event) {
        Some(AccreditationEvent::Suspended) => return Some("suspended"),
        Some(AccreditationEvent::Withdrawn) => return Some("withdrawn"),
        Some(AccreditationEvent::ScopeReduced | AccreditationEvent::Restored) | None => {}
    }
    (!covers(&granted.value, content)).then_some("out_of_scope")
}

/// Whether every standard and act of the certificate is in the scope. A scope that names none covers all of that kind;
/// an undated standard covers its editions.
fn covers(granted: &AccreditationGranted, content: &Certificate) -> bool {
    let standards = content.standards.iter().all(|standard| {
        granted.standards.is_empty()
            || granted.standards.iter().any(|scope| {
                scope == standard || (scope.edition().is_none() && scope.series() == standard.series())
            })
    });
    let acts = content
        .conforms_to
        .iter()
        .all(|reference| granted.acts.is_empty() || granted.acts.contains(&reference.act));
    let procedure = granted.procedures.is_empty() || granted.procedures.contains(&content.procedure);
    standards && acts && procedure
}
