//! What a body did before its suspension or withdrawal keeps or loses its effect as the event says.
//!
//! Practice of mutual recognition agreements (earlier results); reading 8; AGR-10.
//!
//! How we read it: a suspension or withdrawal acts forward and leaves earlier results their effect, unless the event
//! or the agreement says that they lose it (reading 8). They lose it from the day of the event, not before.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "body.earlier-results-kept",
    duty: "The result has not lost its effect by a later suspension or withdrawal of its body.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "suspension of bodies" },
        Citation { source: Source::Reading, paragraph: "8" },
    ],
    requirements: &["AGR-10"],
    reading: "Silence about earlier results leaves them their effect.",
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
    /// Suspension or withdrawal after the assessment.
    pub event: Option<Recorded<Date>>,
    /// Whether earlier results lose their effect by it.
    pub loses: bool,
    /// The day that counts.
    pub day: Date,
}

/// Whether the earlier result has its effect on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let event = input.event.filter(|event| event.what <= input.day);
    let reason = match (event, input.loses) {
        (None, _) => "no_event",
        (Some(_), false) => "kept",
        (Some(_), true) => "lost",
    };
    Finding::of(&RULE, reason != "lost")
        .with("body", input.body)
        .with("instrument", input.instrument)
        .with("day", input.day)
        .with("reason", reason)
        .with_some("event_on", input.event.map(|event| event.what))
        .with_some("statement", input.event.map(|event| event.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(day: Date, loses: bool) -> Outcome {
        let event = Some(Recorded { what: date(2023, 2, 1), at: LogIndex(6) });
        check(&Input { body: "did:web:lab", instrument: "AB/x", event, loses, day }).outcome
    }

    #[test]
    fn results_that_lose_their_effect_lose_it_from_the_day_of_the_event() {
        assert_eq!(on(date(2023, 1, 31), true), Outcome::Met);
        assert_eq!(on(date(2023, 2, 1), true), Outcome::NotMet);
    }

    #[test]
    fn silence_keeps_them() {
        assert_eq!(on(date(2023, 2, 1), false), Outcome::Met);
        let input = Input {
            body: "did:web:lab",
            instrument: "AB/x",
            event: None,
            loses: true,
            day: date(2023, 2, 1),
        };
        assert_eq!(check(&input).outcome, Outcome::Met);
    }
}
