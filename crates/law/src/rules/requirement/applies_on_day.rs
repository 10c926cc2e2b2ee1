//! An act requires something only on the days on which it applies.
//!
//! Rec. E.1 on the requirements of the importing country; X8 on transitions; TRG-01.
//!
//! How we read it: the days of application count, not those of adoption or publication. An act that is repealed
//! requires nothing from the day of the repeal on.

use model::{Date, LogIndex, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "requirement.applies-on-day",
    duty: "The act of the importing country applies on the day.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "E.1" },
        Citation { source: Source::Methods, paragraph: "X8" },
    ],
    requirements: &["TRG-01"],
    reading: "The period of application counts; its end is the first day on which the act no longer applies.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The act.
    pub act: &'a str,
    /// The day that counts.
    pub day: Date,
    /// Days on which the act applies.
    pub period: Period,
    /// Statement that carries the act or its last change.
    pub at: LogIndex,
}

/// Whether the act applies on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let period = Some(Recorded { what: input.period, at: input.at });
    Finding::unless(&RULE, gap(period, input.day))
        .with("act", input.act)
        .with("day", input.day)
        .with_period(["applies_from", "applies_until"], period)
        .with("statement", input.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Outcome;

    fn on(day: Date) -> Outcome {
        let period = Period::new(date(2020, 1, 1), Some(date(2022, 1, 1))).unwrap();
        check(&Input { act: "B/act/1", day, period, at: LogIndex(2) }).outcome
    }

    #[test]
    fn the_act_applies_from_its_first_day_to_the_day_before_its_end() {
        assert_eq!(on(date(2019, 12, 31)), Outcome::NotMet);
        assert_eq!(on(date(2020, 1, 1)), Outcome::Met);
        assert_eq!(on(date(2021, 12, 31)), Outcome::Met);
        assert_eq!(on(date(2022, 1, 1)), Outcome::NotMet);
    }
}
