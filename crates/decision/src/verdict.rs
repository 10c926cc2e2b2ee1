//! The answer in short: outcome, winning path and reason codes.

use law::{Finding, Outcome};
use model::Jurisdiction;

use crate::answer::{
    AsOf, Basis, CoverageAnswer, Decision, Path, RequirementAnswer, RequirementKind, RequirementOutcome,
};
use crate::precedence::Overall;

/// An answer without the facts that were compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict<'a> {
    /// The one answer.
    pub overall: Overall,
    /// One entry for each thing that the importing country requires.
    pub requirements: Vec<RequirementVerdict<'a>>,
    /// Measures that bar, or of which it cannot be told whether they do.
    pub measures: Vec<&'static str>,
    /// Each piece of evidence, in the order of the question.
    pub evidence: Vec<EvidenceVerdict<'a>>,
    /// How complete the registry is, on every negative or unknown answer.
    pub coverage: Vec<CoverageAnswer<'a>>,
    /// The importing country.
    pub importing: Jurisdiction,
    /// The commodity code asked about, with its edition.
    pub product: (&'a str, u16),
    /// What it takes to give this answer again.
    pub as_of: AsOf,
}

/// Whether a piece of evidence is what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceVerdict<'a> {
    /// Its number, if it is on record.
    pub number: Option<&'a str>,
    /// Met: it is. Unknown: it may be. Not met: it is not.
    pub outcome: Outcome,
}

/// The answer for one requirement, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementVerdict<'a> {
    /// Regulation, additional requirement or objective.
    pub act: &'a str,
    /// Which of them.
    pub kind: RequirementKind,
    /// Whether the importing country must, may or need accept.
    pub outcome: RequirementOutcome,
    /// What that rests on.
    pub basis: Option<Basis>,
    /// A stronger path than the one that holds is unknown.
    pub stronger_unknown: bool,
    /// The path that wins, with its instrument.
    pub path: Option<(Path, Option<&'a str>)>,
    /// Rules that stand in the way where the answer is not "recognised": those of the path that comes closest.
    pub reasons: Vec<&'static str>,
}

impl<'a> Verdict<'a> {
    /// What a decision comes to.
    pub fn of(decision: &Decision<'a>) -> Self {
        let requirement = |requirement: &RequirementAnswer<'a>| RequirementVerdict {
            act: requirement.act,
            kind: requirement.kind,
            outcome: requirement.outcome,
            basis: requirement.basis,
            stronger_unknown: requirement.stronger_unknown,
            path: requirement
                .basis
                .and_then(|_| requirement.paths.first())
                .map(|path| (path.path, path.instrument)),
            reasons: reasons(decision, requirement),
        };
        Self {
            overall: decision.overall,
            requirements: decision.requirements.iter().map(requirement).collect(),
            measures: failing(&decision.measures).collect(),
            evidence: decision
                .evidence
                .iter()
                .map(|piece| EvidenceVerdict { number: piece.number, outcome: piece.outcome })
                .collect(),
            coverage: decision.coverage.clone(),
            importing: decision.importing,
            product: decision.product,
            as_of: decision.as_of.clone(),
        }
    }

    /// Whether the answer speaks of an objective, and so must say what it is not.
    pub fn mentions_objectives(&self) -> bool {
        self.requirements.iter().any(|requirement| {
            requirement.kind != RequirementKind::Regulation
                || requirement.path.is_some_and(|(path, _)| path == Path::Objective)
        })
    }
}

/// The rules of findings that are not met or unknown.
fn failing(findings: &[Finding<'_>]) -> impl Iterator<Item = &'static str> {
    findings.iter().filter(|finding| finding.outcome != Outcome::Met).map(|finding| finding.rule.id)
}

/// The rules of the smallest set of facts that would change the answer.
fn reasons(decision: &Decision<'_>, requirement: &RequirementAnswer<'_>) -> Vec<&'static str> {
    let Some(missing) = requirement.missing.first() else { return Vec::new() };
    let path = &requirement.paths[missing.path_index];
    let evidence = path.evidence.map_or(&[][..], |piece| &decision.evidence[piece].findings);
    failing(evidence).chain(failing(&path.findings)).collect()
}
