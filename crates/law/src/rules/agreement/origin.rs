//! The goods come from where the annex asks them to come from, if it asks.
//!
//! Practice of mutual recognition agreements (rules on origin); Rec. F.6 par. 4; AGR-01.
//!
//! How we read it: origin, the party that designated the body, and where the goods were consigned from are three
//! different facts. Most annexes apply whatever the origin; one that asks for origin in a party is unknown, not unmet,
//! while nobody states the origin.

use model::{Jurisdiction, OriginRule};

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.origin",
    duty: "Where the annex asks for goods that originate in its parties, these do.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "rules on origin" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 4" },
    ],
    requirements: &["AGR-01"],
    reading: "An annex that is silent about origin applies whatever the origin.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// What it asks.
    pub rule: OriginRule,
    /// Origin of the goods, if stated.
    pub origin: Option<Jurisdiction>,
    /// That origin is a party of the annex, or a member of one, on the day.
    pub origin_is_party: bool,
}

/// Whether the origin fits the annex.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = match (input.annex, input.rule, input.origin) {
        (None, _, _) => (Outcome::NotMet, Some("no_annex")),
        (Some(_), OriginRule::Any, _) => (Outcome::Met, None),
        (Some(_), OriginRule::Parties, None) => (Outcome::Unknown, Some("no_origin")),
        (Some(_), OriginRule::Parties, Some(_)) if input.origin_is_party => (Outcome::Met, None),
        (Some(_), OriginRule::Parties, Some(_)) => (Outcome::NotMet, Some("elsewhere")),
    };
    Finding::new(&RULE, outcome)
        .with_some("reason", reason)
        .with_some("annex", input.annex)
        .with("rule", input.rule.as_str())
        .with_some("origin", input.origin)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn from(rule: OriginRule, origin: Option<&str>, origin_is_party: bool) -> Outcome {
        let origin = origin.map(|code| code.parse().unwrap());
        check(&Input { annex: Some("AA-BB/toys"), rule, origin, origin_is_party }).outcome
    }

    #[test]
    fn origin_does_not_matter_unless_the_annex_asks() {
        assert_eq!(from(OriginRule::Any, None, false), Outcome::Met);
        assert_eq!(from(OriginRule::Any, Some("CC"), false), Outcome::Met);
    }

    #[test]
    fn where_it_matters_a_third_country_fails_and_silence_is_unknown() {
        assert_eq!(from(OriginRule::Parties, Some("BB"), true), Outcome::Met);
        assert_eq!(from(OriginRule::Parties, Some("CC"), false), Outcome::NotMet);
        assert_eq!(from(OriginRule::Parties, None, false), Outcome::Unknown);
    }

    #[test]
    fn no_annex_has_no_origin_to_fit() {
        let input = Input { annex: None, rule: OriginRule::Any, origin: None, origin_is_party: false };
        assert_eq!(check(&input).outcome, Outcome::NotMet);
    }
}
