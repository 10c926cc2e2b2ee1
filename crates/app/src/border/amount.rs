//! Quantities: decimal numbers of a unit, kept as integers. Nothing here is a floating-point number.

use serde::{Deserialize, Serialize};

/// Digits after the point, for every unit: customs declarations have at most so many. A quantity is kept as an integer
/// number of parts of 10^-6 units.
pub const SCALE: usize = 6;
/// The largest quantity in parts. Two of them can be added without leaving 64 bits.
pub const PARTS_MAX: i64 = 4_000_000_000_000_000_000;

/// So many of a unit, as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// A decimal number as text, such as `12.5`.
    pub value: String,
    /// The unit: a code of UN/ECE Recommendation 20, such as `C62` (pieces) or `KGM` (kilograms).
    pub unit: String,
}

/// Why a text is no quantity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not a decimal number.
    #[error(
        "`{0}` is not a quantity: write a decimal number with a point as text, such as `12.5`, without sign or exponent"
    )]
    Value(String),
    /// More digits after the point than are kept.
    #[error("`{0}` has more digits after the point than the {SCALE} that are kept: round it")]
    TooFine(String),
    /// Too large.
    #[error("`{0}` is too large a quantity: use a larger unit")]
    TooLarge(String),
    /// Not a unit.
    #[error(
        "`{0}` is not a unit: write a code of UN/ECE Recommendation 20 in capitals, such as `C62` for pieces or `KGM` for kilograms"
    )]
    Unit(String),
}

impl Amount {
    /// Checks number and unit.
    ///
    /// # Errors
    /// [`AmountError`].
    pub fn check(&self) -> Result<(), AmountError> {
        check_unit(&self.unit)?;
        self.parts().map(|_| ())
    }

    /// The number in parts.
    ///
    /// # Errors
    /// [`AmountError`].
    pub fn parts(&self) -> Result<i64, AmountError> {
        parts(&self.value)
    }

    /// So many parts of a unit.
    pub fn of_parts(parts: i64, unit: &str) -> Self {
        Self { value: written(parts), unit: unit.to_owned() }
    }
}

/// Checks a unit.
///
/// # Errors
/// [`AmountError::Unit`].
pub fn check_unit(unit: &str) -> Result<(), AmountError> {
    let good = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    if (1..=3).contains(&unit.len()) && unit.bytes().all(good) {
        return Ok(());
    }
    Err(AmountError::Unit(cut(unit)))
}

/// A decimal number in parts of 10^-6.
///
/// # Errors
/// When it is none, has too many digits after the point, or is too large.
pub fn parts(value: &str) -> Result<i64, AmountError> {
    let (whole, after) = value.split_once('.').unwrap_or((value, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let point_alone = value.ends_with('.');
    if whole.is_empty() || value.len() > 40 || point_alone || !digits(whole) || !digits(after) {
        return Err(AmountError::Value(cut(value)));
    }
    let after = after.trim_end_matches('0');
    if after.len() > SCALE {
        return Err(AmountError::TooFine(cut(value)));
    }
    let found = format!("{whole}{after:0<SCALE$}").parse::<i64>().ok();
    found.filter(|found| *found <= PARTS_MAX).ok_or_else(|| AmountError::TooLarge(cut(value)))
}

/// Parts of 10^-6 as a decimal number, without noughts at its end.
pub fn written(parts: i64) -> String {
    let digits = format!("{:0>width$}", parts.unsigned_abs(), width = SCALE + 1);
    let (whole, after) = digits.split_at(digits.len() - SCALE);
    let (sign, after) = (if parts < 0 { "-" } else { "" }, after.trim_end_matches('0'));
    if after.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{after}") }
}

fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_numbers_are_exact_both_ways() {
        for (text, found) in [("0.1", 100_000), ("12.500", 12_500_000), ("7", 7_000_000), ("0.000001", 1)] {
            assert_eq!(parts(text), Ok(found));
            assert_eq!(parts(&written(found)), Ok(found));
        }
        assert_eq!(
            (written(100_000), written(7_000_000), written(-50)),
            ("0.1".into(), "7".into(), "-0.00005".into())
        );
        assert!(matches!(parts("0.1234567"), Err(AmountError::TooFine(_))));
        for large in ["99999999999999999999", "4000000000000.000001"] {
            assert!(matches!(parts(large), Err(AmountError::TooLarge(_))), "{large}");
        }
        for bad in ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "0x1", "1.2.3", "１"] {
            assert!(matches!(parts(bad), Err(AmountError::Value(_))), "{bad}");
        }
    }

    #[test]
    fn units_are_codes() {
        assert_eq!((check_unit("C62"), check_unit("KGM"), check_unit("H")), (Ok(()), Ok(()), Ok(())));
        for bad in ["", "kg", "PIECES", "K G"] {
            assert!(check_unit(bad).is_err(), "{bad}");
        }
    }
}
