//! A country that accepts complying products without adopting notifies the date.
//!
//! Rec. L annex C 4.4; CRO-10.
//!
//! How we read it: the date may be past or to come ("began to or will begin to"): no term is set. Annex C 4.4 speaks
//! of countries "specified in paragraph 1": those that agreed, or announced their use. An acceptance by another
//! country is a notice all the same, since paragraph 1 lets any country announce its use at any time.

use model::{Date, Jurisdiction};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.acceptance-notified",
    duty: "Acceptance of complying products without adoption is notified with its date, by a country \
         that agreed or announced its use.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 4.4" }],
    requirements: &["CRO-10"],
    reading: "No term is set; the notice of another country counts as announcement of its use.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one acceptance.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Which country.
    pub country: Jurisdiction,
    /// From when it accepts.
    pub accepted: Recorded<Date>,
    /// Whether the party is a country that can accept: a member State.
    pub member_state: bool,
    /// Whether it had agreed, or announced its use.
    pub specified: bool,
}

/// Whether an acceptance is notified by a member State.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.member_state)
        .with("objective", input.objective)
        .with("country", input.country)
        .with("reason", if input.specified { "specified" } else { "other" })
        .with("from", input.accepted.what)
        .with("statement", input.accepted.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn any_member_state_may_accept() {
        let accepted = Recorded { what: date(2024, 9, 1), at: LogIndex(9) };
        let country = "FR".parse().unwrap();
        let with = |member_state, specified| {
            check(&Input { objective: "CRO-7", country, accepted, member_state, specified }).outcome
        };
        assert_eq!(with(true, true), Outcome::Met);
        assert_eq!(with(true, false), Outcome::Met);
        assert_eq!(with(false, false), Outcome::NotMet);
    }
}
