//! A country that agreed announces its intention to implement the objective.
//!
//! Rec. L 23; CRO-18.
//!
//! How we read it: "upon completion of the text" sets no term; from the establishment on an announcement is wanted,
//! and an adoption or acceptance says as much. One finding for each country that agreed.

use model::{Date, Jurisdiction};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.intention-announced",
    duty: "Each country that agreed has announced that it intends to implement the objective, or has \
         implemented it.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 23" }],
    requirements: &["CRO-18"],
    reading: "No term is set; adoption and acceptance say as much as an announcement.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one country that agreed.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Which country.
    pub country: Jurisdiction,
    /// Day of its announcement.
    pub announced: Option<Recorded<Date>>,
    /// Whether it has adopted, or accepts.
    pub implemented: bool,
}

/// Whether the country announced its intention.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (met, reason) = match (input.announced, input.implemented) {
        (Some(_), _) => (true, "announced"),
        (None, true) => (true, "implemented"),
        (None, false) => (false, "neither"),
    };
    Finding::of(&RULE, met)
        .with("objective", input.objective)
        .with("country", input.country)
        .with("reason", reason)
        .with_some("announced_on", input.announced.map(|announced| announced.what))
        .with_some("statement", input.announced.map(|announced| announced.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn an_announcement_or_an_adoption_is_enough() {
        let country = "FR".parse().unwrap();
        let with = |announced, implemented| {
            check(&Input { objective: "CRO-7", country, announced, implemented }).outcome
        };
        let announced = Some(Recorded { what: date(2024, 9, 1), at: LogIndex(9) });
        assert_eq!(with(announced, false), Outcome::Met);
        assert_eq!(with(None, true), Outcome::Met);
        assert_eq!(with(None, false), Outcome::NotMet);
    }
}
