//! Accreditation: bodies accredited by the exporting party's accreditation body for the importing party's act.

use law::Finding;
use law::rules::accreditation::{body_recognised, importing_party_notified, scope_covers_act};
use law::rules::wto::whenever_possible;
use model::{Jurisdiction, PartyId, Recognises};
use registry::Fact;
use statement::act::{AccreditationGranted, AccreditationRecognised};

use super::annex::{AnnexCase, annexes, none_exists};
use super::{Candidate, Case};
use crate::answer::Basis;
use crate::context::recorded_period;

/// The group whose members TBT binds.
const WTO: Jurisdiction = Jurisdiction::new_static("WTO");

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let annexes = annexes(case, &[Recognises::Accreditation]);
    let accredited = accredited(case);
    if annexes.is_empty() {
        let findings = vec![
            none_exists(case),
            recognised(case, accredited),
            scope(case, accredited),
            super::results::attests(case),
        ];
        return vec![Candidate { instrument: None, basis: Some(Basis::Treaty), findings }];
    }
    annexes.iter().map(|annex| through(case, annex, accredited)).collect()
}

fn through<'a>(
    case: &Case<'_, 'a>,
    annex: &AnnexCase<'a>,
    accredited: Option<Accredited<'a>>,
) -> Candidate<'a> {
    let mut findings = annex.findings(case);
    findings.push(recognised(case, accredited));
    findings.push(scope(case, accredited));
    if annex.terms.bodies_listed {
        findings.push(notified(case, annex));
    }
    findings.push(annex.accepts_output(case));
    findings.extend(case.status(annex.id, annex.terms));
    findings.extend(case.ownership());
    findings.push(super::results::attests(case));
    findings.extend(case.edition_accepted());
    let basis = binding_or_discretion(case, annex.basis(), &mut findings);
    Candidate { instrument: Some(annex.id.as_str()), basis, findings }
}

/// What binds by itself keeps its basis; what does not gives discretion between members of the WTO (TBT 6.1, 2.7).
pub(super) fn binding_or_discretion<'a>(
    case: &Case<'_, 'a>,
    basis: Option<Basis>,
    findings: &mut Vec<Finding<'a>>,
) -> Option<Basis> {
    if basis.is_none() {
        findings.push(wto(case));
    }
    basis.or(Some(Basis::Discretion))
}

fn wto<'a>(case: &Case<'_, 'a>) -> Finding<'a> {
    let (registry, knowledge, day) = (case.context.registry, case.context.knowledge, case.context.day);
    let member = |party: Jurisdiction| registry.membership(party, WTO, day, knowledge).map(recorded_period);
    whenever_possible::check(&whenever_possible::Input {
        importing: case.context.importing,
        exporting: case.evidence.exporting,
        importing_member: member(case.context.importing),
        exporting_member: case.evidence.exporting.and_then(member),
        day,
    })
}

/// An accreditation of the body, and what is asked of it: does its scope name the act, and does the importing party
/// recognise who granted it?
#[derive(Clone, Copy)]
struct Accredited<'a> {
    granted: &'a Fact<AccreditationGranted>,
    names_act: bool,
    recognition: Option<&'a Fact<AccreditationRecognised>>,
}

/// The accreditation in force on the day of the assessment that comes closest: a body may have several, by several
/// accreditation bodies.
fn accredited<'a>(case: &Case<'_, 'a>) -> Option<Accredited<'a>> {
    let (day, asked) = (case.evidence.assessed_on, case.context.day);
    let all = case.accreditations(case.evidence.issuer(), day).map(|(granted, accreditation)| Accredited {
        granted,
        names_act: names_act(case, &granted.value)
            && !case.left_scope(accreditation, case.requirement.id, day),
        recognition: recognition(case, &granted.value.accreditation_body),
    });
    all.max_by_key(|one| {
        let recognised = one.recognition.is_some_and(|fact| fact.contains(asked));
        (one.names_act && recognised, one.names_act, recognised, std::cmp::Reverse(one.granted.at))
    })
}

/// A scope names the act, or, where it lists standards only, a standard to which the act refers.
fn names_act(case: &Case<'_, '_>, granted: &AccreditationGranted) -> bool {
    let cited =
        |series: &str| case.requirement.standards.iter().any(|citation| citation.standard.series() == series);
    let act = granted.acts.contains(case.requirement.id)
        || (granted.acts.is_empty() && granted.standards.iter().any(|standard| cited(standard.series())));
    act && case.within(&granted.procedures, granted.products.as_ref())
}

fn scope<'a>(case: &Case<'_, 'a>, accredited: Option<Accredited<'a>>) -> Finding<'a> {
    scope_covers_act::check(&scope_covers_act::Input {
        body: case.evidence.issuer().as_str(),
        act: case.requirement.id.as_str(),
        assessed_on: case.evidence.assessed_on,
        accredited: accredited.map(|one| recorded_period(one.granted)),
        names_act: accredited.is_some_and(|one| one.names_act),
    })
}

fn recognised<'a>(case: &Case<'_, 'a>, accredited: Option<Accredited<'a>>) -> Finding<'a> {
    body_recognised::check(&body_recognised::Input {
        accreditation_body: accredited.map(|one| one.granted.value.accreditation_body.as_str()),
        importing: case.context.importing,
        day: case.context.day,
        recognised: accredited.and_then(|one| one.recognition).map(recorded_period),
    })
}

/// The recognition of an accreditation body by the importing country or a group that covers it.
fn recognition<'a>(case: &Case<'_, 'a>, body: &PartyId) -> Option<&'a Fact<AccreditationRecognised>> {
    let (knowledge, day) = (case.context.knowledge, case.context.day);
    let by = |country: &Jurisdiction| case.context.registry.accreditation_body(*country, body);
    let facts = case.context.covering.iter().filter_map(by);
    let standing = facts.flat_map(|facts| facts.standing(knowledge, same_instrument));
    standing.max_by_key(|fact| (fact.contains(day), fact.at))
}

fn same_instrument(a: &AccreditationRecognised, b: &AccreditationRecognised) -> bool {
    a.instrument == b.instrument
}

/// The list of the annex is how the importing party was notified.
fn notified<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Finding<'a> {
    let day = case.evidence.assessed_on;
    let standing = case.standing(annex.id);
    let listings = standing.map(|s| s.listings.standing(case.context.knowledge, |_, _| false));
    let listing = listings.and_then(|facts| facts.max_by_key(|fact| (fact.contains(day), fact.at)));
    importing_party_notified::check(&importing_party_notified::Input {
        body: case.evidence.issuer().as_str(),
        importing: case.context.importing,
        assessed_on: day,
        notified: listing.map(recorded_period),
    })
}
