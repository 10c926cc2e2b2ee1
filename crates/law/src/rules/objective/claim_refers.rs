//! A claim of conformity names the objective to which it refers.
//!
//! Rec. L 28; CRO-13.
//!
//! How we read it: the reference is normally the registration number. A claim that names only a standard, or
//! nothing, is no claim under the objective.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.claim-refers",
    duty: "The evidence names the objective to which it claims conformity.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 28" }],
    requirements: &["CRO-13"],
    reading: "Naming a standard of the objective is not enough.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// Number of the evidence.
    pub number: &'a str,
    /// Whether the evidence names the objective.
    pub refers: bool,
    /// Statement that carries the evidence.
    pub at: LogIndex,
}

/// Whether the claim names the objective.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.objective.is_some() && input.refers)
        .with_some("objective", input.objective)
        .with("number", input.number)
        .with("reason", if input.objective.is_some() { "compared" } else { "none" })
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn with(objective: Option<&'static str>, refers: bool) -> Outcome {
        check(&Input { objective, number: "C-1", refers, at: LogIndex(5) }).outcome
    }

    #[test]
    fn the_claim_must_name_the_objective() {
        assert_eq!(with(Some("CRO-7"), true), Outcome::Met);
        assert_eq!(with(Some("CRO-7"), false), Outcome::NotMet);
        assert_eq!(with(None, true), Outcome::NotMet);
    }
}
