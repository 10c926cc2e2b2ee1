//! Work on a harmonized text starts no sooner than three months after the transmission of the call.
//!
//! Rec. L annex C 2.1; CRO-03.
//!
//! How we read it: the first day of work is the last day of the term: "three months after the date of transmission"
//! is the day of the same number three months later, or the last of that month. Work is the forming of the task
//! force and the filing of a draft; the first of them counts. Work that began sooner is on record, and its texts are
//! not undone by it.

use jiff::civil::date;
use model::Date;

use crate::term::months_after;
use crate::{Citation, Dated, Finding, Recorded, Rule, Source, Version};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.work-not-before",
    duty: "The technical work starts no sooner than three months after the transmission of the call.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 2.1" }],
    requirements: &["CRO-03"],
    reading: "The day three calendar months later is the first on which work may start.",
    numbers: &["three months (since 2001)"],
    file: file!(),
    version: 1,
};

/// How many months.
pub static MONTHS: Dated<u32> =
    Dated(&[Version { from: date(2001, 10, 1), value: 3, source: "Rec. L annex C 2.1, adopted in 2001" }]);

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Day of transmission of a call that has effect; `None` if there is none.
    pub transmitted_on: Option<Date>,
    /// First day of work.
    pub started: Recorded<Date>,
}

/// The first day on which work may start.
pub fn first_day(transmitted_on: Date) -> Date {
    months_after(transmitted_on, MONTHS.held_on(transmitted_on))
}

/// Whether work started on that day or later.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let first = input.transmitted_on.map(first_day);
    let (met, reason) = match first {
        None => (false, "no_call"),
        Some(first) => (first <= input.started.what, "compared"),
    };
    Finding::of(&RULE, met)
        .with("objective", input.objective)
        .with("reason", reason)
        .with("started_on", input.started.what)
        .with_some("first_day", first)
        .with("statement", input.started.at)
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(transmitted_on: Option<Date>, day: Date) -> Outcome {
        let started = Recorded { what: day, at: LogIndex(5) };
        check(&Input { objective: "P-1", transmitted_on, started }).outcome
    }

    #[test]
    fn the_day_before_the_first_day_and_the_day_after() {
        let transmitted = Some(date(2024, 1, 15));
        assert_eq!(on(transmitted, date(2024, 4, 14)), Outcome::NotMet);
        assert_eq!(on(transmitted, date(2024, 4, 15)), Outcome::Met);
        assert_eq!(on(transmitted, date(2024, 4, 16)), Outcome::Met);
        assert_eq!(first_day(date(2023, 11, 30)), date(2024, 2, 29));
    }

    #[test]
    fn without_a_call_that_has_effect_no_work_may_start() {
        assert_eq!(on(None, date(2030, 1, 1)), Outcome::NotMet);
    }
}
