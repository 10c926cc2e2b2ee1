//! The approval was granted to a series of amendments that the importing party must still accept.
//!
//! UN 1958 Agreement, article 12; TRG-06.
//!
//! How we read it: a party that applies an earlier series accepts approvals to later ones; it need not accept approvals
//! to series that it no longer applies. Where the approval does not say to which series it was granted, or the
//! importing party not which is the oldest that it accepts, it cannot be told.

use model::LogIndex;

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "harmonised-approval.series-accepted",
    duty: "The approval was granted to a series of amendments that the importing party must still accept.",
    citations: &[Citation { source: Source::Agreement1958, paragraph: "art. 12" }],
    requirements: &["TRG-06"],
    reading: "An approval to a later series than the one applied is accepted; a series that is not stated is unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The UN Regulation, if there is one.
    pub regulation: Option<&'a str>,
    /// Number of the series of amendments to which the approval was granted, if stated.
    pub approved_to: Option<u32>,
    /// Number of the oldest series that the importing party accepts, if stated.
    pub oldest_accepted: Option<u32>,
    /// Where the importing party states it.
    pub at: Option<LogIndex>,
}

/// Whether the importing party must still accept the series.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.regulation, input.approved_to, input.oldest_accepted) {
        (None, _, _) => (Outcome::NotMet, Some("no_regulation")),
        (Some(_), None, _) => (Outcome::Unknown, Some("series_not_stated")),
        (Some(_), Some(_), None) => (Outcome::Unknown, Some("oldest_not_stated")),
        (Some(_), Some(approved), Some(oldest)) if oldest <= approved => (Outcome::Met, None),
        (Some(_), Some(_), Some(_)) => (Outcome::NotMet, Some("superseded")),
    };
    Finding::new(&RULE, outcome)
        .with_some("reason", reason)
        .with_some("regulation", input.regulation)
        .with_some("approved_to", input.approved_to)
        .with_some("oldest_accepted", input.oldest_accepted)
        .with_some("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(approved_to: Option<u32>, oldest_accepted: Option<u32>) -> Outcome {
        let regulation = Some("UN-R-10");
        check(&Input { regulation, approved_to, oldest_accepted, at: Some(LogIndex(3)) }).outcome
    }

    #[test]
    fn the_oldest_series_and_every_later_one_are_accepted() {
        assert_eq!(series(Some(4), Some(5)), Outcome::NotMet);
        assert_eq!(series(Some(5), Some(5)), Outcome::Met);
        assert_eq!(series(Some(6), Some(5)), Outcome::Met);
    }

    #[test]
    fn a_series_that_is_not_stated_is_unknown() {
        assert_eq!(series(None, Some(5)), Outcome::Unknown);
        assert_eq!(series(Some(5), None), Outcome::Unknown);
    }

    #[test]
    fn no_regulation_has_no_series() {
        let input = Input { regulation: None, approved_to: Some(5), oldest_accepted: Some(5), at: None };
        assert_eq!(check(&input).outcome, Outcome::NotMet);
    }
}
