//! Until when an answer can hold: the earliest day on which something ends that it rests on.
//!
//! How it is computed: of the findings that are met and that the answer rests on (those about the evidence, about each
//! requirement, and of the path that wins) every fact is taken that names an end. Of those after the day asked about the
//! earliest one counts. It is the first day on which the fact no longer holds. An answer may change earlier, since new
//! statements may come; it says nothing where nothing on record names an end, and nothing of answers that accept nothing.

use decision::{Decision, Overall, RequirementOutcome};
use law::{Finding, Outcome, Value};
use model::Date;
use serde::Serialize;

/// Facts that name an end: the first day on which something no longer holds.
const ENDS: [&str; 3] = ["expires_on", "ended_on", "until"];
/// A day of review, which is an end where the decision lapses when it is overdue.
const REVIEW: (&str, &str) = ("review_by", "ends_when_overdue");

/// The day on which an answer ends, and what ends then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Expiry {
    /// First day on which it no longer holds.
    pub on: Date,
    /// The rule whose finding names the day.
    pub rule: &'static str,
}

/// When an answer ends, as far as its findings say.
pub(super) fn expiry(decision: &Decision<'_>) -> Option<Expiry> {
    let accepts =
        matches!(decision.overall, Overall::Recognised | Overall::PartlyRecognised | Overall::Discretionary);
    if !accepts {
        return None;
    }
    let holding = decision.requirements.iter().filter(|requirement| {
        matches!(requirement.outcome, RequirementOutcome::Recognised | RequirementOutcome::Discretionary)
    });
    let paths = holding.flat_map(|requirement| {
        let winning = requirement.paths.first();
        let evidence = winning.and_then(|path| decision.evidence.get(path.evidence?));
        requirement
            .findings
            .iter()
            .chain(winning.into_iter().flat_map(|path| &path.findings))
            .chain(evidence.into_iter().flat_map(|evidence| &evidence.findings))
    });
    paths.filter_map(|finding| end(finding, decision.as_of.on)).min()
}

fn end(finding: &Finding<'_>, after: Date) -> Option<Expiry> {
    if finding.outcome != Outcome::Met {
        return None;
    }
    let day = |name: &str| match finding.fact(name) {
        Some(Value::Day(day)) if day > after => Some(day),
        _ => None,
    };
    let lapses = finding.fact(REVIEW.1) == Some(Value::Text("yes"));
    // What is reviewed by a day lapses on the day after it.
    let review = day(REVIEW.0).filter(|_| lapses).and_then(|day| day.tomorrow().ok());
    let on = ENDS.iter().filter_map(|name| day(name)).chain(review).min()?;
    Some(Expiry { on, rule: finding.rule.id })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use law::RULES;

    use super::*;

    #[test]
    fn the_earliest_end_after_the_day_counts() {
        let finding = Finding::met(RULES[0])
            .with("expires_on", date(2027, 1, 1))
            .with("ended_on", date(2026, 6, 1))
            .with("until", date(2025, 1, 1));
        let found = end(&finding, date(2026, 1, 31)).map(|expiry| expiry.on);
        assert_eq!(found, Some(date(2026, 6, 1)));
        assert_eq!(end(&finding, date(2028, 1, 1)), None);
        let reviewed = Finding::met(RULES[0]).with("review_by", date(2026, 6, 1));
        assert_eq!(end(&reviewed, date(2026, 1, 1)), None);
        let lapsing = reviewed.with("ends_when_overdue", "yes");
        assert_eq!(end(&lapsing, date(2026, 1, 1)).map(|expiry| expiry.on), Some(date(2026, 6, 2)));
        let open = Finding::unknown(RULES[0]).with("expires_on", date(2027, 1, 1));
        assert_eq!(end(&open, date(2026, 1, 31)), None);
    }
}
