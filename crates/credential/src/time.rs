//! Points in time: `dateTimeStamp` of XML Schema 1.1 part 2, seconds since 1970 in a JWT, and the one clock skew.

use jiff::{SignedDuration, Timestamp};
use model::Date;

/// The point in time of a `dateTimeStamp`: a date and time with its offset, such as `2026-03-01T09:30:00Z`.
///
/// Stricter than most date parsers and looser than some: fractions of any length, offsets up to fourteen hours, and
/// the end of a day written as `24:00:00`; no lower case, no missing offset, no second 60.
pub fn parse(text: &str) -> Option<Timestamp> {
    let (date, rest) = text.split_once('T')?;
    let (hour, rest) = two_digits(rest)?;
    let (minute, rest) = two_digits(rest.strip_prefix(':')?)?;
    let (second, rest) = two_digits(rest.strip_prefix(':')?)?;
    let (nanosecond, rest) = fraction(rest)?;
    let offset = offset_seconds(rest)?;
    let day: Date = strict_date(date)?;
    let ends_the_day = hour == 24 && minute == 0 && second == 0 && nanosecond == 0;
    if !(hour < 24 || ends_the_day) || minute > 59 || second > 59 {
        return None;
    }
    let midnight = day.to_datetime(jiff::civil::Time::midnight()).to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    let seconds = i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second) - offset;
    midnight.timestamp().checked_add(SignedDuration::new(seconds, nanosecond)).ok()
}

fn strict_date(text: &str) -> Option<Date> {
    let form = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    form.then(|| text.parse().ok()).flatten()
}

fn two_digits(text: &str) -> Option<(u8, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| digits.parse().ok()).flatten().map(|number| (number, rest))
}

fn fraction(text: &str) -> Option<(i32, &str)> {
    let Some(rest) = text.strip_prefix('.') else { return Some((0, text)) };
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = rest.split_at(length);
    // Beyond nanoseconds nothing is told apart.
    let nanoseconds = format!("{digits:0<9}").get(..9)?.parse().ok()?;
    (length > 0).then_some((nanoseconds, rest))
}

fn offset_seconds(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('+') { 1 } else { -1 };
    let (hour, rest) = two_digits(text.strip_prefix(['+', '-'])?)?;
    let (minute, rest) = two_digits(rest.strip_prefix(':')?)?;
    let in_range = rest.is_empty() && minute < 60 && (hour < 14 || (hour == 14 && minute == 0));
    in_range.then(|| sign * (i64::from(hour) * 3_600 + i64::from(minute) * 60))
}

/// A point in time as `dateTimeStamp`, to the second.
pub fn print(at: Timestamp) -> String {
    // Seconds of a timestamp are always in its range.
    Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}

/// The first moment of a legal day, in UTC.
pub fn start_of(day: Date) -> Timestamp {
    let zoned = day.to_datetime(jiff::civil::Time::midnight()).to_zoned(jiff::tz::TimeZone::UTC);
    zoned.map_or(Timestamp::MIN, |zoned| zoned.timestamp())
}

/// The legal day of a point in time, in UTC.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// A point in time with how far clocks may be apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The point in time.
    pub at: Timestamp,
    /// How far another clock may be ahead or behind.
    pub skew: SignedDuration,
}

impl Now {
    /// With the usual skew of a minute.
    pub fn new(at: Timestamp) -> Self {
        Self { at, skew: crate::limits::CLOCK_SKEW_DEFAULT }
    }

    /// Whether a moment is still to come, whatever the clocks.
    pub fn is_before(&self, moment: Timestamp) -> bool {
        self.at.saturating_add(self.skew).is_ok_and(|latest| latest < moment)
    }

    /// Whether a moment has passed, whatever the clocks.
    pub fn is_after(&self, moment: Timestamp) -> bool {
        self.at.saturating_sub(self.skew).is_ok_and(|earliest| earliest > moment)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_date_time_stamp_needs_its_offset_and_every_part() {
        let same = |a: &str, b: &str| assert_eq!(parse(a).unwrap(), parse(b).unwrap(), "{a}");
        same("2026-03-01T00:00:00Z", "2026-02-28T24:00:00Z");
        same("2026-03-01T02:00:00+02:00", "2026-03-01T00:00:00Z");
        same("2026-02-28T19:00:00-05:00", "2026-03-01T00:00:00.000Z");
        same("2026-03-01T00:00:00.1Z", "2026-03-01T00:00:00.10000000009Z");
        for bad in [
            "2026-03-01",
            "2026-03-01T00:00:00",
            "2026-03-01 00:00:00Z",
            "2026-03-01t00:00:00z",
            "2026-02-29T00:00:00Z",
            "2026-03-01T24:00:01Z",
            "2026-03-01T23:59:60Z",
            "2026-03-01T00:00Z",
            "2026-03-01T00:00:00.Z",
            "2026-03-01T00:00:00+15:00",
            "2026-03-01T00:00:00+0200",
            "2026-3-1T00:00:00Z",
            "2026-03-01T0é:00:00Z",
            "",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn clocks_may_differ_by_the_skew_and_no_more() {
        let now = Now::new(parse("2026-03-01T00:00:00Z").unwrap());
        let moment = |text: &str| parse(text).unwrap();
        assert!(!now.is_before(moment("2026-03-01T00:01:00Z")));
        assert!(now.is_before(moment("2026-03-01T00:01:01Z")));
        assert!(!now.is_after(moment("2026-02-28T23:59:00Z")));
        assert!(now.is_after(moment("2026-02-28T23:58:59Z")));
    }

    #[test]
    fn days_and_moments_agree() {
        let day = Date::new(2026, 3, 1).unwrap();
        assert_eq!(print(start_of(day)), "2026-03-01T00:00:00Z");
        assert_eq!(day_of(start_of(day)), day);
    }
}
