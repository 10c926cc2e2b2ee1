//! A counter-measure holds against products from the country whose additional requirement it answers.
//!
//! Rec. L 18; CRO-11.
//!
//! How we read it: only the importing country's own counter-measure counts, only on relevant products that originate
//! in the country that imposed an additional requirement, and only while that requirement stands. If the origin is
//! not known, nothing can be told. Whether a country counts as part of a group on the day is settled before this
//! rule is asked.

use model::Jurisdiction;

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.no-counter-measure",
    duty: "No counter-measure of the importing country stands against products of this origin.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 18" }],
    requirements: &["CRO-11"],
    reading: "The origin of the goods counts here, and only while the additional requirement stands.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// Country of origin of the goods, if known.
    pub origin: Option<Jurisdiction>,
    /// Open counter-measure of the importing country whose occasion still stands.
    pub counter_measure: Option<Recorded<&'a str>>,
    /// The country that imposed the additional requirement.
    pub against: Option<Jurisdiction>,
}

/// Whether no counter-measure holds against the goods.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = match (input.counter_measure, input.origin, input.against) {
        (None, _, _) => Outcome::Met,
        (Some(_), Some(origin), Some(against)) if origin == against => Outcome::NotMet,
        (Some(_), Some(_), Some(_)) => Outcome::Met,
        (Some(_), _, _) => Outcome::Unknown,
    };
    Finding::new(&RULE, outcome)
        .with_some("objective", input.objective)
        .with("reason", if input.counter_measure.is_some() { "compared" } else { "no_counter_measure" })
        .with_some("counter_measure", input.counter_measure.map(|measure| measure.what))
        .with_some("origin", input.origin)
        .with_some("against", input.against)
        .with_some("statement", input.counter_measure.map(|measure| measure.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;

    fn with(origin: Option<&str>, stands: bool) -> Outcome {
        check(&Input {
            objective: Some("CRO-7"),
            origin: origin.map(|code| code.parse().unwrap()),
            counter_measure: stands.then_some(Recorded { what: "B/cm/1", at: LogIndex(4) }),
            against: Some("AU".parse().unwrap()),
        })
        .outcome
    }

    #[test]
    fn it_holds_against_the_origin_that_it_names() {
        assert_eq!(with(Some("AU"), true), Outcome::NotMet);
        assert_eq!(with(Some("NZ"), true), Outcome::Met);
    }

    #[test]
    fn an_unknown_origin_leaves_it_unknown() {
        assert_eq!(with(None, true), Outcome::Unknown);
        assert_eq!(with(None, false), Outcome::Met);
    }
}
