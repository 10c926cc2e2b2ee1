//! The annex is in force on the day that is asked about.
//!
//! Practice of mutual recognition agreements (sectoral annexes); Rec. F.6 par. 1; AGR-01, AGR-10.
//!
//! How we read it: the day of entry into force belongs to the annex, since sectors of one agreement became operational
//! one at a time and ended one at a time. The day asked about counts, as for the agreement (reading 5).
//!
//! What an end does to results issued before it is a property of the event and of the annex: the end's own word comes
//! first, then the annex's `on_end`. Where both are silent nothing is left: reading 8 is about suspensions, and reading
//! 5 asks for an instrument in force on the day. For a result that keeps its effect the annex counts as in force. An
//! annex that ended before it began left nothing to keep.

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.annex-in-force",
    duty: "The annex for this sector is in force on the day asked about.",
    citations: &[
        Citation { source: Source::Practice, paragraph: "sectoral annexes" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 1" },
        Citation { source: Source::Reading, paragraph: "5" },
    ],
    requirements: &["AGR-01", "AGR-10"],
    reading: "Dates of entry into force belong to annexes; the day asked about counts. Results from before an end keep \
         their effect only where the end says so, or the annex where the end is silent.",
    numbers: &[],
    file: file!(),
    version: 2,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// Day asked about.
    pub day: Date,
    /// When it is in force between the two parties.
    pub period: Option<Recorded<Period>>,
}

/// Whether the annex is in force on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.annex {
        None => Some("no_annex"),
        Some(_) => gap(input.period, input.day),
    };
    Finding::unless(&RULE, reason)
        .with_some("annex", input.annex)
        .with("day", input.day)
        .with_period(["in_force_from", "in_force_until"], input.period)
        .with_some("statement", input.period.map(|period| period.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn on(day: Date, annex: Option<&'static str>) -> Finding<'static> {
        let period = Period::new(date(2002, 6, 1), Some(date(2021, 5, 26))).unwrap();
        check(&Input { annex, day, period: Some(Recorded { what: period, at: LogIndex(2) }) })
    }

    #[test]
    fn it_counts_from_its_first_day_to_its_last() {
        let annex = Some("AA-BB/medical");
        assert_eq!(on(date(2002, 5, 31), annex).fact("reason"), Some(Value::Text("not_yet")));
        assert_eq!(on(date(2002, 6, 1), annex).outcome, Outcome::Met);
        assert_eq!(on(date(2021, 5, 25), annex).outcome, Outcome::Met);
        assert_eq!(on(date(2021, 5, 26), annex).fact("reason"), Some(Value::Text("ended")));
    }

    #[test]
    fn without_an_annex_nothing_is_in_force() {
        let finding = on(date(2010, 1, 1), None);
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("reason"), Some(Value::Text("no_annex")));
    }
}
