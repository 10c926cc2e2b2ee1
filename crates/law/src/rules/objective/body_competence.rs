//! A recognised body fulfils the criteria of competence that the objective sets out.
//!
//! Rec. L 27, L annex B compliance; CRO-12.
//!
//! How we read it: the designation names the criteria that the body was found to fulfil; each criterion of the text
//! is among them. Of a text that was stated in short the criteria are not on record. A designation that does not say
//! is on record, and what the body attests counts: that the designating country vouches for it is the meaning of a
//! designation.

use model::{Jurisdiction, LogIndex};

use crate::{Citation, Finding, Outcome, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.body-competence",
    duty: "A recognised body was found to fulfil each criterion of competence of the objective.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "L 27" },
        Citation { source: Source::Recommendations, paragraph: "L annex B compliance" },
    ],
    requirements: &["CRO-12"],
    reading: "The designation names the criteria; without that the rule is not met and the designation \
         stands.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one designation.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The body.
    pub body: &'a str,
    /// Who designated it.
    pub country: Jurisdiction,
    /// Number of criteria in the text; `None` if the text is not on record.
    pub criteria: Option<u32>,
    /// The first that the designation does not name.
    pub missing: Option<&'a str>,
    /// The designation.
    pub designation: LogIndex,
}

/// Whether each criterion is fulfilled.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = match (input.criteria, input.missing) {
        (None, _) => Outcome::Unknown,
        (Some(_), None) => Outcome::Met,
        (Some(_), Some(_)) => Outcome::NotMet,
    };
    Finding::new(&RULE, outcome)
        .with("objective", input.objective)
        .with("body", input.body)
        .with("country", input.country)
        .with_some("missing", input.missing)
        .with("statement", input.designation)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_criterion_that_is_not_named_is_found() {
        let country = "FR".parse().unwrap();
        let with = |criteria, missing| {
            let designation = LogIndex(9);
            check(&Input { objective: "CRO-7", body: "did:web:lab", country, criteria, missing, designation })
                .outcome
        };
        assert_eq!(with(Some(1), None), Outcome::Met);
        assert_eq!(with(Some(1), Some("ISO/IEC 17065")), Outcome::NotMet);
        assert_eq!(with(None, None), Outcome::Unknown);
    }
}
