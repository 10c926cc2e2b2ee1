//! Relevant standards that are available are referred to, with the conditions of their use.
//!
//! Rec. L 25; CRO-05, CRO-16.
//!
//! How we read it: each standard that an exploration found relevant stands in the text, in the edition found or
//! without an edition, with conditions of its use. What was found inappropriate, or is still in preparation, need
//! not.

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.available-standards-referred",
    duty: "Each available standard that was found relevant is referred to in the text, with the \
         conditions of its use.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 25" }],
    requirements: &["CRO-05", "CRO-16"],
    reading: "Relevant standards alone; a reference without edition covers every edition.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one relevant standard and one text.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The standard that was found relevant.
    pub standard: Recorded<&'a str>,
    /// Whether the text refers to it, and then whether with conditions of its use.
    pub referred: Option<bool>,
}

/// Whether a relevant standard is referred to with conditions.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.referred {
        Some(true) => None,
        Some(false) => Some("no_conditions"),
        None => Some("not_referred"),
    };
    Finding::unless(&RULE, reason)
        .with("objective", input.objective)
        .with("standard", input.standard.what)
        .with("statement", input.standard.at)
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn a_reference_and_its_conditions_are_both_needed() {
        let standard = Recorded { what: "ISO 20474-1:2017", at: LogIndex(6) };
        let with = |referred| check(&Input { objective: "P-1", standard, referred }).outcome;
        assert_eq!(with(Some(true)), Outcome::Met);
        assert_eq!(with(Some(false)), Outcome::NotMet);
        assert_eq!(with(None), Outcome::NotMet);
    }
}
