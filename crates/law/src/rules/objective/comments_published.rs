//! Comments on a draft are published, and bound by a signed act.
//!
//! Rec. X9; Rec. L annex C 2.3; GOV-01.
//!
//! How we read it: a public comment period is public in both directions, so what was said in it can be read by
//! everybody, and what the task force informs of its work is made available to the public. The comments are not in the
//! log; an act that counts them and names the root of a tree over them is, so that none can be changed or taken away
//! unseen. It is made once the period has ended; one that was made before counts what was published by then. No term is
//! set. Without a comment period it is unknown whether the public was asked.

use model::Date;

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.comments-published",
    duty: "The comments that were received on a draft are published, and a signed act counts and binds them.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X9" },
        Citation { source: Source::Recommendations, paragraph: "L annex C 2.3" },
    ],
    requirements: &["GOV-01"],
    reading: "Once the period has ended; no term is set; without a comment period it is unknown.",
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
    /// Day for which the published comments were last counted and bound.
    pub published: Option<Recorded<Date>>,
    /// How many comments that act counts as published.
    pub count: u32,
}

/// Whether the comments are published and bound.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let after_the_end = |closed: Recorded<Date>| input.published.filter(|bound| bound.what >= closed.what);
    let (outcome, reason) = match input.closed {
        None => (Outcome::Unknown, "no_period"),
        Some(closed) if after_the_end(closed).is_some() => (Outcome::Met, "published"),
        Some(closed) if input.day < closed.what => (Outcome::Unknown, "open"),
        Some(_) => (Outcome::NotMet, "not_published"),
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("reason", reason)
        .with_some("closed_on", input.closed.map(|closed| closed.what))
        .with_some("published_on", input.published.map(|published| published.what))
        .with_some("count", input.published.map(|_| input.count))
        .with_some("statement", input.published.or(input.closed).map(|recorded| recorded.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;

    #[test]
    fn comments_are_bound_once_the_period_has_ended() {
        let closed = Some(Recorded { what: date(2024, 9, 16), at: LogIndex(9) });
        let bound = |day| Some(Recorded { what: day, at: LogIndex(11) });
        let with = |day, closed, published| {
            check(&Input { objective: "P-1", day, closed, published, count: 3 }).outcome
        };
        assert_eq!(with(date(2024, 9, 15), closed, None), Outcome::Unknown);
        assert_eq!(with(date(2024, 9, 16), closed, None), Outcome::NotMet);
        assert_eq!(with(date(2024, 9, 16), closed, bound(date(2024, 9, 15))), Outcome::NotMet);
        assert_eq!(with(date(2024, 9, 16), closed, bound(date(2024, 9, 16))), Outcome::Met);
        assert_eq!(with(date(2024, 9, 15), closed, bound(date(2024, 9, 10))), Outcome::Unknown);
        assert_eq!(with(date(2024, 9, 16), None, None), Outcome::Unknown);
    }
}
