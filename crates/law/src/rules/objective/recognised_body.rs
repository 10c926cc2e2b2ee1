//! Third-party evidence under an objective comes from a body recognised for it.
//!
//! Rec. L 26 and 27; reading 5; CRO-12.
//!
//! How we read it: a body is recognised by a country that agreed on the objective, for a scope and from a day. The
//! day of the attestation counts. A supplier's declaration, where the compliance clause allows it, needs no such
//! body.

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.recognised-body",
    duty: "A recognised conformity assessment body, listed for the objective on the day of the attestation, \
         issued the evidence, where one is needed.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 27" },
        Citation { source: Source::Recommendations, paragraph: "L 26" },
        Citation { source: Source::Reading, paragraph: "5" },
    ],
    requirements: &["CRO-12"],
    reading: "The day of the attestation counts; a declaration that the clause allows needs no body.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The objective, if there is one.
    pub objective: Option<&'a str>,
    /// The body or supplier that issued the evidence.
    pub body: &'a str,
    /// Day of the attestation.
    pub assessed_on: Date,
    /// Whether a recognised body is needed; not for a declaration that the clause allows.
    pub needed: bool,
    /// The latest recognition of the body for the scope, whether or not it covers the day.
    pub listed: Option<Recorded<Period>>,
}

/// Whether a recognised body issued the evidence, where one is needed.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.objective {
        None => Some("no_objective"),
        Some(_) if !input.needed => Some("not_needed"),
        Some(_) => gap(input.listed, input.assessed_on),
    };
    Finding::of(&RULE, matches!(reason, None | Some("not_needed")))
        .with_some("objective", input.objective)
        .with("body", input.body)
        .with("assessed_on", input.assessed_on)
        .with_some("reason", reason)
        .with_period(["listed_from", "listed_until"], input.listed)
        .with_some("statement", input.listed.map(|listed| listed.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn on(assessed_on: Date) -> Input<'static> {
        let what = Period::new(date(2020, 1, 1), Some(date(2022, 1, 1))).unwrap();
        let listed = Some(Recorded { what, at: LogIndex(3) });
        Input { objective: Some("CRO-7"), body: "did:web:lab", assessed_on, needed: true, listed }
    }

    #[test]
    fn the_day_of_the_attestation_decides() {
        assert_eq!(check(&on(date(2019, 12, 31))).outcome, Outcome::NotMet);
        assert_eq!(check(&on(date(2020, 1, 1))).outcome, Outcome::Met);
        assert_eq!(check(&on(date(2021, 12, 31))).outcome, Outcome::Met);
        assert_eq!(check(&on(date(2022, 1, 1))).outcome, Outcome::NotMet);
    }

    #[test]
    fn a_declaration_that_the_clause_allows_needs_no_body() {
        let unlisted = Input { listed: None, ..on(date(2020, 1, 1)) };
        assert_eq!(check(&unlisted).outcome, Outcome::NotMet);
        assert_eq!(check(&Input { needed: false, ..unlisted }).outcome, Outcome::Met);
        assert_eq!(check(&Input { needed: false, objective: None, ..unlisted }).outcome, Outcome::NotMet);
    }
}
