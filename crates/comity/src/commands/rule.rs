//! `comity rule`: prints rules of the law.

use std::fmt::Write as _;
use std::process::ExitCode;

use law::{Citation, RULES, Rule};
use serde::Serialize;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;

/// Which rules.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity rule objective.binds-country\n  comity rule --chapter evidence\n  comity rule --all --json"
)]
pub struct Args {
    /// Identifier, such as `objective.binds-country`.
    #[arg(required_unless_present_any = ["chapter", "all"])]
    id: Option<String>,
    /// All rules of a chapter: the part of the identifier before the point.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["id", "all"])]
    chapter: Option<String>,
    /// All rules.
    #[arg(long, conflicts_with = "id")]
    all: bool,
}

/// Prints them.
pub fn run(args: &Args, console: Console) -> Ended {
    let rules = select(args)?;
    if console.is_json() {
        let told: Vec<_> = rules.iter().map(|rule| Told::of(rule)).collect();
        match (args.id.is_some(), told.as_slice()) {
            (true, [one]) => console.json(one)?,
            _ => console.json(&told)?,
        }
    } else {
        let texts: Vec<_> = rules.iter().map(|rule| text(rule)).collect();
        console.line(texts.join("\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A rule as JSON.
#[derive(Serialize)]
struct Told {
    id: &'static str,
    chapter: &'static str,
    duty: &'static str,
    citations: Vec<Cited>,
    requirements: &'static [&'static str],
    reading: &'static str,
    numbers: &'static [&'static str],
    version: u32,
    file: &'static str,
    tests: Vec<String>,
}

#[derive(Serialize)]
struct Cited {
    source: &'static str,
    paragraph: &'static str,
}

impl Told {
    fn of(rule: &Rule) -> Self {
        let cited = |c: &Citation| Cited { source: c.source.title(), paragraph: c.paragraph };
        Self {
            id: rule.id,
            chapter: rule.chapter(),
            duty: rule.duty,
            citations: rule.citations.iter().map(cited).collect(),
            requirements: rule.requirements,
            reading: rule.reading,
            numbers: rule.numbers,
            version: rule.version,
            file: rule.file,
            tests: tests(rule),
        }
    }
}

fn select(args: &Args) -> Result<Vec<&'static Rule>, Failure> {
    if let Some(id) = &args.id {
        return law::find(id).map(|rule| vec![rule]).ok_or_else(|| unknown(id));
    }
    let wanted = |rule: &&&Rule| args.chapter.as_deref().is_none_or(|chapter| rule.chapter() == chapter);
    let rules: Vec<_> = RULES.iter().filter(wanted).copied().collect();
    match &args.chapter {
        Some(chapter) if rules.is_empty() => {
            let mut chapters: Vec<_> = RULES.iter().map(|rule| rule.chapter()).collect();
            chapters.dedup();
            let help = format!("write one of {}", chapters.join(", "));
            Err(Failure::new(format!("there is no chapter `{chapter}`"), help))
        }
        _ => Ok(rules),
    }
}

fn unknown(id: &str) -> Failure {
    let words: Vec<_> = id.split(['.', '-', ' ']).filter(|word| word.len() > 2).collect();
    let near = RULES.iter().filter(|rule| words.iter().any(|word| rule.id.contains(word)));
    let near: Vec<_> = near.take(5).map(|rule| format!("`{}`", rule.id)).collect();
    let help = match near.as_slice() {
        [] => "list all with `comity rule --all`".to_owned(),
        near => format!("did you mean {}? `comity rule --all` lists all", near.join(", ")),
    };
    Failure::new(format!("there is no rule `{id}`"), help)
}

fn text(rule: &Rule) -> String {
    let mut out = format!("{}\n  {}\n", rule.id, rule.duty);
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "  {name:<9} {value}");
        }
    };
    for cited in rule.citations {
        row("cited", &format!("{}, {}", cited.source.title(), cited.paragraph));
    }
    row("for", &rule.requirements.join(", "));
    row("number", &rule.numbers.join("; "));
    row("reading", rule.reading);
    row("file", rule.file);
    row("tests", &tests(rule).join("\n            "));
    out
}

/// The tests in the rule's own file, by name: the sources of the rules are part of this program.
fn tests(rule: &Rule) -> Vec<String> {
    let Some(source) = source(rule) else { return Vec::new() };
    let mut lines = source.lines();
    let mut names = Vec::new();
    while let Some(line) = lines.next() {
        if line.trim() == "#[test]"
            && let Some(name) = lines.next().and_then(|next| next.trim().strip_prefix("fn "))
        {
            names.push(name.split('(').next().unwrap_or_default().to_owned());
        }
    }
    names
}

static SOURCES: include_dir::Dir<'static> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/../law/src/rules");

fn source(rule: &Rule) -> Option<&'static str> {
    let (_, path) = rule.file.split_once("rules/")?;
    SOURCES.get_file(path)?.contents_utf8()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_names_its_tests() {
        let without: Vec<_> =
            RULES.iter().filter(|rule| super::tests(rule).is_empty()).map(|r| r.id).collect();
        assert!(without.is_empty(), "{without:?}");
    }

    #[test]
    fn an_unknown_rule_brings_a_suggestion() {
        let failure = unknown("objective.binds");
        assert!(failure.help().is_some_and(|help| help.contains("`objective.binds-country`")));
    }
}
