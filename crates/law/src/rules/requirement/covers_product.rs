//! An act concerns only the products of its scope.
//!
//! Rec. E.1 on the requirements of the importing country; reading 9; TRG-01.
//!
//! How we read it: a commodity code is compared within one edition of the nomenclature. The same digits in another
//! edition, or fewer digits than the scope has, prove nothing: the answer is unknown until the code is given in the
//! edition of the scope.

use model::{LogIndex, ScopeMatch};

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "requirement.covers-product",
    duty: "The product lies in the scope of the act.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "E.1" },
        Citation { source: Source::Reading, paragraph: "9" },
    ],
    requirements: &["TRG-01"],
    reading: "A code of another edition, or shorter than the scope's heading, leaves the answer unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The act.
    pub act: &'a str,
    /// Commodity code of the product.
    pub code: &'a str,
    /// Edition in which the code is written.
    pub edition: u32,
    /// The code against the scope of the act.
    pub matches: ScopeMatch,
    /// Statement that carries the scope.
    pub at: LogIndex,
}

/// Whether the product lies in the scope of the act.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = match input.matches {
        ScopeMatch::Inside => Outcome::Met,
        ScopeMatch::Outside => Outcome::NotMet,
        ScopeMatch::Unclear => Outcome::Unknown,
    };
    Finding::new(&RULE, outcome)
        .with("act", input.act)
        .with("code", input.code)
        .with("edition", input.edition)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(matches: ScopeMatch) -> Outcome {
        check(&Input { act: "B/act/1", code: "851610", edition: 2022, matches, at: LogIndex(2) }).outcome
    }

    #[test]
    fn the_scope_decides_and_an_unclear_code_proves_nothing() {
        assert_eq!(with(ScopeMatch::Inside), Outcome::Met);
        assert_eq!(with(ScopeMatch::Outside), Outcome::NotMet);
        assert_eq!(with(ScopeMatch::Unclear), Outcome::Unknown);
    }
}
