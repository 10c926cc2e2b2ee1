//! Both parties apply the UN Regulation on the day.
//!
//! UN 1958 Agreement, articles 1 and 3; AGR-04, AGR-06.
//!
//! How we read it: a party binds itself to each Regulation separately, from a day on, and may cease with notice. An
//! approval counts in every party that applies the Regulation, if a party that applies it granted it. Article 1 par. 6
//! leaves approvals of a party that ceased valid until they are withdrawn; whoever asks therefore gives, for the
//! exporting party, the period in which its approvals count.

use model::{Date, Jurisdiction, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "harmonised-approval.both-apply",
    duty: "Both parties apply the UN Regulation on the day.",
    citations: &[
        Citation { source: Source::Agreement1958, paragraph: "art. 1" },
        Citation { source: Source::Agreement1958, paragraph: "art. 3" },
    ],
    requirements: &["AGR-04", "AGR-06"],
    reading: "Each Regulation binds separately; a party to the Agreement that does not apply it owes nothing under it.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The UN Regulation, if there is one.
    pub regulation: Option<&'a str>,
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// Whose authority granted the approval, if known.
    pub exporting: Option<Jurisdiction>,
    /// Day asked about.
    pub day: Date,
    /// When the importing party applies the Regulation.
    pub importing_applies: Option<Recorded<Period>>,
    /// When the exporting party applies it.
    pub exporting_applies: Option<Recorded<Period>>,
}

/// Whether both apply the Regulation on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let importing = gap(input.importing_applies, input.day);
    let exporting = gap(input.exporting_applies, input.day);
    let reason = match (input.regulation, importing, exporting) {
        (None, _, _) => Some("no_regulation"),
        (Some(_), None, None) => None,
        (Some(_), Some(_), None) => Some("importing"),
        (Some(_), None, Some(_)) => Some("exporting"),
        (Some(_), Some(_), Some(_)) => Some("neither"),
    };
    Finding::unless(&RULE, reason)
        .with_some("regulation", input.regulation)
        .with("importing", input.importing)
        .with_some("exporting", input.exporting)
        .with("day", input.day)
        .with_period(["importing_applies_from", "importing_applies_until"], input.importing_applies)
        .with_period(["exporting_applies_from", "exporting_applies_until"], input.exporting_applies)
        .with_some("statement", input.importing_applies.map(|period| period.at))
        .with_some("exporting_statement", input.exporting_applies.map(|period| period.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn input(day: Date) -> Input<'static> {
        let until = Some(date(2020, 1, 1));
        let importing = Period::new(date(2010, 1, 1), until).unwrap();
        Input {
            regulation: Some("UN-R-10"),
            importing: "AA".parse().unwrap(),
            exporting: Some("BB".parse().unwrap()),
            day,
            importing_applies: Some(Recorded { what: importing, at: LogIndex(1) }),
            exporting_applies: Some(Recorded { what: Period::since(date(2012, 1, 1)), at: LogIndex(2) }),
        }
    }

    #[test]
    fn the_later_of_both_begins_and_the_earlier_ends_it() {
        assert_eq!(check(&input(date(2011, 12, 31))).fact("reason"), Some(Value::Text("exporting")));
        assert_eq!(check(&input(date(2012, 1, 1))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2019, 12, 31))).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2020, 1, 1))).fact("reason"), Some(Value::Text("importing")));
    }

    #[test]
    fn a_party_that_never_applied_it_owes_nothing() {
        let absent = Input { exporting_applies: None, ..input(date(2009, 1, 1)) };
        assert_eq!(check(&absent).fact("reason"), Some(Value::Text("neither")));
        let none = Input { regulation: None, ..input(date(2015, 1, 1)) };
        assert_eq!(check(&none).outcome, Outcome::NotMet);
    }
}
