//! The importing party has stated or accepted that the standard met is at least as stringent as the one required.
//!
//! Rec. E.1, TBT 2.7; STD-06.
//!
//! How we read it: E.1 speaks of standards that are more stringent than the importing country's; equality of level
//! rests on TBT 2.7. A statement that leaves one clause weaker does not carry: the product may fail just that clause.

use model::{Date, Jurisdiction, Period, Stringency};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "stringency.stated",
    duty: "The importing party states that the standard met is at least as stringent as the one required.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "E.1" },
        Citation { source: Source::Tbt, paragraph: "2.7" },
    ],
    requirements: &["STD-06"],
    reading: "E.1 says more stringent; equality rests on TBT 2.7. One weaker clause is enough to fail.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// The standard that it requires, if any.
    pub required: Option<&'a str>,
    /// The standard that the document states, if any.
    pub met_standard: Option<&'a str>,
    /// How strict the one met is beside the one required, if stated.
    pub relation: Option<Stringency>,
    /// First clause that the statement calls weaker.
    pub weaker_clause: Option<&'a str>,
    /// When the statement is in force.
    pub statement: Option<Recorded<Period>>,
    /// Day asked about.
    pub day: Date,
}

/// Whether the standard met is stated to be stringent enough on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::unless(&RULE, objection(input))
        .with("importing", input.importing)
        .with_some("required", input.required)
        .with_some("met_standard", input.met_standard)
        .with_some("relation", input.relation.map(Stringency::as_str))
        .with_some("weaker_clause", input.weaker_clause)
        .with("day", input.day)
        .with_period(["stated_from", "stated_until"], input.statement)
        .with_some("statement", input.statement.map(|statement| statement.at))
}

fn objection(input: &Input<'_>) -> Option<&'static str> {
    if let Some(reason) = gap(input.statement, input.day) {
        return Some(reason);
    }
    match (input.relation, input.weaker_clause) {
        (None, _) => Some("none"),
        (Some(Stringency::LessStringent), _) => Some("less_stringent"),
        (Some(_), Some(_)) => Some("weaker_clause"),
        (Some(_), None) => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn input(day: Date) -> Input<'static> {
        let period = Period::new(date(2022, 1, 1), Some(date(2025, 1, 1))).unwrap();
        Input {
            importing: "AA".parse().unwrap(),
            required: Some("AA 60335-1:2015"),
            met_standard: Some("IEC 60335-1:2020"),
            relation: Some(Stringency::MoreStringent),
            weaker_clause: None,
            statement: Some(Recorded { what: period, at: LogIndex(5) }),
            day,
        }
    }

    #[test]
    fn the_statement_counts_on_its_days() {
        assert_eq!(check(&input(date(2021, 12, 31))).outcome, Outcome::NotMet);
        assert_eq!(check(&input(date(2022, 1, 1))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2024, 12, 31))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2025, 1, 1))).outcome, Outcome::NotMet);
    }

    #[test]
    fn at_least_as_stringent_is_enough_and_less_is_not() {
        for relation in Stringency::ALL.iter().copied() {
            let input = Input { relation: Some(relation), ..input(date(2023, 1, 1)) };
            let enough = relation != Stringency::LessStringent;
            assert_eq!(check(&input).outcome == Outcome::Met, enough, "{relation}");
        }
    }

    #[test]
    fn one_weaker_clause_or_no_statement_fails() {
        let full = input(date(2023, 1, 1));
        let weaker = check(&Input { weaker_clause: Some("19.11"), ..full });
        assert_eq!(weaker.fact("reason"), Some(Value::Text("weaker_clause")));
        assert_eq!(check(&Input { relation: None, ..full }).outcome, Outcome::NotMet);
        assert_eq!(check(&Input { statement: None, ..full }).outcome, Outcome::NotMet);
    }
}
