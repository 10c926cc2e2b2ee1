//! The agreement is in force on the day that is asked about.
//!
//! Rec. F.6 par. 1 to 3; AGR-01, AGR-10.
//!
//! How we read it: the day asked about counts, not the day of the result. A result may be older than the agreement as
//! long as its body was listed when it assessed (reading 5). The last day of an agreement "until D" is D, which is
//! stored as the day after (reading 6). What the end of an agreement leaves to earlier results is asked as for an annex
//! (`agreement.annex-in-force`): its own word, else the annex's terms, else nothing.

use model::{Date, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.in-force",
    duty: "The agreement is in force on the day asked about.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 1" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 2" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 3" },
        Citation { source: Source::Reading, paragraph: "5" },
    ],
    requirements: &["AGR-01", "AGR-10"],
    reading: "The day asked about counts; the result may be older than the agreement. Results from before an end keep \
         their effect only where the end says so, or the annex where the end is silent.",
    numbers: &[],
    file: file!(),
    version: 2,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The agreement, if there is one.
    pub agreement: Option<&'a str>,
    /// Day asked about.
    pub day: Date,
    /// When it is in force between the two parties.
    pub period: Option<Recorded<Period>>,
}

/// Whether the agreement is in force on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.agreement {
        None => Some("no_agreement"),
        Some(_) => gap(input.period, input.day),
    };
    Finding::unless(&RULE, reason)
        .with_some("agreement", input.agreement)
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

    fn on(day: Date) -> Finding<'static> {
        let period = Period::new(date(2004, 5, 1), Some(date(2021, 5, 26))).unwrap();
        check(&Input {
            agreement: Some("AA-BB"),
            day,
            period: Some(Recorded { what: period, at: LogIndex(2) }),
        })
    }

    #[test]
    fn it_counts_from_its_first_day_to_its_last() {
        assert_eq!(on(date(2004, 4, 30)).fact("reason"), Some(Value::Text("not_yet")));
        assert_eq!(on(date(2004, 5, 1)).outcome, Outcome::Met);
        assert_eq!(on(date(2021, 5, 25)).outcome, Outcome::Met);
        assert_eq!(on(date(2021, 5, 26)).fact("reason"), Some(Value::Text("ended")));
    }

    #[test]
    fn without_an_agreement_nothing_is_in_force() {
        let finding = check(&Input { agreement: None, day: date(2020, 1, 1), period: None });
        assert_eq!(finding.outcome, Outcome::NotMet);
        assert_eq!(finding.fact("reason"), Some(Value::Text("no_agreement")));
    }
}
