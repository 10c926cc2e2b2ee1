//! The product lies in the scope of the annex.
//!
//! Practice of mutual recognition agreements (scope of annexes); Rec. F.6 par. 6; reading 9; AGR-01.
//!
//! How we read it: a scope is a list of headings in one edition of the Harmonized System. The same digits in another
//! edition prove nothing without a recorded correlation, and a code shorter than the heading does not say on which side
//! it lies: both are unknown, not outside (reading 9).

use model::ScopeMatch;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.covers-product",
    duty: "The product lies in the scope of the annex.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "scope of annexes" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
        Citation { source: Source::Reading, paragraph: "9" },
    ],
    requirements: &["AGR-01"],
    reading: "The same digits in another edition of the Harmonized System prove nothing without a recorded correlation.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// Commodity code asked about.
    pub code: &'a str,
    /// Whether it lies in the scope of the annex.
    pub matches: ScopeMatch,
}

/// Whether the annex covers the product.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.annex, input.matches) {
        (None, _) => (Outcome::NotMet, Some("no_annex")),
        (Some(_), ScopeMatch::Inside) => (Outcome::Met, None),
        (Some(_), ScopeMatch::Outside) => (Outcome::NotMet, Some("outside")),
        (Some(_), ScopeMatch::Unclear) => (Outcome::Unknown, Some("unclear")),
    };
    Finding::new(&RULE, outcome)
        .with_some("reason", reason)
        .with_some("annex", input.annex)
        .with("code", input.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn found(annex: Option<&'static str>, matches: ScopeMatch) -> Finding<'static> {
        check(&Input { annex, code: "850910", matches })
    }

    #[test]
    fn inside_outside_and_unclear_are_three_answers() {
        let annex = Some("AA-BB/electrical");
        assert_eq!(found(annex, ScopeMatch::Inside).outcome, Outcome::Met);
        assert_eq!(found(annex, ScopeMatch::Outside).outcome, Outcome::NotMet);
        assert_eq!(found(annex, ScopeMatch::Unclear).outcome, Outcome::Unknown);
    }

    #[test]
    fn no_annex_covers_nothing() {
        let finding = found(None, ScopeMatch::Inside);
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("reason"), Some(Value::Text("no_annex")));
    }
}
