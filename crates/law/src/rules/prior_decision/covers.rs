//! The decision covers this requirement, product, issuer and statement of conformity.
//!
//! X4, X1; reading 9; REC-01, REC-03.
//!
//! How we read it: a decision covers what its mapping names and nothing beside it. A product code that cannot be placed
//! in its scope leaves the answer open, unless something else already settles it.

use model::ScopeMatch;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "prior-decision.covers",
    duty: "The decision covers this act, product, issuer and statement of conformity.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X4" },
        Citation { source: Source::Methods, paragraph: "X1" },
        Citation { source: Source::Reading, paragraph: "9" },
    ],
    requirements: &["REC-01", "REC-03"],
    reading: "A product code that cannot be placed in the scope leaves it unknown, unless something else settles it.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The decision or acceptance, if there is one.
    pub decision: Option<&'a str>,
    /// The requirement of the importing party that it counts as met.
    pub act: &'a str,
    /// Number of the document.
    pub number: &'a str,
    /// Whether the product lies in its scope.
    pub product: ScopeMatch,
    /// The issuer, or the party that answers for it, is covered.
    pub issuer_covered: bool,
    /// The document states conformity to what the decision asks for.
    pub attested: bool,
}

/// Whether the decision covers the document.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = judge(input);
    Finding::new(&RULE, outcome)
        .with_some("reason", reason)
        .with_some("decision", input.decision)
        .with("act", input.act)
        .with("number", input.number)
}

fn judge(input: &Input<'_>) -> (Outcome, Option<&'static str>) {
    if input.decision.is_none() {
        return (Outcome::NotMet, Some("no_decision"));
    }
    match (input.product, input.issuer_covered, input.attested) {
        (ScopeMatch::Outside, _, _) => (Outcome::NotMet, Some("product")),
        (_, false, _) => (Outcome::NotMet, Some("issuer")),
        (_, true, false) => (Outcome::NotMet, Some("not_attested")),
        (ScopeMatch::Unclear, true, true) => (Outcome::Unknown, Some("unclear")),
        (ScopeMatch::Inside, true, true) => (Outcome::Met, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn covered(product: ScopeMatch, issuer_covered: bool, attested: bool) -> Finding<'static> {
        let decision = Some("AA-rec-1");
        check(&Input { decision, act: "AA-toys", number: "B-17", product, issuer_covered, attested })
    }

    #[test]
    fn all_three_must_be_covered() {
        assert_eq!(covered(ScopeMatch::Inside, true, true).outcome, Outcome::Met);
        for (finding, reason) in [
            (covered(ScopeMatch::Outside, true, true), "product"),
            (covered(ScopeMatch::Inside, false, true), "issuer"),
            (covered(ScopeMatch::Inside, true, false), "not_attested"),
        ] {
            assert_eq!(finding.outcome, Outcome::NotMet);
            assert_eq!(finding.fact("reason"), Some(Value::Text(reason)));
        }
    }

    #[test]
    fn an_unclear_code_is_unknown_unless_something_else_settles_it() {
        assert_eq!(covered(ScopeMatch::Unclear, true, true).outcome, Outcome::Unknown);
        assert_eq!(covered(ScopeMatch::Unclear, false, true).outcome, Outcome::NotMet);
    }

    #[test]
    fn no_decision_covers_nothing() {
        let input = Input {
            decision: None,
            act: "AA-toys",
            number: "B-17",
            product: ScopeMatch::Inside,
            issuer_covered: true,
            attested: true,
        };
        assert_eq!(check(&input).outcome, Outcome::NotMet);
    }
}
