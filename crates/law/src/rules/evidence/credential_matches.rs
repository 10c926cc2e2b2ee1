//! A presented document is the one that was registered.
//!
//! X3 on verifying authenticity at customs, X7 on misrepresentation; CER-02, CER-08.
//!
//! How we read it: documents are compared by digest. A digest that differs from the recorded one shows that the
//! document was altered after it was registered; where no digest is on record, nothing can be told. A question by
//! number alone presents nothing to compare.

use model::LogIndex;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.credential-matches",
    duty: "The document that is presented has the digest that its issuer registered.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X3" },
        Citation { source: Source::Methods, paragraph: "X7" },
    ],
    requirements: &["CER-02", "CER-08"],
    reading: "A differing digest shows alteration; without a recorded digest the answer is unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Digest of the document that was presented, if one was.
    pub presented: Option<&'a str>,
    /// Digest that the issuer registered, if it did.
    pub recorded: Option<&'a str>,
    /// Statement that carries the evidence.
    pub at: LogIndex,
}

/// Whether the presented document is the registered one.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.presented, input.recorded) {
        (None, _) => (Outcome::Met, "not_presented"),
        (Some(_), None) => (Outcome::Unknown, "not_recorded"),
        (Some(presented), Some(recorded)) if presented == recorded => (Outcome::Met, "same"),
        (Some(_), Some(_)) => (Outcome::NotMet, "altered"),
    };
    Finding::new(&RULE, outcome)
        .with("reason", reason)
        .with_some("presented", input.presented)
        .with_some("recorded", input.recorded)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(presented: Option<&'static str>, recorded: Option<&'static str>) -> Outcome {
        check(&Input { presented, recorded, at: LogIndex(5) }).outcome
    }

    #[test]
    fn an_altered_document_is_told_apart() {
        assert_eq!(with(Some("aa"), Some("aa")), Outcome::Met);
        assert_eq!(with(Some("ab"), Some("aa")), Outcome::NotMet);
    }

    #[test]
    fn without_a_recorded_digest_nothing_can_be_told() {
        assert_eq!(with(Some("aa"), None), Outcome::Unknown);
        assert_eq!(with(None, Some("aa")), Outcome::Met);
    }
}
