//! `cargo xtask law`: every paragraph of the two sources is implemented, planned, or said to be no software.

mod check;
mod coverage;
mod fill;
mod ledger;
mod outline;
mod rules;

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::problem;
use crate::workspace;

use coverage::Coverage;
use ledger::Ledger;
use rules::TableRule;

/// Compares law/paragraphs.toml with the table of rules, and prints what is implemented, planned and left out.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  cargo xtask law\n  cargo xtask law --json | jq '.chapters'\n  cargo xtask law --fill      after adding a rule"
)]
pub struct Options {
    /// One JSON document instead of the table.
    #[arg(long, conflicts_with = "fill")]
    json: bool,
    /// First writes the rules into law/paragraphs.toml, at the paragraphs that they cite.
    #[arg(long)]
    fill: bool,
}

/// Prints the coverage and fails on whatever is not accounted for.
///
/// # Errors
/// When a file cannot be read, or a paragraph, a rule or a requirement is not accounted for.
pub fn run(options: &Options) -> Result<()> {
    let root = workspace::root()?;
    if options.fill {
        fill_in(&root)?;
    }
    let (ledger, table) = read(&root)?;
    let coverage = Coverage::of(&ledger);
    if options.json {
        println!("{}", serde_json::to_string_pretty(&coverage)?);
    } else {
        print!("{}", coverage.table());
    }
    let problems = check::check(&ledger, &table, &|path| root.join(path).exists());
    if options.json && problems.is_empty() {
        // Nothing after the document: it is read by programs.
        return Ok(());
    }
    let line = format!(
        "{} paragraphs, {} requirements, {} rules: all accounted for",
        ledger.paragraphs.len(),
        ledger.requirements.len(),
        table.len()
    );
    problem::conclude("law", problems, &line)
}

/// The page `docs/reference/law-coverage.md`.
///
/// # Errors
/// When a file cannot be read.
pub fn page(root: &Path) -> Result<String> {
    let (ledger, _) = read(root)?;
    Ok(coverage::page(&ledger))
}

fn fill_in(root: &Path) -> Result<()> {
    let text = workspace::read(root, ledger::PATH)?;
    let (filled, dropped) = fill::fill(&text, &rules::read(root)?)?;
    fs::write(root.join(ledger::PATH), filled)?;
    for line in dropped {
        println!("{line}: put it back if something of it is still to do");
    }
    Ok(())
}

fn read(root: &Path) -> Result<(Ledger, Vec<TableRule>)> {
    Ok((Ledger::read(root)?, rules::read(root)?))
}
