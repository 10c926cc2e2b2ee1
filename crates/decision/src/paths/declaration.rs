//! Declaration: the importing country accepts a supplier's declaration, by its own law or by an annex.

use law::Finding;
use law::rules::declaration::{accepted, declarant_entitled, is_declaration, laboratory, states_act};
use model::{Date, EvidenceKind, PartyId, Procedure, Recognises};
use statement::act::DeclarationRegime;

use super::annex::{AnnexCase, annexes};
use super::{Candidate, Case};
use crate::answer::{Basis, RequirementKind};
use crate::context::recorded_period;

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let mut candidates = vec![by_law(case)];
    candidates.extend(annexes(case, &[Recognises::Declaration]).iter().map(|annex| through(case, annex)));
    candidates
}

/// The act itself asks for a declaration, or has a regime for one.
fn by_law<'a>(case: &Case<'_, 'a>) -> Candidate<'a> {
    let requirement = case.requirement;
    let asks = matches!(requirement.procedure, Procedure::Declaration | Procedure::DeclarationWithTest);
    // An objective that stands as the requirement is no act of B's: what it rests on is for its own path to say (L 17).
    let act = requirement.kind != RequirementKind::Objective;
    let allowed = act
        && (asks || (requirement.declaration.is_some() && requirement.accepts(EvidenceKind::Declaration)));
    let mut regime = requirement.declaration.cloned().unwrap_or_default();
    regime.test_report_required |= requirement.procedure == Procedure::DeclarationWithTest;
    let findings = findings(case, allowed, &regime);
    Candidate { instrument: Some(requirement.id.as_str()), basis: Some(Basis::Law), findings }
}

fn through<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Candidate<'a> {
    let regime = annex.terms.declaration.clone().unwrap_or_default();
    let mut all = annex.findings(case);
    all.push(annex.names_required_act(case));
    all.extend(findings(case, true, &regime));
    Candidate { instrument: Some(annex.id.as_str()), basis: annex.basis(), findings: all }
}

fn findings<'a>(case: &Case<'_, 'a>, allowed: bool, regime: &DeclarationRegime) -> Vec<Finding<'a>> {
    let (requirement, evidence) = (case.requirement, case.evidence);
    let content = evidence.state.content;
    let (number, at) = (evidence.number(), evidence.state.content_at);
    let required_in = regime.responsible_person_in;
    let entitled = required_in.is_none_or(|wanted| {
        let person = |country: &model::Jurisdiction| {
            case.context
                .registry
                .covering(*country, case.context.day, case.context.knowledge)
                .contains(&wanted)
        };
        content.responsible_persons_in.iter().any(person)
    });
    let mut findings = vec![
        accepted::check(&accepted::Input {
            act: requirement.id.as_str(),
            accepted: allowed,
            at: requirement.at,
        }),
        is_declaration::check(&is_declaration::Input { number, kind: evidence.facts.issued.kind, at }),
        states_act::check(&states_act::Input {
            act: requirement.id.as_str(),
            number,
            attested: case.attests(),
            at,
        }),
        declarant_entitled::check(&declarant_entitled::Input { number, required_in, entitled, at }),
        report(case, regime),
    ];
    findings.extend(case.edition_accepted());
    findings.extend(case.exclusive_standards());
    findings
}

fn report<'a>(case: &Case<'_, 'a>, regime: &DeclarationRegime) -> Finding<'a> {
    let report = case.evidence.state.content.report.as_ref();
    let accredited = report.and_then(|report| {
        let day = report.issued_on;
        let granted = case.accreditations(&report.laboratory, day).map(|(granted, _)| granted);
        granted.into_iter().find(|granted| recognises(case, &granted.value.accreditation_body, day))
    });
    laboratory::check(&laboratory::Input {
        number: case.evidence.number(),
        report_required: regime.test_report_required || regime.accredited_laboratory,
        laboratory: report.map(|report| report.laboratory.as_str()),
        accreditation_required: regime.accredited_laboratory,
        accredited: accredited.map(recorded_period),
        report_on: report.map(|report| report.issued_on),
    })
}

/// Whether an accreditation body is the importing country's own, or one that it recognised on a day.
fn recognises(case: &Case<'_, '_>, body: &PartyId, day: Date) -> bool {
    let (context, registry) = (case.context, case.context.registry);
    let own = registry.party(body).is_some_and(|record| {
        let home = record.registered.country;
        registry
            .covering(home, day, context.knowledge)
            .iter()
            .any(|party| context.legislators.contains(party))
    });
    let by = |country: &model::Jurisdiction| registry.accreditation_body(*country, body);
    own || context.covering.iter().filter_map(by).any(|facts| facts.one_on(context.knowledge, day).is_some())
}
