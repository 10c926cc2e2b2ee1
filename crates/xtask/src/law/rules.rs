//! The ids of the rules, read out of the table in `crates/law/src/rules.rs`.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use crate::source::Source;
use crate::workspace;

/// Where THE table is.
pub const PATH: &str = "crates/law/src/rules.rs";

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TableRule {
    /// Its id: `objective.minimum-proposing-countries`.
    pub id: String,
    /// The line of the table's file where the id first stands.
    pub line: usize,
}

/// Reads the table; empty while there is none.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn read(root: &Path) -> Result<Vec<TableRule>> {
    if !root.join(PATH).exists() {
        return Ok(Vec::new());
    }
    Ok(parse(&workspace::read(root, PATH)?))
}

/// The strings of the file that have the form of a rule's id; those of the file's tests left out.
fn parse(text: &str) -> Vec<TableRule> {
    let without_tests = text.split("#[cfg(test)]").next().unwrap_or(text);
    let mut seen = BTreeSet::new();
    Source::read(without_tests)
        .strings
        .into_iter()
        .filter(|string| is_id(&string.text) && seen.insert(string.text.clone()))
        .map(|string| TableRule { id: string.text, line: string.line })
        .collect()
}

/// `chapter.rule-in-words`: two parts of lower-case words joined by hyphens.
fn is_id(text: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.split('-').all(|word| {
                !word.is_empty()
                    && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            })
    };
    text.split_once('.').is_some_and(|(chapter, rule)| is_part(chapter) && is_part(rule))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_in_order_and_once() {
        let text = "rule(\"objective.in-force\", \"Rec. L, 16\"),\n// \"no.comment\"\nrule(\"agreement.not-suspended\"),\n\
                    \"objective.in-force\"\n#[cfg(test)] mod t { const A: &str = \"no.test\"; }";
        let ids: Vec<(String, usize)> = parse(text).into_iter().map(|rule| (rule.id, rule.line)).collect();
        assert_eq!(ids, [("objective.in-force".to_owned(), 1), ("agreement.not-suspended".to_owned(), 3)]);
    }

    #[test]
    fn a_citation_or_a_version_is_no_id() {
        for text in ["Rec. L, 16", "TBT 6.1", "objective", "a.b.c", "a.-b", "A.b", "a.b c", "1.2"] {
            assert!(!is_id(text), "{text}");
        }
    }
}
