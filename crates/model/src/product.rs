//! Products: commodity codes of the Harmonized System with their edition, and identifiers of one product.

use std::fmt;
use std::str::FromStr;

/// A commodity code of the Harmonized System: two to ten digits. Codes are only comparable within one edition.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HsCode {
    length: u8,
    digits: [u8; 10],
}

/// The edition of the nomenclature: 2012, 2017, 2022 …
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct HsEdition(u16);

/// What identifies one product. An absent identifier is not known; it is never "none".
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Product {
    /// Commodity code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hs: Option<HsCode>,
    /// Edition of the commodity code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hs_edition: Option<HsEdition>,
    /// What the thing is, in words; decides nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// GS1 Global Trade Item Number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
    /// Model or type designation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Brand or trade name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
    /// Batch or lot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// Serial number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
}

/// Products covered by an instrument: headings of one edition, with exceptions. Empty `hs` covers every product.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductScope {
    /// Headings or codes that are covered, each with everything below it.
    pub hs: Vec<HsCode>,
    /// Edition in which all codes of this scope are written.
    pub hs_edition: HsEdition,
    /// Headings or codes that are not covered although a wider one above is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<HsCode>,
}

/// Whether a code lies in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeMatch {
    /// It does.
    Inside,
    /// It does not.
    Outside,
    /// Code and scope are written in different editions, or the code is shorter than the heading: cannot be told.
    Unclear,
}

/// Why a text or number is not a commodity code or an edition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProductError {
    /// Not two to ten digits.
    #[error(
        "`{0}` is not a commodity code: write two to ten digits of the Harmonized System, such as `851660`"
    )]
    Code(String),
    /// Not a year of an edition.
    #[error(
        "`{0}` is not an edition of the Harmonized System: write one of 1988, 1992, 1996, 2002, 2007, 2012, 2017, 2022"
    )]
    Edition(u16),
}

impl HsCode {
    /// The digits.
    pub fn as_str(&self) -> &str {
        // Only ASCII digits are ever stored; the fallback is never reached.
        std::str::from_utf8(&self.digits[..usize::from(self.length)]).unwrap_or_default()
    }

    /// Whether `other` is this code or lies below it.
    pub fn covers(&self, other: &HsCode) -> bool {
        let length = usize::from(self.length);
        self.length <= other.length && self.digits[..length] == other.digits[..length]
    }

    /// The first four digits (heading), or fewer if the code is shorter.
    pub fn heading(&self) -> &str {
        &self.as_str()[..usize::from(self.length.min(4))]
    }
}

impl HsEdition {
    /// The current edition, in force since 2022-01-01 (WCO).
    pub const CURRENT: HsEdition = HsEdition(2022);

    /// The year.
    pub fn year(self) -> u16 {
        self.0
    }
}

impl ProductScope {
    /// Whether a code of an edition lies in this scope.
    pub fn matches(&self, code: &HsCode, edition: HsEdition) -> ScopeMatch {
        if self.hs.is_empty() && self.except.is_empty() {
            return ScopeMatch::Inside;
        }
        if edition != self.hs_edition {
            return ScopeMatch::Unclear;
        }
        if self.except.iter().any(|except| except.covers(code)) {
            return ScopeMatch::Outside;
        }
        if self.hs.is_empty() || self.hs.iter().any(|hs| hs.covers(code)) {
            let partly_excepted = self.except.iter().any(|except| code.covers(except));
            return if partly_excepted { ScopeMatch::Unclear } else { ScopeMatch::Inside };
        }
        // A shorter code than the scope's heading may or may not be the heading's.
        if self.hs.iter().any(|hs| code.covers(hs)) { ScopeMatch::Unclear } else { ScopeMatch::Outside }
    }
}

impl FromStr for HsCode {
    type Err = ProductError;

    fn from_str(text: &str) -> Result<Self, ProductError> {
        let plain: Vec<u8> = text.bytes().filter(|b| !matches!(b, b'.' | b' ')).collect();
        if !(2..=10).contains(&plain.len()) || !plain.iter().all(u8::is_ascii_digit) {
            return Err(ProductError::Code(text.chars().take(40).collect()));
        }
        let mut digits = [0; 10];
        digits[..plain.len()].copy_from_slice(&plain);
        #[expect(clippy::cast_possible_truncation, reason = "at most ten")]
        Ok(Self { length: plain.len() as u8, digits })
    }
}

impl fmt::Display for HsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for HsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

crate::identifier::text_serde!(HsCode);

impl TryFrom<u16> for HsEdition {
    type Error = ProductError;

    fn try_from(year: u16) -> Result<Self, ProductError> {
        // Editions that the WCO has put into force.
        const EDITIONS: [u16; 8] = [1988, 1992, 1996, 2002, 2007, 2012, 2017, 2022];
        EDITIONS.contains(&year).then_some(Self(year)).ok_or(ProductError::Edition(year))
    }
}

impl From<HsEdition> for u16 {
    fn from(edition: HsEdition) -> u16 {
        edition.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn scope(hs: &[&str], except: &[&str]) -> ProductScope {
        let codes = |list: &[&str]| list.iter().map(|c| c.parse().unwrap()).collect();
        ProductScope { hs: codes(hs), hs_edition: HsEdition::CURRENT, except: codes(except) }
    }

    #[test]
    fn a_heading_covers_what_is_below_it() {
        let kettles: HsCode = "851610".parse().unwrap();
        assert_eq!(scope(&["8516"], &[]).matches(&kettles, HsEdition::CURRENT), ScopeMatch::Inside);
        assert_eq!(scope(&["8517"], &[]).matches(&kettles, HsEdition::CURRENT), ScopeMatch::Outside);
        assert_eq!(scope(&["8516"], &["851610"]).matches(&kettles, HsEdition::CURRENT), ScopeMatch::Outside);
    }

    #[test]
    fn a_scope_of_everything_may_have_exceptions() {
        let everything_but = scope(&[], &["8516"]);
        assert_eq!(
            everything_but.matches(&"851610".parse().unwrap(), HsEdition::CURRENT),
            ScopeMatch::Outside
        );
        assert_eq!(
            everything_but.matches(&"950300".parse().unwrap(), HsEdition::CURRENT),
            ScopeMatch::Inside
        );
        assert_eq!(everything_but.matches(&"85".parse().unwrap(), HsEdition::CURRENT), ScopeMatch::Unclear);
    }

    #[test]
    fn the_same_digits_in_another_edition_prove_nothing() {
        let kettles: HsCode = "851610".parse().unwrap();
        assert_eq!(scope(&["8516"], &[]).matches(&kettles, HsEdition(2017)), ScopeMatch::Unclear);
    }

    #[test]
    fn a_code_shorter_than_the_scope_is_unclear() {
        let heading: HsCode = "8516".parse().unwrap();
        assert_eq!(scope(&["851610"], &[]).matches(&heading, HsEdition::CURRENT), ScopeMatch::Unclear);
    }

    #[test]
    fn codes_are_digits() {
        assert_eq!("8516.10".parse::<HsCode>().unwrap().as_str(), "851610");
        for bad in ["8", "85161O", "", "12345678901"] {
            assert!(bad.parse::<HsCode>().is_err(), "{bad}");
        }
    }
}
