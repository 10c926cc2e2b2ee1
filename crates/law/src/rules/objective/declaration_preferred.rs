//! A supplier's declaration is enough whenever appropriate; something stricter has its reasons.
//!
//! Rec. L 26; CRO-12.
//!
//! How we read it: where the compliance clause opens a supplier's declaration, with or without a test report,
//! nothing is to be said. Where it does not, the text says why.

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.declaration-preferred",
    duty: "A supplier's declaration is open, or the text says why a stricter procedure is needed.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 26" }],
    requirements: &["CRO-12"],
    reading: "A declaration that rests on a test report is a declaration.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one text.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Whether a procedure is specified at all.
    pub specified: bool,
    /// Whether a supplier's declaration is open.
    pub declaration: bool,
    /// Whether the text gives reasons for something stricter.
    pub reasons: bool,
}

/// Whether a declaration is open or reasons are given.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (met, reason) = match (input.specified, input.declaration, input.reasons) {
        (false, _, _) => (false, "no_procedure"),
        (true, true, _) => (true, "declaration"),
        (true, false, true) => (true, "reasons"),
        (true, false, false) => (false, "no_reasons"),
    };
    Finding::of(&RULE, met).with("objective", input.objective).with("reason", reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    #[test]
    fn stricter_procedures_have_their_reasons() {
        let with = |specified, declaration, reasons| {
            check(&Input { objective: "P-1", specified, declaration, reasons }).outcome
        };
        assert_eq!(with(true, true, false), Outcome::Met);
        assert_eq!(with(true, false, true), Outcome::Met);
        assert_eq!(with(true, false, false), Outcome::NotMet);
        assert_eq!(with(false, false, true), Outcome::NotMet);
    }
}
