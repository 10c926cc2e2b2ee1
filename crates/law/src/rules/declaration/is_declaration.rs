//! The document is a supplier's declaration.
//!
//! Practice of mutual recognition agreements (supplier's declarations); Rec. F.2; AGR-04, PTY-05.
//!
//! How we read it: a test report or a certificate may stand behind a declaration; neither makes the supplier answer for
//! the product as a declaration does.

use model::{EvidenceKind, LogIndex};

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration.is-declaration",
    duty: "The document is a supplier's declaration of conformity.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "supplier's declarations" },
        Citation { source: Source::Recommendations, paragraph: "F.2" },
    ],
    requirements: &["AGR-04", "PTY-05"],
    reading: "",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Number of the document.
    pub number: &'a str,
    /// What it is.
    pub kind: EvidenceKind,
    /// Where it is on record.
    pub at: LogIndex,
}

/// Whether the document is a declaration.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.kind == EvidenceKind::Declaration)
        .with("number", input.number)
        .with("kind", input.kind.as_str())
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    #[test]
    fn only_a_declaration_is_one() {
        for kind in EvidenceKind::ALL.iter().copied() {
            let finding = check(&Input { number: "D-1", kind, at: LogIndex(1) });
            assert_eq!(finding.outcome == Outcome::Met, kind == EvidenceKind::Declaration, "{kind}");
        }
    }
}
