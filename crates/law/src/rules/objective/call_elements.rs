//! A call carries the information that is needed to formulate an objective.
//!
//! Rec. L annex C 2.1, L annex B; CRO-02, CRO-05.
//!
//! How we read it: annex B has five headings; a call says something under each of them, be it preliminary: what
//! products, what is to be required, which standards or that none are known, how compliance could be shown, and how
//! the market is surveyed. Details under a heading are for the drafts. One finding for each heading.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.call-elements",
    duty: "The call says something under each of the five headings of annex B.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L annex C 2.1" },
        Citation { source: Source::Recommendations, paragraph: "L annex B" },
    ],
    requirements: &["CRO-02", "CRO-05"],
    reading: "The five headings of annex B; preliminary information is enough.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one heading of one call.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The heading: `scope`, `requirements`, `standards`, `procedures`, `surveillance`.
    pub element: &'static str,
    /// Whether the call says something under it.
    pub there: bool,
    /// The call.
    pub call: LogIndex,
}

/// Whether a call says something under a heading.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.there)
        .with("objective", input.objective)
        .with("element", input.element)
        .with("statement", input.call)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    #[test]
    fn a_heading_under_which_nothing_is_said_is_named() {
        let with = |there| check(&Input { objective: "P-1", element: "scope", there, call: LogIndex(3) });
        assert_eq!(with(true).outcome, Outcome::Met);
        assert_eq!(with(false).outcome, Outcome::NotMet);
        assert_eq!(with(false).fact("element"), Some(crate::Value::Text("scope")));
    }
}
