//! The importing party has not refused the product with reasons.
//!
//! Practice of mutual recognition agreements (reasoned refusal); TBT 2.2; AGR-02, AGR-04.
//!
//! How we read it: a refusal must give reasons that the other side can answer. One without reasons is recorded and
//! shown, and does not end the right of access.

use model::Jurisdiction;

use crate::standing::yes_no;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "lawful-marketing.no-refusal",
    duty: "The importing party has not refused the product with reasons.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "reasoned refusal" },
        Citation { source: Source::Tbt, paragraph: "2.2" },
    ],
    requirements: &["AGR-02", "AGR-04"],
    reading: "A refusal without reasons is shown and bars nothing.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// The importing party.
    pub country: Jurisdiction,
    /// Its refusal of this product in effect on the day.
    pub refusal: Option<Recorded<&'a str>>,
    /// The refusal gives reasons.
    pub reasoned: bool,
}

/// Whether no reasoned refusal stands in the way. The fact `state` says which: `none`, `unreasoned`, `reasoned`.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let state = match (input.refusal, input.reasoned) {
        (None, _) => "none",
        (Some(_), false) => "unreasoned",
        (Some(_), true) => "reasoned",
    };
    Finding::of(&RULE, state != "reasoned")
        .with("state", state)
        .with_some("annex", input.annex)
        .with("country", input.country)
        .with_some("refusal", input.refusal.map(|refusal| refusal.what))
        .with("reasoned", yes_no(input.reasoned))
        .with_some("statement", input.refusal.map(|refusal| refusal.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn refused(refusal: Option<&'static str>, reasoned: bool) -> Finding<'static> {
        let refusal = refusal.map(|what| Recorded { what, at: LogIndex(7) });
        check(&Input { annex: Some("AA-BB/goods"), country: "AA".parse().unwrap(), refusal, reasoned })
    }

    #[test]
    fn only_a_reasoned_refusal_stands_in_the_way() {
        assert_eq!(refused(None, false).outcome, Outcome::Met);
        assert_eq!(refused(Some("AA-refusal-1"), true).outcome, Outcome::NotMet);
        let unreasoned = refused(Some("AA-refusal-1"), false);
        assert_eq!(unreasoned.outcome, Outcome::Met);
        assert_eq!(unreasoned.fact("state"), Some(Value::Text("unreasoned")));
    }
}
