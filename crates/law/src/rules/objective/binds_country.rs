//! An objective binds a country that adopted it, agreed on it, or accepts products under it.
//!
//! Rec. L 16 and 17, annex C 4.2 and 4.4; CRO-08, CRO-10, CRO-14.
//!
//! How we read it: adoption binds from its date of application and is the strongest basis, being law; an agreement
//! binds as an undertaking (L 17) from the day on which the country agreed; a notice of acceptance (annex C 4.4)
//! binds from its date. Where several hold, the strongest is named. The country of the body need not take part.

use model::{Date, Jurisdiction};

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.binds-country",
    duty: "The importing country applies the objective, has agreed on it, or accepts products that comply \
         with it, on the day.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 16" },
        Citation { source: Source::Recommendations, paragraph: "L 17" },
        Citation { source: Source::Recommendations, paragraph: "L annex C 4.2" },
        Citation { source: Source::Recommendations, paragraph: "L annex C 4.4" },
    ],
    requirements: &["CRO-08", "CRO-10", "CRO-14"],
    reading: "Adoption counts from its date of application, agreement and acceptance from their days; the \
         strongest is named.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// The importing country.
    pub country: Jurisdiction,
    /// The day that counts.
    pub day: Date,
    /// Date of application after adoption.
    pub adopted: Option<Recorded<Date>>,
    /// Day on which the country agreed.
    pub agreed: Option<Recorded<Date>>,
    /// Day from which it accepts products that comply.
    pub accepted: Option<Recorded<Date>>,
}

/// Whether the objective binds the country on the day, and on what basis.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let bases = [("adopted", input.adopted), ("agreed", input.agreed), ("accepted", input.accepted)];
    let stated = || bases.iter().filter_map(|(basis, since)| since.map(|since| (*basis, since)));
    let binding = stated().find(|(_, since)| since.what <= input.day);
    // Where none holds yet, the first to come is shown.
    let shown = binding.or_else(|| stated().min_by_key(|(_, since)| since.what));
    let reason = match (input.objective, binding, shown) {
        (Some(_), Some(_), _) => None,
        (Some(_), None, Some(_)) => Some("not_yet"),
        _ => Some("none"),
    };
    Finding::unless(&RULE, reason)
        .with_some("objective", input.objective)
        .with("country", input.country)
        .with("day", input.day)
        .with_some("basis", shown.map(|(basis, _)| basis))
        .with_some("binds_from", shown.map(|(_, since)| since.what))
        .with_some("statement", shown.map(|(_, since)| since.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn on(day: Date) -> Input<'static> {
        Input {
            objective: Some("CRO-7"),
            country: "FR".parse().unwrap(),
            day,
            adopted: Some(Recorded { what: date(2024, 1, 1), at: LogIndex(3) }),
            agreed: Some(Recorded { what: date(2022, 4, 1), at: LogIndex(2) }),
            accepted: None,
        }
    }

    #[test]
    fn the_strongest_basis_that_holds_is_named() {
        let agreed = check(&on(date(2023, 12, 31)));
        assert_eq!((agreed.outcome, agreed.fact("basis")), (Outcome::Met, Some(Value::Text("agreed"))));
        let adopted = check(&on(date(2024, 1, 1)));
        assert_eq!(adopted.fact("basis"), Some(Value::Text("adopted")));
        assert_eq!(adopted.fact("statement"), Some(Value::Statement(LogIndex(3))));
    }

    #[test]
    fn before_the_first_day_nothing_binds() {
        let before = check(&on(date(2022, 3, 31)));
        assert_eq!(before.outcome, Outcome::NotMet);
        assert_eq!(before.fact("binds_from"), Some(Value::Day(date(2022, 4, 1))));
        assert_eq!(check(&on(date(2022, 4, 1))).outcome, Outcome::Met);
    }

    #[test]
    fn acceptance_alone_binds_from_its_day() {
        let accepted = Some(Recorded { what: date(2025, 1, 1), at: LogIndex(4) });
        let input = Input { adopted: None, agreed: None, accepted, ..on(date(2025, 1, 1)) };
        assert_eq!(check(&input).fact("basis"), Some(Value::Text("accepted")));
        assert_eq!(check(&Input { accepted: None, ..input }).outcome, Outcome::NotMet);
        assert_eq!(check(&Input { objective: None, ..input }).outcome, Outcome::NotMet);
    }
}
