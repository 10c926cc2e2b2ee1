//! Evidence has no effect while it is suspended.
//!
//! X2 on surveillance of recognised certifications, X3; CER-07.
//!
//! How we read it: a suspension has effect from its first day until the evidence is restored. Being suspended is a
//! state of its own and neither withdrawal nor expiry.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.not-suspended",
    duty: "The evidence is not suspended on the day.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X2" },
        Citation { source: Source::Methods, paragraph: "X3" },
    ],
    requirements: &["CER-07"],
    reading: "A suspension lasts from its first day until the evidence is restored.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The day that counts.
    pub day: Date,
    /// First day of the suspension that has not been lifted by the day.
    pub suspended: Option<Recorded<Date>>,
}

/// Whether the evidence is free of suspension on the day.
pub fn check<'a>(input: &Input) -> Finding<'a> {
    let suspended = input.suspended.is_some_and(|from| from.what <= input.day);
    Finding::of(&RULE, !suspended)
        .with("day", input.day)
        .with_some("suspended_from", input.suspended.map(|from| from.what))
        .with_some("statement", input.suspended.map(|from| from.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(day: Date, suspended: Option<Date>) -> Outcome {
        check(&Input { day, suspended: suspended.map(|what| Recorded { what, at: LogIndex(8) }) }).outcome
    }

    #[test]
    fn a_suspension_counts_from_its_first_day() {
        let from = Some(date(2024, 5, 1));
        assert_eq!(on(date(2024, 4, 30), from), Outcome::Met);
        assert_eq!(on(date(2024, 5, 1), from), Outcome::NotMet);
        assert_eq!(on(date(2024, 5, 1), None), Outcome::Met);
    }
}
