//! The document states conformity to the importing party's act.
//!
//! Rec. F.6 par. 6, G.1; AGR-04.
//!
//! How we read it: what is recognised is an assessment carried out abroad against the rules of the country of import.
//! A certificate to the exporting party's own rules is genuine and is something else; the finding names what it states.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "results.attests-to-importing-act",
    duty: "The document states conformity to the importing party's act.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
        Citation { source: Source::Recommendations, paragraph: "G.1" },
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
    /// The importing party's act.
    pub act: &'a str,
    /// Number of the document.
    pub number: &'a str,
    /// The document states conformity to the act.
    pub attested: bool,
    /// What it states conformity to instead, if anything.
    pub attested_to: Option<&'a str>,
    /// Where the document is on record.
    pub at: LogIndex,
}

/// Whether the document states conformity to the act.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.attested, input.attested_to) {
        (true, _) => None,
        (false, Some(_)) => Some("other_act"),
        (false, None) => Some("no_act"),
    };
    Finding::unless(&RULE, reason)
        .with("act", input.act)
        .with("number", input.number)
        .with_some("attested_to", input.attested_to)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn stating(attested: bool, attested_to: Option<&'static str>) -> Finding<'static> {
        check(&Input { act: "AA-radio", number: "B-17", attested, attested_to, at: LogIndex(4) })
    }

    #[test]
    fn only_the_importing_act_counts() {
        assert_eq!(stating(true, None).outcome, Outcome::Met);
        let own = stating(false, Some("BB-radio"));
        assert_eq!(own.outcome, Outcome::NotMet);
        assert_eq!(own.fact("attested_to"), Some(Value::Text("BB-radio")));
    }

    #[test]
    fn a_document_that_names_no_act_is_not_enough() {
        assert_eq!(stating(false, None).fact("reason"), Some(Value::Text("no_act")));
    }
}
