//! A revision follows the same procedure as the first text.
//!
//! Rec. L annex C 3.4 (second); CRO-07.
//!
//! How we read it: a second or later version is made in a procedure whose call names the objective that it revises;
//! whether that call has effect is for the rules on calls. Former versions stay on record with their days. A version
//! whose procedure is not on record cannot be checked.

use model::LogIndex;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.revised-by-same-procedure",
    duty: "A later version is made in a procedure that was called for its revision.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L annex C 3.4 (second)" }],
    requirements: &["CRO-07"],
    reading: "The call of the procedure names the objective that is revised.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one later version.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The version.
    pub version: u32,
    /// The procedure in which it was made.
    pub procedure: Option<&'a str>,
    /// The objective that the call of that procedure names as to be revised.
    pub revises: Option<&'a str>,
    /// The registration.
    pub registered: LogIndex,
}

/// Whether the procedure was one of revision.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = match (input.procedure, input.revises) {
        (None, _) => Outcome::Unknown,
        (Some(_), Some(revised)) if revised == input.objective => Outcome::Met,
        (Some(_), _) => Outcome::NotMet,
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("version", input.version)
        .with_some("procedure", input.procedure)
        .with_some("revises", input.revises)
        .with("statement", input.registered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_call_names_what_it_revises() {
        let with = |procedure, revises| {
            let registered = LogIndex(9);
            check(&Input { objective: "CRO-7", version: 2, procedure, revises, registered }).outcome
        };
        assert_eq!(with(Some("P-2"), Some("CRO-7")), Outcome::Met);
        assert_eq!(with(Some("P-2"), Some("CRO-8")), Outcome::NotMet);
        assert_eq!(with(Some("P-2"), None), Outcome::NotMet);
        assert_eq!(with(None, None), Outcome::Unknown);
    }
}
