//! An overdue review ends the decision only where the decision says so.
//!
//! X4; REC-04.
//!
//! How we read it: a review that is due by a day may still be made on that day (reading 6). After it the review is
//! overdue, which is shown on every answer; the holder of a certificate does not lose by the authority's delay unless
//! the decision says that it ends.

use model::Date;

use crate::standing::yes_no;
use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "prior-decision.review",
    duty: "No review is overdue that ends the decision.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X4" },
        Citation { source: Source::Reading, paragraph: "6" },
    ],
    requirements: &["REC-04"],
    reading: "An overdue review is shown, and ends the effect of the decision only if the decision says so.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The decision or acceptance, if there is one.
    pub decision: Option<&'a str>,
    /// Last day on which its review is in time, if it is to be reviewed.
    pub review_by: Option<Date>,
    /// An overdue review ends its effect.
    pub ends_when_overdue: bool,
    /// Day asked about.
    pub day: Date,
}

/// Whether an overdue review has ended the decision. The fact `state` says how the review stands: `none_due`, `in_time`
/// or `overdue`.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let state = match input.review_by {
        None => "none_due",
        Some(last) if input.day <= last => "in_time",
        Some(_) => "overdue",
    };
    Finding::of(&RULE, !(state == "overdue" && input.ends_when_overdue))
        .with("state", state)
        .with_some("decision", input.decision)
        .with_some("review_by", input.review_by)
        .with("ends_when_overdue", yes_no(input.ends_when_overdue))
        .with("day", input.day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{Outcome, Value};

    fn on(day: Date, ends_when_overdue: bool) -> Finding<'static> {
        let review_by = Some(date(2026, 6, 30));
        check(&Input { decision: Some("AA-rec-1"), review_by, ends_when_overdue, day })
    }

    #[test]
    fn the_last_day_is_in_time() {
        assert_eq!(on(date(2026, 6, 30), true).outcome, Outcome::Met);
        assert_eq!(on(date(2026, 7, 1), true).outcome, Outcome::NotMet);
    }

    #[test]
    fn an_overdue_review_is_shown_even_where_it_ends_nothing() {
        let finding = on(date(2026, 7, 1), false);
        assert_eq!(finding.outcome, Outcome::Met);
        assert_eq!(finding.fact("state"), Some(Value::Text("overdue")));
    }

    #[test]
    fn without_a_review_nothing_is_overdue() {
        let day = date(2050, 1, 1);
        let input = Input { decision: Some("AA-rec-1"), review_by: None, ends_when_overdue: true, day };
        assert_eq!(check(&input).outcome, Outcome::Met);
    }
}
