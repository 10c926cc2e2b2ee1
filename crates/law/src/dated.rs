//! Numbers of the law, with the days from which they hold.

use model::Date;

/// One version of a number and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version<T> {
    /// First day on which it holds.
    pub from: Date,
    /// The number.
    pub value: T,
    /// Where it stands.
    pub source: &'static str,
}

/// A number with all its versions, oldest first. A changed law is a new version beside the old one.
#[derive(Clone, Copy, Debug)]
pub struct Dated<T: 'static>(pub &'static [Version<T>]);

impl<T: Copy> Dated<T> {
    /// The version that holds on a day; `None` before the first.
    pub fn on(&self, day: Date) -> Option<&'static Version<T>> {
        self.0.iter().rev().find(|version| version.from <= day)
    }

    /// The number that holds on a day; before the first version, the first: what is older than the text is measured
    /// by it all the same.
    ///
    /// # Panics
    /// Never, unless there is no version at all.
    pub fn held_on(&self, day: Date) -> T {
        self.on(day).unwrap_or(&self.0[0]).value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAYS: Dated<u32> = Dated(&[
        Version { from: date(2002, 1, 1), value: 90, source: "first text" },
        Version { from: date(2010, 1, 1), value: 60, source: "amendment" },
    ]);

    #[test]
    fn the_day_chooses_the_version() {
        assert!(DAYS.on(date(2001, 12, 31)).is_none());
        assert_eq!(DAYS.held_on(date(2001, 12, 31)), 90);
        assert_eq!(DAYS.held_on(date(2010, 1, 1)), 60);
        assert_eq!(DAYS.on(date(2009, 12, 31)).map(|v| v.value), Some(90));
        assert_eq!(DAYS.on(date(2010, 1, 1)).map(|v| v.value), Some(60));
    }
}
