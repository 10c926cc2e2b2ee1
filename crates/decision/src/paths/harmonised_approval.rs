//! Harmonised approval: both countries apply the same UN Regulation (1958 Agreement) and the approval is to a series
//! of amendments that the importing one still accepts.

use law::rules::harmonised_approval::{
    approval_granted, both_apply, production_conforms, series_accepted, technical_service_notified,
};
use law::{Finding, Recorded};
use model::{Date, Jurisdiction, Period, ProductScope, Recognises};
use registry::Fact;
use statement::act::HarmonisedRegulationApplied;

use super::annex::{AnnexCase, annexes, none_exists, none_names_act};
use super::body::{same_designation, same_listing};
use super::{Candidate, Case};
use crate::answer::Basis;
use crate::context::recorded_period;

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let annexes = annexes(case, &[Recognises::HarmonisedApproval]);
    if annexes.is_empty() {
        let findings = vec![none_exists(case), none_names_act(case), both(case, None), approval(case, None)];
        return vec![Candidate { instrument: None, basis: Some(Basis::Treaty), findings }];
    }
    annexes.iter().map(|annex| through(case, annex)).collect()
}

fn through<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Candidate<'a> {
    let mut findings = annex.findings(case);
    findings.push(annex.gives_recognition());
    findings.push(annex.names_required_act(case));
    findings.push(both(case, Some(annex)));
    findings.push(approval(case, Some(annex)));
    findings.push(series(case, annex));
    findings.push(technical_service(case, annex));
    findings.push(production_conforms::check(&production_conforms::Input {
        number: case.evidence.number(),
        stated: case.evidence.state.content.production_conforms,
        at: case.evidence.state.content_at,
    }));
    findings.extend(case.status(annex.id, annex.terms));
    Candidate { instrument: Some(annex.id.as_str()), basis: annex.basis(), findings }
}

/// How a party applies the regulation on a day: itself or as a group that covers it.
fn applied<'a>(
    case: &Case<'_, 'a>,
    annex: &AnnexCase<'a>,
    covering: &[Jurisdiction],
    day: Date,
) -> Option<&'a Fact<HarmonisedRegulationApplied>> {
    let annex = annex.annex;
    covering.iter().find_map(|party| annex.applied.get(party)?.one_on(case.context.knowledge, day))
}

fn both<'a>(case: &Case<'_, 'a>, annex: Option<&AnnexCase<'a>>) -> Finding<'a> {
    let importing = annex.and_then(|annex| applied(case, annex, &case.context.covering, case.context.day));
    // Approvals granted while a party applied the Regulation keep their validity after it ceases to (article 1).
    let granted = annex.and_then(|annex| {
        applied(case, annex, &case.evidence.exporting_covering, case.evidence.facts.issued.issued_on)
    });
    both_apply::check(&both_apply::Input {
        regulation: annex.map(|annex| annex.id.as_str()),
        importing: case.context.importing,
        exporting: case.evidence.exporting,
        day: case.context.day,
        importing_applies: importing.map(recorded_period),
        exporting_applies: granted.map(|fact| Recorded { what: Period::since(fact.from), at: fact.at }),
    })
}

fn approval<'a>(case: &Case<'_, 'a>, annex: Option<&AnnexCase<'a>>) -> Finding<'a> {
    approval_granted::check(&approval_granted::Input {
        number: case.evidence.number(),
        kind: case.evidence.facts.issued.kind,
        attested: annex.is_some_and(|annex| case.evidence.attests_to(annex.id.as_str()).is_some()),
        at: case.evidence.state.content_at,
    })
}

fn series<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Finding<'a> {
    let importing = applied(case, annex, &case.context.covering, case.context.day);
    let approved_to =
        case.evidence.attests_to(annex.id.as_str()).flatten().and_then(|series| series.parse().ok());
    series_accepted::check(&series_accepted::Input {
        regulation: Some(annex.id.as_str()),
        approved_to,
        oldest_accepted: importing.map(|fact| fact.value.oldest_series),
        at: importing.map(|fact| fact.at),
    })
}

/// The technical service that assessed: the laboratory of the report, or the issuer itself.
fn technical_service<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Finding<'a> {
    let report = case.evidence.state.content.report.as_ref();
    let service = report.map_or(case.evidence.issuer(), |report| &report.laboratory);
    let (knowledge, day) = (case.context.knowledge, case.evidence.assessed_on);
    let standing = case.context.registry.standing(service, annex.id);
    // Its own procedure is testing, whatever the procedure of the approval: only the products are compared.
    let within = |products: Option<&ProductScope>| case.context.within(products);
    let listed = standing.and_then(|s| {
        let listings = s.listings.standing(knowledge, same_listing);
        listings.filter(|f| within(f.value.products.as_ref())).max_by_key(|f| (f.contains(day), f.at))
    });
    let designated = standing.and_then(|s| {
        let designations = s.designations.standing(knowledge, same_designation);
        designations.filter(|f| within(f.value.products.as_ref())).max_by_key(|f| (f.contains(day), f.at))
    });
    let notified = listed.filter(|fact| fact.contains(day)).map(recorded_period);
    technical_service_notified::check(&technical_service_notified::Input {
        regulation: Some(annex.id.as_str()),
        body: service.as_str(),
        assessed_on: day,
        notified: notified.or(designated.map(recorded_period)).or(listed.map(recorded_period)),
    })
}
