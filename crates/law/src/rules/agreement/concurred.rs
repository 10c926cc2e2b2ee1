//! Both parties have bound themselves to the agreement: nobody binds another.
//!
//! Rec. F.6 par. 2 and 3; reading 7; AGR-01.
//!
//! How we read it: a joint act takes effect for a party when that party concurred, or when the depositary stated it. A
//! recorder's report of a concurrence stands, marked as such, until the party itself states otherwise (reading 7). The
//! finding therefore says whether it rests on a report.

use model::Jurisdiction;

use crate::standing::yes_no;
use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.concurred",
    duty: "Each of the two parties has bound itself to the agreement.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 2" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 3" },
        Citation { source: Source::Reading, paragraph: "7" },
    ],
    requirements: &["AGR-01"],
    reading: "A recorder's report of a party's concurrence stands, marked as such, until the party states otherwise.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The agreement, if there is one.
    pub agreement: Option<&'a str>,
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// Under whose authority the result was issued, if known.
    pub exporting: Option<Jurisdiction>,
    /// The importing party concurred, or is reported to have.
    pub importing_bound: bool,
    /// The exporting party concurred, or is reported to have.
    pub exporting_bound: bool,
    /// At least one concurrence is a recorder's report.
    pub reported: bool,
}

/// Whether both parties are bound.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.agreement, input.importing_bound, input.exporting_bound) {
        (None, _, _) => Some("no_agreement"),
        (Some(_), true, true) => None,
        (Some(_), true, false) => Some("exporting"),
        (Some(_), false, true) => Some("importing"),
        (Some(_), false, false) => Some("neither"),
    };
    Finding::unless(&RULE, reason)
        .with_some("agreement", input.agreement)
        .with("importing", input.importing)
        .with_some("exporting", input.exporting)
        .with("importing_bound", yes_no(input.importing_bound))
        .with("exporting_bound", yes_no(input.exporting_bound))
        .with("reported", yes_no(input.reported))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn bound(importing_bound: bool, exporting_bound: bool, reported: bool) -> Finding<'static> {
        check(&Input {
            agreement: Some("AA-BB"),
            importing: "AA".parse().unwrap(),
            exporting: Some("BB".parse().unwrap()),
            importing_bound,
            exporting_bound,
            reported,
        })
    }

    #[test]
    fn both_must_be_bound() {
        assert_eq!(bound(true, true, false).outcome, Outcome::Met);
        for (importing, exporting, reason) in
            [(true, false, "exporting"), (false, true, "importing"), (false, false, "neither")]
        {
            let finding = bound(importing, exporting, true);
            assert_eq!(finding.outcome, Outcome::NotMet);
            assert_eq!(finding.fact("reason"), Some(Value::Text(reason)));
        }
    }

    #[test]
    fn a_report_stands_and_is_shown() {
        let finding = bound(true, true, true);
        assert_eq!(finding.outcome, Outcome::Met);
        assert_eq!(finding.fact("reported"), Some(Value::Text("yes")));
    }
}
