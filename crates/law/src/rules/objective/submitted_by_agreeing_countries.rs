//! The countries that agreed on a text submit it.
//!
//! Rec. L annex C 3.2, L annex B; CRO-06.
//!
//! How we read it: one of them hands it in for all, and by the day of submission two at least have agreed: an
//! objective is "a mutually agreed document". A submission by somebody who did not agree is on record; whom the text
//! binds is another question.

use jiff::civil::date;
use model::{Date, Jurisdiction};

use crate::{Citation, Dated, Finding, Recorded, Rule, Source, Version};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.submitted-by-agreeing-countries",
    duty: "The text is submitted by a country that agreed on it, and at least two have agreed.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L annex C 3.2" },
        Citation { source: Source::Recommendations, paragraph: "L annex B" },
    ],
    requirements: &["CRO-06"],
    reading: "One hands it in for all; \"mutually agreed\" needs two.",
    numbers: &["two countries (since 2001)"],
    file: file!(),
    version: 1,
};

/// How many countries make an agreement mutual.
pub static LEAST: Dated<u32> =
    Dated(&[Version { from: date(2001, 10, 1), value: 2, source: "Rec. L annex B, adopted in 2001" }]);

/// What is compared: one submission.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Day of submission.
    pub submitted: Recorded<Date>,
    /// Who handed it in.
    pub country: Jurisdiction,
    /// Whether that country had agreed by then.
    pub agreed: bool,
    /// Number of countries that had agreed by then.
    pub countries: u32,
}

/// Whether those who agreed submit.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let least = LEAST.held_on(input.submitted.what);
    let reason = if !input.agreed {
        Some("not_agreed")
    } else if input.countries < least {
        Some("too_few")
    } else {
        None
    };
    Finding::unless(&RULE, reason)
        .with("objective", input.objective)
        .with("country", input.country)
        .with("agreed", input.countries)
        .with("least", least)
        .with("submitted_on", input.submitted.what)
        .with("statement", input.submitted.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn the_submitter_and_one_more_have_agreed() {
        let submitted = Recorded { what: date(2024, 9, 1), at: LogIndex(9) };
        let country = "FR".parse().unwrap();
        let with = |agreed, countries| {
            check(&Input { objective: "P-1", submitted, country, agreed, countries }).outcome
        };
        assert_eq!(with(true, 2), Outcome::Met);
        assert_eq!(with(true, 1), Outcome::NotMet);
        assert_eq!(with(false, 3), Outcome::NotMet);
    }
}
