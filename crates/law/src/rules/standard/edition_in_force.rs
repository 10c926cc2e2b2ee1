//! An undated reference to a standard means the edition in force on the day that counts.
//!
//! Rec. D.1, D.3.4; reading 4; TRG-02.
//!
//! How we read it: undated references exist so that revisions are taken up without delay. They are resolved on the
//! day that counts, unless a transition is stated. If no edition is on record for that day, nothing can be told. A
//! dated reference is its own edition.

use model::Date;

use crate::{Citation, Finding, Outcome, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "standard.edition-in-force",
    duty: "The reference to the standard leads to an edition that counts on the day.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "D.1" },
        Citation { source: Source::Recommendations, paragraph: "D.3.4" },
        Citation { source: Source::Reading, paragraph: "4" },
    ],
    requirements: &["TRG-02"],
    reading: "An undated reference is resolved on the day that counts.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The reference as cited.
    pub reference: &'a str,
    /// The day that counts.
    pub day: Date,
    /// The edition that counts on the day, if one is on record.
    pub resolved: Option<Recorded<&'a str>>,
}

/// Whether the reference leads to an edition.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let outcome = if input.resolved.is_some() { Outcome::Met } else { Outcome::Unknown };
    Finding::new(&RULE, outcome)
        .with("reference", input.reference)
        .with("day", input.day)
        .with_some("edition", input.resolved.map(|resolved| resolved.what))
        .with_some("statement", input.resolved.map(|resolved| resolved.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::Value;

    fn with(resolved: Option<&'static str>) -> Finding<'static> {
        let resolved = resolved.map(|what| Recorded { what, at: LogIndex(1) });
        check(&Input { reference: "IEC 60335-1", day: date(2024, 1, 1), resolved })
    }

    #[test]
    fn a_reference_leads_to_an_edition_or_nothing_can_be_told() {
        let resolved = with(Some("IEC 60335-1:2020"));
        assert_eq!(resolved.outcome, Outcome::Met);
        assert_eq!(resolved.fact("edition"), Some(Value::Text("IEC 60335-1:2020")));
        assert_eq!(with(None).outcome, Outcome::Unknown);
    }
}
