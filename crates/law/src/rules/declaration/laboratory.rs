//! The declaration rests on a report from a laboratory that meets the importing party's rule, where it has one.
//!
//! Practice of mutual recognition agreements (supplier's declarations); Rec. G.4; AGR-04, AGR-09.
//!
//! How we read it: the day of the report counts for the laboratory's accreditation. A report without a day leaves that
//! unknown, not unmet. Whether the accreditation body is one that the importing party recognises is settled by whoever
//! gives the accreditation to this rule.

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration.laboratory",
    duty: "Where the importing party asks for it, the declaration rests on a report of a laboratory that meets its rule.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "supplier's declarations" },
        Citation { source: Source::Recommendations, paragraph: "G.4" },
    ],
    requirements: &["AGR-04", "AGR-09"],
    reading: "The day of the report counts for the laboratory's accreditation.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Number of the declaration.
    pub number: &'a str,
    /// The declaration must rest on a test report.
    pub report_required: bool,
    /// The laboratory whose report it names, if any.
    pub laboratory: Option<&'a str>,
    /// The laboratory must be accredited.
    pub accreditation_required: bool,
    /// When it is accredited by a body that the importing party recognises.
    pub accredited: Option<Recorded<Period>>,
    /// Day of the report, if stated.
    pub report_on: Option<Date>,
}

/// Whether the laboratory meets the importing party's rule. The fact `reason` says why not, or on a rule that is met
/// what was asked: `nothing_asked`, `report`, `accredited_report`.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let (outcome, reason) = judge(input);
    Finding::new(&RULE, outcome)
        .with("reason", reason)
        .with("number", input.number)
        .with_some("laboratory", input.laboratory)
        .with_some("report_on", input.report_on)
        .with_period(["accredited_from", "accredited_until"], input.accredited)
        .with_some("statement", input.accredited.map(|accredited| accredited.at))
}

fn judge(input: &Input<'_>) -> (Outcome, &'static str) {
    if !input.report_required {
        return (Outcome::Met, "nothing_asked");
    }
    if input.laboratory.is_none() {
        return (Outcome::NotMet, "no_report");
    }
    if !input.accreditation_required {
        return (Outcome::Met, "report");
    }
    match (input.accredited, input.report_on) {
        (None, _) => (Outcome::NotMet, "none"),
        (Some(_), None) => (Outcome::Unknown, "no_day"),
        (accredited, Some(day)) => match gap(accredited, day) {
            None => (Outcome::Met, "accredited_report"),
            Some(reason) => (Outcome::NotMet, reason),
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;

    fn input(report_on: Option<Date>) -> Input<'static> {
        let period = Period::new(date(2018, 1, 1), Some(date(2022, 1, 1))).unwrap();
        Input {
            number: "D-1",
            report_required: true,
            laboratory: Some("did:web:lab"),
            accreditation_required: true,
            accredited: Some(Recorded { what: period, at: LogIndex(6) }),
            report_on,
        }
    }

    #[test]
    fn the_day_of_the_report_decides() {
        assert_eq!(check(&input(Some(date(2017, 12, 31)))).outcome, Outcome::NotMet);
        assert_eq!(check(&input(Some(date(2018, 1, 1)))).outcome, Outcome::Met);
        assert_eq!(check(&input(Some(date(2021, 12, 31)))).outcome, Outcome::Met);
        assert_eq!(check(&input(Some(date(2022, 1, 1)))).outcome, Outcome::NotMet);
        assert_eq!(check(&input(None)).outcome, Outcome::Unknown);
    }

    #[test]
    fn only_what_is_asked_for_is_needed() {
        let bare = Input { laboratory: None, accredited: None, ..input(None) };
        assert_eq!(check(&Input { report_required: false, ..bare }).outcome, Outcome::Met);
        assert_eq!(check(&bare).outcome, Outcome::NotMet);
        let any = Input { accreditation_required: false, accredited: None, ..input(None) };
        assert_eq!(check(&any).outcome, Outcome::Met);
    }

    #[test]
    fn a_laboratory_without_accreditation_is_not_enough_where_it_is_asked_for() {
        let without = Input { accredited: None, ..input(Some(date(2020, 1, 1))) };
        assert_eq!(check(&without).outcome, Outcome::NotMet);
    }
}
