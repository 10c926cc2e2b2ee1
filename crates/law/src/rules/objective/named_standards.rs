//! Conformity rests on the standards that the objective names, or is shown otherwise.
//!
//! Rec. L 25, annex B (reference to standards); CRO-05.
//!
//! How we read it: the standards that an objective names are a way to comply, in the editions that it names, and
//! under its conditions. Evidence that shows conformity to the requirements themselves does so otherwise. A
//! superseded edition is not the named one.

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.named-standards",
    duty: "The evidence states the standards that the objective names, in the named editions, or shows \
         conformity otherwise.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 25" },
        Citation { source: Source::Recommendations, paragraph: "L annex B reference to standards" },
    ],
    requirements: &["CRO-05", "CRO-14"],
    reading: "Named standards are one way to comply; a superseded edition is not the named one.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// Number of standards that the objective names for the product.
    pub named: u32,
    /// First named standard whose named edition the evidence does not state.
    pub missing: Option<&'a str>,
    /// Whether the evidence shows conformity to the requirements in another way.
    pub shown_otherwise: bool,
}

/// Whether the named standards are stated or conformity is shown otherwise.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.objective, input.missing) {
        (None, _) => "none",
        (Some(_), None) => "all_stated",
        (Some(_), Some(_)) if input.shown_otherwise => "shown_otherwise",
        (Some(_), Some(_)) => "missing",
    };
    Finding::of(&RULE, matches!(reason, "all_stated" | "shown_otherwise"))
        .with_some("objective", input.objective)
        .with("named", input.named)
        .with("reason", reason)
        .with_some("missing", input.missing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn with(missing: Option<&'static str>, shown_otherwise: bool) -> Outcome {
        check(&Input { objective: Some("CRO-7"), named: 2, missing, shown_otherwise }).outcome
    }

    #[test]
    fn every_named_standard_is_stated_or_conformity_is_shown_otherwise() {
        assert_eq!(with(None, false), Outcome::Met);
        assert_eq!(with(Some("IEC 60335-1:2020"), false), Outcome::NotMet);
        assert_eq!(with(Some("IEC 60335-1:2020"), true), Outcome::Met);
    }

    #[test]
    fn no_objective_names_nothing() {
        let input = Input { objective: None, named: 0, missing: None, shown_otherwise: true };
        assert_eq!(check(&input).outcome, Outcome::NotMet);
    }
}
