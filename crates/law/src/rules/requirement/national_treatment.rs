//! Imported products are treated no worse than domestic ones.
//!
//! Rec. E.1, F.6 par. 4; AGR-02.
//!
//! How we read it: an act that treats imports worse is law all the same. It is recorded, flagged and published; the
//! finding changes no outcome, and no rule of this registry treats imports worse.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "requirement.national-treatment",
    duty: "The act treats imported products no less advantageously than domestic ones.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "E.1" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 4" },
    ],
    requirements: &["AGR-02"],
    reading: "An act that treats imports worse is flagged and still applied: it is the law of its country.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The act.
    pub act: &'a str,
    /// Whether the act, as recorded, treats imported products worse.
    pub imports_treated_worse: bool,
    /// Statement that carries the act.
    pub at: LogIndex,
}

/// Whether imports are treated no worse; informational.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, !input.imports_treated_worse).with("act", input.act).with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn with(imports_treated_worse: bool) -> Outcome {
        check(&Input { act: "B/act/1", imports_treated_worse, at: LogIndex(2) }).outcome
    }

    #[test]
    fn worse_treatment_of_imports_is_flagged() {
        assert_eq!(with(false), Outcome::Met);
        assert_eq!(with(true), Outcome::NotMet);
    }
}
