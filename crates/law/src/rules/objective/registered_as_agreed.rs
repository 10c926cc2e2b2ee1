//! What is registered is the text on which the countries agreed.
//!
//! Rec. L annex B, L annex C 3.2; CRO-06.
//!
//! How we read it: the registration cites the draft that was submitted. Where it restates scope, purposes, standards
//! or procedures, they are those of the draft; the draft counts in any case. A registration that cites no draft
//! cannot be checked.

use model::LogIndex;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.registered-as-agreed",
    duty: "The registered text is the draft that was agreed and submitted.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L annex B" },
        Citation { source: Source::Recommendations, paragraph: "L annex C 3.2" },
    ],
    requirements: &["CRO-06"],
    reading: "The text of the draft counts; a registration that departs from it is shown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one registered text.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The draft that it cites.
    pub draft: Option<u32>,
    /// The draft that was submitted.
    pub submitted: Option<u32>,
    /// The first part that is restated otherwise: `products`, `purposes`, `standards`, `compliance`.
    pub departs: Option<&'static str>,
    /// The registration.
    pub registered: LogIndex,
}

/// Whether it is the same text.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.draft, input.submitted, input.departs) {
        (None, _, _) => (Outcome::Unknown, "no_draft"),
        (Some(_), None, _) => (Outcome::NotMet, "not_submitted"),
        (Some(draft), Some(submitted), _) if draft != submitted => (Outcome::NotMet, "other_draft"),
        (Some(_), Some(_), Some(_)) => (Outcome::NotMet, "departs"),
        (Some(_), Some(_), None) => (Outcome::Met, "same"),
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("reason", reason)
        .with("draft", input.draft.unwrap_or(0))
        .with_some("submitted", input.submitted)
        .with_some("element", input.departs)
        .with("statement", input.registered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_draft_that_was_submitted_is_registered_unchanged() {
        let with = |draft, submitted, departs| {
            check(&Input { objective: "CRO-7", draft, submitted, departs, registered: LogIndex(9) }).outcome
        };
        assert_eq!(with(Some(2), Some(2), None), Outcome::Met);
        assert_eq!(with(Some(1), Some(2), None), Outcome::NotMet);
        assert_eq!(with(Some(2), Some(2), Some("products")), Outcome::NotMet);
        assert_eq!(with(Some(2), None, None), Outcome::NotMet);
        assert_eq!(with(None, None, None), Outcome::Unknown);
    }
}
