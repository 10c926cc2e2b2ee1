//! The importing party had been told of the body before it assessed, so that it could object.
//!
//! Practice of mutual recognition agreements (notification of accredited bodies); Rec. G.5, F.6 par. 5; AGR-03, AGR-09.
//!
//! How we read it: recognition by accreditation works without a joint list, but not without notice. Whether an
//! objection was upheld is asked by another rule.

use model::{Date, Jurisdiction, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "accreditation.importing-party-notified",
    duty: "The importing party had been notified of the body on the day of the assessment.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "notification of accredited bodies" },
        Citation { source: Source::Recommendations, paragraph: "G.5" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 5" },
    ],
    requirements: &["AGR-03", "AGR-09"],
    reading: "The day of the assessment counts; whether an objection was upheld is another rule.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body.
    pub body: &'a str,
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// Day of the assessment.
    pub assessed_on: Date,
    /// When the body stands notified to the importing party.
    pub notified: Option<Recorded<Period>>,
}

/// Whether the importing party had been notified on the day of the assessment.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::unless(&RULE, gap(input.notified, input.assessed_on))
        .with("body", input.body)
        .with("importing", input.importing)
        .with("assessed_on", input.assessed_on)
        .with_period(["notified_from", "notified_until"], input.notified)
        .with_some("statement", input.notified.map(|notified| notified.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(assessed_on: Date, notified: Option<Period>) -> Outcome {
        let notified = notified.map(|what| Recorded { what, at: LogIndex(6) });
        let importing = "AA".parse().unwrap();
        check(&Input { body: "did:web:lab", importing, assessed_on, notified }).outcome
    }

    #[test]
    fn notice_counts_from_its_day_to_its_end() {
        let period = Period::new(date(2018, 1, 1), Some(date(2022, 1, 1))).ok();
        assert_eq!(on(date(2017, 12, 31), period), Outcome::NotMet);
        assert_eq!(on(date(2018, 1, 1), period), Outcome::Met);
        assert_eq!(on(date(2021, 12, 31), period), Outcome::Met);
        assert_eq!(on(date(2022, 1, 1), period), Outcome::NotMet);
    }

    #[test]
    fn without_notice_it_is_not_met() {
        assert_eq!(on(date(2020, 1, 1), None), Outcome::NotMet);
    }
}
