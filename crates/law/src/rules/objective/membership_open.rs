//! A member State that wishes to join a task force, or to observe it, does from the day on which it says so.
//!
//! Rec. L 22, L annex C 2.3; CRO-04.
//!
//! How we read it: nobody admits it and nobody can refuse it; it may come at any stage, before the term for
//! responses or long after. What leaves is no longer part. A wish of what is no member State (a group) makes no
//! member.

use model::{Date, Jurisdiction};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.membership-open",
    duty: "Any member State that expresses the wish takes part in the task force from that day, as \
         member or observer.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 22" },
        Citation { source: Source::Recommendations, paragraph: "L annex C 2.3" },
    ],
    requirements: &["CRO-04"],
    reading: "Nobody admits and nobody refuses; only member States take part.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one wish to take part.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Who joins.
    pub country: Jurisdiction,
    /// As what: `member`, `observer`.
    pub participation: &'a str,
    /// From when.
    pub joined: Recorded<Date>,
    /// Whether it is a member State on that day.
    pub member_state: bool,
}

/// Whether it takes part from that day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.member_state)
        .with("objective", input.objective)
        .with("country", input.country)
        .with("participation", input.participation)
        .with("joined_on", input.joined.what)
        .with("statement", input.joined.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn a_member_state_takes_part_and_a_group_does_not() {
        let joined = Recorded { what: date(2024, 6, 1), at: LogIndex(7) };
        let country = "BR".parse().unwrap();
        let with = |member_state| {
            check(&Input { objective: "P-1", country, participation: "member", joined, member_state }).outcome
        };
        assert_eq!(with(true), Outcome::Met);
        assert_eq!(with(false), Outcome::NotMet);
    }
}
