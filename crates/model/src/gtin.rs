//! Trade item numbers (GS1 General Specifications, section 3.3.2).

use std::fmt;
use std::str::FromStr;

/// Digits of a trade item number in its full form.
const DIGITS: usize = 14;

/// A GS1 Global Trade Item Number in its form of fourteen digits. The same item may carry eight, twelve, thirteen or
/// fourteen of them: the shorter forms leave out zeros at the front.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gtin([u8; DIGITS]);

/// Why a text is no trade item number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GtinError {
    /// Another number of digits, or something that is none.
    #[error("`{0}` is no trade item number: write 8, 12, 13 or 14 digits")]
    Form(String),
    /// The last digit is not the one that belongs to the others.
    #[error("the last digit of `{0}` does not fit the others: compare it with the label")]
    CheckDigit(String),
}

impl FromStr for Gtin {
    type Err = GtinError;

    fn from_str(text: &str) -> Result<Self, GtinError> {
        let shown = || text.chars().take(40).collect();
        if ![8, 12, 13, DIGITS].contains(&text.len()) || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(GtinError::Form(shown()));
        }
        let mut digits = [b'0'; DIGITS];
        digits[DIGITS - text.len()..].copy_from_slice(text.as_bytes());
        // Section 7.9: from the right, digits weigh 1, 3, 1, 3 …; the sum divides by ten.
        let weighed = digits.iter().rev().enumerate();
        let sum: u32 = weighed.map(|(i, d)| u32::from(d - b'0') * if i % 2 == 0 { 1 } else { 3 }).sum();
        if sum.is_multiple_of(10) { Ok(Self(digits)) } else { Err(GtinError::CheckDigit(shown())) }
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{}", char::from(*digit)))
    }
}

impl fmt::Debug for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gtin({self})")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_number_is_the_same_number() {
        let full: Gtin = "04006381333931".parse().unwrap();
        assert_eq!("4006381333931".parse(), Ok(full));
        assert_eq!(full.to_string(), "04006381333931");
        // An item number of eight digits, and one of twelve.
        assert_eq!("96385074".parse::<Gtin>().unwrap().to_string(), "00000096385074");
        assert_eq!("614141000036".parse::<Gtin>().unwrap().to_string(), "00614141000036");
    }

    #[test]
    fn a_slip_is_told_from_another_form() {
        let error = |text: &str| text.parse::<Gtin>().unwrap_err();
        assert!(matches!(error("4006381333932"), GtinError::CheckDigit(_)));
        for bad in ["", "400638133393", "400638133393X", "+4006381333931", "４００６３８１３３３９３１"]
        {
            let told = error(bad);
            assert!(matches!(told, GtinError::Form(_) | GtinError::CheckDigit(_)), "{bad}");
        }
        assert!(matches!(error("40063813339"), GtinError::Form(_)));
    }
}
