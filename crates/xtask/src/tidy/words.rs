//! Words that no answer and no page carries: they say more than anybody can know from published statements.

use super::{at, numbered};
use crate::problem::Problem;
use crate::source::{self, Source};

/// Where people read us: translations, templates, the portal.
const PLACES: &[&str] = &["translations/", "crates/server/templates/", "crates/server/src/portal/"];

/// What is never said, unless another word stands on the same line.
struct Word {
    phrase: &'static str,
    unless: &'static [&'static str],
    say: &'static str,
}

const fn never(phrase: &'static str, say: &'static str) -> Word {
    Word { phrase, unless: &[], say }
}

/// THE list. A phrase of one word is found as a whole word (`safe`, not `safety`); one that ends in `…` is a beginning.
const WORDS: &[Word] = &[
    never("safe", "what was certified, by whom, against what"),
    never("approved by unece", "established in the registry of objectives, on which day"),
    never("approved by wto", "which agreement, and which article"),
    never("approved by the wto", "which agreement, and which article"),
    Word {
        phrase: "counterfeit…",
        unless: &["suspected", "suspicion", "competent authority"],
        say: "`suspected counterfeit`, or whose finding it is",
    },
    never("fake…", "that it is on no record, and how complete the record is"),
    never("illegal…", "which requirement is not met"),
    never("globally recognised", "which countries recognise it"),
    never("globally recognized", "which countries recognise it"),
    never("ce certified", "which body attested what under which act"),
    never("ilac-approved", "which accreditation body accredited which scope"),
    never("sûr", "what was certified, by whom, against what"),
    never("sûre", "what was certified, by whom, against what"),
    never("approuvé par la cee-onu", "established in the registry of objectives, on which day"),
    never("approuvé par l'omc", "which agreement, and which article"),
    Word {
        phrase: "contrefa…",
        unless: &["soupçon", "présum", "autorité compétente"],
        say: "`contrefaçon présumée`, or whose finding it is",
    },
    never("illégal…", "which requirement is not met"),
    never("mondialement reconnu…", "which countries recognise it"),
    never("certifié ce", "which body attested what under which act"),
];

/// Lines that may carry such a word: the end of the path, what stands on the line, and why.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("", "safe-area-inset", "the part of a screen that CSS calls so"),
    (".html", "|safe", "the filter of the templates for text that is already HTML"),
    (".html", "| safe", "the filter of the templates for text that is already HTML"),
];

pub fn check(path: &str, text: &str) -> Vec<Problem> {
    if !PLACES.iter().any(|place| path.starts_with(place)) {
        return Vec::new();
    }
    if path.ends_with(".rs") {
        let strings = Source::read(text).strings;
        return strings.iter().flat_map(|string| check_line(path, string.line, &string.text)).collect();
    }
    numbered(text)
        // A comment of a translation file is for translators, and may explain what not to say.
        .filter(|(_, line)| !(path.ends_with(".ftl") && line.starts_with('#')))
        .flat_map(|(number, line)| check_line(path, number, line))
        .collect()
}

fn check_line(path: &str, number: usize, line: &str) -> Vec<Problem> {
    let line = line.to_lowercase().replace('’', "'");
    if ALLOWED.iter().any(|(ending, text, _)| path.ends_with(ending) && line.contains(text)) {
        return Vec::new();
    }
    WORDS
        .iter()
        .filter(|word| {
            contains(&line, word.phrase) && !word.unless.iter().any(|unless| line.contains(unless))
        })
        .map(|word| {
            let phrase = word.phrase.trim_end_matches('…');
            Problem::new(at(path, number), format!("no page says \"{phrase}\""), format!("say {}", word.say))
        })
        .collect()
}

fn contains(line: &str, phrase: &str) -> bool {
    let (phrase, is_beginning) = match phrase.strip_suffix('…') {
        Some(beginning) => (beginning, true),
        None => (phrase, false),
    };
    line.match_indices(phrase).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + phrase.len()..].chars().next();
        !before.is_some_and(source::is_word) && (is_beginning || !after.is_some_and(source::is_word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "translations/en/portal.ftl";

    #[test]
    fn a_word_that_says_too_much_is_found() {
        assert_eq!(check(PAGE, "a = This product is Safe.\n")[0].what, "no page says \"safe\"");
        assert_eq!(check(PAGE, "a = Fakes abound\nb = globally recognised").len(), 2);
        assert_eq!(check("translations/fr/portal.ftl", "a = une contrefaçon").len(), 1);
    }

    #[test]
    fn part_of_a_longer_word_is_none() {
        assert!(check(PAGE, "a = product safety, a safeguard, unsafe").is_empty());
    }

    #[test]
    fn suspected_counterfeit_may_be_said() {
        assert!(check(PAGE, "a = a suspected counterfeit").is_empty());
        assert_eq!(check(PAGE, "a = a counterfeit").len(), 1);
    }

    #[test]
    fn elsewhere_and_in_code_the_words_are_free() {
        assert!(check("docs/a.md", "safe").is_empty());
        assert!(check("crates/server/src/portal/page.rs", "fn safe() {} // fake").is_empty());
        assert_eq!(check("crates/server/src/portal/page.rs", "let a = \"safe\";").len(), 1);
        assert!(check("crates/server/templates/page.html", "{{ picture|safe }}").is_empty());
        assert!(check(PAGE, "# never say fake").is_empty());
    }
}
