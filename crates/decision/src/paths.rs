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
use smallvec::SmallVec;

use crate::answer::{Basis, EvidenceAnswer, Path, PathAnswer};
use crate::context::{Context, Evidence, worst};
use crate::decide::Detail;
use crate::gate::requirements::Requirement;
use crate::precedence;

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

/// A piece of evidence with the annexes between the parties: the same for every requirement and path.
pub(crate) struct Piece<'p, 'a> {
    pub(crate) evidence: &'p Evidence<'a>,
    pub(crate) annexes: Vec<annex::AnnexCase<'a>>,
}

impl<'p, 'a> Piece<'p, 'a> {
    pub(crate) fn new(context: &Context<'a>, evidence: &'p Evidence<'a>) -> Self {
        Self { evidence, annexes: annex::between(context, evidence) }
    }
}

/// Every path for one requirement, in the order of the paths; where only the outcome is wanted, up to the one that
/// settles it.
pub(crate) fn all<'a>(
    context: &Context<'a>,
    requirement: &Requirement<'a>,
    pieces: &[Piece<'_, 'a>],
    answers: &[EvidenceAnswer<'a>],
    detail: Detail,
) -> Vec<PathAnswer<'a>> {
    let cases: SmallVec<[_; 2]> = pieces
        .iter()
        .map(|piece| Case { context, requirement, evidence: piece.evidence, annexes: &piece.annexes })
        .collect();
    let mut paths = Vec::with_capacity(Path::ALL.len());
    for path in Path::ALL {
        let answer = best(path, &cases, answers);
        let settled = detail == Detail::Fast && precedence::settles(&answer);
        paths.push(answer);
        if settled {
            break;
        }
    }
    paths
}

/// The candidate that comes closest over all evidence.
fn best<'a>(path: Path, cases: &[Case<'_, 'a>], answers: &[EvidenceAnswer<'a>]) -> PathAnswer<'a> {
    let mut best: Option<(Rank, PathAnswer<'a>)> = None;
    let mut strongest_unknown = None;
    for case in cases {
        let gate = &answers[case.evidence.index].findings;
        for candidate in candidates(path, case) {
            let answer = answer(path, candidate, case.evidence);
            if answer.outcome == Outcome::Unknown {
                let strength = answer.basis.map(precedence::strength);
                strongest_unknown = [strongest_unknown, strength].into_iter().flatten().min();
            }
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
            let stronger =
                |basis| strongest_unknown.is_some_and(|unknown| unknown < precedence::strength(basis));
            let stronger_unknown = found.outcome == Outcome::Met && found.basis.is_some_and(stronger);
            not_seen.unwrap_or(PathAnswer { stronger_unknown, ..found })
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
        stronger_unknown: false,
        findings: candidate.findings,
    }
}

/// Better first. What holds on something that binds or gives discretion comes before what may hold, and that before
/// what holds on nothing at all, which gives nothing by itself and must not hide it. Then the strength of what it rests
/// on, and the number of findings that stand in the way.
type Rank = (u8, u8, usize);

fn rank(answer: &PathAnswer<'_>, gate: &[Finding<'_>]) -> Rank {
    let basis = answer.basis.map_or(u8::MAX, precedence::strength);
    let failing = |findings: &[Finding<'_>]| findings.iter().filter(|f| f.outcome != Outcome::Met).count();
    match (answer.outcome, answer.basis) {
        (Outcome::Met, Some(_)) => (0, basis, 0),
        (Outcome::Unknown, Some(_)) => (1, basis, failing(&answer.findings) + failing(gate)),
        (Outcome::Met, None) => (2, 0, 0),
        (Outcome::Unknown, None) => (3, 0, failing(&answer.findings) + failing(gate)),
        (Outcome::NotMet, _) => (4, 0, failing(&answer.findings) + failing(gate)),
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
        stronger_unknown: false,
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
        stronger_unknown: false,
        findings: Vec::new(),
    })
}
