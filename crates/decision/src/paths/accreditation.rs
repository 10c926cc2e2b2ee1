//! Accreditation: bodies accredited by the exporting party's accreditation body for the importing party's act.

use law::Finding;
use law::rules::accreditation::{body_recognised, importing_party_notified, scope_covers_act};
use law::rules::wto::whenever_possible;
use model::{Jurisdiction, PartyId, Recognises};
use registry::{Accreditation, Fact};
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

type Accredited<'a> = Option<(&'a Fact<AccreditationGranted>, bool)>;

fn through<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>, accredited: Accredited<'a>) -> Candidate<'a> {
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

/// The accreditation of the body in force on the day of the assessment: one whose scope names the act if there is one.
fn accredited<'a>(case: &Case<'_, 'a>) -> Accredited<'a> {
    let day = case.evidence.assessed_on;
    let names = |granted: &AccreditationGranted, accreditation: &Accreditation| {
        names_act(case, granted) && !case.left_scope(accreditation, case.requirement.id, day)
    };
    case.accreditation(case.evidence.issuer(), day, names)
}

/// A scope names the act, or, where it lists standards only, a standard to which the act refers.
fn names_act(case: &Case<'_, '_>, granted: &AccreditationGranted) -> bool {
    let procedure = case.evidence.facts.issued.procedure;
    let procedures = granted.procedures.is_empty() || granted.procedures.contains(&procedure);
    let cited =
        |series: &str| case.requirement.standards.iter().any(|citation| citation.standard.series() == series);
    let act = granted.acts.contains(case.requirement.id)
        || (granted.acts.is_empty() && granted.standards.iter().any(|standard| cited(standard.series())));
    procedures && act && case.context.within(granted.products.as_ref())
}

fn scope<'a>(case: &Case<'_, 'a>, accredited: Accredited<'a>) -> Finding<'a> {
    scope_covers_act::check(&scope_covers_act::Input {
        body: case.evidence.issuer().as_str(),
        act: case.requirement.id.as_str(),
        assessed_on: case.evidence.assessed_on,
        accredited: accredited.map(|(granted, _)| recorded_period(granted)),
        names_act: accredited.is_some_and(|(_, names)| names),
    })
}

fn recognised<'a>(case: &Case<'_, 'a>, accredited: Accredited<'a>) -> Finding<'a> {
    let body: Option<&'a PartyId> = accredited.map(|(granted, _)| &granted.value.accreditation_body);
    let (knowledge, day) = (case.context.knowledge, case.context.day);
    let recognitions = body.and_then(|body| {
        let by = |country: &Jurisdiction| case.context.registry.accreditation_body(*country, body);
        let mut facts = case.context.covering.iter().filter_map(by);
        facts.find_map(|facts| {
            facts.standing(knowledge, same_instrument).max_by_key(|f| (f.contains(day), f.at))
        })
    });
    body_recognised::check(&body_recognised::Input {
        accreditation_body: body.map(PartyId::as_str),
        importing: case.context.importing,
        day,
        recognised: recognitions.map(recorded_period),
    })
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
