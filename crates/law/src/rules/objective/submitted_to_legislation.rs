//! A country that agreed takes the objective into the process by which its law is made.
//!
//! Rec. L annex C 4.1, L 14; CRO-08.
//!
//! How we read it: what shows it is an adoption, a report on the status, an announcement of its intention or an
//! acceptance. Until one of them is on record it is unknown: the paragraph sets no term of its own, the yearly
//! report does.

use model::Jurisdiction;

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.submitted-to-legislation",
    duty: "A country that agreed has put the objective into its own process of legislation.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L annex C 4.1" },
        Citation { source: Source::Recommendations, paragraph: "L 14" },
    ],
    requirements: &["CRO-08"],
    reading: "Adoption, status report, announcement or acceptance shows it; nothing on record leaves it \
         unknown.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one country that agreed.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// Which country.
    pub country: Jurisdiction,
    /// The latest sign: `adopted`, `reported`, `announced`, `accepted`.
    pub sign: Option<Recorded<&'a str>>,
}

/// Whether there is a sign of it.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = if input.sign.is_some() { Outcome::Met } else { Outcome::Unknown };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("country", input.country)
        .with("reason", input.sign.map_or("none", |sign| sign.what))
        .with_some("statement", input.sign.map(|sign| sign.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;

    #[test]
    fn a_sign_meets_it_and_none_leaves_it_unknown() {
        let country = "FR".parse().unwrap();
        let sign = Some(Recorded { what: "reported", at: LogIndex(9) });
        assert_eq!(check(&Input { objective: "CRO-7", country, sign }).outcome, Outcome::Met);
        assert_eq!(check(&Input { objective: "CRO-7", country, sign: None }).outcome, Outcome::Unknown);
    }
}
