//! A declared measure says which products it is about, and what was not met or why they endanger.
//!
//! Rec. L 29, L 30, L 31, L annex B market surveillance and protection; CRO-15.
//!
//! How we read it: for products that claim conformity and do not conform, the requirements that were claimed and not
//! met are named; for products that conform and endanger, the reasons. The kind `protection_clause` with no
//! requirement named is the second case, every other measure the first. Products are named by code, trade item
//! number, model, batch or certificate; a target of origin or trader alone names none.

use model::Jurisdiction;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.withdrawal-contents",
    duty: "The measure names the products, and the requirements not met or the reasons.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 29" },
        Citation { source: Source::Recommendations, paragraph: "L 30" },
        Citation { source: Source::Recommendations, paragraph: "L 31" },
        Citation {
            source: Source::Recommendations,
            paragraph: "L annex B market surveillance and protection",
        },
    ],
    requirements: &["CRO-15"],
    reading: "Requirements not met for what does not conform, reasons for what conforms and endangers.",
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
    /// Whether it is about products that conform and yet endanger.
    pub endangering: bool,
    /// Whether it names products.
    pub products: bool,
    /// Number of requirements claimed and not met.
    pub not_met: u32,
    /// Whether it gives reasons.
    pub reasons: bool,
}

/// Whether the measure says what it must.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = if !input.products {
        Some("no_products")
    } else if input.endangering && !input.reasons {
        Some("no_reasons")
    } else if !input.endangering && input.not_met == 0 {
        Some("no_requirements")
    } else {
        None
    };
    Finding::unless(&RULE, reason)
        .with("objective", input.objective)
        .with("measure", input.measure.what)
        .with("country", input.country)
        .with("not_met", input.not_met)
        .with("statement", input.measure.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn each_case_has_its_own_contents() {
        let measure = Recorded { what: "M-1", at: LogIndex(9) };
        let country = "FR".parse().unwrap();
        let with = |endangering, products, not_met, reasons| {
            let objective = "CRO-7";
            check(&Input { objective, measure, country, endangering, products, not_met, reasons }).outcome
        };
        assert_eq!(with(false, true, 1, false), Outcome::Met);
        assert_eq!(with(false, true, 0, true), Outcome::NotMet);
        assert_eq!(with(true, true, 0, true), Outcome::Met);
        assert_eq!(with(true, true, 0, false), Outcome::NotMet);
        assert_eq!(with(false, false, 1, true), Outcome::NotMet);
    }
}
