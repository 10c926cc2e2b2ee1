//! Comments on a draft are answered in public.
//!
//! Rec. X9; GOV-01.
//!
//! How we read it: a comment period is of one draft, from its first day to the day before its end. Once it has
//! ended, the answers are published; no term is set for that. Without a comment period it is unknown whether the
//! public was asked: Recommendation L does not ask for one, the methods for cross-border recognition do.

use model::Date;

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.comments-answered",
    duty: "The comments that were received on a draft are answered in public.",
    citations: &[Citation { source: Source::Methods, paragraph: "X9" }],
    requirements: &["GOV-01"],
    reading: "No term is set; without a comment period it is unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: the comment periods of one procedure.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The day asked about.
    pub day: Date,
    /// The end of the last comment period, first day after it.
    pub closed: Option<Recorded<Date>>,
    /// Day on which the answers were published.
    pub answered: Option<Recorded<Date>>,
}

/// Whether comments are answered.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.closed, input.answered) {
        (None, _) => (Outcome::Unknown, "no_period"),
        (Some(_), Some(_)) => (Outcome::Met, "answered"),
        (Some(closed), None) if input.day < closed.what => (Outcome::Unknown, "open"),
        (Some(_), None) => (Outcome::NotMet, "not_answered"),
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("reason", reason)
        .with_some("closed_on", input.closed.map(|closed| closed.what))
        .with_some("answered_on", input.answered.map(|answered| answered.what))
        .with_some("statement", input.answered.or(input.closed).map(|recorded| recorded.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;

    #[test]
    fn answers_are_due_once_the_period_has_ended() {
        let closed = Some(Recorded { what: date(2024, 9, 16), at: LogIndex(9) });
        let answered = Some(Recorded { what: date(2024, 10, 1), at: LogIndex(11) });
        let with = |day, closed, answered| check(&Input { objective: "P-1", day, closed, answered }).outcome;
        assert_eq!(with(date(2024, 9, 15), closed, None), Outcome::Unknown);
        assert_eq!(with(date(2024, 9, 16), closed, None), Outcome::NotMet);
        assert_eq!(with(date(2024, 10, 1), closed, answered), Outcome::Met);
        assert_eq!(with(date(2024, 10, 1), None, None), Outcome::Unknown);
    }
}
