//! Evidence has no effect once it is withdrawn.
//!
//! X2 on surveillance of recognised certifications, X3; CER-07.
//!
//! How we read it: a withdrawal acts forward from its day. Where it says that it acts from the start, as after
//! fraud, the evidence never had effect, whatever day is asked about.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.not-withdrawn",
    duty: "The evidence is not withdrawn on the day, nor withdrawn from the start.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X2" },
        Citation { source: Source::Methods, paragraph: "X3" },
    ],
    requirements: &["CER-07"],
    reading: "A withdrawal acts from its day on, or, if it says so, from the start.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The day that counts.
    pub day: Date,
    /// First day of the withdrawal, if one is on record.
    pub withdrawn: Option<Recorded<Date>>,
    /// Whether the withdrawal says that it acts from the start.
    pub from_start: bool,
}

/// Whether the evidence is not withdrawn on the day.
pub fn check<'a>(input: &Input) -> Finding<'a> {
    let withdrawn = input.withdrawn.is_some_and(|from| input.from_start || from.what <= input.day);
    let reach = if input.from_start { "from_start" } else { "from_day" };
    Finding::of(&RULE, !withdrawn)
        .with("day", input.day)
        .with_some("withdrawn_from", input.withdrawn.map(|from| from.what))
        .with_some("reach", input.withdrawn.map(|_| reach))
        .with_some("statement", input.withdrawn.map(|from| from.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(day: Date, from_start: bool) -> Outcome {
        let withdrawn = Some(Recorded { what: date(2024, 5, 1), at: LogIndex(8) });
        check(&Input { day, withdrawn, from_start }).outcome
    }

    #[test]
    fn a_withdrawal_acts_from_its_day() {
        assert_eq!(on(date(2024, 4, 30), false), Outcome::Met);
        assert_eq!(on(date(2024, 5, 1), false), Outcome::NotMet);
    }

    #[test]
    fn a_withdrawal_from_the_start_acts_back() {
        assert_eq!(on(date(2019, 1, 1), true), Outcome::NotMet);
    }

    #[test]
    fn without_a_withdrawal_it_stands() {
        let input = Input { day: date(2024, 5, 1), withdrawn: None, from_start: false };
        assert_eq!(check(&input).outcome, Outcome::Met);
    }
}
