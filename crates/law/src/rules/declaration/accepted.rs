//! The importing party accepts a supplier's declaration for this product.
//!
//! Practice of mutual recognition agreements (supplier's declarations); Rec. F.2; AGR-04.
//!
//! How we read it: its law says so, or an annex on declarations does. A declaration is a procedure like others where it
//! is allowed, and no substitute where a third party is asked for.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration.accepted",
    duty: "The importing party accepts a supplier's declaration under this act for this product.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "supplier's declarations" },
        Citation { source: Source::Recommendations, paragraph: "F.2" },
    ],
    requirements: &["AGR-04"],
    reading: "The importing party's law or an annex on declarations must say so.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The importing party's act.
    pub act: &'a str,
    /// It accepts a declaration for this product, by law or under an annex.
    pub accepted: bool,
    /// Where the act or the annex is on record.
    pub at: LogIndex,
}

/// Whether a declaration is accepted.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.accepted).with("act", input.act).with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    #[test]
    fn the_law_decides_whether_a_declaration_is_enough() {
        let allowed = check(&Input { act: "AA-emc", accepted: true, at: LogIndex(2) });
        assert_eq!(allowed.outcome, Outcome::Met);
        let other = check(&Input { act: "AA-gas", accepted: false, at: LogIndex(3) });
        assert_eq!(other.outcome, Outcome::NotMet);
        assert_eq!(other.fact("statement"), Some(Value::Statement(LogIndex(3))));
    }
}
