//! The obligation of the annex runs from the exporting party's bodies to the importing party.
//!
//! Practice of mutual recognition agreements (directions); Rec. F.6 par. 6; AGR-04.
//!
//! How we read it: an annex may oblige one side only, or lose one direction while the other stands. Without a direction
//! of its own an annex runs between all its parties both ways; whoever asks this rule has resolved that beforehand.

use model::Jurisdiction;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.direction",
    duty: "The annex obliges the importing party to accept what was issued under the exporting party's authority.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "directions of an annex" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
    ],
    requirements: &["AGR-04"],
    reading: "An annex without stated directions runs between all its parties both ways.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// Under whose authority the result was issued, if known.
    pub exporting: Option<Jurisdiction>,
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// The annex obliges the importing party towards the exporting one.
    pub covered: bool,
}

/// Whether the annex runs in this direction.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.annex, input.covered) {
        (None, _) => Some("no_annex"),
        (Some(_), true) => None,
        (Some(_), false) => Some("not_covered"),
    };
    Finding::unless(&RULE, reason)
        .with_some("annex", input.annex)
        .with_some("exporting", input.exporting)
        .with("importing", input.importing)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn towards(annex: Option<&'static str>, covered: bool) -> Finding<'static> {
        let [importing, exporting] = ["AA", "BB"].map(|code| code.parse().unwrap());
        check(&Input { annex, exporting: Some(exporting), importing, covered })
    }

    #[test]
    fn only_the_direction_of_the_annex_counts() {
        assert_eq!(towards(Some("AA-BB/toys"), true).outcome, Outcome::Met);
        assert_eq!(towards(Some("AA-BB/toys"), false).outcome, Outcome::NotMet);
    }

    #[test]
    fn no_annex_runs_nowhere() {
        let finding = towards(None, true);
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("reason"), Some(Value::Text("no_annex")));
    }
}
