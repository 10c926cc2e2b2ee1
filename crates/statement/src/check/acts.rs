//! The checks of each act, in the order of the acts.

use std::collections::HashSet;

use model::MandateScope;

use super::parts::{
    certificate, citations, dated, different, directions, edition, from_until, hash, key, keys, name,
    named_acts, not_before, products, scope, scope_if_given, share, some, target, terms,
};
use super::{ActError, objective};
use crate::act::{
    AccreditationChanged, AccreditationEvent, Act, AgreementConcluded, AnnexAmended, AnnexConcluded,
    CertificatesChanged, CertificatesIssued, Change, CountryRegistered, EquivalenceDeclared,
    MembershipStated, OwnershipBarred, RecognitionDecided, RegistryOpened, Requirement, StandardRevised,
};

type Checked = Result<(), ActError>;

pub(super) fn act(act: &Act) -> Checked {
    objective::act(act).unwrap_or_else(|| other(act))
}

fn other(act: &Act) -> Checked {
    match act {
        Act::RegistryOpened(a) => registry_opened(a),
        Act::CountryRegistered(a) => country_registered(a),
        Act::GroupRegistered(a) => name("act.name", &a.name),
        Act::MembershipStated(a) => membership_stated(a),
        Act::PartyRegistered(a) => name("act.name", &a.name).and(keys("act.keys", &a.keys)),
        Act::KeyAdded(a) => key("act.key", &a.key),
        Act::KeyRotated(a) => key("act.key", &a.key).and(different("act.key.kid", &a.key.kid, "old", &a.old)),
        Act::MandateGiven(a) => {
            mandate_scopes(a.on_behalf_of.is_some(), &a.scopes).and(from_until(a.from, a.until))
        }
        Act::MandateEnded(a) => mandate_scopes(a.on_behalf_of.is_some(), &a.scopes),
        Act::OwnershipStated(a) => {
            share("act.share_permille", a.share_permille).and(from_until(a.from, a.until))
        }

        Act::StandardPublished(a) => name("act.title", &a.title).and(dated("act.standard", &a.standard)),
        Act::StandardRevised(a) => standard_revised(a),
        Act::StandardWithdrawn(a) => dated("act.standard", &a.standard),
        Act::StandardAdopted(a) => dated("act.standard", &a.standard).and(dated("act.adopts", &a.adopts)),
        Act::StringencyStated(a) => from_until(a.from, a.until),
        Act::CorrelationStated(a) => some("act.pairs", &a.pairs).and(different(
            "act.from_edition",
            &a.from_edition.year(),
            "to_edition",
            &a.to_edition.year(),
        )),

        Act::RegulationProposed(a) => {
            name("act.title", &a.title)?;
            requirement(&a.requirement)?;
            not_before("act.comments_until", a.comments_until, "on", a.on)?;
            not_before("act.planned_adoption", a.planned_adoption, "on", a.on)
        }
        Act::RegulationAdopted(a) => {
            name("act.title", &a.title)?;
            requirement(&a.requirement)?;
            from_until(a.applies_from, a.until)
        }
        Act::RegulationAmended(a) => requirement(&a.requirement).and(not_before(
            "act.former_edition_until",
            a.former_edition_until,
            "applies_from",
            a.applies_from,
        )),
        Act::OwnershipBarred(a) => ownership_barred(a),

        Act::AgreementConcluded(a) => agreement_concluded(a),
        Act::AgreementConcurred(a) => hash("act.statement", &a.statement),
        Act::AnnexConcluded(a) => annex_concluded(a),
        Act::AnnexAmended(a) => annex_amended(a),
        Act::AnnexJoined(a) => from_until(a.from, a.until),
        Act::AnnexSuspended(a) => directions(&a.directions).and(from_until(a.from, a.until)),
        Act::EquivalenceDeclared(a) => equivalence_declared(a),
        // Its oldest series may be 0, which is the first.
        Act::HarmonisedRegulationApplied(a) => from_until(a.from, a.until),
        Act::AlignmentConfirmed(a) => {
            different("act.country", &a.country, "by", &a.by).and(from_until(a.from, a.until))
        }
        Act::ExemptionStated(a) => scope("act.products", &a.products).and(from_until(a.from, a.until)),
        Act::RefusalReasoned(a) => target(&a.against).and(from_until(a.from, a.until)),

        Act::BodyDesignated(a) => scope_if_given(a.products.as_ref()).and(from_until(a.from, a.until)),
        Act::BodyListed(a) => scope_if_given(a.products.as_ref()).and(from_until(a.from, a.until)),
        Act::AccreditationGranted(a) => {
            scope_if_given(a.products.as_ref())?;
            different("act.body", &a.body, "accreditation_body", &a.accreditation_body)?;
            from_until(a.from, a.until)
        }
        Act::AccreditationChanged(a) => accreditation_changed(a),
        Act::AccreditationRecognised(a) => from_until(a.from, a.until),
        Act::SchemeJoined(a) => from_until(a.from, a.until),
        Act::DifferenceDeclared(a) => from_until(a.from, a.until),

        Act::CertificatesIssued(a) => certificates_issued(a),
        Act::CertificatesChanged(a) => certificates_changed(a),

        Act::MeasureTaken(a) => target(&a.against).and(from_until(a.from, a.until)),
        Act::SuspicionReported(a) => target(&a.against),

        Act::RecognitionDecided(a) => recognition_decided(a),
        Act::AcceptanceStated(a) => {
            some("act.requirements", &a.requirements)?;
            scope("act.products", &a.products)?;
            from_until(a.from, a.until)
        }

        // Nothing in the others can contradict anything else in them.
        _ => Ok(()),
    }
}

