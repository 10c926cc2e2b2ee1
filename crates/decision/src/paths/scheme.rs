//! Scheme: a private arrangement of bodies (IECEE CB). It binds only if the importing country's law says so.

use law::Finding;
use law::rules::scheme::{differences_covered, issued_by_member, member_recognises, report_age};
use model::{Jurisdiction, Recognises, StandardReference};
use registry::Fact;
use statement::act::{DifferenceDeclared, SchemeJoined};

use super::accreditation::binding_or_discretion;
use super::annex::{AnnexCase, annexes, none_exists};
use super::{Candidate, Case};
use crate::answer::Basis;
use crate::context::{recorded, recorded_period};

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let annexes = annexes(case, &[Recognises::Scheme]);
    if annexes.is_empty() {
        let findings = vec![none_exists(case), member(case, None), issuer(case, None)];
        return vec![Candidate { instrument: None, basis: Some(Basis::Discretion), findings }];
    }
    annexes.iter().map(|annex| through(case, annex)).collect()
}

fn through<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Candidate<'a> {
    let mut findings = annex.findings(case);
    findings.push(member(case, Some(annex)));
    findings.push(issuer(case, Some(annex)));
    findings.push(differences(case, annex));
    findings.push(age(case, annex));
    findings.push(annex.accepts_output(case));
    let basis = binding_or_discretion(case, annex.basis(), &mut findings);
    Candidate { instrument: Some(annex.id.as_str()), basis, findings }
}

/// The standards of the evidence to which the act refers; all of them where the act refers to none.
fn relevant_standards<'a>(case: &Case<'_, 'a>) -> Vec<&'a StandardReference> {
    let cited = |standard: &&StandardReference| {
        case.requirement.standards.is_empty()
            || case.requirement.standards.iter().any(|citation| {
                citation.standard.series() == standard.series()
                    || case.context.registry.is_identical(
                        standard,
                        &citation.standard,
                        case.context.knowledge,
                    )
            })
    };
    case.evidence.state.content.standards.iter().filter(cited).collect()
}

/// The importing country's member that takes part on the day; of several, the one that recognises most.
fn membership<'a>(
    case: &Case<'_, 'a>,
    annex: &AnnexCase<'a>,
    countries: &[Jurisdiction],
    standards: &[&StandardReference],
) -> Option<&'a Fact<SchemeJoined>> {
    let same = |a: &SchemeJoined, b: &SchemeJoined| a.member == b.member;
    let annex = annex.annex;
    let facts = countries.iter().filter_map(|country| annex.members.get(country));
    let members = facts.flat_map(|facts| facts.on(case.context.knowledge, case.context.day, same));
    let recognised = |fact: &Fact<SchemeJoined>| {
        standards.iter().filter(|standard| covered(&fact.value.recognises, standard)).count()
    };
    members.max_by_key(|fact| (recognised(fact), fact.at))
}

/// Whether a list of standards has this one; an empty list has all.
fn covered(list: &[StandardReference], standard: &StandardReference) -> bool {
    list.is_empty() || list.iter().any(|known| fits(known, standard))
}

fn member<'a>(case: &Case<'_, 'a>, annex: Option<&AnnexCase<'a>>) -> Finding<'a> {
    let standards = relevant_standards(case);
    let membership = annex.and_then(|annex| membership(case, annex, &case.context.covering, &standards));
    let outside = |list: &[StandardReference]| standards.iter().find(|standard| !covered(list, standard));
    let not_of_scheme = annex.and_then(|annex| outside(&annex.terms.standards));
    let not_recognised = membership.and_then(|fact| outside(&fact.value.recognises));
    let named = not_of_scheme.or(not_recognised).or(standards.first());
    member_recognises::check(&member_recognises::Input {
        scheme: annex.map(|annex| annex.id.as_str()),
        importing: case.context.importing,
        standard: named.map(|standard| standard.as_str()),
        in_scheme: not_of_scheme.is_none(),
        membership: membership.map(recorded_period),
        day: case.context.day,
        covers_standard: membership.is_some() && !standards.is_empty() && not_recognised.is_none(),
    })
}

/// A dated reference means that edition, an undated one every edition.
fn fits(known: &StandardReference, standard: &StandardReference) -> bool {
    if known.is_dated() { known == standard } else { known.series() == standard.series() }
}

fn issuer<'a>(case: &Case<'_, 'a>, annex: Option<&AnnexCase<'a>>) -> Finding<'a> {
    let day = case.evidence.assessed_on;
    let body = case.evidence.issuer();
    let membership = annex.and_then(|annex| {
        let facts = annex.annex.members.values();
        let same = |a: &SchemeJoined, b: &SchemeJoined| a.member == b.member;
        let own = |value: &SchemeJoined| value.member == *body && value.issues;
        let standing = facts.flat_map(|facts| facts.standing_among(case.context.knowledge, same, own));
        standing.max_by_key(|f| (f.contains(day), f.at))
    });
    issued_by_member::check(&issued_by_member::Input {
        scheme: annex.map(|annex| annex.id.as_str()),
        body: body.as_str(),
        membership: membership.map(recorded_period),
        assessed_on: day,
    })
}

fn differences<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Finding<'a> {
    let annex_facts = annex.annex;
    let standards = relevant_standards(case);
    let same = |a: &DifferenceDeclared, b: &DifferenceDeclared| {
        a.difference == b.difference && a.standard == b.standard
    };
    let declared = case.context.covering.iter().filter_map(|country| annex_facts.differences.get(country));
    let declared: Vec<_> = declared
        .flat_map(|facts| facts.on(case.context.knowledge, case.context.day, same))
        .filter(|fact| standards.iter().any(|standard| fits(&fact.value.standard, standard)))
        .collect();
    let covered = &case.evidence.state.content.differences_covered;
    let missing = declared.iter().find(|fact| !covered.contains(&fact.value.difference));
    differences_covered::check(&differences_covered::Input {
        scheme: Some(annex.id.as_str()),
        importing: case.context.importing,
        declared: u32::try_from(declared.len()).unwrap_or(u32::MAX),
        missing: missing.map(|fact| recorded(fact, fact.value.difference.as_str())),
    })
}

fn age<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Finding<'a> {
    let report = case.evidence.state.content.report.as_ref();
    report_age::check(&report_age::Input {
        number: case.evidence.number(),
        report_on: report.map_or(case.evidence.assessed_on, |report| report.issued_on),
        months_max: annex.terms.report_age_months_max,
        day: case.context.day,
    })
}
