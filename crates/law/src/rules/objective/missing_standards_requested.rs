//! Where no relevant standard exists, the standardizing body is asked for one.
//!
//! Rec. L 24, L 4; CRO-16, STD-04.
//!
//! How we read it: countries "may" consult standardizing bodies (L 24) and flag sectors in the standardization list
//! (L 4): without a request nothing is broken, and it is unknown whether anybody was asked.

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.missing-standards-requested",
    duty: "Where no relevant standard exists, work on one has been requested.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 24" },
        Citation { source: Source::Recommendations, paragraph: "L 4" },
    ],
    requirements: &["CRO-16", "STD-04"],
    reading: "Countries may ask; without a request on record it is unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Number of relevant standards found by exploration; `None` if nothing was explored.
    pub found: Option<u32>,
    /// A request for a standard to support the objective.
    pub request: Option<Recorded<&'a str>>,
    /// How it stands.
    pub state: Option<&'a str>,
}

/// Whether a missing standard was requested.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.found, input.request) {
        (_, Some(_)) => (Outcome::Met, "requested"),
        (Some(1..), None) => (Outcome::Met, "not_needed"),
        (Some(0), None) => (Outcome::Unknown, "not_requested"),
        (None, None) => (Outcome::Unknown, "not_explored"),
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("reason", reason)
        .with_some("request", input.request.map(|request| request.what))
        .with_some("state", input.state)
        .with_some("statement", input.request.map(|request| request.at))
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;

    #[test]
    fn a_request_is_needed_where_none_was_found() {
        let with = |found, request| check(&Input { objective: "P-1", found, request, state: None }).outcome;
        let request = Some(Recorded { what: "W-1", at: LogIndex(6) });
        assert_eq!(with(Some(0), request), Outcome::Met);
        assert_eq!(with(Some(2), None), Outcome::Met);
        assert_eq!(with(Some(0), None), Outcome::Unknown);
        assert_eq!(with(None, None), Outcome::Unknown);
    }
}
