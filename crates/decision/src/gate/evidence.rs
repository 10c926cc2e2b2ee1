//! Is the evidence what it says: issued by the body named, unaltered, in force, for this product and holder?

use law::Finding;
use law::Recorded;
use law::rules::evidence::{
    batch_same, credential_matches, holder_same, in_force, issued_by_named_body, not_a_copy, not_suspended,
    not_withdrawn, on_record, product_same,
};
use model::{HsCode, HsEdition, Product, ProductScope, ScopeMatch};
use registry::{CertificateFacts, CertificateState};

use crate::answer::EvidenceAnswer;
use crate::context::{Context, Evidence, worst};
use crate::decide::Presented;
use crate::question::EvidenceReference;

/// The answer for one piece of evidence, and the evidence itself if it is on record.
pub(crate) fn examine<'a>(
    context: &Context<'a>,
    index: usize,
    presented: &'a Presented,
    reference: &'a EvidenceReference,
    coverage_complete: Option<Recorded<bool>>,
) -> (EvidenceAnswer<'a>, Option<Evidence<'a>>) {
    let known = presented.found.as_deref().filter(|facts| facts.at <= context.knowledge.at);
    let Some(facts) = known else {
        let input = on_record::Input { reference: reference.as_str(), found: None, coverage_complete };
        let findings = vec![on_record::check(&input)];
        let outcome = worst(&findings);
        let reference = reference.as_str();
        return (
            EvidenceAnswer {
                reference,
                number: None,
                issuer: None,
                designating_party: None,
                outcome,
                findings,
            },
            None,
        );
    };
    let exporting = context.question.designating_party.or_else(|| context.registry.designating_party(facts));
    let assessed_on = facts.assessed_on();
    let covering = exporting.map(|party| context.registry.covering(party, context.day, context.knowledge));
    let mut evidence = Evidence {
        index,
        facts,
        state: facts.on(context.day, context.knowledge),
        outcome: law::Outcome::Met,
        exporting,
        exporting_covering: covering.unwrap_or_default(),
        assessed_on,
    };
    let day = evidence.day_that_counts(context);
    if day != context.day {
        evidence.state = facts.on(day, context.knowledge);
    }
    let findings = findings(context, &evidence, reference);
    evidence.outcome = worst(&findings);
    let answer = EvidenceAnswer {
        reference: reference.as_str(),
        number: Some(facts.issued.number.as_str()),
        issuer: Some(facts.issuer.as_str()),
        designating_party: exporting,
        outcome: evidence.outcome,
        findings,
    };
    (answer, Some(evidence))
}

fn findings<'a>(
    context: &Context<'a>,
    evidence: &Evidence<'a>,
    reference: &'a EvidenceReference,
) -> Vec<Finding<'a>> {
    let (facts, state) = (evidence.facts, &evidence.state);
    let day = evidence.day_that_counts(context);
    vec![
        on_record::check(&on_record::Input {
            reference: reference.as_str(),
            found: Some(facts.at),
            coverage_complete: None,
        }),
        issued_by(context, facts),
        copy(context, facts),
        credential_matches::check(&credential_matches::Input {
            presented: reference.document_sha256.as_deref(),
            recorded: state.content.credential_sha256.as_deref(),
            at: state.content_at,
        }),
        product(context, state),
        batch(context, state),
        holder_same::check(&holder_same::Input {
            asked: context.question.holder.as_ref().map(model::PartyId::as_str),
            holder: state.holder.as_str(),
            at: state.content_at,
        }),
        in_force::check(&in_force::Input {
            day,
            issued_on: facts.issued.issued_on,
            expires_on: state.content.expires_on,
            ended_on: state.ended.map(|(what, at)| Recorded { what, at }),
            at: state.content_at,
        }),
        not_suspended::check(&not_suspended::Input {
            day,
            suspended: state.suspended.map(|(what, at)| Recorded { what, at }),
        }),
        not_withdrawn::check(&not_withdrawn::Input {
            day,
            withdrawn: state.withdrawn.map(|(what, at, _)| Recorded { what, at }),
            from_start: state.withdrawn.is_some_and(|(.., from_start)| from_start),
        }),
    ]
}

