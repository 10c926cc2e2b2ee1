//! An objective serves the requirements whose purpose it covers.
//!
//! Rec. L 17 and 18; reading 10; CRO-11, CRO-14.
//!
//! How we read it: a country that agreed puts no further requirement on a complying product (L 17), so the objective
//! serves each act on products in its scope whose legitimate purpose it covers, and not an act that the country has
//! notified as additional (L 18).

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.serves-purpose",
    duty: "The objective covers the purpose of the act, and the act is not notified as an additional \
         requirement.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 17" },
        Citation { source: Source::Recommendations, paragraph: "L 18" },
        Citation { source: Source::Reading, paragraph: "10" },
    ],
    requirements: &["CRO-11", "CRO-14"],
    reading: "The objective serves every act whose purpose it covers, except one notified as additional.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// The act of the importing country.
    pub act: &'a str,
    /// Whether the objective covers the legitimate purposes of the act.
    pub covered: bool,
    /// Whether the country has notified the act as an additional requirement.
    pub additional: bool,
}

/// Whether the objective serves the act.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.objective {
        None => "none",
        Some(_) if input.additional => "additional",
        Some(_) if input.covered => "covered",
        Some(_) => "not_covered",
    };
    Finding::of(&RULE, reason == "covered")
        .with_some("objective", input.objective)
        .with("act", input.act)
        .with("reason", reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn with(objective: Option<&'static str>, covered: bool, additional: bool) -> Outcome {
        check(&Input { objective, act: "B/act/1", covered, additional }).outcome
    }

    #[test]
    fn it_serves_what_it_covers() {
        assert_eq!(with(Some("CRO-7"), true, false), Outcome::Met);
        assert_eq!(with(Some("CRO-7"), false, false), Outcome::NotMet);
        assert_eq!(with(None, true, false), Outcome::NotMet);
    }

    #[test]
    fn an_additional_requirement_is_not_served() {
        assert_eq!(with(Some("CRO-7"), true, true), Outcome::NotMet);
    }
}
