//! A country that imposes an additional requirement informs the others through the secretariat.
//!
//! Rec. L 18; CRO-11.
//!
//! How we read it: a statement that the country signs informs them on the day of its entry; one that a recorder
//! reports informs nobody, unless it says on which day they were informed. A requirement that was not notified is
//! law of that country all the same, and the others may answer it.

use model::{Date, Jurisdiction};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.additional-requirement-notified",
    duty: "The other countries have been informed of the additional requirement.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 18" }],
    requirements: &["CRO-11"],
    reading: "What the country itself signs informs; what is only reported does not, unless it names a \
         day.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one additional requirement.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The requirement.
    pub requirement: Recorded<&'a str>,
    /// Who imposes it.
    pub country: Jurisdiction,
    /// Day on which the others were informed.
    pub notified_on: Option<Date>,
    /// Number of countries that answered it, in words or by a counter-measure.
    pub answers: u32,
}

/// Whether the others were informed.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.notified_on.is_some())
        .with("objective", input.objective)
        .with("requirement", input.requirement.what)
        .with("country", input.country)
        .with("answers", input.answers)
        .with_some("notified_on", input.notified_on)
        .with("statement", input.requirement.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn it_is_notified_from_a_day_on_or_not_at_all() {
        let requirement = Recorded { what: "FR-EXTRA", at: LogIndex(9) };
        let country = "FR".parse().unwrap();
        let with = |notified_on| {
            check(&Input { objective: "CRO-7", requirement, country, notified_on, answers: 0 }).outcome
        };
        assert_eq!(with(Some(date(2024, 9, 1))), Outcome::Met);
        assert_eq!(with(None), Outcome::NotMet);
    }
}
