//! Work put off: notes to oneself, and tests that do not run.

use super::{at, numbered};
use crate::problem::Problem;
use crate::source::{self, Source};

/// Written apart, so that this file passes its own check.
const NOTES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

pub fn check(path: &str, text: &str) -> Vec<Problem> {
    numbered(text)
        .filter_map(|(number, line)| {
            let note = source::words(line).find(|word| NOTES.contains(&&line[word.clone()]))?;
            Some(Problem::new(
                at(path, number),
                format!("a note to oneself: {}", &line[note]),
                "do it, open an issue for it, or say as a sentence what is so and why",
            ))
        })
        .collect()
}

pub fn check_source(path: &str, source: &Source) -> Vec<Problem> {
    numbered(&source.code)
        .filter(|(_, line)| line.contains("#[ignore"))
        .map(|(number, _)| {
            Problem::new(at(path, number), "a test that does not run", "mend it or take it out")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_to_oneself_is_found_as_a_word() {
        let text = format!("fine\n// {}: later\n", NOTES[0]);
        assert_eq!(check("a.rs", &text)[0].place, "a.rs:2");
        assert!(check("a.rs", &format!("a{}b", NOTES[1])).is_empty());
    }

    #[test]
    fn an_ignored_test_is_found_but_not_one_in_a_string() {
        let found =
            check_source("a.rs", &Source::read("let a = \"#[ignore]\";\n#[ignore = \"slow\"]\nfn b() {}\n"));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "a.rs:2");
    }
}
