//! The parties have declared the two acts equivalent, in the editions that apply, and the declaration still stands.
//!
//! Practice of mutual recognition agreements (equivalence of acts); Rec. F.6 par. 6, TBT 2.7; AGR-04.
//!
//! How we read it: what an amendment of one act does to the equivalence is a property of the annex: it lapses, goes on
//! until it is revoked, or goes on for a number of days. Whoever asks has worked out from it the first day on which the
//! equivalence no longer holds.

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "equivalence.acts-declared-equivalent",
    duty: "The two acts are declared equivalent on the day, and no amendment has ended it.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "equivalence of acts" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
        Citation { source: Source::Tbt, paragraph: "2.7" },
    ],
    requirements: &["AGR-04"],
    reading: "What an amendment does to the equivalence is a property of the annex.",
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
    pub importing_act: &'a str,
    /// Its edition that applies on the day.
    pub importing_edition: &'a str,
    /// The exporting party's act, if one is named.
    pub exporting_act: Option<&'a str>,
    /// Its edition that applies on the day.
    pub exporting_edition: Option<&'a str>,
    /// Day asked about.
    pub day: Date,
    /// When both are declared equivalent.
    pub declared: Option<Recorded<Period>>,
    /// First day on which an amendment of either act has ended it.
    pub lapsed: Option<Date>,
}

/// Whether the acts count as equivalent on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let lapsed = input.lapsed.is_some_and(|lapsed| lapsed <= input.day);
    let reason = match (input.annex, input.exporting_act) {
        (None, _) => Some("no_annex"),
        (Some(_), None) => Some("no_exporting_act"),
        (Some(_), Some(_)) => gap(input.declared, input.day).or(lapsed.then_some("lapsed")),
    };
    Finding::unless(&RULE, reason)
        .with_some("annex", input.annex)
        .with("importing_act", input.importing_act)
        .with("importing_edition", input.importing_edition)
        .with_some("exporting_act", input.exporting_act)
        .with_some("exporting_edition", input.exporting_edition)
        .with("day", input.day)
        .with_period(["declared_from", "declared_until"], input.declared)
        .with_some("lapsed_on", input.lapsed)
        .with_some("statement", input.declared.map(|declared| declared.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn input(day: Date, lapsed: Option<Date>) -> Input<'static> {
        let period = Period::new(date(2002, 6, 1), Some(date(2030, 1, 1))).unwrap();
        Input {
            annex: Some("AA-BB/machines"),
            importing_act: "AA-machines",
            importing_edition: "2006",
            exporting_act: Some("BB-machines"),
            exporting_edition: Some("2008"),
            day,
            declared: Some(Recorded { what: period, at: LogIndex(9) }),
            lapsed,
        }
    }

    #[test]
    fn the_declaration_counts_on_its_days() {
        assert_eq!(check(&input(date(2002, 5, 31), None)).outcome, Outcome::NotMet);
        assert_eq!(check(&input(date(2002, 6, 1), None)).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2029, 12, 31), None)).outcome, Outcome::Met);
        assert_eq!(check(&input(date(2030, 1, 1), None)).outcome, Outcome::NotMet);
    }

    #[test]
    fn an_amendment_that_ends_it_counts_from_its_day() {
        let lapsed = Some(date(2021, 5, 26));
        assert_eq!(check(&input(date(2021, 5, 25), lapsed)).outcome, Outcome::Met);
        let after = check(&input(date(2021, 5, 26), lapsed));
        assert_eq!(after.outcome, Outcome::NotMet);
        assert_eq!(after.fact("reason"), Some(Value::Text("lapsed")));
    }

    #[test]
    fn without_annex_act_or_declaration_nothing_is_equivalent() {
        let full = input(date(2010, 1, 1), None);
        let lacking = [
            Input { annex: None, ..full },
            Input { exporting_act: None, ..full },
            Input { declared: None, ..full },
        ];
        for input in lacking {
            assert_eq!(check(&input).outcome, Outcome::NotMet);
        }
    }
}
