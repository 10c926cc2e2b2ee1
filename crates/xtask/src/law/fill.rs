//! `cargo xtask law --fill`: carries what the rules say of themselves into the list of paragraphs.
//!
//! The rule's file is where a citation is written; the list repeats it, so that whoever reads the sources finds the rule. The
//! text is changed line by line, so that comments and order stay.

use std::collections::BTreeSet;

use anyhow::Result;
use toml::Value;

use super::rules::TableRule;

/// The list with the `rules` of each entry as the rules cite it, and without those `planned` requirements that a rule of the
/// paragraph newly implements. Second, a line for each requirement that is planned no more: a person should look at it.
///
/// # Errors
/// When the text is not TOML.
pub fn fill(text: &str, table: &[TableRule]) -> Result<(String, Vec<String>)> {
    let mut filled = Vec::new();
    let mut dropped = Vec::new();
    for (index, block) in text.split("\n[[").enumerate() {
        if index == 0 {
            filled.push(block.to_owned());
        } else {
            filled.push(entry(&format!("[[{block}"), table, &mut dropped)?);
        }
    }
    Ok((filled.join("\n"), dropped))
}

/// One entry of the list, with the comments that follow it.
fn entry(block: &str, table: &[TableRule], dropped: &mut Vec<String>) -> Result<String> {
    let values: toml::Table = block.parse()?;
    let kind = if block.starts_with("[[paragraph]]") { "paragraph" } else { "other" };
    let Some(values) = values.get(kind).and_then(|entries| entries.get(0)) else {
        return Ok(block.to_owned());
    };
    let place = values.get("id").or_else(|| values.get("source")).and_then(Value::as_str).unwrap_or_default();
    let cited: Vec<&TableRule> =
        table.iter().filter(|rule| cites(rule, place, kind == "paragraph")).collect();
    let known = strings(values.get("rules"));
    // Only what a new rule implements: what a person put back stays.
    let implemented: BTreeSet<&str> = cited
        .iter()
        .filter(|rule| !known.contains(&rule.id.as_str()))
        .flat_map(|rule| &rule.requirements)
        .map(String::as_str)
        .collect();

    let mut lines: Vec<String> = block
        .lines()
        .filter(|line| !line.starts_with("rules = ") && !line.starts_with("planned = "))
        .map(str::to_owned)
        .collect();
    let planned: Vec<&str> = strings(values.get("planned"));
    let still: Vec<&str> = planned.iter().copied().filter(|id| !implemented.contains(id)).collect();
    dropped.extend(
        planned.iter().filter(|id| !still.contains(id)).map(|id| format!("{place}: {id} is planned no more")),
    );

    let after = |lines: &[String], labels: &[&str]| {
        lines
            .iter()
            .rposition(|line| labels.iter().any(|label| line.starts_with(label)))
            .map_or(1, |at| at + 1)
    };
    let ids: Vec<&str> = cited.iter().map(|rule| rule.id.as_str()).collect();
    if !ids.is_empty() {
        lines.insert(
            after(&lines, &["id = ", "source = ", "about = ", "requirements = "]),
            line("rules", &ids),
        );
    }
    if !still.is_empty() {
        let labels = ["id = ", "about = ", "requirements = ", "rules = ", "built = "];
        lines.insert(after(&lines, &labels), line("planned", &still));
    }
    let end = if block.ends_with('\n') { "\n" } else { "" };
    Ok(lines.join("\n") + end)
}

fn cites(rule: &TableRule, place: &str, is_of_the_sources: bool) -> bool {
    rule.citations
        .iter()
        .any(|citation| citation.place == place && citation.is_of_the_sources == is_of_the_sources)
}

fn strings(value: Option<&Value>) -> Vec<&str> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

fn line(key: &str, values: &[&str]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
    format!("{key} = [{}]", quoted.join(", "))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::rules::Citation;
    use super::*;

    const LIST: &str = "# Comment.\nrequirements = []\n\n[[paragraph]]\nid = \"L 17\"\nabout = \"a\"\n\
                        requirements = [\"CRO-14\", \"CRO-15\"]\nplanned = [\"CRO-14\", \"CRO-15\"]\n\n# M\n\n\
                        [[paragraph]]\nid = \"X12\"\nabout = \"b\"\nnot_software = \"c\"\n\n\
                        [[other]]\nsource = \"TBT 6.1\"\nabout = \"d\"\n";

    fn rule(id: &str, place: &str, is_of_the_sources: bool) -> TableRule {
        TableRule {
            id: id.to_owned(),
            file: String::new(),
            citations: vec![Citation { place: place.to_owned(), is_of_the_sources }],
            requirements: vec!["CRO-14".to_owned()],
        }
    }

    #[test]
    fn rules_stand_where_they_cite_and_what_they_implement_is_planned_no_more() {
        let table = [rule("objective.binds", "L 17", true), rule("wto.possible", "TBT 6.1", false)];
        let (filled, dropped) = fill(LIST, &table).unwrap();
        assert!(
            filled
                .contains("\"CRO-15\"]\nrules = [\"objective.binds\"]\nplanned = [\"CRO-15\"]\n\n# M\n\n[[")
        );
        assert!(filled.ends_with("about = \"d\"\nrules = [\"wto.possible\"]\n"), "{filled}");
        assert_eq!(dropped, ["L 17: CRO-14 is planned no more"]);
    }

    #[test]
    fn filling_twice_is_filling_once_and_without_rules_nothing_changes() {
        assert_eq!(fill(LIST, &[]).unwrap().0, LIST);
        let table = [rule("objective.binds", "L 17", true)];
        let once = fill(LIST, &table).unwrap().0;
        assert_eq!(fill(&once, &table).unwrap(), (once.clone(), Vec::new()));
    }

    #[test]
    fn what_a_person_put_back_stays_planned() {
        let table = [rule("objective.binds", "L 17", true)];
        let once = fill(LIST, &table).unwrap().0;
        let put_back = once.replace("planned = [\"CRO-15\"]", "planned = [\"CRO-14\", \"CRO-15\"]");
        assert_ne!(put_back, once);
        assert_eq!(fill(&put_back, &table).unwrap(), (put_back.clone(), Vec::new()));
    }
}
