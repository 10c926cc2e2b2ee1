//! An open measure of the importing country bars the product, whatever the evidence says.
//!
//! Rec. L 29, 30 and 31, annex B (market surveillance and protection); SUR-05.
//!
//! How we read it: a measure is open from its first day to the day before its end. It bars the product and leaves
//! the conformity as it is (L 30): the recognition of the evidence is worked out all the same and reported beside
//! it.

use model::Date;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "measure.no-open-measure",
    duty: "No measure of the importing country that is open on the day stands against the product, its \
         batch, body or trader.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 29" },
        Citation { source: Source::Recommendations, paragraph: "L 30" },
        Citation { source: Source::Recommendations, paragraph: "L 31" },
        Citation {
            source: Source::Recommendations,
            paragraph: "L annex B market surveillance and protection",
        },
    ],
    requirements: &["SUR-05"],
    reading: "A measure bars from its first day to the day before its end; it does not unmake the conformity.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The day that counts.
    pub day: Date,
    /// The measure that matches, taken within a mandate and with a legal basis.
    pub measure: Option<Recorded<&'a str>>,
    /// What it does: withdrawal, prohibition, protection clause, restriction, counter-measure.
    pub kind: Option<&'a str>,
    /// Its legal basis.
    pub legal_basis: Option<&'a str>,
    /// The remedy against it.
    pub remedy: Option<&'a str>,
    /// Its first day; `None` counts as open from the beginning.
    pub from: Option<Date>,
    /// The first day after it; `None` while it has no end.
    pub until: Option<Date>,
}

/// Whether no measure is open on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let open = input.measure.is_some()
        && input.from.is_none_or(|from| from <= input.day)
        && input.until.is_none_or(|until| input.day < until);
    Finding::of(&RULE, !open)
        .with("day", input.day)
        .with_some("measure", input.measure.map(|measure| measure.what))
        .with_some("kind", input.kind)
        .with_some("legal_basis", input.legal_basis)
        .with_some("remedy", input.remedy)
        .with_some("from", input.from)
        .with_some("until", input.until)
        .with_some("statement", input.measure.map(|measure| measure.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(day: Date, measure: Option<&'static str>) -> Outcome {
        check(&Input {
            day,
            measure: measure.map(|what| Recorded { what, at: LogIndex(4) }),
            kind: Some("withdrawal"),
            legal_basis: Some("Act 7, section 12"),
            remedy: Some("appeal within 30 days"),
            from: Some(date(2024, 3, 1)),
            until: Some(date(2024, 6, 1)),
        })
        .outcome
    }

    #[test]
    fn a_measure_bars_from_its_first_day_to_the_day_before_its_end() {
        assert_eq!(on(date(2024, 2, 29), Some("B/m/1")), Outcome::Met);
        assert_eq!(on(date(2024, 3, 1), Some("B/m/1")), Outcome::NotMet);
        assert_eq!(on(date(2024, 5, 31), Some("B/m/1")), Outcome::NotMet);
        assert_eq!(on(date(2024, 6, 1), Some("B/m/1")), Outcome::Met);
    }

    #[test]
    fn without_a_measure_nothing_bars() {
        assert_eq!(on(date(2024, 4, 1), None), Outcome::Met);
    }
}
