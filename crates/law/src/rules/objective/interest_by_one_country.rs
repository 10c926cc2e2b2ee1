//! One member State of the United Nations is enough to ask for a call.
//!
//! Rec. L 21; CRO-02.
//!
//! How we read it: a country, and not a group of countries, states its interest. Membership of the United Nations is
//! read from the group `UN` where that group is on record; where it is not, every registered country counts as a
//! member State.

use model::Jurisdiction;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.interest-by-one-country",
    duty: "A member State of the United Nations states its interest; one is enough.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 21" }],
    requirements: &["CRO-02"],
    reading: "Membership is read from the group UN where it is on record, else every registered country \
         counts.",
    numbers: &["one country (since 2001)"],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Who states its interest.
    pub country: Recorded<Jurisdiction>,
    /// Whether it is a member State on the day of the statement.
    pub member_state: bool,
}

/// Whether an interest is that of a member State.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.member_state)
        .with("objective", input.objective)
        .with("country", input.country.what)
        .with("statement", input.country.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn one_member_state_is_enough_and_a_group_is_none() {
        let country = Recorded { what: "FR".parse().unwrap(), at: LogIndex(2) };
        assert_eq!(check(&Input { objective: "P-1", country, member_state: true }).outcome, Outcome::Met);
        assert_eq!(check(&Input { objective: "P-1", country, member_state: false }).outcome, Outcome::NotMet);
    }
}
