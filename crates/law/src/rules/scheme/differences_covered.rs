//! The report covers every difference that the importing party has declared.
//!
//! Rec. C.9; TRG-03, STD-03.
//!
//! How we read it: a country that deviates from the international standard says so, with the reason. A report to the
//! international text alone leaves the deviation untested. What was not declared cannot be held against a report.
//! A report that relies on several standards to which the act refers covers what was declared from each of them.

use model::Jurisdiction;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "scheme.differences-covered",
    duty: "The report covers every difference from the standard that the importing party has declared.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "C.9" },
        Citation { source: Source::Practice, paragraph: "declared national differences" },
    ],
    requirements: &["TRG-03", "STD-03"],
    reading: "A difference that was not declared cannot be held against a report.",
    numbers: &[],
    file: file!(),
    version: 2,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The scheme, if there is one.
    pub scheme: Option<&'a str>,
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// How many differences it has declared from the standards of the report.
    pub declared: u32,
    /// The first of them that the report does not cover.
    pub missing: Option<Recorded<&'a str>>,
}

/// Whether the report covers every declared difference.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.scheme, input.missing) {
        (None, _) => Some("no_scheme"),
        (Some(_), Some(_)) => Some("difference"),
        (Some(_), None) => None,
    };
    Finding::unless(&RULE, reason)
        .with_some("scheme", input.scheme)
        .with("importing", input.importing)
        .with("declared", input.declared)
        .with_some("missing", input.missing.map(|missing| missing.what))
        .with_some("statement", input.missing.map(|missing| missing.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn report(declared: u32, missing: Option<&'static str>) -> Finding<'static> {
        let missing = missing.map(|what| Recorded { what, at: LogIndex(5) });
        check(&Input { scheme: Some("CB"), importing: "AA".parse().unwrap(), declared, missing })
    }

    #[test]
    fn every_declared_difference_must_be_covered() {
        assert_eq!(report(0, None).outcome, Outcome::Met);
        assert_eq!(report(2, None).outcome, Outcome::Met);
        let untested = report(2, Some("AA-plug"));
        assert_eq!(untested.outcome, Outcome::NotMet);
        assert_eq!(untested.fact("missing"), Some(Value::Text("AA-plug")));
    }

    #[test]
    fn without_a_scheme_nothing_is_covered() {
        let input = Input { scheme: None, importing: "AA".parse().unwrap(), declared: 0, missing: None };
        assert_eq!(check(&input).outcome, Outcome::NotMet);
    }
}
