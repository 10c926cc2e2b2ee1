//! Barred? Open measures by a mandated authority of the importing country, and reports that are none.

use law::rules::measure::{has_legal_basis, no_open_measure, suspicion_is_no_measure};
use law::{Finding, Recorded};
use model::{Jurisdiction, PartyId, Product};
use registry::{Asked, EVERY_PARTY, Fact};
use statement::act::{MeasureTaken, SuspicionReported, Target};

use crate::context::{Context, Evidence, recorded};

/// Findings about measures; any `measure.no-open-measure` that is not met bars.
pub(crate) fn measures<'a>(context: &Context<'a>, evidence: &[Evidence<'a>]) -> Vec<Finding<'a>> {
    let mut findings = Vec::new();
    let asked = asked(context, evidence, &context.covering);
    for id in context.registry.measure_index().candidates(&asked) {
        let measure = context.registry.measure_on(id, context.day, context.knowledge);
        let Some(measure) = measure.filter(|fact| hits(context, evidence, &fact.value.against)) else {
            continue;
        };
        findings.push(finding(context, measure));
    }
    findings
}

fn finding<'a>(context: &Context<'a>, measure: &'a Fact<MeasureTaken>) -> Finding<'a> {
    let act = measure.value.as_ref();
    let id = recorded(measure, act.measure.as_str());
    // L 31: an action without its reasons in law is on record and bars nothing.
    if act.legal_basis.trim().is_empty() {
        return has_legal_basis::check(&has_legal_basis::Input {
            measure: id,
            legal_basis: &act.legal_basis,
        });
    }
    no_open_measure::check(&no_open_measure::Input {
        day: context.day,
        measure: Some(id),
        kind: Some(act.kind.as_str()),
        legal_basis: Some(&act.legal_basis),
        remedy: Some(act.remedy.as_str()).filter(|remedy| !remedy.is_empty()),
        from: Some(measure.from),
        until: measure.until,
    })
}

/// Reports of suspicion that fit the question. They change no outcome.
pub(crate) fn suspicions<'a>(context: &Context<'a>, evidence: &[Evidence<'a>]) -> Vec<Finding<'a>> {
    let asked = asked(context, evidence, &[EVERY_PARTY]);
    let candidates = context.registry.suspicion_index().candidates(&asked);
    let reports = candidates.into_iter().filter_map(|id| context.registry.suspicion(id));
    let known = reports
        .filter_map(|facts| facts.known(context.knowledge).rfind(|fact| fact.from <= context.day))
        .filter(|fact| hits(context, evidence, &fact.value.against));
    let finding = |fact: &'a Fact<SuspicionReported>| {
        let suspicion = Recorded { what: fact.value.suspicion.as_str(), at: fact.at };
        suspicion_is_no_measure::check(&suspicion_is_no_measure::Input { suspicion })
    };
    known.map(finding).collect()
}

/// Everything that a target may name, to find those that may hit.
fn asked<'q>(
    context: &'q Context<'_>,
    evidence: &'q [Evidence<'_>],
    parties: &'q [Jurisdiction],
) -> Asked<'q> {
    let named =
        |of: fn(&Product) -> Option<&String>| identified(context, evidence, of).map(String::as_str).collect();
    let holders = evidence.iter().map(|piece| piece.state.holder).chain(&context.question.holder);
    Asked {
        parties,
        code: context.code,
        edition: context.edition,
        certificates: evidence.iter().map(Evidence::number).collect(),
        gtins: named(|product| product.gtin.as_ref()),
        batches: named(|product| product.batch.as_ref()),
        models: named(|product| product.model.as_ref()),
        bodies: evidence.iter().map(|piece| piece.issuer().as_str()).collect(),
        traders: holders.map(PartyId::as_str).collect(),
        origin: context.question.origin,
    }
}

/// Whether a target fits the question: every entry that it gives must match, and it must give one.
pub(crate) fn hits(context: &Context<'_>, evidence: &[Evidence<'_>], target: &Target) -> bool {
    let named = |list: &[String], of: fn(&Product) -> Option<&String>| {
        list.is_empty() || identified(context, evidence, of).any(|value| list.contains(value))
    };
    let gives_something = *target != Target::default();
    let products = context.within(target.products.as_ref());
    let identifiers = named(&target.gtins, |product| product.gtin.as_ref())
        && named(&target.models, |product| product.model.as_ref());
    let batches = named(&target.batches, |product| product.batch.as_ref());
    let certificates = target.certificates.is_empty()
        || evidence.iter().any(|e| target.certificates.contains(&e.facts.issued.number));
    let bodies = target.bodies.is_empty() || evidence.iter().any(|e| target.bodies.contains(e.issuer()));
    let traders = target.traders.is_empty()
        || context.question.holder.as_ref().is_some_and(|holder| target.traders.contains(holder))
        || evidence.iter().any(|e| target.traders.contains(e.state.holder));
    let origins = target.origins.is_empty()
        || context.question.origin.is_some_and(|origin| target.origins.contains(&origin));
    gives_something && products && identifiers && batches && certificates && bodies && traders && origins
}

/// What the question says of an identifier; where it says nothing, it is about the product as certified.
fn identified<'a>(
    context: &Context<'a>,
    evidence: &'a [Evidence<'a>],
    of: fn(&Product) -> Option<&String>,
) -> impl Iterator<Item = &'a String> {
    let asked = of(&context.question.product);
    let code = *context.code;
    let same = move |product: &&Product| product.hs.is_none_or(|hs| hs.covers(&code) || code.covers(&hs));
    let certified = evidence.iter().flat_map(|piece| piece.state.products).filter(same).filter_map(of);
    asked.into_iter().chain(certified.filter(move |_| asked.is_none()))
}
