//! A party designates the bodies whose results it vouches for.
//!
//! Rec. F.6 par. 3 and 5; AGR-04.
//!
//! How we read it: recognition binds by the party that designated the body, not by where goods come from. The
//! designation must cover the day of the assessment.

use model::{Date, Jurisdiction, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "body.designated-by-party",
    duty: "A party to the instrument had designated the body on the day of the assessment.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 3" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 5" },
    ],
    requirements: &["AGR-04"],
    reading: "The day of the assessment counts; the designating party decides, not the origin of the goods.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body.
    pub body: &'a str,
    /// The party that designated it, if known.
    pub party: Option<Jurisdiction>,
    /// The instrument under which it was designated, if there is one.
    pub instrument: Option<&'a str>,
    /// Day of the assessment.
    pub assessed_on: Date,
    /// The latest designation, whether or not it covers the day.
    pub designation: Option<Recorded<Period>>,
}

/// Whether the body was designated on the day of the assessment.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::unless(&RULE, gap(input.designation, input.assessed_on))
        .with("body", input.body)
        .with_some("party", input.party)
        .with_some("instrument", input.instrument)
        .with("assessed_on", input.assessed_on)
        .with_period(["designated_from", "designated_until"], input.designation)
        .with_some("statement", input.designation.map(|designation| designation.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(assessed_on: Date, designated: bool) -> Outcome {
        let what = Period::new(date(2020, 1, 1), Some(date(2022, 1, 1))).unwrap();
        check(&Input {
            body: "did:web:lab",
            party: Some("CH".parse().unwrap()),
            instrument: Some("AB/x"),
            assessed_on,
            designation: designated.then_some(Recorded { what, at: LogIndex(3) }),
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
    fn a_body_that_nobody_designated_is_not_designated() {
        assert_eq!(on(date(2020, 1, 1), false), Outcome::NotMet);
    }
}
