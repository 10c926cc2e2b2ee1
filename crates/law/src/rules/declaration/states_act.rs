//! The declaration states conformity to the importing party's act.
//!
//! Practice of mutual recognition agreements (supplier's declarations); Rec. F.6 par. 6; AGR-04.
//!
//! How we read it: as with certificates, a declaration to other rules says nothing about these.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration.states-act",
    duty: "The declaration states conformity to the importing party's act.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "supplier's declarations" },
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
    /// The importing party's act.
    pub act: &'a str,
    /// Number of the declaration.
    pub number: &'a str,
    /// It states conformity to the act.
    pub attested: bool,
    /// Where the declaration is on record.
    pub at: LogIndex,
}

/// Whether the declaration states conformity to the act.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.attested)
        .with("act", input.act)
        .with("number", input.number)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    #[test]
    fn the_act_must_be_stated() {
        let stating = |attested| check(&Input { act: "AA-emc", number: "D-1", attested, at: LogIndex(1) });
        assert_eq!(stating(true).outcome, Outcome::Met);
        assert_eq!(stating(false).outcome, Outcome::NotMet);
        assert_eq!(stating(false).fact("act"), Some(Value::Text("AA-emc")));
    }
}
