//! A body gives no results under an instrument while it is suspended or after it is withdrawn.
//!
//! Practice of mutual recognition agreements (suspension of bodies); Rec. F.6 par. 10; AGR-10.
//!
//! How we read it: the day of the assessment counts. A suspension that is lifted before that day is no longer in
//! effect; what a later one does to earlier results is a rule of its own.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "body.not-suspended",
    duty: "No suspension or withdrawal of the body was in effect on the day of the assessment.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "suspension of bodies" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 10" },
    ],
    requirements: &["AGR-10"],
    reading: "The day of the assessment counts; later events are judged by the rule on earlier results.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body.
    pub body: &'a str,
    /// The instrument under which it assessed.
    pub instrument: &'a str,
    /// Day of the assessment.
    pub assessed_on: Date,
    /// First day of a suspension or withdrawal that has not been lifted by the assessment.
    pub event: Option<Recorded<Date>>,
    /// Which of the two it is.
    pub what: Option<&'a str>,
}

/// Whether the body was free of suspension and withdrawal when it assessed.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let barred = input.event.is_some_and(|event| event.what <= input.assessed_on);
    Finding::of(&RULE, !barred)
        .with("body", input.body)
        .with("instrument", input.instrument)
        .with("assessed_on", input.assessed_on)
        .with_some("event", input.what)
        .with_some("event_on", input.event.map(|event| event.what))
        .with_some("statement", input.event.map(|event| event.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(assessed_on: Date, event: Option<Date>) -> Outcome {
        check(&Input {
            body: "did:web:lab",
            instrument: "AB/x",
            assessed_on,
            event: event.map(|what| Recorded { what, at: LogIndex(6) }),
            what: Some("suspension"),
        })
        .outcome
    }

    #[test]
    fn a_suspension_counts_from_its_first_day() {
        let from = Some(date(2023, 2, 1));
        assert_eq!(on(date(2023, 1, 31), from), Outcome::Met);
        assert_eq!(on(date(2023, 2, 1), from), Outcome::NotMet);
        assert_eq!(on(date(2023, 2, 1), None), Outcome::Met);
    }
}
