//! The secretariat appends copies of all relevant documents when it registers an objective.
//!
//! Rec. L annex C 3.5; CRO-06.
//!
//! How we read it: every document of the submission is cited, by its hash, in the registration. More may be.

use model::LogIndex;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.documents-appended",
    duty: "Every document of the submission is appended to the registered objective.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 3.5" }],
    requirements: &["CRO-06"],
    reading: "The documents of the submission, by their hashes.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one registered text.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Number of documents submitted; `None` if no submission is on record.
    pub submitted: Option<u32>,
    /// The hash of the first that is not appended.
    pub missing: Option<&'a str>,
    /// The registration.
    pub registered: LogIndex,
}

/// Whether every submitted document is appended.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = match (input.submitted, input.missing) {
        (None, _) => Outcome::Unknown,
        (Some(_), None) => Outcome::Met,
        (Some(_), Some(_)) => Outcome::NotMet,
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("submitted", input.submitted.unwrap_or(0))
        .with_some("document", input.missing)
        .with("statement", input.registered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_document_that_is_not_appended_is_named() {
        let with = |submitted, missing| {
            check(&Input { objective: "CRO-7", submitted, missing, registered: LogIndex(9) }).outcome
        };
        assert_eq!(with(Some(2), None), Outcome::Met);
        assert_eq!(with(Some(2), Some("9f86")), Outcome::NotMet);
        assert_eq!(with(None, None), Outcome::Unknown);
    }
}
