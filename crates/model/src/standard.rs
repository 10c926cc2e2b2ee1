//! References to standards, written the ISO/IEC way.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::limits;

/// A reference such as `IEC 60335-2-15:2024` (dated) or `IEC 60335-2-15` (undated).
///
/// A dated and an undated reference are different things (Rec. D.1): the first names one edition for good, the
/// second whichever edition is in force on the day that counts.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StandardReference {
    text: Arc<str>,
    series_bytes: u16,
}

/// Why a text is not a reference to a standard.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a reference to a standard: write publisher, number and, if dated, the year after a colon, such as `IEC 60335-1:2020`"
)]
pub struct StandardError(pub String);

impl StandardReference {
    /// The whole reference.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Publisher and number without the edition: `IEC 60335-1`.
    pub fn series(&self) -> &str {
        &self.text[..usize::from(self.series_bytes)]
    }

    /// What follows the first colon: `2020`, `2012+A11:2014`; `None` for an undated reference.
    pub fn edition(&self) -> Option<&str> {
        self.text.get(usize::from(self.series_bytes) + 1..)
    }

    /// Whether the reference names one edition.
    pub fn is_dated(&self) -> bool {
        self.edition().is_some()
    }

    /// Publisher: the part before the first space, such as `IEC` or `ISO/IEC`.
    pub fn publisher(&self) -> &str {
        self.text.split(' ').next().unwrap_or_default()
    }
}

impl FromStr for StandardReference {
    type Err = StandardError;

    fn from_str(text: &str) -> Result<Self, StandardError> {
        let error = || StandardError(text.chars().take(40).collect());
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > limits::STANDARD_REFERENCE_CHARS_MAX || text.chars().any(char::is_control) {
            return Err(error());
        }
        let (series, edition) = match text.split_once(':') {
            Some((series, edition)) => (series.trim_end(), Some(edition.trim_start())),
            None => (text.as_str(), None),
        };
        let (publisher, number) = series.split_once(' ').ok_or_else(error)?;
        let year_ok = edition.is_none_or(|e| e.len() >= 4 && e.bytes().take(4).all(|b| b.is_ascii_digit()));
        let publisher_ok = publisher.chars().next().is_some_and(char::is_alphabetic);
        if !publisher_ok || !number.chars().any(|c| c.is_alphanumeric()) || !year_ok {
            return Err(error());
        }
        let series_bytes = u16::try_from(series.len()).map_err(|_| error())?;
        let whole = edition.map_or_else(|| series.to_owned(), |edition| format!("{series}:{edition}"));
        Ok(Self { text: whole.into(), series_bytes })
    }
}

impl fmt::Display for StandardReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for StandardReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

crate::identifier::text_serde!(StandardReference);

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_reference() {
        let dated: StandardReference = "EN  60335-1:2012+A11:2014".parse().unwrap();
        assert_eq!((dated.series(), dated.edition()), ("EN 60335-1", Some("2012+A11:2014")));
        let undated: StandardReference = "ISO/IEC 17025".parse().unwrap();
        assert_eq!((undated.publisher(), undated.is_dated()), ("ISO/IEC", false));
    }

    #[test]
    fn printing_and_parsing_agree() {
        for text in ["IEC 60335-2-15:2024", "ISO 12100", "JIS C 9335-1:2014", "UL 60950-1:2007"] {
            let parsed: StandardReference = text.parse().unwrap();
            assert_eq!(parsed.to_string(), text);
            assert_eq!(parsed.to_string().parse::<StandardReference>().unwrap(), parsed);
        }
    }

    #[test]
    fn what_is_no_reference_is_refused() {
        for bad in ["", "IEC", "60335-1", "IEC :2020", "IEC 60335-1:20", "IEC 60335-1:year", &"x".repeat(200)]
        {
            assert!(bad.parse::<StandardReference>().is_err(), "{bad}");
        }
    }
}
