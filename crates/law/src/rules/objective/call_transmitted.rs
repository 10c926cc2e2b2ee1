//! The secretariat transmits a call to all member States, and the day on which it does starts the clocks.
//!
//! Rec. L annex C 2.1; CRO-02.
//!
//! How we read it: until the transmission is on record no term runs. A call that has no effect may be transmitted;
//! that starts nothing either, and is found by the rule on the number of countries.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.call-transmitted",
    duty: "The secretariat has transmitted the call to all member States.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 2.1" }],
    requirements: &["CRO-02"],
    reading: "Until the transmission is on record, no term runs.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The day asked about.
    pub day: Date,
    /// Day of transmission, if it is on record.
    pub transmitted: Option<Recorded<Date>>,
}

/// Whether the call has been transmitted by the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let by_then = input.transmitted.is_some_and(|transmitted| transmitted.what <= input.day);
    Finding::of(&RULE, by_then)
        .with("objective", input.objective)
        .with("day", input.day)
        .with_some("transmitted_on", input.transmitted.map(|transmitted| transmitted.what))
        .with_some("statement", input.transmitted.map(|transmitted| transmitted.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn it_is_transmitted_from_its_day_on() {
        let with = |day, transmitted| check(&Input { objective: "P-1", day, transmitted }).outcome;
        let transmitted = Some(Recorded { what: date(2024, 2, 1), at: LogIndex(4) });
        assert_eq!(with(date(2024, 1, 31), transmitted), Outcome::NotMet);
        assert_eq!(with(date(2024, 2, 1), transmitted), Outcome::Met);
        assert_eq!(with(date(2024, 2, 1), None), Outcome::NotMet);
    }
}
