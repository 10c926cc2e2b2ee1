//! The importing party has not exempted this product from the principle of lawful marketing.
//!
//! Practice of mutual recognition agreements (exemptions); Rec. E.1; AGR-02, AGR-04.
//!
//! How we read it: an exemption counts when it is on record for the product, act and day; whoever asks has looked it
//! up. Where nothing is exempted the rule is met, whether or not there is an annex: that there is none is found by
//! another rule.

use model::Jurisdiction;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "lawful-marketing.no-exemption",
    duty: "The importing party has not exempted the product.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "exemptions from lawful marketing" },
        Citation { source: Source::Recommendations, paragraph: "E.1" },
    ],
    requirements: &["AGR-02", "AGR-04"],
    reading: "Only an exemption on record counts.",
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
    /// Its exemption that covers the product on the day.
    pub exemption: Option<Recorded<&'a str>>,
}

/// Whether no exemption stands in the way.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    Finding::of(&RULE, input.exemption.is_none())
        .with_some("annex", input.annex)
        .with("country", input.country)
        .with_some("exemption", input.exemption.map(|exemption| exemption.what))
        .with_some("statement", input.exemption.map(|exemption| exemption.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    #[test]
    fn an_exemption_on_record_stands_in_the_way() {
        let country = "AA".parse().unwrap();
        let annex = Some("AA-BB/goods");
        assert_eq!(check(&Input { annex, country, exemption: None }).outcome, Outcome::Met);
        let exemption = Some(Recorded { what: "AA-exempt-1", at: LogIndex(7) });
        let finding = check(&Input { annex, country, exemption });
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("exemption"), Some(Value::Text("AA-exempt-1")));
    }
}
