//! Under the importing country's own rules the body must be one that it accepts.
//!
//! Rec. E.1; X1 on transparent criteria; reading 5; AGR-02.
//!
//! How we read it: a country names the bodies whose results count under its act, its own and foreign ones alike. The
//! day of the assessment counts: a body that loses its acceptance later does not unmake what it did.

use model::{Date, Jurisdiction, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "national.body-accepted",
    duty: "The importing country had accepted the body for the act on the day of the assessment.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "E.1" },
        Citation { source: Source::Methods, paragraph: "X1" },
        Citation { source: Source::Reading, paragraph: "5" },
    ],
    requirements: &["AGR-02"],
    reading: "The day of the assessment counts, for foreign and domestic bodies alike.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body that issued the evidence.
    pub body: &'a str,
    /// The act of the importing country.
    pub act: &'a str,
    /// The importing country.
    pub country: Jurisdiction,
    /// Day of the assessment.
    pub assessed_on: Date,
    /// The latest acceptance of the body for the act and product, whether or not it covers the day.
    pub designation: Option<Recorded<Period>>,
}

/// Whether the body was accepted on the day of the assessment.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::unless(&RULE, gap(input.designation, input.assessed_on))
        .with("body", input.body)
        .with("act", input.act)
        .with("country", input.country)
        .with("assessed_on", input.assessed_on)
        .with_period(["accepted_from", "accepted_until"], input.designation)
        .with_some("statement", input.designation.map(|designation| designation.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(assessed_on: Date, accepted: bool) -> Outcome {
        let what = Period::new(date(2020, 1, 1), Some(date(2022, 1, 1))).unwrap();
        check(&Input {
            body: "did:web:lab",
            act: "B/act/1",
            country: "CA".parse().unwrap(),
            assessed_on,
            designation: accepted.then_some(Recorded { what, at: LogIndex(3) }),
        })
        .outcome
    }

    #[test]
    fn the_day_of_the_assessment_decides() {
        assert_eq!(on(date(2019, 12, 31), true), Outcome::NotMet);
        assert_eq!(on(date(2020, 1, 1), true), Outcome::Met);
        assert_eq!(on(date(2021, 12, 31), true), Outcome::Met);
        assert_eq!(on(date(2022, 1, 1), true), Outcome::NotMet);
    }

    #[test]
    fn a_body_without_acceptance_is_not_accepted() {
        assert_eq!(on(date(2020, 1, 1), false), Outcome::NotMet);
    }
}
