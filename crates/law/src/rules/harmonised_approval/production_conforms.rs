//! Arrangements for conformity of production are in order.
//!
//! UN 1958 Agreement, article 2 and the appended procedures on conformity of production; AGR-04.
//!
//! How we read it: the authority that approves a type must be satisfied that what is made later conforms to it. The
//! approval says so or it does not; where it says nothing we do not guess.

use model::LogIndex;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "harmonised-approval.production-conforms",
    duty: "The approving authority has stated that conformity of production is in order.",
    citations: &[
        Citation { source: Source::Agreement1958, paragraph: "art. 2" },
        Citation { source: Source::Agreement1958, paragraph: "procedures on conformity of production" },
    ],
    requirements: &["AGR-04"],
    reading: "Where nothing is stated it cannot be told.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Number of the approval.
    pub number: &'a str,
    /// What is stated about conformity of production; none if nothing is.
    pub stated: Option<bool>,
    /// Where the approval is on record.
    pub at: LogIndex,
}

/// Whether conformity of production is stated to be in order.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = match input.stated {
        Some(true) => Outcome::Met,
        Some(false) => Outcome::NotMet,
        None => Outcome::Unknown,
    };
    Finding::new(&RULE, outcome).with("number", input.number).with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(stated: Option<bool>) -> Outcome {
        check(&Input { number: "E99*10R05*0001", stated, at: LogIndex(8) }).outcome
    }

    #[test]
    fn what_is_stated_counts_and_silence_is_unknown() {
        assert_eq!(stated(Some(true)), Outcome::Met);
        assert_eq!(stated(Some(false)), Outcome::NotMet);
        assert_eq!(stated(None), Outcome::Unknown);
    }
}
