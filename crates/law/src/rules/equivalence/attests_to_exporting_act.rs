//! The document states conformity to the exporting party's act.
//!
//! Practice of mutual recognition agreements (equivalence of acts); Rec. F.6 par. 6; AGR-04.
//!
//! How we read it: where two acts are equivalent one assessment is enough, and it is the one against the exporting
//! party's act. A document that names no such act does not benefit from the equivalence.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "equivalence.attests-to-exporting-act",
    duty: "The document states conformity to the exporting party's act that counts as equivalent.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "equivalence of acts" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
    ],
    requirements: &["AGR-04"],
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
    /// The exporting party's act, if one is named.
    pub exporting_act: Option<&'a str>,
    /// The document states conformity to it.
    pub attested: bool,
    /// Where the document is on record.
    pub at: LogIndex,
}

/// Whether the document states conformity to the exporting party's act.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.exporting_act, input.attested) {
        (None, _) => Some("no_exporting_act"),
        (Some(_), true) => None,
        (Some(_), false) => Some("not_attested"),
    };
    Finding::unless(&RULE, reason)
        .with("number", input.number)
        .with_some("exporting_act", input.exporting_act)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn stating(exporting_act: Option<&'static str>, attested: bool) -> Finding<'static> {
        check(&Input { number: "B-17", exporting_act, attested, at: LogIndex(4) })
    }

    #[test]
    fn the_document_must_state_it() {
        assert_eq!(stating(Some("BB-machines"), true).outcome, Outcome::Met);
        assert_eq!(stating(Some("BB-machines"), false).outcome, Outcome::NotMet);
    }

    #[test]
    fn without_an_act_there_is_nothing_to_state() {
        let finding = stating(None, true);
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("reason"), Some(Value::Text("no_exporting_act")));
    }
}
