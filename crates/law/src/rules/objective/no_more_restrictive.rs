//! A text is no more restrictive of trade than necessary, and proportionate to the hazard.
//!
//! Rec. L 12, L 14, L annex C 3.3; CRO-17.
//!
//! How we read it: a machine cannot judge it: the questionnaire asks, the countries answer with reasons, and the
//! answers are public. Of several answers about one text, one no is a no. Without an answer it is unknown.

use crate::practice::Answered;
use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.no-more-restrictive",
    duty: "The text is no more restrictive of trade than necessary and creates no unnecessary \
         obstacles.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 12" },
        Citation { source: Source::Recommendations, paragraph: "L 14" },
        Citation { source: Source::Recommendations, paragraph: "L annex C 3.3" },
    ],
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
