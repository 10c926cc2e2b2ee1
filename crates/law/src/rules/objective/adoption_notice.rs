//! A country that adopts an objective notifies the date of application within 60 days of the adoption.
//!
//! Rec. L annex C 4.2; CRO-08.
//!
//! How we read it: days are counted as in `law::term`: the day of adoption is not counted, the sixtieth day after it
//! is the last, and is included; days are those of UTC. The notification is made on the day that the statement
//! names, or, where it names none, on the day of its entry in the log; both are shown. A late notice is late and
//! nothing more: the objective is law from its date of application.

use jiff::civil::date;
use model::{Date, Jurisdiction};

use crate::term::{days_after, days_between};
use crate::{Citation, Dated, Finding, Recorded, Rule, Source, Version};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.adoption-notice",
    duty: "The date of application is notified within 60 days of the adoption.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 4.2" }],
    requirements: &["CRO-08"],
    reading: "The sixtieth day after the adoption is the last, in UTC; a late notice binds all the same.",
    numbers: &["60 days (since 2001)"],
    file: file!(),
    version: 1,
};

/// How many days.
pub static DAYS: Dated<u32> =
    Dated(&[Version { from: date(2001, 10, 1), value: 60, source: "Rec. L annex C 4.2, adopted in 2001" }]);

/// What is compared: one adoption.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Who adopted.
    pub country: Jurisdiction,
    /// Day of adoption.
    pub adopted_on: Date,
    /// Day of notification.
    pub notified: Recorded<Date>,
    /// Day on which the notice was entered in the log.
    pub entered_on: Date,
}

/// The last day for the notice of an adoption.
pub fn due_on(adopted_on: Date) -> Date {
    days_after(adopted_on, DAYS.held_on(adopted_on))
}

/// Whether a notice is in time.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let due = due_on(input.adopted_on);
    Finding::of(&RULE, input.notified.what <= due)
        .with("objective", input.objective)
        .with("country", input.country)
        .with("adopted_on", input.adopted_on)
        .with("notified_on", input.notified.what)
        .with("due_on", due)
        .with("late_days", days_between(due, input.notified.what))
        .with("entered_on", input.entered_on)
        .with("statement", input.notified.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn on(adopted_on: Date, notified_on: Date) -> Finding<'static> {
        let notified = Recorded { what: notified_on, at: LogIndex(9) };
        let country = "FR".parse().unwrap();
        check(&Input { objective: "CRO-7", country, adopted_on, notified, entered_on: notified_on })
    }

    #[test]
    fn the_day_before_the_last_day_and_the_day_after() {
        let adopted = date(2023, 1, 1);
        assert_eq!(on(adopted, date(2023, 3, 1)).outcome, Outcome::Met);
        assert_eq!(on(adopted, date(2023, 3, 2)).outcome, Outcome::Met);
        let late = on(adopted, date(2023, 3, 3));
        assert_eq!((late.outcome, late.fact("late_days")), (Outcome::NotMet, Some(Value::Number(1))));
    }

    #[test]
    fn a_leap_day_is_a_day() {
        assert_eq!(due_on(date(2024, 1, 1)), date(2024, 3, 1));
        assert_eq!(due_on(date(2024, 2, 29)), date(2024, 4, 29));
    }

    #[test]
    fn a_notice_a_year_late_says_how_late() {
        let late = on(date(2023, 1, 1), date(2024, 3, 2));
        assert_eq!(late.fact("late_days"), Some(Value::Number(366)));
    }
}
