//! The answer in short: outcome, winning path and reason codes.

use law::{Finding, Outcome, Rule};

use crate::answer::{Basis, Decision, Path, RequirementAnswer, RequirementOutcome};
use crate::precedence::Overall;

/// An answer without the facts that were compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<'a> {
    /// The one answer.
    pub overall: Overall,
    /// One entry for each thing that the importing country requires.
    pub requirements: Vec<RequirementVerdict<'a>>,
}

/// The answer for one requirement, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementVerdict<'a> {
    /// Regulation, additional requirement or objective.
    pub act: &'a str,
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
        }
    }
}

/// The rules of the smallest set of facts that would change the answer.
fn reasons(decision: &Decision<'_>, requirement: &RequirementAnswer<'_>) -> Vec<&'static str> {
    let Some(missing) = requirement.missing.first() else { return Vec::new() };
    let path = &requirement.paths[missing.path_index];
    let evidence = path.evidence.map_or(&[][..], |piece| &decision.evidence[piece].findings);
    let failing = |findings: &[Finding<'_>]| {
        let open = findings.iter().filter(|finding| finding.outcome != Outcome::Met);
        open.map(|finding| finding.rule).collect::<Vec<&'static Rule>>()
    };
    failing(evidence).into_iter().chain(failing(&path.findings)).map(|rule| rule.id).collect()
}
