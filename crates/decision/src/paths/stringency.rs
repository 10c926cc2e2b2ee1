//! Stringency (Rec. E.1): the standard that was met is, by a statement that B made or accepted, at least as strict as
//! the one that B's act requires. It does not bind; between members of the WTO it gives discretion.

use law::rules::stringency::stated;
use model::{StandardReference, Stringency};
use registry::Fact;
use statement::act::StringencyStated;

use super::accreditation::binding_or_discretion;
use super::{Candidate, Case};
use crate::context::recorded_period;

pub(super) fn examine<'a>(case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    let citations = case.requirement.standards.iter();
    let mut candidates: Vec<_> = citations.map(|citation| required(case, &citation.standard)).collect();
    if candidates.is_empty() {
        candidates.push(candidate(case, None, None));
    }
    candidates
}

fn required<'a>(case: &Case<'_, 'a>, required: &'a StandardReference) -> Candidate<'a> {
    candidate(case, Some(required), statement(case, required))
}

/// The statement of the importing country, or of a group that covers it, about a standard that the evidence met.
fn statement<'a>(
    case: &Case<'_, 'a>,
    required: &StandardReference,
) -> Option<(&'a Fact<StringencyStated>, &'a StandardReference)> {
    let facts = case.context.registry.stringency(required.series())?;
    let same = |a: &StringencyStated, b: &StringencyStated| {
        a.country == b.country && a.standard == b.standard && a.required == b.required
    };
    let certified = &case.evidence.state.content.standards;
    let day = case.context.day;
    let pairs = facts.standing(case.context.knowledge, same).filter_map(|fact| {
        let value = &fact.value;
        let about = fits(&value.required, required) || fits(required, &value.required);
        let ours = about && case.context.covering.contains(&value.country);
        let met = certified.iter().find(|standard| fits(&value.standard, standard));
        met.filter(|_| ours).map(|met| (fact, met))
    });
    pairs.max_by_key(|(fact, _)| {
        (fact.contains(day), fact.value.relation != Stringency::LessStringent, fact.at)
    })
}

fn fits(stated: &StandardReference, met: &StandardReference) -> bool {
    if stated.is_dated() { stated == met } else { stated.series() == met.series() }
}

fn candidate<'a>(
    case: &Case<'_, 'a>,
    required: Option<&'a StandardReference>,
    statement: Option<(&'a Fact<StringencyStated>, &'a StandardReference)>,
) -> Candidate<'a> {
    let value = statement.map(|(fact, _)| fact.value.as_ref());
    let first = case.evidence.state.content.standards.first();
    let met = statement.map(|(_, met)| met).or(first);
    let mut findings = vec![stated::check(&stated::Input {
        importing: case.context.importing,
        required: required.map(StandardReference::as_str),
        met_standard: met.map(StandardReference::as_str),
        relation: value.map(|value| value.relation),
        weaker_clause: value.and_then(|value| value.weaker_clauses.first()).map(String::as_str),
        statement: statement.map(|(fact, _)| recorded_period(fact)),
        day: case.context.day,
    })];
    let basis = binding_or_discretion(case, None, &mut findings);
    Candidate { instrument: required.map(StandardReference::as_str), basis, findings }
}
