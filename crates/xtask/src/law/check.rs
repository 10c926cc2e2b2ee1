//! What must be true of the list of paragraphs and the table of rules together.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{self, Ledger, Paragraph};
use super::outline;
use super::rules::{self, TableRule};
use crate::problem::Problem;

/// Everything that is not accounted for.
pub fn check(ledger: &Ledger, table: &[TableRule], exists: &dyn Fn(&str) -> bool) -> Vec<Problem> {
    let mut problems = every_paragraph_of_the_sources_once(ledger);
    problems.extend(ledger.paragraphs.iter().flat_map(says_what_becomes_of_it));
    problems.extend(ledger.paragraphs.iter().flat_map(|paragraph| files_exist(paragraph, exists)));
    problems.extend(requirements_are_known(ledger));
    problems.extend(every_requirement_has_a_paragraph(ledger));
    problems.extend(named_rules_are_in_the_table(ledger, table));
    problems.extend(every_rule_rests_on_something(ledger, table));
    problems
}

fn every_paragraph_of_the_sources_once(ledger: &Ledger) -> Vec<Problem> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for paragraph in &ledger.paragraphs {
        *seen.entry(&paragraph.id).or_default() += 1;
    }
    let outline = outline::paragraphs();
    let absent = outline.iter().filter(|id| !seen.contains_key(id.as_str())).map(|id| {
        problem(id, "the paragraph is missing", "add a [[paragraph]] that says what becomes of it")
    });
    let unknown = seen.keys().filter(|id| !outline.iter().any(|known| known == *id)).map(|id| {
        problem(
            id,
            "the sources have no such paragraph",
            "correct the id, or its chapter in xtask/src/law/outline.rs",
        )
    });
    let twice = seen.iter().filter(|(_, times)| **times > 1).map(|(id, times)| {
        problem(id, &format!("the paragraph is there {times} times"), "make one entry of them")
    });
    absent.chain(unknown).chain(twice).collect()
}

fn says_what_becomes_of_it(paragraph: &Paragraph) -> Option<Problem> {
    let is_software =
        !(paragraph.rules.is_empty() && paragraph.built.is_empty() && paragraph.planned.is_empty());
    match (&paragraph.not_software, is_software) {
        (None, false) => Some(problem(
            &paragraph.id,
            "neither implemented, nor planned, nor said to be no software",
            "add `rules`, `built`, `planned` (a requirement's id) or `not_software` (the reason)",
        )),
        (Some(_), true) => Some(problem(
            &paragraph.id,
            "said to be no software and yet implemented or planned",
            "keep one of the two",
        )),
        (Some(reason), false) if reason.trim().is_empty() => Some(problem(
            &paragraph.id,
            "no reason is given",
            "say in `not_software` why there is nothing to build",
        )),
        (None, true) | (Some(_), false) => None,
    }
}

fn files_exist(paragraph: &Paragraph, exists: &dyn Fn(&str) -> bool) -> Vec<Problem> {
    let absent = paragraph.built.iter().filter(|path| !exists(path));
    absent
        .map(|path| {
            problem(
                &paragraph.id,
                &format!("`{path}` does not exist"),
                "name the file that implements it now",
            )
        })
        .collect()
}

fn requirements_are_known(ledger: &Ledger) -> Vec<Problem> {
    let known: BTreeSet<&String> = ledger.requirements.iter().collect();
    let mut problems = Vec::new();
    for paragraph in &ledger.paragraphs {
        for id in paragraph.requirements.iter().filter(|id| !known.contains(id)) {
            problems.push(problem(&paragraph.id, &format!("`{id}` is no requirement"), "correct the id"));
        }
        for id in paragraph.planned.iter().filter(|id| !paragraph.requirements.contains(id)) {
            let what = format!("`{id}` is planned but not among the paragraph's requirements");
            problems.push(problem(&paragraph.id, &what, "add it to `requirements` too, or correct the id"));
        }
    }
    problems
}

fn every_requirement_has_a_paragraph(ledger: &Ledger) -> Vec<Problem> {
    let named: BTreeSet<&String> =
        ledger.paragraphs.iter().flat_map(|paragraph| &paragraph.requirements).collect();
    let absent = ledger.requirements.iter().filter(|id| !named.contains(id));
    absent
        .map(|id| {
            problem(
                id,
                "no paragraph leads to this requirement",
                "name it at the paragraph that it comes from",
            )
        })
        .collect()
}

fn named_rules_are_in_the_table(ledger: &Ledger, table: &[TableRule]) -> Vec<Problem> {
    let known: BTreeSet<&str> = table.iter().map(|rule| rule.id.as_str()).collect();
    uses(ledger)
        .filter(|(_, rule)| !known.contains(rule))
        .map(|(place, rule)| {
            problem(
                place,
                &format!("the rule `{rule}` is not in the table"),
                "correct the id, or add the rule to rules.rs",
            )
        })
        .collect()
}

fn every_rule_rests_on_something(ledger: &Ledger, table: &[TableRule]) -> Vec<Problem> {
    let named: BTreeSet<&str> = uses(ledger).map(|(_, rule)| rule).collect();
    table
        .iter()
        .filter(|rule| !named.contains(rule.id.as_str()))
        .map(|rule| {
            Problem::new(
                format!("{}:{}", rules::PATH, rule.line),
                format!("no paragraph names the rule `{}`", rule.id),
                format!("name it in {} at its paragraph, or under [[other]] with its source", ledger::PATH),
            )
        })
        .collect()
}

