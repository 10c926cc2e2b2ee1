//! Legal days and periods of days.

use std::fmt;

pub use jiff::civil::Date;

/// A half-open period of legal days: `from` is in it, `until` is not.
///
/// "Until D" in words includes D; whoever stores such a period stores the day after.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    from: Date,
    until: Option<Date>,
}

/// A period that ends before it begins.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the period ends on {until} and begins on {from}: give an end after the beginning, or none")]
pub struct PeriodError {
    /// First day.
    pub from: Date,
    /// First day after the period.
    pub until: Date,
}

impl Period {
    /// A period from a day on, to the day before `until` if there is one.
    ///
    /// # Errors
    /// When `until` is not after `from`.
    pub fn new(from: Date, until: Option<Date>) -> Result<Self, PeriodError> {
        match until {
            Some(until) if until <= from => Err(PeriodError { from, until }),
            _ => Ok(Self { from, until }),
        }
    }

    /// From a day on, without an end.
    pub fn since(from: Date) -> Self {
        Self { from, until: None }
    }

    /// First day of the period.
    pub fn from(&self) -> Date {
        self.from
    }

    /// First day after the period; `None` if it is open.
    pub fn until(&self) -> Option<Date> {
        self.until
    }

    /// Whether the day lies in the period.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.until {
            Some(until) => write!(f, "[{}, {until})", self.from),
            None => write!(f, "[{}, )", self.from),
        }
    }
}

/// A day in the form `2026-01-31`.
///
/// # Errors
/// A message that says what to write, when the text is no day of the calendar.
pub fn parse_date(text: &str) -> Result<Date, String> {
    let parsed = (text.len() == 10).then(|| text.parse::<Date>().ok()).flatten();
    parsed.ok_or_else(|| {
        let shown: String = text.chars().take(40).collect();
        format!("`{shown}` is not a day: write year, month and day, such as `2026-01-31`")
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_not_in_the_period() {
        let period = Period::new("2024-02-29".parse().unwrap(), Some("2024-03-01".parse().unwrap())).unwrap();
        assert!(period.contains("2024-02-29".parse().unwrap()));
        assert!(!period.contains("2024-03-01".parse().unwrap()));
        assert!(!period.contains("2024-02-28".parse().unwrap()));
    }

    #[test]
    fn an_empty_period_is_refused() {
        let day = "2024-02-29".parse().unwrap();
        assert!(Period::new(day, Some(day)).is_err());
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for bad in ["2023-02-29", "2023-13-01", "20230101", "2023-1-1", "2023-01-01T00:00", ""] {
            assert!(parse_date(bad).is_err(), "{bad}");
        }
    }
}
