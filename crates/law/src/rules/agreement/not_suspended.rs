//! The importing party's obligation under the annex is not suspended, or the result was issued before and keeps its
//! effect.
//!
//! Rec. F.6 par. 9 and 10, X2; reading 8; AGR-10.
//!
//! How we read it: a suspension acts from its first day on. What was issued before keeps its effect unless the annex or
//! the act of suspension says that it loses it; silence keeps it (reading 8). Where there is no annex nothing is
//! suspended: that there is none is found by another rule.

use model::Date;

use crate::standing::yes_no;
use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.not-suspended",
    duty: "The obligation under the annex is not suspended on the day, or leaves earlier results their effect.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 9" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 10" },
        Citation { source: Source::Methods, paragraph: "X2" },
        Citation { source: Source::Reading, paragraph: "8" },
    ],
    requirements: &["AGR-10"],
    reading: "A suspension that is silent about earlier results leaves them their effect.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The annex, if there is one.
    pub annex: Option<&'a str>,
    /// Day asked about.
    pub day: Date,
    /// First day of a suspension in this direction that was not lifted by the day.
    pub suspended: Option<Recorded<Date>>,
    /// The result was issued before the suspension.
    pub issued_before: bool,
    /// What was issued before keeps its effect.
    pub earlier_kept: bool,
}

/// Whether a suspension stands in the way. The fact `state` says how it stands: `none`, `later`, `kept`, `suspended`.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let state = match input.suspended {
        None => "none",
        Some(from) if input.day < from.what => "later",
        Some(_) if input.issued_before && input.earlier_kept => "kept",
        Some(_) => "suspended",
    };
    Finding::of(&RULE, state != "suspended")
        .with("state", state)
        .with_some("annex", input.annex)
        .with("day", input.day)
        .with_some("suspended_from", input.suspended.map(|from| from.what))
        .with("issued_before", yes_no(input.issued_before))
        .with("earlier_kept", yes_no(input.earlier_kept))
        .with_some("statement", input.suspended.map(|from| from.at))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn on(day: Date, issued_before: bool, earlier_kept: bool) -> Finding<'static> {
        let suspended = Some(Recorded { what: date(2003, 1, 21), at: LogIndex(5) });
        check(&Input { annex: Some("AA-BB/electrical"), day, suspended, issued_before, earlier_kept })
    }

    #[test]
    fn a_suspension_acts_from_its_first_day_on() {
        assert_eq!(on(date(2003, 1, 20), false, false).outcome, Outcome::Met);
        assert_eq!(on(date(2003, 1, 21), false, true).outcome, Outcome::NotMet);
    }

    #[test]
    fn earlier_results_keep_their_effect_where_the_annex_leaves_it() {
        let kept = on(date(2003, 1, 21), true, true);
        assert_eq!(kept.outcome, Outcome::Met);
        assert_eq!(kept.fact("state"), Some(Value::Text("kept")));
        assert_eq!(on(date(2003, 1, 21), true, false).outcome, Outcome::NotMet);
    }

    #[test]
    fn what_is_not_suspended_stands() {
        let input = Input {
            annex: Some("AA-BB/electrical"),
            day: date(2003, 1, 21),
            suspended: None,
            issued_before: false,
            earlier_kept: false,
        };
        assert_eq!(check(&input).outcome, Outcome::Met);
    }
}
