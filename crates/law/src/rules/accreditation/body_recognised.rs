//! The importing party recognises the accreditation body that accredited the issuer.
//!
//! Rec. G.5; AGR-09.
//!
//! How we read it: recognition among accreditation bodies is itself an arrangement with dates. It must stand on the day
//! asked about; an accreditation of the issuer is worth nothing to a party that does not recognise who gave it.

use model::{Date, Jurisdiction, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "accreditation.body-recognised",
    duty: "The importing party recognises the accreditation body on the day.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "G.5" }],
    requirements: &["AGR-09"],
    reading: "The day asked about counts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The accreditation body that accredited the issuer, if there is one.
    pub accreditation_body: Option<&'a str>,
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// Day asked about.
    pub day: Date,
    /// When the importing party recognises the accreditation body.
    pub recognised: Option<Recorded<Period>>,
}

/// Whether the accreditation body is recognised on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.accreditation_body {
        None => Some("no_accreditation_body"),
        Some(_) => gap(input.recognised, input.day),
    };
    Finding::unless(&RULE, reason)
        .with_some("accreditation_body", input.accreditation_body)
        .with("importing", input.importing)
        .with("day", input.day)
        .with_period(["recognised_from", "recognised_until"], input.recognised)
        .with_some("statement", input.recognised.map(|recognised| recognised.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn input(day: Date) -> Input<'static> {
        let period = Period::new(date(2017, 9, 21), Some(date(2024, 1, 1))).unwrap();
        Input {
            accreditation_body: Some("did:web:accreditation.example"),
            importing: "AA".parse().unwrap(),
            day,
            recognised: Some(Recorded { what: period, at: LogIndex(6) }),
        }
    }

    #[test]
    fn recognition_counts_on_its_days() {
        assert_eq!(check(&input(date(2017, 9, 20))).outcome, Outcome::NotMet);
        assert_eq!(check(&input(date(2017, 9, 21))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2023, 12, 31))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2024, 1, 1))).outcome, Outcome::NotMet);
    }

    #[test]
    fn nobody_and_nobody_recognised_are_not_met() {
        let full = input(date(2020, 1, 1));
        assert_eq!(check(&Input { accreditation_body: None, ..full }).outcome, Outcome::NotMet);
        assert_eq!(check(&Input { recognised: None, ..full }).outcome, Outcome::NotMet);
    }
}
