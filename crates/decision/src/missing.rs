//! What is missing: path by path, the smallest set of facts that would change the answer.
//!
//! The candidate that stands for a path is the one with the fewest findings in the way, so its findings are the
//! smallest set for that path. Nothing is copied: a set names findings by their place.

use law::{Finding, Outcome};

use crate::answer::{EvidenceAnswer, Missing, PathAnswer, Places};

/// One set for each path that does not hold, smallest first.
pub(crate) fn missing(
    requirement: &[Finding<'_>],
    applies: Outcome,
    paths: &[PathAnswer<'_>],
    evidence: &[EvidenceAnswer<'_>],
) -> Vec<Missing> {
    let open = paths.iter().enumerate().filter(|(_, path)| path.outcome != Outcome::Met);
    let set = |(path_index, path): (usize, &PathAnswer<'_>)| Missing {
        path: path.path,
        path_index,
        of_evidence: path.evidence.map_or_else(Places::new, |index| failing(&evidence[index].findings)),
        of_path: failing(&path.findings),
        of_requirement: if applies == Outcome::Unknown { unknown(requirement) } else { Places::new() },
    };
    let mut sets: Vec<_> = open.map(set).collect();
    sets.sort_by_key(|set| (set.of_evidence.len() + set.of_path.len(), set.path));
    sets
}

fn failing(findings: &[Finding<'_>]) -> Places {
    findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.outcome != Outcome::Met)
        .map(|(i, _)| i)
        .collect()
}

fn unknown(findings: &[Finding<'_>]) -> Places {
    findings.iter().enumerate().filter(|(_, f)| f.outcome == Outcome::Unknown).map(|(i, _)| i).collect()
}
