//! The kind of evidence must fit the procedure that the act requires.
//!
//! Rec. E.1, F.2 on procedures of any kind; AGR-02.
//!
//! How we read it: an act that asks for certification is not answered by a supplier's declaration. Which kinds
//! answer which procedure is the act's own matter, the same for imported and domestic products.

use model::{EvidenceKind, LogIndex, Procedure};

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "national.fits-procedure",
    duty: "The evidence is of a kind that satisfies the procedure that the act requires.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "E.1" },
        Citation { source: Source::Recommendations, paragraph: "F.2" },
    ],
    requirements: &["AGR-02"],
    reading: "The act decides which kinds of evidence satisfy its procedure.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The act of the importing country.
    pub act: &'a str,
    /// The procedure that it requires.
    pub procedure: Procedure,
    /// What the evidence is.
    pub kind: EvidenceKind,
    /// Whether that kind satisfies that procedure.
    pub accepted: bool,
    /// Statement that carries the requirement.
    pub at: LogIndex,
}

/// Whether the kind of evidence fits.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.accepted)
        .with("act", input.act)
        .with("procedure", input.procedure.as_str())
        .with("kind", input.kind.as_str())
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn with(kind: EvidenceKind, accepted: bool) -> Finding<'static> {
        let procedure = Procedure::Certification;
        check(&Input { act: "B/act/1", procedure, kind, accepted, at: LogIndex(2) })
    }

    #[test]
    fn the_kind_must_satisfy_the_procedure() {
        assert_eq!(with(EvidenceKind::Certificate, true).outcome, Outcome::Met);
        let declaration = with(EvidenceKind::Declaration, false);
        assert_eq!(declaration.outcome, Outcome::NotMet);
        assert_eq!(declaration.fact("kind"), Some(Value::Text("declaration")));
    }
}
