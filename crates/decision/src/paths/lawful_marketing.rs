//! Lawful marketing: what is lawfully sold in A may be sold in B (EU for non-harmonised products, Trans-Tasman).

use law::Finding;
use law::rules::lawful_marketing::{no_exemption, no_refusal, sold_in_party};
use model::Recognises;
use statement::act::{ExemptionStated, RefusalReasoned};

use super::annex::{AnnexCase, annexes, none_exists};
use super::{Candidate, Case};
use crate::answer::Basis;
use crate::context::recorded;
use crate::gate::measures::hits;

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let annexes = annexes(case, &[Recognises::LawfulMarketing]);
    if annexes.is_empty() {
        let findings = vec![none_exists(case), sold(case)];
        return vec![Candidate { instrument: None, basis: Some(Basis::Treaty), findings }];
    }
    annexes.iter().map(|annex| through(case, annex)).collect()
}

fn through<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Candidate<'a> {
    let mut findings = annex.findings(case);
    findings.push(annex.names_required_act(case));
    findings.push(sold(case));
    findings.push(exemption(case, annex));
    findings.push(refusal(case, annex));
    Candidate { instrument: Some(annex.id.as_str()), basis: annex.basis(), findings }
}

/// Sold in the exporting party or one of its members, as the document states.
fn sold<'a>(case: &Case<'_, 'a>) -> Finding<'a> {
    let sold_in = &case.evidence.state.content.lawfully_marketed_in;
    let party = case.evidence.exporting.filter(|party| sold_in.contains(party)).or(sold_in.first().copied());
    sold_in_party::check(&sold_in_party::Input {
        number: case.evidence.number(),
        party: party.or(case.evidence.exporting),
        stated: sold_in.iter().any(|country| case.is_exporting(*country)),
        at: case.evidence.state.content_at,
    })
}

fn exemption<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Finding<'a> {
    let same = |a: &ExemptionStated, b: &ExemptionStated| a.exemption == b.exemption;
    let facts = &annex.annex.exemptions;
    let ours = facts.on(case.context.knowledge, case.context.day, same).find(|fact| {
        case.context.covering.contains(&fact.value.country) && case.context.within(Some(&fact.value.products))
    });
    no_exemption::check(&no_exemption::Input {
        annex: Some(annex.id.as_str()),
        country: case.context.importing,
        exemption: ours.map(|fact| recorded(fact, fact.value.exemption.as_str())),
    })
}

fn refusal<'a>(case: &Case<'_, 'a>, annex: &AnnexCase<'a>) -> Finding<'a> {
    let same = |a: &RefusalReasoned, b: &RefusalReasoned| a.refusal == b.refusal;
    let facts = &annex.annex.refusals;
    let hits = |fact: &&registry::Fact<RefusalReasoned>| {
        let ours = case.context.covering.contains(&fact.value.country);
        ours && hits(case.context, std::slice::from_ref(case.evidence), &fact.value.against)
            == model::ScopeMatch::Inside
    };
    let refusals = facts.on(case.context.knowledge, case.context.day, same).filter(hits);
    // A reasoned refusal decides; one without reasons is shown only where there is no other.
    let refusal = refusals.max_by_key(|fact| (!fact.value.reasons.trim().is_empty(), fact.at));
    no_refusal::check(&no_refusal::Input {
        annex: Some(annex.id.as_str()),
        country: case.context.importing,
        refusal: refusal.map(|fact| recorded(fact, fact.value.refusal.as_str())),
        reasoned: refusal.is_some_and(|fact| !fact.value.reasons.trim().is_empty()),
    })
}