fn issued_by<'a>(context: &Context<'a>, facts: &'a CertificateFacts) -> Finding<'a> {
    issued_by_named_body::check(&issued_by_named_body::Input {
        issuer: facts.issuer.as_str(),
        signed_by_issuer: facts.reported_by.is_none(),
        reported_by: facts.reported_by.as_ref().map(model::PartyId::as_str),
        key_compromised: context.knowledge.is_compromised(facts.at, facts.key),
        at: facts.at,
    })
}

fn copy<'a>(context: &Context<'a>, facts: &'a CertificateFacts) -> Finding<'a> {
    let earlier = facts.earlier_with_same_document.iter().find(|(_, at)| *at <= context.knowledge.at);
    let original = earlier.map(|(number, at)| Recorded { what: number.as_str(), at: *at });
    let declared = earlier.is_some_and(|(number, _)| facts.issued.same_product_as.as_ref() == Some(number));
    not_a_copy::check(&not_a_copy::Input { number: facts.issued.number.as_str(), original, declared })
}

fn batch<'a>(context: &Context<'a>, state: &CertificateState<'a>) -> Finding<'a> {
    let certified: Vec<&str> = state.products.iter().filter_map(|product| product.batch.as_deref()).collect();
    let asked = context.question.product.batch.as_deref();
    let certified = match asked {
        Some(asked) => certified.iter().copied().find(|batch| *batch == asked).or(certified.first().copied()),
        None => certified.first().copied(),
    };
    batch_same::check(&batch_same::Input { asked, certified, at: state.content_at })
}

/// Compares the product asked about with each certified one; the best match counts. Code and identifiers must fit the
/// same product.
fn product<'a>(context: &Context<'a>, state: &CertificateState<'a>) -> Finding<'a> {
    let asked = &context.question.product;
    let comparisons =
        state.products.iter().map(|certified| (code(context, certified), compare(asked, certified)));
    let best = comparisons.min_by_key(|(code, comparison)| {
        let contrary = comparison.contrary.is_some() || *code == ScopeMatch::Outside;
        (contrary, *code != ScopeMatch::Inside, std::cmp::Reverse(comparison.compared))
    });
    // A certificate that names no product says nothing about any.
    let (code, best) = best.unwrap_or((ScopeMatch::Unclear, Comparison::default()));
    product_same::check(&product_same::Input {
        code,
        asked_code: context.code_text(),
        compared: best.compared,
        contrary: best.contrary,
        claimed_only: best.claimed_only,
        at: state.reduced_at.unwrap_or(state.content_at),
    })
}

#[derive(Default)]
struct Comparison<'a> {
    compared: u32,
    contrary: Option<(&'static str, &'a str, &'a str)>,
    claimed_only: Option<(&'static str, &'a str)>,
}

fn compare<'a>(asked: &'a Product, certified: &'a Product) -> Comparison<'a> {
    let pairs = [
        ("gtin", &asked.gtin, &certified.gtin),
        ("model", &asked.model, &certified.model),
        ("brand", &asked.brand, &certified.brand),
        ("serial", &asked.serial, &certified.serial),
    ];
    let mut comparison = Comparison::default();
    for (kind, asked, certified) in pairs {
        match (asked.as_deref(), certified.as_deref()) {
            (Some(asked), Some(certified)) if asked == certified => comparison.compared += 1,
            (Some(asked), Some(certified)) => comparison.contrary = Some((kind, asked, certified)),
            (Some(asked), None) => comparison.claimed_only = Some((kind, asked)),
            (None, _) => {}
        }
    }
    comparison
}

/// Whether the code asked about is the certified one or lies below it; codes of different editions compare through
/// recorded correlations only. A product without a commodity code says nothing about it.
fn code(context: &Context<'_>, certified: &Product) -> ScopeMatch {
    let coded = certified.hs.zip(certified.hs_edition);
    coded.map_or(ScopeMatch::Unclear, |(code, edition)| one_code(context, code, edition))
}

fn one_code(context: &Context<'_>, certified: HsCode, edition: HsEdition) -> ScopeMatch {
    let scope = ProductScope { hs: vec![certified], hs_edition: edition, except: Vec::new() };
    let answer = context.matches(&scope);
    // A certificate at eight digits and a question at six name the same subheading: what is certified is part of it.
    let narrower =
        edition == context.edition && context.code.covers(&certified) && context.code.as_str().len() >= 6;
    if narrower { ScopeMatch::Inside } else { answer }
}
