//! Under the importing country's own rules the evidence must attest to its act.
//!
//! Rec. E.1, F.6 par. 6; AGR-02.
//!
//! How we read it: the evidence must state conformity to the act of the importing country. Conformity to another
//! country's act, however close, belongs to the paths of equivalence and stringency.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "national.attests-to-act",
    duty: "The evidence states conformity to the act of the importing country.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "E.1" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
    ],
    requirements: &["AGR-02"],
    reading: "Conformity to another country's act does not count on this path.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The act of the importing country.
    pub act: &'a str,
    /// Number of the evidence.
    pub number: &'a str,
    /// Whether the evidence states conformity to the act.
    pub attested: bool,
    /// Statement that carries the evidence.
    pub at: LogIndex,
}

/// Whether the evidence attests to the act.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.attested)
        .with("act", input.act)
        .with("number", input.number)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn with(attested: bool) -> Outcome {
        check(&Input { act: "B/act/1", number: "C-1", attested, at: LogIndex(5) }).outcome
    }

    #[test]
    fn the_evidence_must_name_the_act() {
        assert_eq!(with(true), Outcome::Met);
        assert_eq!(with(false), Outcome::NotMet);
    }
}
