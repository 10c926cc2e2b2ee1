//! An objective concerns only the products of its scope.
//!
//! Rec. L annex B (scope); reading 9; CRO-05.
//!
//! How we read it: the scope is written in codes of one edition of the nomenclature. A code of another edition, or
//! with fewer digits than the scope, proves nothing (reading 9).

use model::ScopeMatch;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.covers-product",
    duty: "The product lies in the scope of the objective.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L annex B scope" },
        Citation { source: Source::Reading, paragraph: "9" },
    ],
    requirements: &["CRO-05", "CRO-14"],
    reading: "A code of another edition, or shorter than the scope's heading, leaves the answer unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// Commodity code of the product.
    pub code: &'a str,
    /// The code against the scope of the objective.
    pub matches: ScopeMatch,
}

/// Whether the product lies in the scope of the objective.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.objective, input.matches) {
        (None, _) => (Outcome::NotMet, "none"),
        (Some(_), ScopeMatch::Inside) => (Outcome::Met, "inside"),
        (Some(_), ScopeMatch::Outside) => (Outcome::NotMet, "outside"),
        (Some(_), ScopeMatch::Unclear) => (Outcome::Unknown, "unclear"),
    };
    Finding::new(&RULE, outcome)
        .with_some("objective", input.objective)
        .with("code", input.code)
        .with("reason", reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(objective: Option<&'static str>, matches: ScopeMatch) -> Outcome {
        check(&Input { objective, code: "851610", matches }).outcome
    }

    #[test]
    fn the_scope_decides_and_an_unclear_code_proves_nothing() {
        assert_eq!(with(Some("CRO-7"), ScopeMatch::Inside), Outcome::Met);
        assert_eq!(with(Some("CRO-7"), ScopeMatch::Outside), Outcome::NotMet);
        assert_eq!(with(Some("CRO-7"), ScopeMatch::Unclear), Outcome::Unknown);
    }

    #[test]
    fn no_objective_covers_nothing() {
        assert_eq!(with(None, ScopeMatch::Inside), Outcome::NotMet);
    }
}
