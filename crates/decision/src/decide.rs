//! `decide`: an outline of named steps.

use std::sync::Arc;

use law::{Outcome, Recorded};
use model::{HsCode, HsEdition, InstrumentId, LogIndex, Product};
use registry::{CertificateFacts, Registry};

use crate::answer::{AsOf, CoverageAnswer, Decision, EvidenceAnswer, RequirementAnswer, RequirementOutcome};
use crate::context::{Context, Evidence};
use crate::gate::requirements::Requirement;
use crate::gate::{evidence as gate_evidence, measures, requirements};
use crate::paths::Piece;
use crate::question::{Question, QuestionError};
use crate::verdict::Verdict;
use crate::{missing, paths, precedence};

/// What the store found for a piece of evidence of the question, in the same order.
#[derive(Clone, Debug, Default)]
pub struct Presented {
    /// The certificate's facts; `None` if nobody has issued it.
    pub found: Option<Arc<CertificateFacts>>,
}

/// How much of an answer is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Every path, and what is missing.
    Full,
    /// Paths up to the one that settles the outcome.
    Fast,
}

/// Must, may or need the importing country accept this evidence for this product on this day, as far as was known.
///
/// `presented` answers the question's evidence one by one. The same arguments give the same decision, for ever.
///
/// # Errors
/// [`QuestionError`] when the question cannot be asked of this registry: unknown country, no product, a point of the
/// log that does not exist.
pub fn decide<'a>(
    registry: &'a Registry,
    question: &'a Question,
    presented: &'a [Presented],
) -> Result<Decision<'a>, QuestionError> {
    work_out(registry, question, presented, Detail::Full)
}

/// The same answer without its reasons in full: the outcome, the path that wins and the rules that stand in the way,
/// for checks by the thousand. It is [`decide`] with fewer paths looked at, and agrees with it always.
///
/// # Errors
/// As [`decide`].
pub fn verdict<'a>(
    registry: &'a Registry,
    question: &'a Question,
    presented: &'a [Presented],
) -> Result<Verdict<'a>, QuestionError> {
    work_out(registry, question, presented, Detail::Fast).map(|decision| Verdict::of(&decision))
}

fn work_out<'a>(
    registry: &'a Registry,
    question: &'a Question,
    presented: &'a [Presented],
    detail: Detail,
) -> Result<Decision<'a>, QuestionError> {
    question.check()?;
    let context = context(registry, question, presented)?;
    let required = requirements::requirements(&context);
    let (evidence_answers, evidence) = examine(&context, presented, &required);
    let measures = measures::measures(&context, &evidence);
    let suspicions = measures::suspicions(&context, &evidence);
    let pieces: Vec<_> = evidence.iter().map(|piece| Piece::new(&context, piece)).collect();
    let requirements: Vec<_> = required
        .into_iter()
        .map(|requirement| weigh(&context, requirement, &pieces, &evidence_answers, detail))
        .collect();
    let unbarred = measures::bars(&measures);
    let outcomes: Vec<_> = requirements.iter().map(|requirement| requirement.outcome).collect();
    let coverage = coverage(&context, &requirements);
    Ok(Decision {
        overall: precedence::overall(unbarred, &outcomes),
        requirements,
        measures,
        suspicions,
        evidence: evidence_answers,
        coverage,
        importing: context.importing,
        product: (context.code_text(), context.edition.year()),
        as_of: AsOf { on: context.day, known_at: context.knowledge.at },
    })
}

fn context<'a>(
    registry: &'a Registry,
    question: &'a Question,
    presented: &'a [Presented],
) -> Result<Context<'a>, QuestionError> {
    if !registry.knows(question.importing) {
        return Err(QuestionError::UnknownCountry(question.importing));
    }
    let known_at = question.known_at.unwrap_or(LogIndex(registry.size().saturating_sub(1)));
    if known_at.0 >= registry.size() {
        return Err(QuestionError::NotYetKnown { known_at, size: registry.size() });
    }
    let knowledge = registry.knowledge_at(known_at);
    let (code, edition) = code(question, presented, known_at).ok_or(QuestionError::NoProduct)?;
    let covering = registry.covering(question.importing, question.on, knowledge);
    let legislators = registry.legislators(&covering);
    let (day, importing) = (question.on, question.importing);
    let objectives = registry.objectives_for(code, edition, knowledge);
    let prior_decisions = registry.candidates(registry.prior_index(), &legislators, code, edition, knowledge);
    Ok(Context {
        registry,
        knowledge,
        question,
        day,
        importing,
        covering,
        legislators,
        code,
        edition,
        objectives,
        prior_decisions,
    })
}

