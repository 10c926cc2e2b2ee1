//! The technical service that did the tests was notified for this Regulation when it did them.
//!
//! UN 1958 Agreement, articles 1 and 2 with the appended procedures; AGR-03.
//!
//! How we read it: the day of the assessment counts, as for every body. A service that leaves the list later does not
//! unmake what it did (reading 5).

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "harmonised-approval.technical-service-notified",
    duty: "The technical service was notified for the UN Regulation on the day of the assessment.",
    citations: &[
        Citation { source: Source::Agreement1958, paragraph: "art. 1" },
        Citation { source: Source::Agreement1958, paragraph: "art. 2" },
        Citation { source: Source::Reading, paragraph: "5" },
    ],
    requirements: &["AGR-03"],
    reading: "The day of the assessment counts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The UN Regulation, if there is one.
    pub regulation: Option<&'a str>,
    /// The technical service.
    pub body: &'a str,
    /// Day of the assessment.
    pub assessed_on: Date,
    /// When it is notified for the Regulation.
    pub notified: Option<Recorded<Period>>,
}

/// Whether the service was notified on the day of the assessment.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.regulation {
        None => Some("no_regulation"),
        Some(_) => gap(input.notified, input.assessed_on),
    };
    Finding::unless(&RULE, reason)
        .with_some("regulation", input.regulation)
        .with("body", input.body)
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

    fn input(assessed_on: Date) -> Input<'static> {
        let period = Period::new(date(2015, 3, 1), Some(date(2020, 3, 1))).unwrap();
        let notified = Some(Recorded { what: period, at: LogIndex(6) });
        Input { regulation: Some("UN-R-10"), body: "did:web:lab", assessed_on, notified }
    }

    #[test]
    fn the_day_of_the_assessment_decides() {
        assert_eq!(check(&input(date(2015, 2, 28))).outcome, Outcome::NotMet);
        assert_eq!(check(&input(date(2015, 3, 1))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2020, 2, 29))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2020, 3, 1))).outcome, Outcome::NotMet);
    }

    #[test]
    fn without_a_notification_or_a_regulation_it_is_not_met() {
        let full = input(date(2016, 1, 1));
        assert_eq!(check(&Input { notified: None, ..full }).outcome, Outcome::NotMet);
        assert_eq!(check(&Input { regulation: None, ..full }).outcome, Outcome::NotMet);
    }
}
