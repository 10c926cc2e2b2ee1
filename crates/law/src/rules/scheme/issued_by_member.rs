//! The issuer was a member of the scheme when it assessed.
//!
//! Practice of mutual recognition agreements (schemes of bodies); Rec. F.6 par. 5; AGR-03.
//!
//! How we read it: the day of the assessment counts, as for every body (reading 5).

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "scheme.issued-by-member",
    duty: "The issuer was a member of the scheme on the day of the assessment.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "schemes of bodies" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 5" },
        Citation { source: Source::Reading, paragraph: "5" },
    ],
    requirements: &["AGR-03"],
    reading: "The day of the assessment counts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The scheme, if there is one.
    pub scheme: Option<&'a str>,
    /// The issuer.
    pub body: &'a str,
    /// When it is a member that issues.
    pub membership: Option<Recorded<Period>>,
    /// Day of the assessment.
    pub assessed_on: Date,
}

/// Whether the issuer was a member on the day of the assessment.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.scheme {
        None => Some("no_scheme"),
        Some(_) => gap(input.membership, input.assessed_on),
    };
    Finding::unless(&RULE, reason)
        .with_some("scheme", input.scheme)
        .with("body", input.body)
        .with("assessed_on", input.assessed_on)
        .with_period(["member_from", "member_until"], input.membership)
        .with_some("statement", input.membership.map(|membership| membership.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn input(assessed_on: Date) -> Input<'static> {
        let period = Period::new(date(2016, 7, 1), Some(date(2026, 7, 1))).unwrap();
        let membership = Some(Recorded { what: period, at: LogIndex(3) });
        Input { scheme: Some("CB"), body: "did:web:lab", membership, assessed_on }
    }

    #[test]
    fn the_day_of_the_assessment_decides() {
        assert_eq!(check(&input(date(2016, 6, 30))).outcome, Outcome::NotMet);
        assert_eq!(check(&input(date(2016, 7, 1))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2026, 6, 30))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2026, 7, 1))).outcome, Outcome::NotMet);
    }

    #[test]
    fn a_stranger_to_the_scheme_is_no_member() {
        let full = input(date(2020, 1, 1));
        assert_eq!(check(&Input { membership: None, ..full }).outcome, Outcome::NotMet);
        assert_eq!(check(&Input { scheme: None, ..full }).outcome, Outcome::NotMet);
    }
}