/// Each place of the list with each rule that it names.
fn uses(ledger: &Ledger) -> impl Iterator<Item = (&str, &str)> {
    let paragraphs = ledger.paragraphs.iter().map(|paragraph| (&paragraph.id, &paragraph.rules));
    let others = ledger.others.iter().map(|other| (&other.source, &other.rules));
    paragraphs
        .chain(others)
        .flat_map(|(place, rules)| rules.iter().map(|rule| (place.as_str(), rule.as_str())))
}

fn problem(id: &str, what: &str, help: &str) -> Problem {
    Problem::new(format!("{}, {id}", ledger::PATH), what, help)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The whole outline, with nothing but reasons, so that each test changes one thing.
    fn ledger(change: impl FnOnce(&mut Ledger)) -> Ledger {
        let mut ledger = Ledger::parse("requirements = [\"CRO-02\"]\nparagraph = []").unwrap();
        ledger.paragraphs = outline::paragraphs().into_iter().map(set_aside).collect();
        paragraph(&mut ledger, "L 21", |paragraph| paragraph.requirements = vec!["CRO-02".to_owned()]);
        change(&mut ledger);
        ledger
    }

    fn set_aside(id: String) -> Paragraph {
        Paragraph {
            id,
            about: String::new(),
            requirements: Vec::new(),
            rules: Vec::new(),
            built: Vec::new(),
            planned: Vec::new(),
            not_software: Some("a preamble".to_owned()),
        }
    }

    fn paragraph(ledger: &mut Ledger, id: &str, change: impl FnOnce(&mut Paragraph)) {
        change(ledger.paragraphs.iter_mut().find(|paragraph| paragraph.id == id).unwrap());
    }

    fn implemented(rule: &str) -> impl FnOnce(&mut Ledger) {
        let rule = rule.to_owned();
        |ledger| {
            paragraph(ledger, "L 21", |paragraph| {
                paragraph.not_software = None;
                paragraph.rules = vec![rule];
            });
        }
    }

    fn table(ids: &[&str]) -> Vec<TableRule> {
        ids.iter().map(|id| TableRule { id: (*id).to_owned(), line: 7 }).collect()
    }

    fn found(ledger: &Ledger, rules: &[&str]) -> Vec<String> {
        check(ledger, &table(rules), &|path| path == "crates/tlog")
            .iter()
            .map(|problem| problem.what.clone())
            .collect()
    }

    #[test]
    fn a_list_that_accounts_for_everything_passes() {
        assert!(found(&ledger(|_| ()), &[]).is_empty());
        assert!(found(&ledger(implemented("objective.call")), &["objective.call"]).is_empty());
    }

    #[test]
    fn a_paragraph_that_is_missing_doubled_or_invented_is_named() {
        let missing = ledger(|ledger| ledger.paragraphs.retain(|paragraph| paragraph.id != "X9"));
        assert_eq!(found(&missing, &[]), ["the paragraph is missing"]);
        let doubled = ledger(|ledger| ledger.paragraphs.push(set_aside("X9".to_owned())));
        assert_eq!(found(&doubled, &[]), ["the paragraph is there 2 times"]);
        let invented = ledger(|ledger| ledger.paragraphs.push(set_aside("X13".to_owned())));
        assert_eq!(found(&invented, &[]), ["the sources have no such paragraph"]);
    }

    #[test]
    fn a_paragraph_of_which_nothing_becomes_is_named() {
        let none = ledger(|ledger| paragraph(ledger, "B.1", |paragraph| paragraph.not_software = None));
        assert_eq!(found(&none, &[]), ["neither implemented, nor planned, nor said to be no software"]);
        let both = ledger(|ledger| paragraph(ledger, "L 21", |p| p.planned = vec!["CRO-02".to_owned()]));
        assert_eq!(found(&both, &[]), ["said to be no software and yet implemented or planned"]);
        let no_reason = ledger(|ledger| paragraph(ledger, "B.1", |p| p.not_software = Some(" ".to_owned())));
        assert_eq!(found(&no_reason, &[]), ["no reason is given"]);
    }

    #[test]
    fn a_rule_that_is_not_in_the_table_is_named() {
        assert_eq!(
            found(&ledger(implemented("objective.cal")), &[]),
            ["the rule `objective.cal` is not in the table"]
        );
    }

    #[test]
    fn a_rule_that_rests_on_nothing_is_named_with_its_line() {
        let problems = check(&ledger(|_| ()), &table(&["objective.call"]), &|_| true);
        assert_eq!(problems[0].place, "crates/law/src/rules.rs:7");
        let on_another_treaty = ledger(|ledger| {
            let rules = vec!["objective.call".to_owned()];
            ledger.others.push(ledger::Other { source: "TBT 6.1".to_owned(), about: String::new(), rules });
        });
        assert!(found(&on_another_treaty, &["objective.call"]).is_empty());
    }

    #[test]
    fn a_requirement_without_a_paragraph_and_one_that_does_not_exist_are_named() {
        let orphan = ledger(|ledger| ledger.requirements.push("CRO-03".to_owned()));
        assert_eq!(found(&orphan, &[]), ["no paragraph leads to this requirement"]);
        let unknown =
            ledger(|ledger| paragraph(ledger, "B.1", |p| p.requirements = vec!["CRO-99".to_owned()]));
        assert_eq!(found(&unknown, &[]), ["`CRO-99` is no requirement"]);
    }

    #[test]
    fn a_file_that_is_said_to_implement_a_paragraph_exists() {
        let built = |path: &str| {
            let path = path.to_owned();
            ledger(|ledger| {
                paragraph(ledger, "X7", |paragraph| {
                    paragraph.not_software = None;
                    paragraph.built = vec![path];
                });
            })
        };
        assert!(found(&built("crates/tlog"), &[]).is_empty());
        assert_eq!(found(&built("crates/gone"), &[]), ["`crates/gone` does not exist"]);
    }
}
