//! Days as numbers: counted from 1970-01-01.

use jiff::Span;
use model::Date;

const EPOCH: Date = Date::constant(1970, 1, 1);

/// Days since 1970-01-01, before it negative.
pub(crate) fn number(day: Date) -> i64 {
    // Both lie in the years of `Date`, so the difference in days always exists.
    EPOCH.until(day).map_or(0, |span| i64::from(span.get_days()))
}

/// The day of a number; `None` outside the years of `Date`.
pub(crate) fn day(number: i64) -> Option<Date> {
    let span = Span::new().try_days(number).ok()?;
    EPOCH.checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_its_number() {
        for date in [Date::MIN, EPOCH, Date::constant(2026, 2, 28), Date::MAX] {
            assert_eq!(day(number(date)), Some(date));
        }
        assert_eq!(number(Date::constant(1970, 1, 2)), 1);
        assert_eq!(day(i64::MAX), None);
    }
}
