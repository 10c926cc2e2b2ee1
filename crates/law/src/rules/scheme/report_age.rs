//! The report is not older than the scheme or annex accepts.
//!
//! Practice of mutual recognition agreements (age of reports); X8; AGR-04.
//!
//! How we read it: a limit of so many months includes the day on which the report becomes exactly that old (reading 6).
//! Without a limit a report does not age.

use model::Date;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "scheme.report-age",
    duty: "The report is not older on the day than is accepted.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "age of reports" },
        Citation { source: Source::Methods, paragraph: "X8" },
        Citation { source: Source::Reading, paragraph: "6" },
    ],
    requirements: &["AGR-04"],
    reading: "The day on which the report becomes exactly as old as the limit still counts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Number of the report.
    pub number: &'a str,
    /// Day of the report.
    pub report_on: Date,
    /// Age in months up to which it is accepted, if limited.
    pub months_max: Option<u32>,
    /// Day asked about.
    pub day: Date,
}

/// Whether the report is young enough. `last_day` is the last day on which it is.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let last_day = input.months_max.and_then(|months| after_months(input.report_on, months));
    let limited = if input.months_max.is_some() { "yes" } else { "no" };
    Finding::of(&RULE, last_day.is_none_or(|last| input.day <= last))
        .with("limited", limited)
        .with("number", input.number)
        .with("report_on", input.report_on)
        .with_some("months_max", input.months_max)
        .with_some("last_day", last_day)
        .with("day", input.day)
}

/// The day so many months later; none beyond the calendar, where nothing ends.
fn after_months(day: Date, months: u32) -> Option<Date> {
    let span = jiff::Span::new().try_months(i64::from(months)).ok()?;
    day.checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{Outcome, Value};

    fn aged(months_max: Option<u32>, day: Date) -> Finding<'static> {
        check(&Input { number: "R-1", report_on: date(2020, 2, 29), months_max, day })
    }

    #[test]
    fn the_last_day_of_the_limit_still_counts() {
        assert_eq!(aged(Some(36), date(2023, 2, 28)).outcome, Outcome::Met);
        let old = aged(Some(36), date(2023, 3, 1));
        assert_eq!(old.outcome, Outcome::NotMet);
        assert_eq!(old.fact("last_day"), Some(Value::Day(date(2023, 2, 28))));
    }

    #[test]
    fn without_a_limit_a_report_does_not_age() {
        assert_eq!(aged(None, date(2050, 1, 1)).outcome, Outcome::Met);
    }

    #[test]
    fn a_limit_beyond_the_calendar_never_ends() {
        assert_eq!(aged(Some(u32::MAX), date(2050, 1, 1)).outcome, Outcome::Met);
    }
}
