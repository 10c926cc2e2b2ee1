//! How a recorded period or day stands to the day that counts, as the term of the fact `standing`.

use model::{Date, Period};

/// `none`, `not_yet`, `in_force` or `ended`.
pub(crate) fn standing(period: Option<Period>, day: Date) -> &'static str {
    match period {
        None => "none",
        Some(period) if day < period.from() => "not_yet",
        Some(period) if period.contains(day) => "in_force",
        Some(_) => "ended",
    }
}

/// `none`, `not_yet` or `in_force`, for a fact that holds from a day on.
pub(crate) fn standing_since(since: Option<Date>, day: Date) -> &'static str {
    standing(since.map(Period::since), day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_first_day_is_in_force_and_the_end_is_not() {
        let period = Period::new(date(2020, 1, 1), Some(date(2021, 1, 1))).ok();
        assert_eq!(standing(None, date(2020, 1, 1)), "none");
        assert_eq!(standing(period, date(2019, 12, 31)), "not_yet");
        assert_eq!(standing(period, date(2020, 1, 1)), "in_force");
        assert_eq!(standing(period, date(2020, 12, 31)), "in_force");
        assert_eq!(standing(period, date(2021, 1, 1)), "ended");
        assert_eq!(standing_since(Some(date(2020, 1, 1)), date(2030, 1, 1)), "in_force");
    }
}