fn registry_opened(a: &RegistryOpened) -> Checked {
    name("act.name", &a.name)?;
    some("act.keys", &a.keys)?;
    keys("act.keys", &a.keys)
}

fn country_registered(a: &CountryRegistered) -> Checked {
    let error = |field: &str, expected| Err(ActError::CountryCode { field: field.into(), expected });
    if a.country.as_str().len() != 2 || !a.country.as_str().bytes().all(|b| b.is_ascii_uppercase()) {
        return error("act.country", "a code of two capital letters, such as `FR`");
    }
    if a.alpha3.len() != 3 || !a.alpha3.bytes().all(|b| b.is_ascii_uppercase()) {
        return error("act.alpha3", "a code of three capital letters, such as `FRA`");
    }
    if !(1..=999).contains(&a.numeric) {
        return error("act.numeric", "a number from 1 to 999, such as 250 for France");
    }
    name("act.name", &a.name)
}

fn membership_stated(a: &MembershipStated) -> Checked {
    some("act.members", &a.members)?;
    if let Some(index) = a.members.iter().position(|member| *member == a.group) {
        different(&format!("act.members[{index}]"), &a.members[index], "group", &a.group)?;
    }
    from_until(a.from, a.until)
}

fn mandate_scopes(for_one: bool, scopes: &[MandateScope]) -> Checked {
    use MandateScope::{Deposit, Record, Secretariat};
    some("act.scopes", scopes)?;
    match scopes.iter().find(|scope| !matches!(scope, Record | Deposit | Secretariat)) {
        Some(scope) if !for_one => Err(ActError::MandateForNobody { scope: *scope }),
        _ => Ok(()),
    }
}

fn standard_revised(a: &StandardRevised) -> Checked {
    dated("act.former", &a.former)?;
    dated("act.current", &a.current)?;
    different("act.former", &a.former, "current", &a.current)?;
    not_before("act.transition_until", a.transition_until, "on", a.on)
}

fn requirement(requirement: &Requirement) -> Checked {
    scope("act.requirement.products", &requirement.products)?;
    citations("act.requirement.standards", &requirement.standards)
}

