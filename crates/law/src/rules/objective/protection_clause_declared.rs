//! A country that withdraws or restricts products under an objective declares it to the secretariat.
//!
//! Rec. L 31, L annex B market surveillance and protection; CRO-15.
//!
//! How we read it: a measure that the country signs here is declared by that; one that a recorder reports is not,
//! unless it says on which day it was declared, or a declaration follows. Use that was not declared is flagged and
//! is not ignored: with its basis in law the measure bars all the same. Domestic and foreign products are treated
//! alike.

use model::{Date, Jurisdiction};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.protection-clause-declared",
    duty: "The measure under the objective is declared to the secretariat.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 31" },
        Citation {
            source: Source::Recommendations,
            paragraph: "L annex B market surveillance and protection",
        },
    ],
    requirements: &["CRO-15"],
    reading: "What the country signs declares; undeclared use is flagged and bars all the same.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one measure under an objective.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The measure.
    pub measure: Recorded<&'a str>,
    /// Whose it is.
    pub country: Jurisdiction,
    /// Day on which it was declared.
    pub declared_on: Option<Date>,
}

/// Whether the measure was declared.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.declared_on.is_some())
        .with("objective", input.objective)
        .with("measure", input.measure.what)
        .with("country", input.country)
        .with_some("declared_on", input.declared_on)
        .with("statement", input.measure.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn undeclared_use_is_flagged() {
        let measure = Recorded { what: "M-1", at: LogIndex(9) };
        let country = "FR".parse().unwrap();
        let with = |declared_on| check(&Input { objective: "CRO-7", measure, country, declared_on }).outcome;
        assert_eq!(with(Some(date(2024, 9, 1))), Outcome::Met);
        assert_eq!(with(None), Outcome::NotMet);
    }
}
