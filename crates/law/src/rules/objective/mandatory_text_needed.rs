//! A mandatory text is made only where voluntary standards are not enough.
//!
//! Rec. L 3; CRO-17.
//!
//! How we read it: as the countries answered in the questionnaire (the use of mandatory regulations is to be
//! minimized). Without an answer it is unknown.

use crate::practice::Answered;
use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.mandatory-text-needed",
    duty: "It was considered whether voluntary standards would be enough, and a mandatory text is \
         needed.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 3" }],
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
