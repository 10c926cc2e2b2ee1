//! An objective is established on the day of its submission, whenever it is registered.
//!
//! Rec. L annex C 3.4; CRO-06.
//!
//! How we read it: where a submission is on record, its day is the day of establishment; a registration that names
//! another day is corrected by this rule and shown. Where none is on record, the day that the secretariat states
//! stands, and the rule cannot be checked.

use model::Date;

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.established-on-submission",
    duty: "The day of establishment is the day of submission.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 3.4" }],
    requirements: &["CRO-06"],
    reading: "The day of the submission on record counts, whatever the registration says.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one registered text.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The day that the registration states.
    pub stated: Recorded<Date>,
    /// The day of submission, if it is on record.
    pub submitted_on: Option<Date>,
}

/// Whether both are the same day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = match input.submitted_on {
        None => Outcome::Unknown,
        Some(day) if day == input.stated.what => Outcome::Met,
        Some(_) => Outcome::NotMet,
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("stated_on", input.stated.what)
        .with_some("submitted_on", input.submitted_on)
        .with("statement", input.stated.at)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;

    #[test]
    fn the_day_before_and_the_day_after_are_other_days() {
        let stated = Recorded { what: date(2024, 9, 1), at: LogIndex(9) };
        let with = |submitted_on| check(&Input { objective: "CRO-7", stated, submitted_on }).outcome;
        assert_eq!(with(Some(date(2024, 8, 31))), Outcome::NotMet);
        assert_eq!(with(Some(date(2024, 9, 1))), Outcome::Met);
        assert_eq!(with(Some(date(2024, 9, 2))), Outcome::NotMet);
        assert_eq!(with(None), Outcome::Unknown);
    }
}
