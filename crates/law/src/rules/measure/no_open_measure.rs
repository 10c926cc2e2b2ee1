//! An open measure of the importing country bars the product, whatever the evidence says.
//!
//! Rec. L 29, 30 and 31, annex B (market surveillance and protection); SUR-05.
//!
//! How we read it: a measure is open from its first day to the day before its end. It bars the product and leaves
//! the conformity as it is (L 30): the recognition of the evidence is worked out all the same and reported beside
//! it.
//!
//! Where it cannot be told whether the measure's scope covers the product (a scope in another edition of the
//! nomenclature without a recorded correlation, reading 9; a code shorter than the scope's heading), the same digits
//! prove nothing, for or against: it is unknown whether the measure bars. Such a measure bars nothing, and nothing is
//! said to be accepted beside it until the code in the scope's edition is known.

use model::{Date, ScopeMatch};

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

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
        Citation { source: Source::Reading, paragraph: "9" },
    ],
    requirements: &["SUR-05"],
    reading: "A measure bars from its first day to the day before its end; it does not unmake the conformity. A \
         scope of which it cannot be told whether it covers the product leaves unknown whether it bars.",
    numbers: &[],
    file: file!(),
    version: 2,
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
    /// Commodity code asked about.
    pub code: &'a str,
    /// Whether the code lies in the scope of the measure.
    pub matches: ScopeMatch,
    /// Edition of the nomenclature in which that scope is written, where it has one.
    pub scope_edition: Option<u32>,
}

/// Whether no measure is open on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let open = input.measure.is_some()
        && input.from.is_none_or(|from| from <= input.day)
        && input.until.is_none_or(|until| input.day < until);
    let outcome = match (open, input.matches) {
        (false, _) | (true, ScopeMatch::Outside) => Outcome::Met,
        (true, ScopeMatch::Unclear) => Outcome::Unknown,
        (true, ScopeMatch::Inside) => Outcome::NotMet,
    };
    let unclear = outcome == Outcome::Unknown;
    Finding::new(&RULE, outcome)
        .with("day", input.day)
        .with_some("code", unclear.then_some(input.code))
        .with_some("scope_edition", input.scope_edition.filter(|_| unclear))
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
    use crate::Value;

    fn on(day: Date, measure: Option<&'static str>) -> Outcome {
        found(day, measure, ScopeMatch::Inside).outcome
    }

    fn found(day: Date, measure: Option<&'static str>, matches: ScopeMatch) -> Finding<'static> {
        check(&Input {
            day,
            measure: measure.map(|what| Recorded { what, at: LogIndex(4) }),
            kind: Some("withdrawal"),
            legal_basis: Some("Act 7, section 12"),
            remedy: Some("appeal within 30 days"),
            from: Some(date(2024, 3, 1)),
            until: Some(date(2024, 6, 1)),
            code: "950300",
            matches,
            scope_edition: Some(2017),
        })
    }

    #[test]
    fn a_scope_that_may_cover_the_product_leaves_it_unknown_while_the_measure_is_open() {
        let open = found(date(2024, 4, 1), Some("B/m/1"), ScopeMatch::Unclear);
        assert_eq!(open.outcome, Outcome::Unknown);
        assert_eq!(open.fact("scope_edition"), Some(Value::Number(2017)));
        assert_eq!(found(date(2024, 6, 1), Some("B/m/1"), ScopeMatch::Unclear).outcome, Outcome::Met);
        assert_eq!(found(date(2024, 4, 1), Some("B/m/1"), ScopeMatch::Outside).outcome, Outcome::Met);
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
