//! How long an authority has to reply when customs suspends the release of goods.
//!
//! Regulation (EU) 2019/1020 art. 27(a): where the authorities have not asked within four working days of the suspension to
//! maintain it, the goods are released, if all other requirements and formalities are fulfilled. Before 16 July 2021 it was
//! three working days (Regulation (EC) 765/2008 art. 28(1)).
//!
//! How we read it: the day of the suspension is not counted (Regulation (EEC, Euratom) 1182/71 art. 3(1)); Saturdays and
//! Sundays are no working days. Public holidays are none either (art. 2(2)), and which days they are is not on record: where
//! one falls into the term, it ends later than is computed here. For countries whose term is not on record the same number
//! is taken, and said to be taken.

use jiff::ToSpan as _;
use jiff::civil::{Weekday, date};
use model::{Date, Jurisdiction};

use crate::dated::{Dated, Version};

/// The term in the European Union, in working days.
const EUROPEAN_UNION: Dated<u32> = Dated(&[
    Version { from: date(2010, 1, 1), value: 3, source: "Reg. (EC) 765/2008 art. 28(1)" },
    Version { from: date(2021, 7, 16), value: 4, source: "Reg. (EU) 2019/1020 art. 27(a)" },
]);
/// The term where none is on record, in working days.
const DEFAULT: Dated<u32> = Dated(&[Version {
    from: date(2021, 7, 16),
    value: 4,
    source: "no term on record for this country; that of Reg. (EU) 2019/1020 art. 27(a) is taken",
}]);
/// Terms by country or group.
const TERMS: &[(&str, Dated<u32>)] = &[("EU", EUROPEAN_UNION)];

/// A term with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Working days, the day of the suspension not counted.
    pub working_days: u32,
    /// Where it stands.
    pub source: &'static str,
}

/// The term for a suspension on a day, in a country that belongs to these groups (itself included).
pub fn term(covering: &[Jurisdiction], suspended_on: Date) -> Term {
    let own = TERMS.iter().find(|(code, _)| covering.iter().any(|covering| covering.as_str() == *code));
    let dated = own.map_or(DEFAULT, |(_, dated)| *dated);
    let version = dated.on(suspended_on).unwrap_or(&dated.0[0]);
    Term { working_days: version.value, source: version.source }
}

/// The last day of a term of working days after a day.
pub fn working_days_after(day: Date, working_days: u32) -> Date {
    let (mut last, mut left) = (day, working_days);
    while left > 0 {
        last = last.saturating_add(1.day());
        if last == Date::MAX {
            return last;
        }
        if !matches!(last.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    last
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn saturdays_and_sundays_are_not_counted() {
        // 2026-01-29 is a Thursday.
        assert_eq!(working_days_after(date(2026, 1, 29), 4), date(2026, 2, 4));
        assert_eq!(working_days_after(date(2026, 1, 26), 4), date(2026, 1, 30));
        // A suspension on a Saturday: the first day that counts is Monday.
        assert_eq!(working_days_after(date(2026, 1, 31), 4), date(2026, 2, 5));
        assert_eq!(working_days_after(date(2026, 1, 31), 0), date(2026, 1, 31));
        assert_eq!(working_days_after(Date::MAX, 4), Date::MAX);
    }

    #[test]
    fn the_day_and_the_country_choose_the_term() {
        let codes = |codes: &[&str]| codes.iter().map(|code| code.parse().unwrap()).collect::<Vec<_>>();
        let of = |covering: &[&str], day: Date| term(&codes(covering), day).working_days;
        assert_eq!(of(&["FR", "EU"], date(2021, 7, 15)), 3);
        assert_eq!(of(&["FR", "EU"], date(2021, 7, 16)), 4);
        let other = term(&codes(&["JP"]), date(2026, 1, 1));
        assert!(other.working_days == 4 && other.source.starts_with("no term on record"));
    }
}
