//! Which commodity codes stand in which edition of the Harmonized System, as far as it is certain here.
//!
//! The codes of the edition of 2022 are listed (5,612 subheadings; World Customs Organization, as in the correlation tables
//! of the United Nations Statistics Division); of those of 2017 and 2012 the headings. Codes are facts: no text of the
//! nomenclature is here.

use crate::{HsCode, HsEdition};

/// Six digits and a line feed for each subheading of 2022, in order.
const SUBHEADINGS: &str = include_str!("nomenclature/2022.txt");
/// Bytes of one of them.
const LINE: usize = 7;
/// Headings that the edition of 2022 added.
const NEW_IN_2022: [&str; 8] = ["0309", "2404", "3827", "8485", "8524", "8549", "8806", "8807"];
/// Headings that the edition of 2022 left out.
const UNTIL_2017: [&str; 2] = ["8107", "8803"];
/// Headings that the edition of 2017 left out.
const UNTIL_2012: [&str; 3] = ["2848", "6908", "8469"];
/// The heading that the edition of 2017 added.
const NEW_IN_2017: &str = "9620";

impl HsEdition {
    /// Whether a code stands in this edition, with the digits that a country adds behind the sixth left out. `None` where
    /// that cannot be told here: chapters 98 and 99 are each country's own, and not every edition is listed.
    pub fn lists(self, code: &HsCode) -> Option<bool> {
        let digits = code.as_str();
        match &digits[..2] {
            "98" | "99" => return None,
            // Chapter 77 is reserved in every edition; chapters and headings are counted from 01.
            "00" | "77" => return Some(false),
            _ if digits.len() >= 4 && &digits[2..4] == "00" => return Some(false),
            _ => {}
        }
        match self.year() {
            2022 => Some(is_listed(&digits[..digits.len().min(6)])),
            2017 | 2012 if digits.len() >= 4 => {
                let stands = self.has_heading(&digits[..4]);
                (!stands || digits.len() == 4).then_some(stands)
            }
            _ => None,
        }
    }

    fn has_heading(self, heading: &str) -> bool {
        let former = UNTIL_2017.contains(&heading) || self.year() == 2012 && UNTIL_2012.contains(&heading);
        let later = NEW_IN_2022.contains(&heading) || self.year() == 2012 && heading == NEW_IN_2017;
        former || is_listed(heading) && !later
    }
}

/// Whether some subheading of 2022 begins with these digits.
fn is_listed(digits: &str) -> bool {
    let (mut low, mut high) = (0, SUBHEADINGS.len() / LINE);
    while low < high {
        let middle = usize::midpoint(low, high);
        if &SUBHEADINGS[middle * LINE..][..LINE] < digits { low = middle + 1 } else { high = middle }
    }
    SUBHEADINGS.get(low * LINE..).is_some_and(|rest| rest.starts_with(digits))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn lists(code: &str, edition: u16) -> Option<bool> {
        HsEdition::try_from(edition).unwrap().lists(&code.parse().unwrap())
    }

    #[test]
    fn the_list_is_in_order_and_whole() {
        let lines: Vec<_> = SUBHEADINGS.lines().collect();
        assert_eq!(lines.len(), 5612);
        assert!(lines.is_sorted() && lines.iter().all(|line| line.len() == LINE - 1));
        assert!(lines.iter().all(|line| lists(line, 2022) == Some(true)));
    }

    #[test]
    fn a_code_stands_in_the_edition_that_has_it() {
        // Smartphones left 8517.12 for 8517.13 in 2022.
        assert_eq!((lists("851712", 2022), lists("851713", 2022)), (Some(false), Some(true)));
        assert_eq!(
            (lists("85", 2022), lists("8516", 2022), lists("85166", 2022)),
            (Some(true), Some(true), Some(true))
        );
        assert_eq!((lists("8516609012", 2022), lists("8516999999", 2022)), (Some(true), Some(false)));
        assert_eq!(
            (lists("8806", 2022), lists("8806", 2017), lists("8803", 2017)),
            (Some(true), Some(false), Some(true))
        );
        assert_eq!(
            (lists("9620", 2017), lists("9620", 2012), lists("6908", 2012)),
            (Some(true), Some(false), Some(true))
        );
    }

    #[test]
    fn what_is_not_certain_is_not_said() {
        assert_eq!((lists("851712", 2017), lists("851777", 2012)), (None, None));
        assert_eq!((lists("9803", 2022), lists("9999", 2022), lists("1234", 1992)), (None, None, None));
        assert_eq!(
            (lists("7701", 1992), lists("0012", 1988), lists("8500", 2007)),
            (Some(false), Some(false), Some(false))
        );
    }
}