fn ownership_barred(a: &OwnershipBarred) -> Checked {
    some("act.entities", &a.entities)?;
    share("act.share_permille", a.share_permille)?;
    share("act.disclose_permille", a.disclose_permille)?;
    from_until(a.from, a.until)
}

fn agreement_concluded(a: &AgreementConcluded) -> Checked {
    name("act.title", &a.title)?;
    // One is enough: a group stands for its members.
    some("act.parties", &a.parties)?;
    from_until(a.in_force_from, a.until)
}

fn annex_concluded(a: &AnnexConcluded) -> Checked {
    name("act.title", &a.title)?;
    directions(&a.directions)?;
    scope("act.products", &a.products)?;
    named_acts("act.acts", &a.acts)?;
    terms(&a.terms)?;
    from_until(a.in_force_from, a.until)
}

fn annex_amended(a: &AnnexAmended) -> Checked {
    let nothing =
        a.products.is_none() && a.terms.is_none() && a.acts_added.is_empty() && a.acts_removed.is_empty();
    if nothing {
        return Err(ActError::Nothing { fields: "`products`, `acts_added`, `acts_removed` and `terms`" });
    }
    scope_if_given(a.products.as_ref())?;
    named_acts("act.acts_added", &a.acts_added)?;
    named_acts("act.acts_removed", &a.acts_removed)?;
    a.terms.as_ref().map_or(Ok(()), terms)
}

fn equivalence_declared(a: &EquivalenceDeclared) -> Checked {
    edition("act.first", &a.first)?;
    edition("act.second", &a.second)?;
    different("act.first.act", &a.first.act, "second.act", &a.second.act)?;
    from_until(a.from, a.until)
}

fn accreditation_changed(a: &AccreditationChanged) -> Checked {
    let named = !a.acts.is_empty() || !a.standards.is_empty();
    let reduced = a.event == AccreditationEvent::ScopeReduced;
    if named == reduced {
        return Ok(());
    }
    let field = if a.standards.is_empty() { "act.acts" } else { "act.standards" };
    Err(ActError::Together { field: field.into(), other: "event = scope_reduced" })
}

fn certificates_issued(a: &CertificatesIssued) -> Checked {
    some("act.certificates", &a.certificates)?;
    let (mut numbers, mut places) = (HashSet::new(), HashSet::new());
    for (index, found) in a.certificates.iter().enumerate() {
        let field = format!("act.certificates[{index}]");
        if !numbers.insert(&found.number) {
            let value = found.number.to_string();
            return Err(ActError::Repeated { field: format!("{field}.number"), value });
        }
        if !places.insert(found.status_index) {
            let value = found.status_index.to_string();
            return Err(ActError::Repeated { field: format!("{field}.status_index"), value });
        }
        certificate(&field, found)?;
    }
    Ok(())
}

fn certificates_changed(a: &CertificatesChanged) -> Checked {
    some("act.changes", &a.changes)?;
    for (index, found) in a.changes.iter().enumerate() {
        let field = format!("act.changes[{index}].change");
        match &found.change {
            Change::Amended(content) => {
                let field = format!("{field}.amended");
                if content.number != found.number {
                    let (value, expected) = (content.number.to_string(), found.number.to_string());
                    let field = format!("{field}.number");
                    return Err(ActError::Differs { field, value, other: "number", expected });
                }
                certificate(&field, content)?;
            }
            Change::ScopeReduced { products: remaining, .. } => {
                let field = format!("{field}.scope_reduced.products");
                some(&field, remaining)?;
                products(&field, remaining)?;
            }
            Change::Suspended {}
            | Change::Restored {}
            | Change::Withdrawn { .. }
            | Change::Expired {}
            | Change::HolderChanged { .. }
            | Change::Transferred { .. } => {}
        }
    }
    Ok(())
}

fn recognition_decided(a: &RecognitionDecided) -> Checked {
    some("act.requirements", &a.requirements)?;
    scope("act.products", &a.products)?;
    not_before("act.review_by", a.review_by, "from", a.from)?;
    from_until(a.from, a.until)
}
