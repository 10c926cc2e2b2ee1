//! An act that asks for no assessment before the market needs no document.
//!
//! Rec. F.6 par. 6 on the requirements of the importing country; X8; TRG-01.
//!
//! How we read it: an act may set requirements for a product and leave their assessment to surveillance after it is
//! on the market. Then no certificate is required, whatever the evidence, and what no path holds does not matter.

use model::{LogIndex, Procedure};

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "requirement.needs-assessment",
    duty: "The act requires an assessment or declaration before the product is placed on the market.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
        Citation { source: Source::Methods, paragraph: "X8" },
    ],
    requirements: &["TRG-01"],
    reading: "Where the act asks for no procedure before the market, nothing is required of the evidence.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The act.
    pub act: &'a str,
    /// The procedure that it requires.
    pub procedure: Procedure,
    /// Statement that carries the requirement.
    pub at: LogIndex,
}

/// Whether the act requires a procedure before the market.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.procedure != Procedure::None)
        .with("act", input.act)
        .with("procedure", input.procedure.as_str())
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    #[test]
    fn every_procedure_but_none_is_an_assessment_before_the_market() {
        for procedure in Procedure::ALL.iter().copied() {
            let finding = check(&Input { act: "B/act/1", procedure, at: LogIndex(2) });
            let expected = if procedure == Procedure::None { Outcome::NotMet } else { Outcome::Met };
            assert_eq!(finding.outcome, expected, "{procedure}");
        }
    }
}
