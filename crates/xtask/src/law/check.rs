//! What must be true of the list of paragraphs and the table of rules together.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{self, Ledger, Paragraph};
use super::outline;
use super::rules::TableRule;
use crate::problem::Problem;

/// Everything that is not accounted for.
pub fn check(ledger: &Ledger, table: &[TableRule], exists: &dyn Fn(&str) -> bool) -> Vec<Problem> {
    let mut problems = every_paragraph_of_the_sources_once(ledger);
    problems.extend(ledger.paragraphs.iter().flat_map(says_what_becomes_of_it));
    problems.extend(ledger.paragraphs.iter().flat_map(|paragraph| files_exist(paragraph, exists)));
    problems.extend(requirements_are_known(ledger));
    problems.extend(every_requirement_has_a_paragraph(ledger));
    problems.extend(named_rules_are_in_the_table(ledger, table));
    problems.extend(paragraphs_and_citations_agree(ledger, table));
    problems.extend(citations_exist(table));
    problems.extend(every_rule_rests_on_something(ledger, table));
    problems.extend(requirements_of_rules_are_known(ledger, table));
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

/// The list and the rules say the same of each other.
fn paragraphs_and_citations_agree(ledger: &Ledger, table: &[TableRule]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let cited = |rule: &TableRule, place: &str| {
        rule.citations.iter().any(|citation| citation.is_of_the_sources && citation.place == place)
    };
    for paragraph in &ledger.paragraphs {
        for rule in
            table.iter().filter(|rule| paragraph.rules.contains(&rule.id) && !cited(rule, &paragraph.id))
        {
            let what = format!("names the rule `{}`, which does not cite it", rule.id);
            problems.push(problem(
                &paragraph.id,
                &what,
                "add the citation to the rule, or run `cargo xtask law --fill`",
            ));
        }
        for rule in
            table.iter().filter(|rule| !paragraph.rules.contains(&rule.id) && cited(rule, &paragraph.id))
        {
            let what = format!("the rule `{}` cites the paragraph, which does not name it", rule.id);
            problems.push(problem(&paragraph.id, &what, "run `cargo xtask law --fill`"));
        }
    }
    problems
}

fn citations_exist(table: &[TableRule]) -> Vec<Problem> {
    let outline = outline::paragraphs();
    let of_the_sources = table.iter().flat_map(|rule| {
        rule.citations
            .iter()
            .filter(|citation| citation.is_of_the_sources)
            .map(move |citation| (rule, &citation.place))
    });
    of_the_sources
        .filter(|(_, place)| !outline.contains(place))
        .map(|(rule, place)| {
            Problem::new(
                &rule.file,
                format!("cites `{place}`, which the sources do not have"),
                "cite one paragraph as the list does: `L 17`, `L annex C 2.1`, `F.6 par. 9`, `M.1(b)`, `X3`",
            )
        })
        .collect()
}

fn every_rule_rests_on_something(ledger: &Ledger, table: &[TableRule]) -> Vec<Problem> {
    let other: BTreeSet<&String> = ledger.others.iter().flat_map(|other| &other.rules).collect();
    table
        .iter()
        .filter(|rule| !rule.citations.iter().any(|citation| citation.is_of_the_sources) && !other.contains(&rule.id))
        .map(|rule| {
            Problem::new(
                &rule.file,
                format!("`{}` rests neither on the two sources nor on another that is listed", rule.id),
                format!("cite a paragraph, or list its source under [[other]] in {} and run `cargo xtask law --fill`", ledger::PATH),
            )
        })
        .collect()
}

fn requirements_of_rules_are_known(ledger: &Ledger, table: &[TableRule]) -> Vec<Problem> {
    let of_rules = table.iter().flat_map(|rule| rule.requirements.iter().map(move |id| (rule, id)));
    of_rules
        .filter(|(_, id)| !ledger.requirements.contains(id))
        .map(|(rule, id)| Problem::new(&rule.file, format!("`{id}` is no requirement"), "correct the id"))
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
    use super::super::rules::Citation;
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

    /// Rules that cite L 21.
    fn table(ids: &[&str]) -> Vec<TableRule> {
        ids.iter().map(|id| rule(id, "L 21", true)).collect()
    }

    fn rule(id: &str, place: &str, is_of_the_sources: bool) -> TableRule {
        TableRule {
            id: id.to_owned(),
            file: "objective/call.rs".to_owned(),
            citations: vec![Citation { place: place.to_owned(), is_of_the_sources }],
            requirements: vec!["CRO-02".to_owned()],
        }
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
    fn a_rule_that_rests_on_nothing_listed_is_named_with_its_file() {
        let table = [rule("objective.call", "TBT 6.1", false)];
        let problems = check(&ledger(|_| ()), &table, &|_| true);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].place, "objective/call.rs");
        let on_another_treaty = ledger(|ledger| {
            let rules = vec!["objective.call".to_owned()];
            ledger.others.push(ledger::Other { source: "TBT 6.1".to_owned(), about: String::new(), rules });
        });
        assert!(check(&on_another_treaty, &table, &|_| true).is_empty());
    }

    #[test]
    fn a_paragraph_and_a_rule_that_disagree_are_named() {
        assert_eq!(
            found(&ledger(|_| ()), &["objective.call"]),
            ["the rule `objective.call` cites the paragraph, which does not name it"]
        );
        let elsewhere =
            check(&ledger(implemented("objective.call")), &[rule("objective.call", "L 99", true)], &|_| true);
        let what: Vec<&str> = elsewhere.iter().map(|problem| problem.what.as_str()).collect();
        assert_eq!(
            what,
            [
                "names the rule `objective.call`, which does not cite it",
                "cites `L 99`, which the sources do not have"
            ]
        );
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
