//! Quantities: decimal numbers of a unit, kept as integers. Nothing here is a floating-point number.

use serde::{Deserialize, Serialize};

/// Digits after the point that a quantity may have.
pub const SCALE_MAX: u8 = 6;
/// The largest quantity in its smallest parts: a thousand million units with six digits after the point.
pub const PARTS_MAX: i64 = 1_000_000_000_000_000;

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
    #[error("`{0}` is not a quantity: write a decimal number with a point as text, such as `12.5`, without sign or exponent")]
    Value(String),
    /// More digits after the point than are kept.
    #[error("`{value}` has more digits after the point than the {scale} that are kept for it: round it")]
    TooFine {
        /// The number.
        value: String,
        /// Digits that are kept.
        scale: u8,
    },
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
        parts(&self.value, SCALE_MAX).map(|_| ())
    }

    /// So many parts of a unit, written with its digits after the point.
    pub fn of_parts(parts: i64, scale: u8, unit: &str) -> Self {
        Self { value: written(parts, scale), unit: unit.to_owned() }
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

/// A decimal number in parts of 10^-scale.
///
/// # Errors
/// When it is none, is finer than the scale, or too large.
pub fn parts(value: &str, scale: u8) -> Result<i64, AmountError> {
    let (whole, after) = value.split_once('.').unwrap_or((value, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let point_alone = value.ends_with('.');
    if whole.is_empty() || value.len() > 40 || point_alone || !digits(whole) || !digits(after) {
        return Err(AmountError::Value(cut(value)));
    }
    let after = after.trim_end_matches('0');
    if after.len() > usize::from(scale) {
        return Err(AmountError::TooFine { value: cut(value), scale });
    }
    let padded = format!("{whole}{after:0<width$}", width = usize::from(scale));
    let found = padded.parse::<i64>().ok().filter(|found| *found <= PARTS_MAX);
    found.ok_or_else(|| AmountError::TooLarge(cut(value)))
}

/// Parts of 10^-scale as a decimal number, with all its digits after the point.
pub fn written(parts: i64, scale: u8) -> String {
    let width = usize::from(scale);
    let (sign, digits) = (if parts < 0 { "-" } else { "" }, parts.unsigned_abs().to_string());
    if width == 0 {
        return format!("{sign}{digits}");
    }
    let digits = format!("{digits:0>width$}", width = width + 1);
    let (whole, after) = digits.split_at(digits.len() - width);
    format!("{sign}{whole}.{after}")
}

fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_numbers_are_exact_both_ways() {
        assert_eq!(parts("0.1", 3), Ok(100));
        assert_eq!(parts("12.500", 1), Ok(125));
        assert_eq!(parts("7", 0), Ok(7));
        assert_eq!((written(100, 3), written(125, 1), written(7, 0)), ("0.100".into(), "12.5".into(), "7".into()));
        assert_eq!(written(-5, 2), "-0.05");
        assert!(matches!(parts("0.12", 1), Err(AmountError::TooFine { .. })));
        assert!(matches!(parts("99999999999999999999", 0), Err(AmountError::TooLarge(_))));
        assert!(matches!(parts("1000000001", 6), Err(AmountError::TooLarge(_))));
        for bad in ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "0x1", "1.2.3", "１"] {
            assert!(matches!(parts(bad, 6), Err(AmountError::Value(_))), "{bad}");
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