/// The commodity code asked about; without one, that of the first certificate that states one.
fn code<'a>(
    question: &'a Question,
    presented: &'a [Presented],
    known_at: LogIndex,
) -> Option<(&'a HsCode, HsEdition)> {
    let coded = |product: &'a Product| Some((product.hs.as_ref()?, product.hs_edition?));
    if let Some(asked) = coded(&question.product) {
        return Some(asked);
    }
    let known = presented.iter().filter_map(|p| p.found.as_deref()).filter(|facts| facts.at <= known_at);
    let mut products = known.flat_map(|facts| &facts.issued.products);
    products.find_map(coded)
}

fn examine<'a>(
    context: &Context<'a>,
    presented: &'a [Presented],
    required: &[Requirement<'a>],
) -> (Vec<EvidenceAnswer<'a>>, Vec<Evidence<'a>>) {
    let complete = stated_complete(context, required);
    let nothing = &Presented { found: None };
    let mut answers = Vec::with_capacity(presented.len());
    let mut evidence = Vec::with_capacity(presented.len());
    for (index, reference) in context.question.evidence.iter().enumerate() {
        let piece = presented.get(index).unwrap_or(nothing);
        let (answer, found) = gate_evidence::examine(context, index, piece, reference, complete);
        answers.push(answer);
        evidence.extend(found);
    }
    (answers, evidence)
}

/// Whether coverage is stated complete for everything that is required: only then does absence mean something.
fn stated_complete(context: &Context<'_>, required: &[Requirement<'_>]) -> Option<Recorded<bool>> {
    let mut all = None;
    for requirement in required {
        let stated = best_coverage(context, requirement.id)?;
        let fact = Recorded { what: stated.value.complete, at: stated.at };
        all = Some(match all {
            Some(Recorded { what: true, .. }) | None => fact,
            Some(incomplete) => incomplete,
        });
    }
    all
}

fn best_coverage<'a>(
    context: &Context<'a>,
    scheme: &InstrumentId,
) -> Option<&'a registry::Fact<statement::act::CoverageStated>> {
    let stated = context
        .covering
        .iter()
        .filter_map(|country| context.registry.coverage(scheme, *country, context.day, context.knowledge));
    stated.max_by_key(|fact| (fact.value.complete, fact.at))
}

fn weigh<'a>(
    context: &Context<'a>,
    requirement: Requirement<'a>,
    pieces: &[Piece<'_, 'a>],
    answers: &[EvidenceAnswer<'a>],
    detail: Detail,
) -> RequirementAnswer<'a> {
    let mut paths = paths::all(context, &requirement, pieces, answers, detail);
    let (outcome, basis, stronger_unknown, winning) = precedence::requirement(&paths);
    if let Some(winning) = winning {
        let first = paths.remove(winning);
        paths.insert(0, first);
    }
    // What may not be required at all cannot be "not recognised".
    let outcome = match (requirement.applies, outcome) {
        (Outcome::Unknown, RequirementOutcome::NotRecognised) => RequirementOutcome::Unknown,
        _ => outcome,
    };
    let missing = match outcome {
        RequirementOutcome::Recognised => Vec::new(),
        _ => missing::missing(&requirement.findings, requirement.applies, &paths, answers),
    };
    RequirementAnswer {
        act: requirement.id.as_str(),
        title: requirement.title,
        kind: requirement.kind,
        country: requirement.country,
        edition: requirement.edition,
        at: requirement.at,
        applies: requirement.applies,
        findings: requirement.findings,
        outcome,
        basis,
        stronger_unknown,
        paths,
        missing,
    }
}

/// How complete the registry is, for every requirement that came out negative or unknown.
fn coverage<'a>(context: &Context<'a>, requirements: &[RequirementAnswer<'a>]) -> Vec<CoverageAnswer<'a>> {
    let open =
        requirements.iter().filter(|requirement| requirement.outcome != RequirementOutcome::Recognised);
    let answer = |requirement: &RequirementAnswer<'a>| {
        let scheme = requirement.act;
        let stated = scheme.parse().ok().and_then(|id| best_coverage(context, &id));
        CoverageAnswer {
            scheme,
            country: context.importing,
            complete: stated.map(|fact| fact.value.complete),
            since: stated.map(|fact| fact.value.since),
            basis: stated.map(|fact| fact.value.basis.as_str()),
            at: stated.map(|fact| fact.at),
        }
    };
    open.map(answer).collect()
}
