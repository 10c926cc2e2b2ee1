//! The issuer was accredited for the importing party's act when it assessed.
//!
//! Rec. G.4; AGR-09.
//!
//! How we read it: competence to assess against the rules at home is not competence to assess against those of the
//! country of import. The scope must name that act, and must have done so on the day of the assessment.

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "accreditation.scope-covers-act",
    duty: "The body was accredited for the importing party's act on the day of the assessment.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "G.4" }],
    requirements: &["AGR-09"],
    reading: "The scope must name the importing party's act; the day of the assessment counts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The body.
    pub body: &'a str,
    /// The importing party's act.
    pub act: &'a str,
    /// Day of the assessment.
    pub assessed_on: Date,
    /// When the body is accredited, whether or not for this act.
    pub accredited: Option<Recorded<Period>>,
    /// The scope of that accreditation names the act.
    pub names_act: bool,
}

/// Whether the scope covered the act on the day of the assessment.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let scope = (!input.names_act).then_some("scope");
    let reason = gap(input.accredited, input.assessed_on).or(scope);
    Finding::unless(&RULE, reason)
        .with("body", input.body)
        .with("act", input.act)
        .with("assessed_on", input.assessed_on)
        .with_period(["accredited_from", "accredited_until"], input.accredited)
        .with_some("statement", input.accredited.map(|accredited| accredited.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn on(assessed_on: Date, names_act: bool) -> Finding<'static> {
        let period = Period::new(date(2018, 1, 1), Some(date(2022, 1, 1))).unwrap();
        let accredited = Some(Recorded { what: period, at: LogIndex(6) });
        check(&Input { body: "did:web:lab", act: "AA-radio", assessed_on, accredited, names_act })
    }

    #[test]
    fn the_day_of_the_assessment_decides() {
        assert_eq!(on(date(2017, 12, 31), true).outcome, Outcome::NotMet);
        assert_eq!(on(date(2018, 1, 1), true).outcome, Outcome::Met);
        assert_eq!(on(date(2021, 12, 31), true).outcome, Outcome::Met);
        assert_eq!(on(date(2022, 1, 1), true).outcome, Outcome::NotMet);
    }

    #[test]
    fn a_scope_that_does_not_name_the_act_is_not_enough() {
        let finding = on(date(2020, 1, 1), false);
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("reason"), Some(Value::Text("scope")));
    }

    #[test]
    fn a_body_without_accreditation_is_not_accredited() {
        let assessed_on = date(2020, 1, 1);
        let input =
            Input { body: "did:web:lab", act: "AA-radio", assessed_on, accredited: None, names_act: false };
        assert_eq!(check(&input).fact("reason"), Some(Value::Text("none")));
    }
}
