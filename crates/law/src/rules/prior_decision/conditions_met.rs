//! The certificate meets every condition of the decision.
//!
//! X4, X1; REC-03.
//!
//! How we read it: a certificate meets a condition when it names it. The first one that it does not name is enough for
//! the rule not to be met, and is shown.

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "prior-decision.conditions-met",
    duty: "The document meets every condition of the decision.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X4" },
        Citation { source: Source::Methods, paragraph: "X1" },
    ],
    requirements: &["REC-03"],
    reading: "A document meets a condition when it names it.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The decision or acceptance, if there is one.
    pub decision: Option<&'a str>,
    /// Name of the first condition that is not met.
    pub missing: Option<&'a str>,
    /// How many conditions it has.
    pub conditions: u32,
}

/// Whether every condition is met.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.decision, input.missing) {
        (None, _) => Some("no_decision"),
        (Some(_), Some(_)) => Some("condition"),
        (Some(_), None) => None,
    };
    Finding::unless(&RULE, reason)
        .with_some("decision", input.decision)
        .with_some("missing", input.missing)
        .with("conditions", input.conditions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    #[test]
    fn a_decision_without_open_conditions_is_met() {
        for conditions in [0, 3] {
            let finding = check(&Input { decision: Some("AA-rec-1"), missing: None, conditions });
            assert_eq!(finding.outcome, Outcome::Met);
        }
    }

    #[test]
    fn one_open_condition_is_enough_to_fail() {
        let missing = Some("local-language-labels");
        let finding = check(&Input { decision: Some("AA-rec-1"), missing, conditions: 3 });
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("missing"), Some(Value::Text("local-language-labels")));
        let none = Input { decision: None, missing: None, conditions: 0 };
        assert_eq!(check(&none).outcome, Outcome::NotMet);
    }
}
