//! The one place where the application asks for the time.

use std::time::{SystemTime, UNIX_EPOCH};

use model::Date;

/// Tells the day and the time.
pub trait Clock: Send + Sync {
    /// Seconds since 1970 in UTC.
    fn unix_seconds(&self) -> u64;

    /// Today in UTC.
    fn today(&self) -> Date {
        day_of(self.unix_seconds())
    }
}

/// The day of a moment in UTC.
pub fn day_of(unix_seconds: u64) -> Date {
    let seconds = i64::try_from(unix_seconds).unwrap_or(i64::MAX);
    let timestamp = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::MAX);
    jiff::tz::Offset::UTC.to_datetime(timestamp).date()
}

/// A moment in UTC, to the minute: `2026-01-31 09:15`.
pub fn to_minute(unix_seconds: u64) -> String {
    let seconds = i64::try_from(unix_seconds).unwrap_or(i64::MAX);
    let timestamp = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::MAX);
    let moment = jiff::tz::Offset::UTC.to_datetime(timestamp);
    format!("{} {:02}:{:02}", moment.date(), moment.hour(), moment.minute())
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn unix_seconds(&self) -> u64 {
        // A clock before 1970 is a machine without a clock; the log's own days never go back (see the sequencer).
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }
}

/// A clock that stands still, at midnight of a day: for tests, demonstrations and repeated histories.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub Date);

impl Clock for FixedClock {
    fn unix_seconds(&self) -> u64 {
        let seconds =
            jiff::tz::Offset::UTC.to_timestamp(self.0.at(0, 0, 0, 0)).map_or(0, |at| at.as_second());
        u64::try_from(seconds).unwrap_or(0)
    }

    fn today(&self) -> Date {
        self.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn day_and_seconds_agree() {
        let clock = FixedClock("2026-01-31".parse().unwrap());
        assert_eq!(clock.unix_seconds(), 1_769_817_600);
        assert_eq!(to_minute(1_769_817_600 + 33_359), "2026-01-31 09:15");
        struct Seconds(u64);
        impl Clock for Seconds {
            fn unix_seconds(&self) -> u64 {
                self.0
            }
        }
        assert_eq!(Seconds(1_769_817_600).today(), clock.0);
        assert_eq!(Seconds(1_769_817_599).today(), clock.0.yesterday().unwrap());
    }
}
