//! The annex names the act of the importing party that is in question, in the edition that applies.
//!
//! Practice of mutual recognition agreements (acts named in annexes); Rec. F.6 par. 6, D.3.4; AGR-04, TRG-02.
//!
//! How we read it: a reference without an edition follows the act through its amendments, a dated one does not. An act
//! that was amended after a dated reference is out of the annex until the annex is amended too.

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.names-act",
    duty: "The annex names the importing party's act, undated or in the edition that applies on the day.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "acts named in annexes" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
        Citation { source: Source::Recommendations, paragraph: "D.3.4" },
    ],
    requirements: &["AGR-04", "TRG-02"],
    reading: "An undated reference follows the act through its amendments; a dated one does not.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// The importing party's act.
    pub act: &'a str,
    /// The annex names it.
    pub named: bool,
    /// In which edition; none if the reference is undated.
    pub edition_named: Option<&'a str>,
    /// The edition that applies on the day.
    pub edition_current: &'a str,
}

/// Whether the annex names the act in the edition that applies.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let current = input.edition_named.is_none_or(|edition| edition == input.edition_current);
    let reason = match (input.annex, input.named, current) {
        (None, _, _) => Some("no_annex"),
        (Some(_), false, _) => Some("not_named"),
        (Some(_), true, false) => Some("edition"),
        (Some(_), true, true) => None,
    };
    Finding::unless(&RULE, reason)
        .with_some("annex", input.annex)
        .with("act", input.act)
        .with_some("edition_named", input.edition_named)
        .with("edition_current", input.edition_current)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Value};

    fn named(named: bool, edition_named: Option<&'static str>) -> Finding<'static> {
        let annex = Some("AA-BB/radio");
        check(&Input { annex, act: "AA-radio", named, edition_named, edition_current: "2022" })
    }

    #[test]
    fn an_undated_reference_follows_the_act() {
        assert_eq!(named(true, None).outcome, Outcome::Met);
    }

    #[test]
    fn a_dated_reference_stays_behind_when_the_act_is_amended() {
        assert_eq!(named(true, Some("2022")).outcome, Outcome::Met);
        let behind = named(true, Some("2014"));
        assert_eq!(behind.outcome, Outcome::NotMet);
        assert_eq!(behind.fact("reason"), Some(Value::Text("edition")));
    }

    #[test]
    fn an_act_that_is_not_named_is_not_covered() {
        assert_eq!(named(false, None).outcome, Outcome::NotMet);
        let none =
            Input { annex: None, act: "AA-radio", named: true, edition_named: None, edition_current: "2022" };
        assert_eq!(check(&none).outcome, Outcome::NotMet);
    }
}
