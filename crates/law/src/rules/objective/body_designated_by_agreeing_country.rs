//! Recognised bodies are designated by countries that agreed on the objective.
//!
//! Rec. L 27; CRO-12.
//!
//! How we read it: the country has agreed on the day on which its designation begins. A designation by another is on
//! record and gives no recognition; decisions ask the same on the day of the attestation.

use model::{Date, Jurisdiction};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.body-designated-by-agreeing-country",
    duty: "A recognised body is designated by a country that agreed on the objective.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 27" }],
    requirements: &["CRO-12"],
    reading: "The first day of the designation counts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one designation.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The body.
    pub body: &'a str,
    /// Who designated it.
    pub country: Jurisdiction,
    /// From when.
    pub designated: Recorded<Date>,
    /// Whether that country had agreed by then.
    pub agreed: bool,
}

/// Whether a country that agreed designated the body.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.agreed)
        .with("objective", input.objective)
        .with("body", input.body)
        .with("country", input.country)
        .with("designated_on", input.designated.what)
        .with("statement", input.designated.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn only_those_who_agreed_designate() {
        let designated = Recorded { what: date(2024, 9, 1), at: LogIndex(9) };
        let country = "FR".parse().unwrap();
        let with = |agreed| {
            check(&Input { objective: "CRO-7", body: "did:web:lab", country, designated, agreed }).outcome
        };
        assert_eq!(with(true), Outcome::Met);
        assert_eq!(with(false), Outcome::NotMet);
    }
}
