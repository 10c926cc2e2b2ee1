//! The paths to recognition: all are tried, the strongest that holds wins, every one is reported.
//!
//! A path has candidates (instruments of its kind between the parties) for each piece of evidence. Each candidate is
//! examined whole, so that what is missing is known; the one that comes closest stands for the path.

mod accreditation;
mod alignment;
pub(crate) mod annex;
mod body;
mod declaration;
mod equivalence;
mod harmonised_approval;
mod lawful_marketing;
mod national;
mod objective;
mod prior_decision;
mod results;
mod scheme;
mod shared;
mod stringency;

use law::{Finding, Outcome};

use crate::answer::{Basis, EvidenceAnswer, Path, PathAnswer};
use crate::context::{Context, Evidence, worst};
use crate::gate::requirements::Requirement;

/// What a candidate came to.
pub(crate) struct Candidate<'a> {
    pub(crate) instrument: Option<&'a str>,
    /// What it would rest on; `None` where it rests on nothing that binds.
    pub(crate) basis: Option<Basis>,
    pub(crate) findings: Vec<Finding<'a>>,
}

/// Everything a path may look at.
pub(crate) struct Case<'c, 'a> {
    pub(crate) context: &'c Context<'a>,
    pub(crate) requirement: &'c Requirement<'a>,
    pub(crate) evidence: &'c Evidence<'a>,
    /// Annexes between the parties.
    pub(crate) annexes: &'c [annex::AnnexCase<'a>],
}

/// Every path for one requirement, in the order of the paths.
pub(crate) fn all<'a>(
    context: &Context<'a>,
    requirement: &Requirement<'a>,
    evidence: &[Evidence<'a>],
    answers: &[EvidenceAnswer<'a>],
) -> Vec<PathAnswer<'a>> {
    let between = evidence
        .iter()
        .map(|piece| annex::between(&Case { context, requirement, evidence: piece, annexes: &[] }));
    let between: Vec<_> = between.collect();
    let cases = evidence.iter().zip(&between);
    let cases = cases.map(|(piece, annexes)| Case { context, requirement, evidence: piece, annexes });
    let cases: Vec<_> = cases.collect();
    Path::ALL.iter().map(|path| best(*path, &cases, answers)).collect()
}

/// The candidate that comes closest over all evidence.
fn best<'a>(path: Path, cases: &[Case<'_, 'a>], answers: &[EvidenceAnswer<'a>]) -> PathAnswer<'a> {
    let mut best: Option<(Rank, PathAnswer<'a>)> = None;
    for case in cases {
        let gate = &answers[case.evidence.index].findings;
        for candidate in candidates(path, case) {
            let answer = answer(path, candidate, case.evidence);
            let rank = rank(&answer, gate);
            if best.as_ref().is_none_or(|(former, _)| rank < *former) {
                best = Some((rank, answer));
            }
        }
    }
    match best {
        // What is on record does not hold, but what is not on record may: that stays unknown (reading 1).
        Some((_, found)) => {
            let not_seen = unseen(path, answers).filter(|unseen| unseen.outcome < found.outcome);
            not_seen.unwrap_or(found)
        }
        None => without_evidence(path, answers),
    }
}

fn candidates<'a>(path: Path, case: &Case<'_, 'a>) -> Vec<Candidate<'a>> {
    match path {
        Path::National => vec![national::examine(case)],
        Path::Objective => objective::examine(case),
        Path::Results => results::examine(case),
        Path::Equivalence => equivalence::examine(case),
        Path::HarmonisedApproval => harmonised_approval::examine(case),
        Path::Accreditation => accreditation::examine(case),
        Path::Declaration => declaration::examine(case),
        Path::Scheme => scheme::examine(case),
        Path::PriorDecision => prior_decision::examine(case),
        Path::LawfulMarketing => lawful_marketing::examine(case),
        Path::Alignment => alignment::examine(case),
        Path::Stringency => stringency::examine(case),
    }
}

fn answer<'a>(path: Path, candidate: Candidate<'a>, piece: &Evidence<'a>) -> PathAnswer<'a> {
    let outcome = worst(&candidate.findings).max(piece.outcome);
    PathAnswer {
        path,
        outcome,
        basis: candidate.basis,
        instrument: candidate.instrument,
        evidence: Some(piece.index),
        findings: candidate.findings,
    }
}

/// Better first: outcome, then strength of what it rests on, then the number of findings that stand in the way.
type Rank = (Outcome, u8, usize);

fn rank(answer: &PathAnswer<'_>, gate: &[Finding<'_>]) -> Rank {
    let basis = match answer.basis {
        Some(Basis::Treaty | Basis::Law) => 0,
        Some(Basis::Undertaking) => 1,
        Some(Basis::Discretion) => 2,
        None => 3,
    };
    let failing = |findings: &[Finding<'_>]| findings.iter().filter(|f| f.outcome != Outcome::Met).count();
    match answer.outcome {
        Outcome::Met => (Outcome::Met, basis, 0),
        outcome => (outcome, 0, failing(&answer.findings) + failing(gate)),
    }
}

/// No evidence on record: what the evidence came to decides, and nothing more can be said of the path.
fn without_evidence<'a>(path: Path, answers: &[EvidenceAnswer<'a>]) -> PathAnswer<'a> {
    unseen(path, answers).unwrap_or(PathAnswer {
        path,
        outcome: Outcome::NotMet,
        basis: Some(Basis::Law),
        instrument: None,
        evidence: None,
        findings: Vec::new(),
    })
}

/// The best of the evidence that is not on record.
fn unseen<'a>(path: Path, answers: &[EvidenceAnswer<'a>]) -> Option<PathAnswer<'a>> {
    let unseen = answers.iter().enumerate().filter(|(_, answer)| answer.number.is_none());
    let (index, answer) = unseen.min_by_key(|(_, answer)| answer.outcome)?;
    Some(PathAnswer {
        path,
        outcome: answer.outcome,
        // Which basis a certificate that nobody has seen would have cannot be said; it must not hide that it is unknown.
        basis: Some(Basis::Law),
        instrument: None,
        evidence: Some(index),
        findings: Vec::new(),
    })
}
