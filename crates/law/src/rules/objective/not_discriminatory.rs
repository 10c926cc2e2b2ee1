//! A text treats the products of all countries alike.
//!
//! Rec. L 12; CRO-17.
//!
//! How we read it: as the countries answered in the questionnaire. A text that discriminates is on record and is
//! flagged; what it says is not undone by that.

use crate::practice::Answered;
use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.not-discriminatory",
    duty: "The text does not discriminate between products of different countries.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 12" }],
    requirements: &["CRO-17"],
    reading: "As the countries answered in the questionnaire; one no is a no.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// Whether the question was answered with yes.
pub fn check<'a>(input: &Answered<'a>) -> Finding<'a> {
    input.finding(&RULE)
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Recorded};

    #[test]
    fn an_answer_decides_and_none_leaves_it_unknown() {
        let with = |answer: Option<bool>| {
            let answer = answer.map(|what| Recorded { what, at: LogIndex(9) });
            check(&Answered { objective: "P-1", answer }).outcome
        };
        assert_eq!(with(Some(true)), Outcome::Met);
        assert_eq!(with(Some(false)), Outcome::NotMet);
        assert_eq!(with(None), Outcome::Unknown);
    }
}
