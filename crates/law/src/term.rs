//! Terms: how days, months and years are counted, and how a term stands on a day.
//!
//! The same counting for every term of the law. A legal day is a calendar day in UTC, the time zone of the log. The day
//! of the event is not counted; the term ends with the day of the same number in the last month, or with the last day
//! of that month where it has no such day (three months after 30 November end on 28 or 29 February; one year after
//! 29 February ends on 28 February). The last day is in the term, whatever day of the week it is. What is done on a day
//! is done on the day that the statement names for it; the day of entry in the log is shown beside, so that
//! back-dating shows.

use jiff::ToSpan;
use model::Date;

/// The last day of a term of months after a day.
pub fn months_after(day: Date, months: u32) -> Date {
    day.saturating_add(i64::from(months).months())
}

/// The last day of a term of years after a day.
pub fn years_after(day: Date, years: u32) -> Date {
    day.saturating_add(i64::from(years).years())
}

/// The last day of a term of days after a day.
pub fn days_after(day: Date, days: u32) -> Date {
    day.saturating_add(i64::from(days).days())
}

/// Days from one day to a later one; 0 if it is not later.
pub fn days_between(from: Date, to: Date) -> u32 {
    u32::try_from((to - from).get_days()).unwrap_or(0)
}

/// How a term stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TermState {
    /// It has not ended, and what is due has not been done.
    Open,
    /// It was done on this day, in time.
    Done(Date),
    /// It was done on this day, so many days after the last.
    Late(Date, u32),
    /// It ended so many days ago, and what was due has not been done.
    Overdue(u32),
}

/// How a term with its last day stands on a day, given when what is due was done.
pub fn state(due_on: Date, done_on: Option<Date>, day: Date) -> TermState {
    match done_on.filter(|done| *done <= day) {
        Some(done) if done <= due_on => TermState::Done(done),
        Some(done) => TermState::Late(done, days_between(due_on, done)),
        None if day <= due_on => TermState::Open,
        None => TermState::Overdue(days_between(due_on, day)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn months_end_where_the_month_does() {
        assert_eq!(months_after(date(2023, 11, 30), 3), date(2024, 2, 29));
        assert_eq!(months_after(date(2022, 11, 30), 3), date(2023, 2, 28));
        assert_eq!(months_after(date(2024, 2, 29), 3), date(2024, 5, 29));
        assert_eq!(months_after(date(2024, 12, 31), 2), date(2025, 2, 28));
        assert_eq!(months_after(date(2024, 1, 15), 3), date(2024, 4, 15));
    }

    #[test]
    fn years_after_a_leap_day_end_on_the_last_of_february() {
        assert_eq!(years_after(date(2024, 2, 29), 1), date(2025, 2, 28));
        assert_eq!(years_after(date(2024, 2, 29), 4), date(2028, 2, 29));
        assert_eq!(years_after(date(2023, 3, 1), 1), date(2024, 3, 1));
    }

    #[test]
    fn days_count_across_a_leap_day() {
        assert_eq!(days_after(date(2024, 1, 1), 60), date(2024, 3, 1));
        assert_eq!(days_after(date(2023, 1, 1), 60), date(2023, 3, 2));
        assert_eq!(days_between(date(2024, 3, 1), date(2023, 3, 1)), 0);
    }

    #[test]
    fn the_last_day_is_in_the_term() {
        let due = date(2024, 3, 1);
        assert_eq!(state(due, None, date(2024, 2, 29)), TermState::Open);
        assert_eq!(state(due, None, due), TermState::Open);
        assert_eq!(state(due, None, date(2024, 3, 2)), TermState::Overdue(1));
        assert_eq!(state(due, Some(due), date(2024, 3, 2)), TermState::Done(due));
        let late = date(2024, 3, 2);
        assert_eq!(state(due, Some(late), date(2024, 4, 1)), TermState::Late(late, 1));
        // What will be done later is not done yet.
        assert_eq!(state(due, Some(late), due), TermState::Open);
    }

    proptest! {
        #[test]
        fn a_longer_term_never_ends_earlier(year in 1_i16..4000, month in 1_i8..=12, day in 1_i8..=31, months in 0_u32..48) {
            if let Ok(day) = Date::new(year, month, day) {
                prop_assert!(months_after(day, months) <= months_after(day, months + 1));
                prop_assert_eq!(years_after(day, months), months_after(day, months * 12));
            }
        }
    }
}
