//! A country that did not agree informs of its intention before it uses an objective.
//!
//! Rec. L annex C 4.1; CRO-10.
//!
//! How we read it: "any other country at any time may inform": an adoption or acceptance without an announcement
//! before it has its full effect, since its notice says as much; that nothing was announced before is unknown, not
//! wrong. A country that agreed need not announce under this paragraph.

use model::{Date, Jurisdiction};

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.announced-before-use",
    duty: "A country that did not agree has announced its intention to implement and use the \
         objective.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 4.1" }],
    requirements: &["CRO-10"],
    reading: "It may; an adoption without an announcement before has its full effect.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one country that adopted or accepts.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Which country.
    pub country: Jurisdiction,
    /// Whether it agreed.
    pub agreed: bool,
    /// Day of its announcement.
    pub announced: Option<Recorded<Date>>,
}

/// Whether the country announced its use.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.agreed, input.announced) {
        (true, _) => (Outcome::Met, "agreed"),
        (false, Some(_)) => (Outcome::Met, "announced"),
        (false, None) => (Outcome::Unknown, "not_announced"),
    };
    Finding::new(&RULE, outcome)
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

    #[test]
    fn an_announcement_is_open_to_all_and_owed_by_none() {
        let announced = Some(Recorded { what: date(2024, 9, 1), at: LogIndex(9) });
        let country = "FR".parse().unwrap();
        let with =
            |agreed, announced| check(&Input { objective: "CRO-7", country, agreed, announced }).outcome;
        assert_eq!(with(true, None), Outcome::Met);
        assert_eq!(with(false, announced), Outcome::Met);
        assert_eq!(with(false, None), Outcome::Unknown);
    }
}
