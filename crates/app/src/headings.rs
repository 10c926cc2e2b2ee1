//! Commodity codes by words: a short list of headings in our own words, to start from. It is no nomenclature: whoever
//! has a code writes the code.

use std::sync::LazyLock;

use model::{HsCode, HsEdition};
use serde::Deserialize;

/// Most headings that are offered for some words.
pub const FOUND_MAX: usize = 20;

const TABLE: &str = include_str!("../../../demo/hs.csv");

/// A heading or subheading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its code.
    pub code: HsCode,
    /// The edition of the code.
    pub edition: HsEdition,
    /// Its name in the language asked for.
    pub name: String,
}

#[derive(Debug, Deserialize)]
struct Line {
    hs: String,
    edition: u16,
    name_en: String,
    name_fr: String,
    words: String,
}

struct Known {
    code: HsCode,
    edition: HsEdition,
    line: Line,
    /// Everything by which it is found, in lower case.
    text: String,
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
    // A line that cannot be read is left out; a test reads them all.
    reader.deserialize::<Line>().filter_map(|line| known(line.ok()?)).collect()
});

fn known(line: Line) -> Option<Known> {
    let text = format!("{} {} {}", line.name_en, line.name_fr, line.words).to_lowercase();
    Some(Known { code: line.hs.parse().ok()?, edition: line.edition.try_into().ok()?, line, text })
}

impl Known {
    fn heading(&self, language: &str) -> Heading {
        let name = if language == "fr" { &self.line.name_fr } else { &self.line.name_en };
        Heading { code: self.code, edition: self.edition, name: name.clone() }
    }
}

/// Headings in which every word begins a word, in the order of their codes; at most [`FOUND_MAX`].
pub fn find(words: &str, language: &str) -> Vec<Heading> {
    let words: Vec<_> = words.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let begins = |known: &Known, word: &str| {
        known
            .text
            .split(|c: char| !c.is_alphanumeric())
            .any(|part| !part.is_empty() && part.starts_with(word))
    };
    let found = KNOWN.iter().filter(|known| words.iter().all(|word| begins(known, word)));
    found.take(FOUND_MAX).map(|known| known.heading(language)).collect()
}

/// Every heading of the list, in the order of the codes.
pub fn all(language: &str) -> impl Iterator<Item = Heading> {
    KNOWN.iter().map(move |known| known.heading(language))
}

/// The name of a code, if it stands in the list.
pub fn name(code: &HsCode, edition: HsEdition, language: &str) -> Option<String> {
    let known = KNOWN.iter().find(|known| known.code == *code && known.edition == edition)?;
    Some(known.heading(language).name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_read() {
        assert_eq!(KNOWN.len() + 1, TABLE.lines().count());
    }

    #[test]
    fn a_product_is_found_by_words_of_either_language() {
        for (words, language, name) in
            [("car tyre", "en", "new car tyres"), ("Pneu", "fr", "pneus neufs pour voitures")]
        {
            assert!(find(words, language).iter().any(|heading| heading.name == name), "{words}");
        }
        assert_eq!(find("no such thing", "en"), []);
        assert_eq!(find("  ", "en"), []);
    }
}
