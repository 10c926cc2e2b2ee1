//! The evidence is in force on the day that counts.
//!
//! X3 on expiry dates; reading 6; CER-01, CER-07.
//!
//! How we read it: evidence is in force from its day of issue to the day before it expires or ends early. A last day
//! of validity in words includes that day (reading 6); what is stored is the day after.

use model::{Date, LogIndex};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.in-force",
    duty: "The evidence was issued on or before the day and has neither expired nor ended.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X3" },
        Citation { source: Source::Reading, paragraph: "6" },
    ],
    requirements: &["CER-01", "CER-07"],
    reading: "Periods are half-open: on the day of expiry the evidence is no longer in force.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The day that counts.
    pub day: Date,
    /// Day of issue.
    pub issued_on: Date,
    /// First day on which it is no longer in force; `None` if it has no end.
    pub expires_on: Option<Date>,
    /// First day after an early end, if one was stated.
    pub ended_on: Option<Recorded<Date>>,
    /// Statement that carries the evidence.
    pub at: LogIndex,
}

/// Whether the evidence is in force on the day.
pub fn check<'a>(input: &Input) -> Finding<'a> {
    let ended = input.ended_on.filter(|ended| ended.what <= input.day);
    let reason = if input.day < input.issued_on {
        Some("not_yet")
    } else if ended.is_some() {
        Some("ended")
    } else if input.expires_on.is_some_and(|end| end <= input.day) {
        Some("expired")
    } else {
        None
    };
    Finding::unless(&RULE, reason)
        .with("day", input.day)
        .with("issued_on", input.issued_on)
        .with_some("expires_on", input.expires_on)
        .with_some("ended_on", input.ended_on.map(|ended| ended.what))
        .with("statement", ended.map_or(input.at, |ended| ended.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{Outcome, Value};

    fn on(day: Date, ended_on: Option<Date>) -> Finding<'static> {
        check(&Input {
            day,
            issued_on: date(2020, 3, 1),
            expires_on: Some(date(2025, 3, 1)),
            ended_on: ended_on.map(|what| Recorded { what, at: LogIndex(8) }),
            at: LogIndex(5),
        })
    }

    #[test]
    fn it_is_in_force_from_its_issue_to_the_day_before_it_expires() {
        assert_eq!(on(date(2020, 2, 29), None).outcome, Outcome::NotMet);
        assert_eq!(on(date(2020, 3, 1), None).outcome, Outcome::Met);
        assert_eq!(on(date(2025, 2, 28), None).outcome, Outcome::Met);
        assert_eq!(on(date(2025, 3, 1), None).outcome, Outcome::NotMet);
    }

    #[test]
    fn an_early_end_counts_from_its_day_and_names_its_statement() {
        let end = Some(date(2022, 1, 1));
        assert_eq!(on(date(2021, 12, 31), end).outcome, Outcome::Met);
        let ended = on(date(2022, 1, 1), end);
        assert_eq!(ended.outcome, Outcome::NotMet);
        assert_eq!(ended.fact("statement"), Some(Value::Statement(LogIndex(8))));
    }
}
