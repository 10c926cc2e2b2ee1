//! A country that has not adopted a year after registration reports on the status, and for every year after.
//!
//! Rec. L annex C 4.3; CRO-09.
//!
//! How we read it: years run from the day of establishment and end as `law::term` says: the anniversary is the last
//! day of a period and is included (one year after 29 February ends on 28 February); days are those of UTC. The
//! report for a period is due by its last day, since the text names no other. A period in which the country adopts
//! needs no report, nor one that ended before the country agreed or announced its use, nor one after a later version
//! is established. A report counts for the earliest period that still needs one and that had begun by then.

use jiff::civil::date;
use model::{Date, Jurisdiction};

use crate::term::{self, TermState, years_after};
use crate::{Citation, Dated, Finding, Outcome, Recorded, Rule, Source, Version};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.status-report",
    duty: "A country that agreed, or announced its use, and has not adopted by the end of a year \
         reports on the status for that year.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 4.3" }],
    requirements: &["CRO-09"],
    reading: "The anniversary of registration is the last day, in UTC; each report counts for the \
         earliest period that needs one.",
    numbers: &["one year (since 2001)", "each following year (since 2001)"],
    file: file!(),
    version: 1,
};

/// Length of a period in years.
pub static YEARS: Dated<u32> =
    Dated(&[Version { from: date(2001, 10, 1), value: 1, source: "Rec. L annex C 4.3, adopted in 2001" }]);

/// What is compared: one period of one country.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Which country.
    pub country: Jurisdiction,
    /// Day of establishment of the version.
    pub registered_on: Date,
    /// The period: 1 for the first year after it.
    pub period: u32,
    /// The report for this period.
    pub reported: Option<Recorded<Date>>,
    /// The day asked about.
    pub day: Date,
}

/// The last day of a period of an objective that was established on a day.
pub fn due_on(registered_on: Date, period: u32) -> Date {
    years_after(registered_on, YEARS.held_on(registered_on).saturating_mul(period))
}

/// Whether the report for a period is there in time; unknown while the period runs.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let due = due_on(input.registered_on, input.period);
    let (outcome, reason, late_days) = match term::state(due, input.reported.map(|r| r.what), input.day) {
        TermState::Open => (Outcome::Unknown, "open", 0),
        TermState::Done(_) => (Outcome::Met, "reported", 0),
        TermState::Late(_, days) => (Outcome::NotMet, "late", days),
        TermState::Overdue(days) => (Outcome::NotMet, "overdue", days),
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("country", input.country)
        .with("period", input.period)
        .with("reason", reason)
        .with("due_on", due)
        .with("late_days", late_days)
        .with_some("reported_on", input.reported.map(|reported| reported.what))
        .with_some("statement", input.reported.map(|reported| reported.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Value;

    fn on(registered_on: Date, period: u32, reported_on: Option<Date>, day: Date) -> Finding<'static> {
        let reported = reported_on.map(|what| Recorded { what, at: LogIndex(9) });
        let country = "FR".parse().unwrap();
        check(&Input { objective: "CRO-7", country, registered_on, period, reported, day })
    }

    #[test]
    fn the_day_before_the_anniversary_the_anniversary_and_the_day_after() {
        let registered = date(2022, 3, 1);
        assert_eq!(on(registered, 1, None, date(2023, 2, 28)).outcome, Outcome::Unknown);
        assert_eq!(on(registered, 1, None, date(2023, 3, 1)).outcome, Outcome::Unknown);
        let overdue = on(registered, 1, None, date(2023, 3, 2));
        assert_eq!((overdue.outcome, overdue.fact("late_days")), (Outcome::NotMet, Some(Value::Number(1))));
        assert_eq!(on(registered, 1, Some(date(2023, 3, 1)), date(2023, 3, 2)).outcome, Outcome::Met);
        assert_eq!(on(registered, 1, Some(date(2023, 3, 2)), date(2023, 3, 2)).outcome, Outcome::NotMet);
    }

    #[test]
    fn every_year_after_has_its_own_last_day() {
        assert_eq!(due_on(date(2022, 3, 1), 3), date(2025, 3, 1));
        assert_eq!(due_on(date(2024, 2, 29), 1), date(2025, 2, 28));
        assert_eq!(due_on(date(2024, 2, 29), 4), date(2028, 2, 29));
    }
}
