//! The product is stated to be lawfully sold in a party of the annex.
//!
//! Practice of mutual recognition agreements (lawful marketing); Rec. E.1; AGR-04.
//!
//! How we read it: whoever relies on lawful sale elsewhere says where. A document that does not say it is silent, and
//! silence is no statement.

use model::{Jurisdiction, LogIndex};

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "lawful-marketing.sold-in-party",
    duty: "The product is stated to be lawfully sold in a party of the annex.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "lawful marketing" },
        Citation { source: Source::Recommendations, paragraph: "E.1" },
    ],
    requirements: &["AGR-04"],
    reading: "A document that does not say where the product is lawfully sold does not state it.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Number of the document.
    pub number: &'a str,
    /// The party in which the product is sold, if known.
    pub party: Option<Jurisdiction>,
    /// The document states lawful sale there.
    pub stated: bool,
    /// Where the document is on record.
    pub at: LogIndex,
}

/// Whether lawful sale in a party is stated.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.party, input.stated) {
        (None, _) => Some("no_party"),
        (Some(_), true) => None,
        (Some(_), false) => Some("not_stated"),
    };
    Finding::unless(&RULE, reason)
        .with("number", input.number)
        .with_some("party", input.party)
        .with("statement", input.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn sold(party: Option<&str>, stated: bool) -> Finding<'static> {
        let party = party.map(|code| code.parse().unwrap());
        check(&Input { number: "D-1", party, stated, at: LogIndex(2) })
    }

    #[test]
    fn it_must_be_stated_and_for_a_party() {
        assert_eq!(sold(Some("BB"), true).outcome, Outcome::Met);
        assert_eq!(sold(Some("BB"), false).fact("reason"), Some(Value::Text("not_stated")));
        assert_eq!(sold(None, true).outcome, Outcome::NotMet);
    }
}
