//! Histories in plain words (`scenarios/*.txt`) and what was answered (`scenarios/*.out`). `UPDATE=1` rewrites the
//! answers; read what changes before you commit it.
#![allow(clippy::unwrap_used)]

mod procedures;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use decision::{Decision, Overall};
use law::Outcome;
use testkit::story::{Story, Told, answer};

/// What all histories together showed.
#[derive(Default)]
struct Seen {
    /// Rules with what came out.
    rules: BTreeMap<&'static str, BTreeSet<&'static str>>,
    /// Paths that held, with what they rested on.
    holding: BTreeSet<(&'static str, &'static str)>,
    overall: BTreeSet<&'static str>,
}

/// Rules that are asked only where they say no, or can only be met: the side that never comes, and why.
const ONE_SIDED: &[(&str, &str, &str)] = &[
    ("measure.no-open-measure", "met", "a finding only where a measure is open"),
    ("measure.has-legal-basis", "met", "a measure with its basis in law stands as an open measure"),
    ("measure.suspicion-is-no-measure", "not_met", "a report is told and changes nothing"),
    ("requirement.applies-on-day", "not_met", "an act that does not apply on the day is no requirement"),
    ("requirement.needs-assessment", "not_met", "an act that asks for nothing beforehand is no requirement"),
    ("requirement.national-treatment", "met", "a finding only where a text treats imports worse"),
];

#[test]
fn every_scenario_comes_out_as_written() {
    let mut wrong = Vec::new();
    for file in files() {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        match tell(&file, &mut Seen::default()) {
            Ok(found) => {
                let diff = compare(&file.with_extension("out"), &found);
                wrong.extend(diff.map(|diff| format!("{name}\n{diff}")));
            }
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    let count = wrong.len();
    assert!(count == 0, "{count} histories come out otherwise; UPDATE=1 rewrites\n\n{}", wrong.join("\n\n"));
}

#[test]
fn every_rule_is_met_and_not_met_in_some_scenario() {
    let seen = all();
    let one_sided =
        |rule: &str, outcome: &str| ONE_SIDED.iter().any(|(id, side, _)| *id == rule && *side == outcome);
    let mut missing = Vec::new();
    for rule in law::RULES {
        let outcomes = seen.rules.get(rule.id).cloned().unwrap_or_default();
        if !outcomes.contains("met") && !one_sided(rule.id, "met") {
            missing.push(format!("{} is never met", rule.id));
        }
        let failed = outcomes.contains("not_met") || outcomes.contains("unknown");
        if !failed && !one_sided(rule.id, "not_met") {
            missing.push(format!("{} never fails", rule.id));
        }
    }
    for (rule, outcome, _) in ONE_SIDED {
        if seen.rules.get(rule).is_some_and(|outcomes| outcomes.contains(outcome)) {
            missing.push(format!("{rule} is {outcome} after all: take it off the list"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_path_holds_and_every_answer_is_given_in_some_scenario() {
    let seen = all();
    let paths: BTreeSet<_> = seen.holding.iter().map(|(path, _)| *path).collect();
    let bases: BTreeSet<_> = seen.holding.iter().map(|(_, basis)| *basis).collect();
    let never: Vec<_> =
        decision::Path::ALL.iter().map(|path| path.as_str()).filter(|path| !paths.contains(path)).collect();
    assert!(never.is_empty(), "paths that never hold: {never:?}");
    assert_eq!(bases.len(), 4, "{bases:?}");
    assert_eq!(seen.overall.len(), Overall::ALL.len(), "{:?}", seen.overall);
}

fn all() -> Seen {
    let mut seen = Seen::default();
    for file in files() {
        tell(&file, &mut seen).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
    seen
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    files.sort();
    files
}

/// Tells a history; its questions with their answers, or the line that is wrong.
fn tell(file: &Path, seen: &mut Seen) -> Result<String, String> {
    let mut story = Story::new();
    let mut text = String::new();
    for (number, line) in std::fs::read_to_string(file).unwrap().lines().enumerate() {
        if let Some(told) = procedures::ask(&story.world, line, |finding| seen.finding(finding)) {
            let _ = writeln!(text, "{line}\n{told}");
            continue;
        }
        let told = story.tell(line).map_err(|error| format!("line {}: {error}\n  {line}", number + 1))?;
        match told {
            Told::Question(question, expected) => {
                let told = story.world.ask(&question, |decision| {
                    seen.take(decision);
                    answer(decision)
                });
                let told = told.unwrap_or_else(|error| format!("cannot be asked: {error}\n"));
                let found = told.lines().next().unwrap_or_default();
                if expected.as_deref().is_some_and(|expected| !found.starts_with(expected)) {
                    return Err(format!("line {}: expected otherwise\n  {line}\n{told}", number + 1));
                }
                let _ = writeln!(text, "{line}\n{told}");
            }
            Told::Refused(reason) => {
                let _ = writeln!(text, "{line}\n{reason}\n");
            }
            Told::Stated(_) | Told::Nothing => {}
        }
    }
    Ok(text)
}

impl Seen {
    fn finding(&mut self, finding: &law::Finding<'_>) {
        self.rules.entry(finding.rule.id).or_default().insert(finding.outcome.as_str());
    }

    fn take(&mut self, decision: &Decision<'_>) {
        self.overall.insert(decision.overall.as_str());
        let evidence = decision.evidence.iter().flat_map(|evidence| &evidence.findings);
        let requirements = decision.requirements.iter();
        let required = requirements.clone().flat_map(|requirement| &requirement.findings);
        let paths = requirements.clone().flat_map(|requirement| &requirement.paths);
        let tried = paths.clone().flat_map(|path| &path.findings);
        let gate = decision.measures.iter().chain(&decision.suspicions);
        for finding in gate.chain(evidence).chain(required).chain(tried) {
            self.finding(finding);
        }
        for path in paths.filter(|path| path.outcome == Outcome::Met) {
            self.holding.insert((path.path.as_str(), path.basis.map_or("nothing", |basis| basis.as_str())));
        }
    }
}

/// The first lines that differ; rewrites when asked to.
fn compare(golden: &Path, found: &str) -> Option<String> {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(golden, found).unwrap();
        return None;
    }
    let expected = std::fs::read_to_string(golden).unwrap_or_default();
    if expected == found {
        return None;
    }
    let same = expected.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
    let show = |text: &str, mark: &str| -> String {
        let lines = text.lines().skip(same).take(6);
        lines.map(|line| format!("{mark} {line}\n")).collect()
    };
    Some(format!("from line {}:\n{}{}", same + 1, show(&expected, "-"), show(found, "+")))
}
