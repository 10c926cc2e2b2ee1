//! The importing party's decision is in force on the day.
//!
//! X4, X1; REC-03.
//!
//! How we read it: a decision or acceptance has a first day and may have an end or be revoked. A certificate may be
//! older than the decision (reading 5).

use model::{Date, Jurisdiction, Period};

use crate::standing::gap;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "prior-decision.in-force",
    duty: "The importing party's decision to recognise is in force on the day.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X4" },
        Citation { source: Source::Methods, paragraph: "X1" },
        Citation { source: Source::Reading, paragraph: "5" },
    ],
    requirements: &["REC-03"],
    reading: "The day asked about counts; the certificate may be older than the decision.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The decision or acceptance, if there is one.
    pub decision: Option<&'a str>,
    /// Whose it is.
    pub importing: Jurisdiction,
    /// Day asked about.
    pub day: Date,
    /// When it is in force.
    pub period: Option<Recorded<Period>>,
}

/// Whether the decision is in force on the day.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match input.decision {
        None => Some("no_decision"),
        Some(_) => gap(input.period, input.day),
    };
    Finding::unless(&RULE, reason)
        .with_some("decision", input.decision)
        .with("importing", input.importing)
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

    fn on(day: Date, decision: Option<&'static str>) -> Finding<'static> {
        let period = Period::new(date(2024, 1, 1), Some(date(2027, 1, 1))).unwrap();
        let period = Some(Recorded { what: period, at: LogIndex(4) });
        check(&Input { decision, importing: "AA".parse().unwrap(), day, period })
    }

    #[test]
    fn a_decision_counts_on_its_days() {
        let decision = Some("AA-rec-1");
        assert_eq!(on(date(2023, 12, 31), decision).outcome, Outcome::NotMet);
        assert_eq!(on(date(2024, 1, 1), decision).outcome, Outcome::Met);
        assert_eq!(on(date(2026, 12, 31), decision).outcome, Outcome::Met);
        assert_eq!(on(date(2027, 1, 1), decision).outcome, Outcome::NotMet);
    }

    #[test]
    fn without_a_decision_nothing_is_in_force() {
        assert_eq!(on(date(2025, 1, 1), None).fact("reason"), Some(Value::Text("no_decision")));
    }
}
