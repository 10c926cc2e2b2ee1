//! A contested body keeps its place as the agreement says.
//!
//! Practice of mutual recognition agreements (contest of bodies); Rec. F.6 par. 9; AGR-07.
//!
//! How we read it: what a contest does is a property of the agreement. Under some the body stays listed until a
//! suspension is decided; under others it counts as suspended a number of days after the contest. Where such an
//! agreement states no number, the body counts as suspended from the day of the contest.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "body.contest-not-upheld",
    duty: "No contest of the body had effect on the day of the assessment.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "contest of bodies" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 9" },
    ],
    requirements: &["AGR-07", "AGR-10"],
    reading: "The agreement says whether a contested body stays listed, or after how many days it counts as \
         suspended.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body.
    pub body: &'a str,
    /// The instrument under which it is listed.
    pub instrument: &'a str,
    /// Day of a contest that is not settled by the day of the assessment.
    pub contested: Option<Recorded<Date>>,
    /// Whether the agreement keeps a contested body listed.
    pub stays_listed: bool,
    /// Days from the contest to the suspension, where the agreement says so.
    pub contest_days: Option<u32>,
    /// Day of the assessment.
    pub assessed_on: Date,
}

/// Whether no contest had effect on the day of the assessment.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let suspended_from = input
        .contested
        .filter(|_| !input.stays_listed)
        .and_then(|contested| days_after(contested.what, input.contest_days.unwrap_or(0)));
    let reason = match (input.contested, input.stays_listed) {
        (None, _) => "no_contest",
        (Some(_), true) => "stays_listed",
        (Some(_), false) => "suspended_after_days",
    };
    Finding::of(&RULE, suspended_from.is_none_or(|from| input.assessed_on < from))
        .with("body", input.body)
        .with("instrument", input.instrument)
        .with("assessed_on", input.assessed_on)
        .with("reason", reason)
        .with_some("contested_on", input.contested.map(|contested| contested.what))
        .with_some("suspended_from", suspended_from)
        .with_some("statement", input.contested.map(|contested| contested.at))
}

fn days_after(day: Date, days: u32) -> Option<Date> {
    day.checked_add(jiff::Span::new().days(i64::from(days))).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    const CONTESTED: Input<'static> = Input {
        body: "did:web:lab",
        instrument: "AB/x",
        contested: Some(Recorded { what: date(2023, 2, 1), at: LogIndex(6) }),
        stays_listed: false,
        contest_days: Some(30),
        assessed_on: date(2023, 3, 2),
    };

    #[test]
    fn a_contested_body_counts_as_suspended_after_the_days() {
        assert_eq!(check(&CONTESTED).outcome, Outcome::Met);
        let later = check(&Input { assessed_on: date(2023, 3, 3), ..CONTESTED });
        assert_eq!(later.outcome, Outcome::NotMet);
        assert_eq!(later.fact("suspended_from"), Some(Value::Day(date(2023, 3, 3))));
    }

    #[test]
    fn without_a_number_of_days_the_contest_counts_at_once() {
        let at_once = Input { contest_days: None, assessed_on: date(2023, 2, 1), ..CONTESTED };
        assert_eq!(check(&at_once).outcome, Outcome::NotMet);
        assert_eq!(check(&Input { assessed_on: date(2023, 1, 31), ..at_once }).outcome, Outcome::Met);
    }

    #[test]
    fn a_body_that_stays_listed_or_is_not_contested_is_not_affected() {
        let late = Input { assessed_on: date(2030, 1, 1), ..CONTESTED };
        assert_eq!(check(&Input { stays_listed: true, ..late }).outcome, Outcome::Met);
        assert_eq!(check(&Input { contested: None, ..late }).outcome, Outcome::Met);
    }
}
