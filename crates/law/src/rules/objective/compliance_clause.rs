//! Conformity is shown by the kind of evidence that the objective allows.
//!
//! Rec. L 26, annex B (compliance clause); CRO-12.
//!
//! How we read it: the objective says which evidence shows conformity: a supplier's declaration wherever that is
//! appropriate, or a stricter procedure. Evidence of a kind that the clause does not allow shows nothing under the
//! objective.

use model::EvidenceKind;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.compliance-clause",
    duty: "The evidence is of a kind that the compliance clause of the objective allows.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 26" },
        Citation { source: Source::Recommendations, paragraph: "L annex B compliance" },
    ],
    requirements: &["CRO-12"],
    reading: "The compliance clause decides; a stricter kind of evidence counts only if the clause allows it.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// What the evidence is.
    pub kind: EvidenceKind,
    /// Whether the compliance clause allows that kind.
    pub allowed: bool,
}

/// Whether the compliance clause allows the evidence.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.objective.is_some() && input.allowed)
        .with_some("objective", input.objective)
        .with("kind", input.kind.as_str())
        .with("reason", if input.objective.is_some() { "compared" } else { "none" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn with(objective: Option<&'static str>, kind: EvidenceKind, allowed: bool) -> Outcome {
        check(&Input { objective, kind, allowed }).outcome
    }

    #[test]
    fn the_clause_decides_which_evidence_counts() {
        assert_eq!(with(Some("CRO-7"), EvidenceKind::Certificate, true), Outcome::Met);
        assert_eq!(with(Some("CRO-7"), EvidenceKind::Declaration, false), Outcome::NotMet);
        assert_eq!(with(None, EvidenceKind::Certificate, true), Outcome::NotMet);
    }
}
