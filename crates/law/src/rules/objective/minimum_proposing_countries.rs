//! Three countries at least make a call for participation.
//!
//! Rec. L annex C 2.1; CRO-02.
//!
//! How we read it: countries count that have signed the call, or concurred in it, by the time of its transmission,
//! and that are member States. A call of fewer is on record and has no effect: its transmission starts no clock.
//! What is agreed, submitted and complete in spite of it is an objective all the same (annex C 3.4 asks for formal
//! elements alone); the fault is shown.

use jiff::civil::date;
use model::{Date, LogIndex};

use crate::{Citation, Dated, Finding, Rule, Source, Version};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.minimum-proposing-countries",
    duty: "At least three countries make the call.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 2.1" }],
    requirements: &["CRO-02"],
    reading: "Countries count that signed or concurred by the time of transmission; a call of fewer has \
         no effect.",
    numbers: &["three countries (since 2001)"],
    file: file!(),
    version: 1,
};

/// How many countries at least.
pub static LEAST: Dated<u32> =
    Dated(&[Version { from: date(2001, 10, 1), value: 3, source: "Rec. L annex C 2.1, adopted in 2001" }]);

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Day of the call: the number of that day counts.
    pub day: Date,
    /// Member States that have signed it or concurred.
    pub named: u32,
    /// The call.
    pub call: LogIndex,
}

/// Whether enough countries call.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let least = LEAST.held_on(input.day);
    Finding::of(&RULE, input.named >= least)
        .with("objective", input.objective)
        .with("named", input.named)
        .with("least", least)
        .with("statement", input.call)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Outcome;

    #[test]
    fn two_are_too_few_and_three_are_enough() {
        let with = |named| {
            let day = date(2024, 1, 1);
            check(&Input { objective: "P-1", day, named, call: LogIndex(3) }).outcome
        };
        assert_eq!(with(2), Outcome::NotMet);
        assert_eq!(with(3), Outcome::Met);
        assert_eq!(with(40), Outcome::Met);
    }
}
