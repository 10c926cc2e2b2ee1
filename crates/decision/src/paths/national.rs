//! National: the importing country's own rules, with its acceptance of foreign bodies. Imported and domestic products
//! are asked the same (Rec. E): nothing here looks at origin.

use law::Finding;
use law::rules::national::{attests_to_act, body_accepted, fits_procedure};
use statement::act::AnnexTerms;

use super::body::same_designation;
use super::{Candidate, Case};
use crate::answer::Basis;
use crate::context::recorded_period;

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Candidate<'a> {
    let (requirement, evidence) = (case.requirement, case.evidence);
    let act = requirement.id.as_str();
    let mut findings = vec![
        attests_to_act::check(&attests_to_act::Input {
            act,
            number: evidence.number(),
            attested: case.attests(),
            at: evidence.state.content_at,
        }),
        fits_procedure::check(&fits_procedure::Input {
            act,
            procedure: requirement.procedure,
            kind: evidence.facts.issued.kind,
            accepted: requirement.accepts(evidence.facts.issued.kind),
            at: requirement.at,
        }),
        accepted(case),
    ];
    findings.extend(case.edition_accepted());
    findings.extend(case.exclusive_standards());
    findings.extend(case.status(requirement.id, &AnnexTerms::default()));
    findings.extend(case.ownership());
    Candidate { instrument: Some(act), basis: Some(Basis::Law), findings }
}

/// Whether the country whose law it is, or a member of the group whose law it is, accepts the body.
fn accepted<'a>(case: &Case<'_, 'a>) -> Finding<'a> {
    let (requirement, evidence) = (case.requirement, case.evidence);
    let day = evidence.assessed_on;
    let registry = case.context.registry;
    let own = |country: model::Jurisdiction| {
        country == requirement.country
            || registry.covering(country, day, case.context.knowledge).contains(&requirement.country)
    };
    let designations = case.standing(requirement.id).map(|standing| &standing.designations);
    let designation = designations.and_then(|facts| {
        let fits = facts.standing(case.context.knowledge, same_designation).filter(|fact| {
            let value = &fact.value;
            case.within(&value.procedures, value.products.as_ref()) && own(value.country)
        });
        fits.max_by_key(|fact| (fact.contains(day), fact.at))
    });
    body_accepted::check(&body_accepted::Input {
        body: evidence.issuer().as_str(),
        act: requirement.id.as_str(),
        country: requirement.country,
        assessed_on: day,
        designation: designation.map(recorded_period),
    })
}
