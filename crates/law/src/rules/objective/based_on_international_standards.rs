//! A text rests on the relevant international standards.
//!
//! Rec. L 2, L 12; CRO-17.
//!
//! How we read it: as the countries answered in the questionnaire, with the reason where a standard would be
//! ineffective or inappropriate. Without an answer it is unknown.

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.based-on-international-standards",
    duty: "The text rests on relevant international standards, or says why they would be ineffective \
         or inappropriate.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 2" },
        Citation { source: Source::Recommendations, paragraph: "L 12" },
    ],
    requirements: &["CRO-17"],
    reading: "As the countries answered in the questionnaire; one no is a no.",
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
}

/// Whether the question was answered with yes.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match input.answer.map(|answer| answer.what) {
        Some(true) => (Outcome::Met, "answered_yes"),
        Some(false) => (Outcome::NotMet, "answered_no"),
        None => (Outcome::Unknown, "not_answered"),
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("reason", reason)
        .with_some("statement", input.answer.map(|answer| answer.at))
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;

    #[test]
    fn an_answer_decides_and_none_leaves_it_unknown() {
        let with = |answer: Option<bool>| {
            let answer = answer.map(|what| Recorded { what, at: LogIndex(9) });
            check(&Input { objective: "P-1", answer }).outcome
        };
        assert_eq!(with(Some(true)), Outcome::Met);
        assert_eq!(with(Some(false)), Outcome::NotMet);
        assert_eq!(with(None), Outcome::Unknown);
    }
}
