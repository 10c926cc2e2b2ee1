//! Barred? Open measures by a mandated authority of the importing country, and reports that are none.

use law::rules::measure::{has_legal_basis, no_open_measure, suspicion_is_no_measure};
use law::{Finding, Outcome, Recorded};
use model::{Jurisdiction, PartyId, Product, ScopeMatch};
use registry::{Asked, EVERY_PARTY, Fact};
use statement::act::{MeasureTaken, SuspicionReported, Target};

use crate::context::{Context, Evidence, recorded};

/// Findings about measures; any `measure.no-open-measure` that is not met bars, one that is unknown may bar.
pub(crate) fn measures<'a>(context: &Context<'a>, evidence: &[Evidence<'a>]) -> Vec<Finding<'a>> {
    let mut findings = Vec::new();
    let asked = asked(context, evidence, &context.covering);
    for id in context.aimed_at(context.registry.measure_index(), &asked) {
        let Some(measure) = context.registry.measure_on(id, context.day, context.knowledge) else {
            continue;
        };
        let matches = hits(context, evidence, &measure.value.against);
        // A measure without its reasons in law bars nothing in any case; it is told where it certainly fits.
        let told = match matches {
            ScopeMatch::Inside => true,
            ScopeMatch::Unclear => !measure.value.legal_basis.trim().is_empty(),
            ScopeMatch::Outside => false,
        };
        if told {
            findings.push(finding(context, measure, matches));
        }
    }
    findings
}

/// Whether a measure bars: the worst of the findings about open measures.
pub(crate) fn bars(findings: &[Finding<'_>]) -> Outcome {
    let open = findings.iter().filter(|finding| finding.rule.id == no_open_measure::RULE.id);
    open.map(|finding| finding.outcome).max().unwrap_or(Outcome::Met)
}

fn finding<'a>(context: &Context<'a>, measure: &'a Fact<MeasureTaken>, matches: ScopeMatch) -> Finding<'a> {
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
        code: context.code_text(),
        matches,
        scope_edition: act.against.products.as_ref().map(|scope| scope.hs_edition.year().into()),
    })
}

/// Reports of suspicion that fit the question. They change no outcome.
pub(crate) fn suspicions<'a>(context: &Context<'a>, evidence: &[Evidence<'a>]) -> Vec<Finding<'a>> {
    let asked = asked(context, evidence, &[EVERY_PARTY]);
    let candidates = context.aimed_at(context.registry.suspicion_index(), &asked);
    let reports = candidates.into_iter().filter_map(|id| context.registry.suspicion(id));
    let known = reports
        .filter_map(|facts| facts.known(context.knowledge).rfind(|fact| fact.from <= context.day))
        .filter(|fact| hits(context, evidence, &fact.value.against) == ScopeMatch::Inside);
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

/// Whether a target fits the question: every entry that it gives must match, and it must give one. Unclear where all
/// that keeps it from fitting is a scope of which it cannot be told whether it covers the product.
pub(crate) fn hits(context: &Context<'_>, evidence: &[Evidence<'_>], target: &Target) -> ScopeMatch {
    let named = |list: &[String], of: fn(&Product) -> Option<&String>| {
        list.is_empty() || identified(context, evidence, of).any(|value| list.contains(value))
    };
    let gives_something = *target != Target::default();
    let products = target.products.as_ref().map_or(ScopeMatch::Inside, |scope| context.matches(scope));
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
    let others = gives_something && identifiers && batches && certificates && bodies && traders && origins;
    if others { products } else { ScopeMatch::Outside }
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
