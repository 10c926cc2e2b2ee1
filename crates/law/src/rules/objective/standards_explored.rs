//! Relevant international standards are explored while the text is made.
//!
//! Rec. L 24; CRO-16.
//!
//! How we read it: one exploration at least is on record by the day on which the text is submitted, and until then
//! on the day asked about. That none exists is a result.

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.standards-explored",
    duty: "The existence of relevant international standards has been explored.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 24" }],
    requirements: &["CRO-16"],
    reading: "One exploration on record, in parallel to the preparation; that none exists is a result.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The exploration, with the number of relevant standards that it found.
    pub explored: Option<Recorded<u32>>,
}

/// Whether standards were explored.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.explored.is_some())
        .with("objective", input.objective)
        .with("found", input.explored.map_or(0, |explored| explored.what))
        .with_some("statement", input.explored.map(|explored| explored.at))
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn a_result_of_none_is_a_result() {
        let with = |explored| check(&Input { objective: "P-1", explored }).outcome;
        assert_eq!(with(Some(Recorded { what: 0, at: LogIndex(4) })), Outcome::Met);
        assert_eq!(with(None), Outcome::NotMet);
    }
}
