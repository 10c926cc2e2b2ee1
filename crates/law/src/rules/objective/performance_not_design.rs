//! Product requirements are performance, not design or descriptive characteristics.
//!
//! Rec. L annex B product requirements, L annex C 3.3; CRO-17.
//!
//! How we read it: each requirement of the text says how it is expressed; one that is design or description is
//! named. Where all are performance, an answer of no in the questionnaire still says that they are not.

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.performance-not-design",
    duty: "Every product requirement is expressed as performance.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L annex B product requirements" },
        Citation { source: Source::Recommendations, paragraph: "L annex C 3.3" },
    ],
    requirements: &["CRO-17"],
    reading: "The text says it of each requirement; an answer of no in the questionnaire outweighs it.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: the answers on record about one text.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The answer: yes or no; `None` if nobody answered. Of several, one no is a no.
    pub answer: Option<Recorded<bool>>,
    /// Number of requirements in the text.
    pub requirements: u32,
    /// The first that is not performance.
    pub other: Option<&'a str>,
}

/// Whether the question was answered with yes.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.other, input.answer.map(|answer| answer.what)) {
        (Some(_), _) => (Outcome::NotMet, "other_form"),
        (None, Some(false)) => (Outcome::NotMet, "answered_no"),
        (None, _) if input.requirements == 0 => (Outcome::Unknown, "no_requirements"),
        (None, _) => (Outcome::Met, "performance"),
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("reason", reason)
        .with_some("requirement", input.other)
        .with_some("statement", input.answer.map(|answer| answer.at))
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;

    #[test]
    fn one_requirement_of_design_is_enough_to_break_it() {
        let with = |requirements, other, answer: Option<bool>| {
            let answer = answer.map(|what| Recorded { what, at: LogIndex(9) });
            check(&Input { objective: "P-1", answer, requirements, other }).outcome
        };
        assert_eq!(with(3, None, None), Outcome::Met);
        assert_eq!(with(3, Some("R2"), Some(true)), Outcome::NotMet);
        assert_eq!(with(3, None, Some(false)), Outcome::NotMet);
        assert_eq!(with(0, None, None), Outcome::Unknown);
    }
}
