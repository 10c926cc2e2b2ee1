//! Whether a recorded period covers a day, and the words for why it does not.
//!
//! Nearly every instrument is looked at the same way: is there one, has it begun, has it ended. The three answers are
//! named once, here, so that a finding says them with the same words in every chapter.

use model::{Date, Period};

use crate::{Finding, Recorded, Rule};

/// Why a recorded period does not cover a day: there is `none`, it has `not_yet` begun, it has `ended`. Nothing if it
/// covers the day.
pub(crate) fn gap(period: Option<Recorded<Period>>, day: Date) -> Option<&'static str> {
    match period {
        None => Some("none"),
        Some(period) if period.what.contains(day) => None,
        Some(period) if day < period.what.from() => Some("not_yet"),
        Some(_) => Some("ended"),
    }
}

/// A yes or no as the text of a fact.
pub(crate) fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

impl<'a> Finding<'a> {
    /// Met, or not met for a reason, which then is the first fact.
    pub(crate) fn unless(rule: &'static Rule, reason: Option<&'static str>) -> Self {
        Self::of(rule, reason.is_none()).with_some("reason", reason)
    }

    /// With the first day of a recorded period and the first day after it, each under its name.
    pub(crate) fn with_period(self, names: [&'static str; 2], period: Option<Recorded<Period>>) -> Self {
        let [from, until] = names;
        self.with_some(from, period.map(|period| period.what.from()))
            .with_some(until, period.and_then(|period| period.what.until()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use model::LogIndex;

    use super::*;

    #[test]
    fn a_gap_is_before_after_or_for_want_of_a_period() {
        let period = Period::new(date(2020, 1, 1), Some(date(2021, 1, 1))).unwrap();
        let period = Some(Recorded { what: period, at: LogIndex(1) });
        assert_eq!(gap(period, date(2019, 12, 31)), Some("not_yet"));
        assert_eq!(gap(period, date(2020, 1, 1)), None);
        assert_eq!(gap(period, date(2020, 12, 31)), None);
        assert_eq!(gap(period, date(2021, 1, 1)), Some("ended"));
        assert_eq!(gap(None, date(2020, 1, 1)), Some("none"));
    }
}
