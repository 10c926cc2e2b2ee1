//! The rules, read out of the table in `crates/law/src/rules.rs` and the files that it names.

use std::path::Path;

use anyhow::{Context, Result};

use crate::source::{self, Source};
use crate::workspace;

/// Where THE table is.
pub const TABLE: &str = "crates/law/src/rules.rs";

/// A rule of the table, as its file states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRule {
    /// Its id: `objective.minimum-proposing-countries`.
    pub id: String,
    /// Its file.
    pub file: String,
    /// Where it stands, named as in the list of paragraphs: `L 21`, `X3`, `TBT 6.1`, `reading 5`.
    pub citations: Vec<Citation>,
    /// The requirements that it implements.
    pub requirements: Vec<String>,
}

/// A place that a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The place, named as in the list of paragraphs.
    pub place: String,
    /// Whether it is in one of the two sources.
    pub is_of_the_sources: bool,
}

/// Reads the table and the files of its rules; empty while there is none.
///
/// # Errors
/// When a file of a rule is missing or does not state its id.
pub fn read(root: &Path) -> Result<Vec<TableRule>> {
    if !root.join(TABLE).exists() {
        return Ok(Vec::new());
    }
    files(&workspace::read(root, TABLE)?)
        .into_iter()
        .map(|file| {
            let text = workspace::read(root, &file)?;
            rule(&file, &text).with_context(|| format!("`{file}` states no `RULE` with an id"))
        })
        .collect()
}

/// The files behind the lines `&chapter::duty::RULE` of the table, in its order.
fn files(table: &str) -> Vec<String> {
    Source::read(table)
        .code
        .split(',')
        .filter_map(|entry| {
            let path = entry.trim().strip_suffix("::RULE")?;
            let path = &path[path.rfind('&')? + 1..];
            Some(format!("crates/law/src/rules/{}.rs", path.replace("::", "/")))
        })
        .collect()
}

/// The rule that a file states.
fn rule(file: &str, text: &str) -> Option<TableRule> {
    let source = Source::read(text);
    let start = source.code.find("static RULE")?;
    let end = start + source.code[start..].find("};")?;
    let string_after = |at: usize| source.strings.iter().find(|string| string.at > at && string.at < end);
    let after = |label: &str| source.code[start..end].find(label).map(|at| start + at);

    let citations = source.code[start..end]
        .match_indices("Source::")
        .filter_map(|(at, label)| {
            let variant = source::words(&source.code[start + at + label.len()..]).next()?;
            let begin = start + at + label.len();
            let variant = &source.code[begin + variant.start..begin + variant.end];
            Some(citation(variant, &string_after(begin)?.text))
        })
        .collect();
    let requirements = after("requirements:").map_or_else(Vec::new, |from| {
        let to = source.code[from..end].find(']').map_or(end, |length| from + length);
        source.strings.iter().filter(|s| s.at > from && s.at < to).map(|s| s.text.clone()).collect()
    });
    let id = string_after(after("id:")?)?.text.clone();
    Some(TableRule { id, file: file.to_owned(), citations, requirements })
}

/// A place by the name of its text in the code and its paragraph.
fn citation(text: &str, paragraph: &str) -> Citation {
    let is_of_the_sources = matches!(text, "Recommendations" | "Methods");
    let place = match text {
        "Recommendations" | "Methods" => paragraph.to_owned(),
        "Tbt" => format!("TBT {paragraph}"),
        "Reading" => format!("reading {}", paragraph.trim_start_matches(|c: char| !c.is_ascii_digit())),
        "Practice" => "practice".to_owned(),
        "Agreement1958" => "UN 1958 Agreement".to_owned(),
        other => format!("{other} {paragraph}"),
    };
    Citation { place, is_of_the_sources }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_the_files() {
        let table = "pub static RULES: &[&Rule] = &[\n    // Bodies.\n    &body::listed::RULE, // \"body.listed\"\n    \
                     &prior_decision::in_force::RULE,\n];\nfn a() { b(c, d) }";
        assert_eq!(
            files(table),
            ["crates/law/src/rules/body/listed.rs", "crates/law/src/rules/prior_decision/in_force.rs"]
        );
    }

    #[test]
    fn a_rule_is_read_as_its_file_states_it() {
        let text = r#"
            //! Doc with "strings".
            pub static RULE: Rule = Rule {
                id: "body.listed",
                duty: "The body was listed.",
                citations: &[
                    Citation { source: Source::Recommendations, paragraph: "F.6 par. 5" },
                    Citation { source: Source::Tbt, paragraph: "6.1" },
                    Citation { source: Source::Reading, paragraph: "reading 5" },
                ],
                requirements: &["AGR-03", "AGR-10"],
                reading: "The day counts.",
            };
            fn other() { Source::Tbt; "x.y" }
        "#;
        let rule = rule("body/listed.rs", text).unwrap();
        assert_eq!(rule.id, "body.listed");
        assert_eq!(rule.requirements, ["AGR-03", "AGR-10"]);
        let places: Vec<&str> = rule.citations.iter().map(|citation| citation.place.as_str()).collect();
        assert_eq!(places, ["F.6 par. 5", "TBT 6.1", "reading 5"]);
        assert!(rule.citations[0].is_of_the_sources && !rule.citations[1].is_of_the_sources);
    }

    #[test]
    fn a_file_without_a_rule_is_none() {
        assert_eq!(rule("a.rs", "fn a() {}"), None);
    }
}
