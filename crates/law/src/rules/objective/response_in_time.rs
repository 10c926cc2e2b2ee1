//! A country responds to a call within three months of its transmission.
//!
//! Rec. L annex C 2.1; CRO-03.
//!
//! How we read it: three calendar months, counted as in `law::term`: the day of transmission is not counted, the
//! last day is the day of the same number three months later, or the last of that month, and is included; days are
//! those of UTC. The day that counts is the day of the response that the statement names; the day of its entry is
//! shown beside. A late response is none the less a wish to join, which annex C 2.3 leaves open at any moment: the
//! country is a member from its day, and the lateness is shown.

use jiff::civil::date;
use model::{Date, Jurisdiction};

use crate::term::{days_between, months_after};
use crate::{Citation, Dated, Finding, Outcome, Recorded, Rule, Source, Version};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.response-in-time",
    duty: "A response to the call comes within three months of its transmission.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 2.1" }],
    requirements: &["CRO-03"],
    reading: "Calendar months, the last day included, in UTC; a late response still makes a member.",
    numbers: &["three months (since 2001)"],
    file: file!(),
    version: 1,
};

/// How many months.
pub static MONTHS: Dated<u32> =
    Dated(&[Version { from: date(2001, 10, 1), value: 3, source: "Rec. L annex C 2.1, adopted in 2001" }]);

/// What is compared: one response.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Who responded.
    pub country: Jurisdiction,
    /// Day of transmission; `None` if the call has not been transmitted, or has no effect.
    pub transmitted_on: Option<Date>,
    /// Day of the response.
    pub answered: Recorded<Date>,
    /// Day on which the response was entered in the log.
    pub entered_on: Date,
}

/// The last day for responses to a call that was transmitted on a day.
pub fn due_on(transmitted_on: Date) -> Date {
    months_after(transmitted_on, MONTHS.held_on(transmitted_on))
}

/// Whether a response is in time.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let due = input.transmitted_on.map(due_on);
    let outcome = match due {
        None => Outcome::Unknown,
        Some(due) if input.answered.what <= due => Outcome::Met,
        Some(_) => Outcome::NotMet,
    };
    let late_days = due.map_or(0, |due| days_between(due, input.answered.what));
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("country", input.country)
        .with("answered_on", input.answered.what)
        .with_some("due_on", due)
        .with("late_days", late_days)
        .with("entered_on", input.entered_on)
        .with("statement", input.answered.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;

    fn on(transmitted_on: Option<Date>, answered_on: Date) -> Outcome {
        let (country, entered_on) = ("FR".parse().unwrap(), answered_on);
        let answered = Recorded { what: answered_on, at: LogIndex(5) };
        check(&Input { objective: "P-1", country, transmitted_on, answered, entered_on }).outcome
    }

    #[test]
    fn the_day_before_the_last_day_and_the_day_after() {
        let transmitted = Some(date(2024, 1, 15));
        assert_eq!(on(transmitted, date(2024, 4, 14)), Outcome::Met);
        assert_eq!(on(transmitted, date(2024, 4, 15)), Outcome::Met);
        assert_eq!(on(transmitted, date(2024, 4, 16)), Outcome::NotMet);
    }

    #[test]
    fn three_months_after_the_thirtieth_of_november_end_with_february() {
        for (year, last) in [(2023, date(2024, 2, 29)), (2022, date(2023, 2, 28))] {
            let transmitted = date(year, 11, 30);
            assert_eq!(due_on(transmitted), last);
            assert_eq!(on(Some(transmitted), last), Outcome::Met);
            assert_eq!(on(Some(transmitted), date(year + 1, 3, 1)), Outcome::NotMet);
        }
    }

    #[test]
    fn without_a_transmission_there_is_no_term() {
        assert_eq!(on(None, date(2024, 4, 16)), Outcome::Unknown);
    }
}
