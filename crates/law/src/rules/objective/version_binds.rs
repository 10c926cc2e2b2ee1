//! The claim is to the version of the objective that binds the importing country.
//!
//! Rec. L annex C 3.4 (second, on revision); X8 on transitions; reading 3; CRO-07.
//!
//! How we read it: the country's duty follows the version that it agreed to or applies on the day. Without a
//! transition clause the former version ends when the new one is established (reading 3); with one it counts to the
//! day before the transition ends. Only the version just before is former.

use model::Date;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.version-binds",
    duty: "The evidence claims the version of the objective that binds the importing country on the day, or \
         the one before while its transition lasts.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L annex C 3.4 (second)" },
        Citation { source: Source::Methods, paragraph: "X8" },
        Citation { source: Source::Reading, paragraph: "3" },
    ],
    requirements: &["CRO-07"],
    reading: "Without a transition clause the former version ends when the new one is established.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// Version that the evidence claims; `None` if it names none.
    pub claimed: Option<u32>,
    /// Version that binds the importing country on the day; `None` if none does.
    pub binding: Option<u32>,
    /// First day on which the version before no longer counts, where a transition is stated.
    pub former_good_until: Option<Date>,
    /// The day that counts.
    pub day: Date,
}

/// Whether the claimed version counts on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let in_transition = input.former_good_until.is_some_and(|until| input.day < until);
    let (outcome, reason) = match (input.claimed, input.binding) {
        (_, None) => (Outcome::NotMet, "none_binds"),
        (None, Some(_)) => (Outcome::Unknown, "not_claimed"),
        (Some(claimed), Some(binding)) if claimed == binding => (Outcome::Met, "same"),
        (Some(claimed), Some(binding)) if claimed.checked_add(1) == Some(binding) && in_transition => {
            (Outcome::Met, "transition")
        }
        (Some(_), Some(_)) => (Outcome::NotMet, "other"),
    };
    Finding::new(&RULE, outcome)
        .with_some("objective", input.objective)
        .with("day", input.day)
        .with("reason", reason)
        .with_some("claimed", input.claimed)
        .with_some("binding", input.binding)
        .with_some("former_good_until", input.former_good_until)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn claiming(claimed: Option<u32>, binding: Option<u32>, former_good_until: Option<Date>) -> Outcome {
        let day = date(2024, 6, 30);
        check(&Input { objective: Some("CRO-7"), claimed, binding, former_good_until, day }).outcome
    }

    #[test]
    fn the_version_that_binds_counts() {
        assert_eq!(claiming(Some(2), Some(2), None), Outcome::Met);
        assert_eq!(claiming(Some(3), Some(2), None), Outcome::NotMet);
        assert_eq!(claiming(Some(1), None, None), Outcome::NotMet);
    }

    #[test]
    fn the_version_before_counts_to_the_day_before_its_transition_ends() {
        assert_eq!(claiming(Some(1), Some(2), Some(date(2024, 7, 1))), Outcome::Met);
        assert_eq!(claiming(Some(1), Some(2), Some(date(2024, 6, 30))), Outcome::NotMet);
        assert_eq!(claiming(Some(1), Some(2), None), Outcome::NotMet);
        assert_eq!(claiming(Some(1), Some(3), Some(date(2024, 7, 1))), Outcome::NotMet);
    }

    #[test]
    fn a_claim_without_version_is_unknown_where_one_binds() {
        assert_eq!(claiming(None, Some(2), None), Outcome::Unknown);
        assert_eq!(claiming(None, None, None), Outcome::NotMet);
    }
}
