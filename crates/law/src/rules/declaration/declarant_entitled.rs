//! Whoever declares is entitled to: where a person established in the country must answer, one does.
//!
//! Practice of mutual recognition agreements (supplier's declarations); Rec. F.6 par. 7; AGR-04, AGR-05.
//!
//! How we read it: where the regime asks for nobody established anywhere, any supplier may declare. Where it asks, the
//! place is a country or a group, and membership in a group is judged by whoever asks this rule.

use model::{Jurisdiction, LogIndex};

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration.declarant-entitled",
    duty: "A person established where the importing party requires it answers for the declaration.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "supplier's declarations" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 7" },
    ],
    requirements: &["AGR-04", "AGR-05"],
    reading: "Where nobody established anywhere is asked for, any supplier may declare.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Number of the declaration.
    pub number: &'a str,
    /// Where a person answering for the product must be established, if anywhere.
    pub required_in: Option<Jurisdiction>,
    /// Such a person is named.
    pub entitled: bool,
    /// Where the declaration is on record.
    pub at: LogIndex,
}

/// Whether the declarant is entitled.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let required = if input.required_in.is_some() { "yes" } else { "no" };
    Finding::of(&RULE, input.required_in.is_none() || input.entitled)
        .with("number", input.number)
        .with("required", required)
        .with_some("required_in", input.required_in)
        .with("statement", input.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn declared(required_in: Option<&str>, entitled: bool) -> Outcome {
        let required_in = required_in.map(|code| code.parse().unwrap());
        check(&Input { number: "D-1", required_in, entitled, at: LogIndex(1) }).outcome
    }

    #[test]
    fn a_person_is_needed_only_where_one_is_asked_for() {
        assert_eq!(declared(None, false), Outcome::Met);
        assert_eq!(declared(Some("AA"), true), Outcome::Met);
        assert_eq!(declared(Some("AA"), false), Outcome::NotMet);
    }
}
