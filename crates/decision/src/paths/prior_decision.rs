//! Prior decision: an individual recognition decision or acceptance by the importing country (X4).

use law::rules::prior_decision::{conditions_met, covers, in_force, review};
use law::{Finding, Recorded};
use model::{InstrumentId, Period, ScopeMatch};
use registry::{Fact, PriorDecision};
use statement::act::{ActReference, RecognitionDecided};

use super::{Candidate, Case};
use crate::answer::Basis;
use crate::context::recorded;

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let context = case.context;
    let ids = context.prior_decisions.iter().copied();
    let records = ids.filter_map(|id| Some((id, context.registry.prior_decision(id)?)));
    let known = records.filter_map(|(id, record)| Some((id, record, latest(case, record)?)));
    let relevant = known.filter(|(.., fact)| fact.value.requirements.contains(case.requirement.id));
    let candidates: Vec<_> = relevant.map(|(id, record, fact)| through(case, id, record, fact)).collect();
    if candidates.is_empty() { vec![none(case)] } else { candidates }
}

fn latest<'a>(case: &Case<'_, 'a>, record: &'a PriorDecision) -> Option<&'a Fact<RecognitionDecided>> {
    let day = case.context.day;
    record
        .decided
        .standing(case.context.knowledge, |_, _| true)
        .max_by_key(|fact| (fact.contains(day), fact.at))
}

fn through<'a>(
    case: &Case<'_, 'a>,
    id: &'a InstrumentId,
    record: &'a PriorDecision,
    fact: &'a Fact<RecognitionDecided>,
) -> Candidate<'a> {
    let decision = fact.value.as_ref();
    let day = case.context.day;
    let unmet = decision
        .conditions
        .iter()
        .find(|condition| !case.evidence.state.content.conditions_met.contains(&condition.name));
    let findings = vec![
        in_force::check(&in_force::Input {
            decision: Some(id.as_str()),
            importing: case.context.importing,
            day,
            period: Some(recorded(fact, period(case, record, fact))),
        }),
        covers::check(&covers::Input {
            decision: Some(id.as_str()),
            act: case.requirement.id.as_str(),
            number: case.evidence.number(),
            product: case.context.matches(&decision.products),
            issuer_covered: issuer_covered(case, decision),
            attested: attested(case, &decision.attests_to),
        }),
        conditions_met::check(&conditions_met::Input {
            decision: Some(id.as_str()),
            missing: unmet.map(|condition| condition.name.as_str()),
            conditions: u32::try_from(decision.conditions.len()).unwrap_or(u32::MAX),
        }),
        review::check(&review::Input {
            decision: Some(id.as_str()),
            review_by: decision.review_by,
            ends_when_overdue: decision.ends_when_review_overdue,
            day,
        }),
    ];
    Candidate { instrument: Some(id.as_str()), basis: Some(Basis::Law), findings }
}

/// The days on which it stands: as stated, cut by a revocation.
fn period(case: &Case<'_, '_>, record: &PriorDecision, fact: &Fact<RecognitionDecided>) -> Period {
    let revoked =
        record.revoked.known(case.context.knowledge).map(|end| end.from).filter(|end| *end > fact.from);
    let until = revoked.chain(fact.until).min();
    Period::new(fact.from, until).unwrap_or_else(|_| fact.period())
}

fn issuer_covered(case: &Case<'_, '_>, decision: &RecognitionDecided) -> bool {
    let bodies = decision.bodies.is_empty() || decision.bodies.contains(case.evidence.issuer());
    let party =
        decision.designating_party.is_none_or(|party| case.evidence.exporting_covering.contains(&party));
    let number = &case.evidence.facts.issued.number;
    let certificates = decision.certificates.is_empty() || decision.certificates.contains(number);
    bodies && party && certificates
}

/// Whether the evidence states conformity to one of the acts named; none named: whatever it states.
fn attested(case: &Case<'_, '_>, acts: &[ActReference]) -> bool {
    acts.is_empty()
        || acts.iter().any(|wanted| {
            let edition = case.evidence.attests_to(wanted.act.as_str());
            edition.is_some_and(|edition| wanted.edition.is_none() || wanted.edition.as_deref() == edition)
        })
}

fn none<'a>(case: &Case<'_, 'a>) -> Candidate<'a> {
    let findings: Vec<Finding<'a>> = vec![
        in_force::check(&in_force::Input {
            decision: None,
            importing: case.context.importing,
            day: case.context.day,
            period: None::<Recorded<Period>>,
        }),
        covers::check(&covers::Input {
            decision: None,
            act: case.requirement.id.as_str(),
            number: case.evidence.number(),
            product: ScopeMatch::Outside,
            issuer_covered: false,
            attested: false,
        }),
    ];
    Candidate { instrument: None, basis: Some(Basis::Law), findings }
}
