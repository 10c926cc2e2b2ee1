//! A counter-measure stands only while the additional requirement that it answers does.
//!
//! Rec. L 18; CRO-11.
//!
//! How we read it: when the requirement is lifted or ends, the counter-measure has no effect from that day, whether
//! or not it is lifted too. The country that takes it is another than the one that imposed the requirement.

use model::Jurisdiction;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "objective.counter-measure-has-occasion",
    duty: "A counter-measure answers an additional requirement of another country that stands on the \
         day.",
    citations: &[Citation { source: Source::Recommendations, paragraph: "L 18" }],
    requirements: &["CRO-11"],
    reading: "It ends with its occasion; nobody takes one against itself.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared: one counter-measure that has not been lifted.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The procedure or objective.
    pub objective: &'a str,
    /// The counter-measure.
    pub counter_measure: Recorded<&'a str>,
    /// Who takes it.
    pub country: Jurisdiction,
    /// Who imposed the requirement, while it stands on the day.
    pub against: Option<Jurisdiction>,
}

/// Whether the counter-measure has its occasion.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.against {
        None => Some("no_occasion"),
        Some(against) if against == input.country => Some("own"),
        Some(_) => None,
    };
    Finding::unless(&RULE, reason)
        .with("objective", input.objective)
        .with("counter_measure", input.counter_measure.what)
        .with("country", input.country)
        .with_some("against", input.against)
        .with("statement", input.counter_measure.at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    #[test]
    fn it_ends_with_its_occasion() {
        let counter_measure = Recorded { what: "CM-1", at: LogIndex(9) };
        let with = |against: Option<&str>| {
            let (country, against) = ("FR".parse().unwrap(), against.map(|code| code.parse().unwrap()));
            check(&Input { objective: "CRO-7", counter_measure, country, against }).outcome
        };
        assert_eq!(with(Some("KE")), Outcome::Met);
        assert_eq!(with(None), Outcome::NotMet);
        assert_eq!(with(Some("FR")), Outcome::NotMet);
    }
}
