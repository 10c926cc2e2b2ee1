//! `cargo xtask docs`: the pages that are generated, written anew or checked to be fresh.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::problem::{self, Problem};
use crate::{law, process, workspace};

/// Writes the generated pages of the documentation.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  cargo xtask docs            write them\n  cargo xtask docs --check    fail when one is stale"
)]
pub struct Options {
    /// Writes nothing, and fails when a page is stale.
    #[arg(long)]
    check: bool,
}

/// Where a page comes from.
#[derive(Clone, Copy, Debug)]
enum Origin {
    /// A function of this program.
    Task(fn(&Path) -> Result<String>),
    /// What `comity` prints when it is given these arguments.
    Comity(&'static [&'static str]),
}

/// THE table of generated pages.
const PAGES: &[(&str, Origin)] = &[
    ("docs/reference/law-coverage.md", Origin::Task(law::page)),
    ("docs/reference/command-line.md", Origin::Comity(&["markdown-help"])),
    ("docs/reference/acts.md", Origin::Comity(&["markdown-acts"])),
    ("docs/reference/openapi.json", Origin::Comity(&["openapi"])),
    ("docs/reference/rules.md", Origin::Task(rules_page)),
];

/// Every rule as `comity rule` prints it, as a page.
fn rules_page(root: &Path) -> Result<String> {
    let rules = comity(root, &["rule", "--all"])?;
    let head = "<!-- Made from the rules in crates/law/src/rules; do not edit. -->\n\n# Rules of the law\n\nWhat `comity rule --all` prints.\n\n";
    Ok(format!("{head}```text\n{}\n```\n", rules.trim_end()))
}

/// How a page on disk compares with what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Fresh,
    Stale,
    Missing,
}

/// Writes or checks every page.
///
/// # Errors
/// When a page cannot be made or written, or is stale and was to be checked.
pub fn run(options: &Options) -> Result<()> {
    let root = workspace::root()?;
    let mut problems = Vec::new();
    for (path, from) in PAGES {
        let wanted = make(&root, *from).with_context(|| format!("`{path}` could not be made"))?;
        let state = compare(fs::read_to_string(root.join(path)).ok().as_deref(), &wanted);
        match state {
            State::Fresh => {}
            State::Stale | State::Missing if options.check => problems.push(out_of_date(path, state)),
            State::Stale | State::Missing => write(&root, path, &wanted)?,
        }
    }
    let pages = problem::count(PAGES.len(), "generated page", "generated pages");
    problem::conclude("docs", problems, &format!("{pages} fresh"))
}

fn make(root: &Path, from: Origin) -> Result<String> {
    match from {
        Origin::Task(page) => page(root),
        Origin::Comity(arguments) => comity(root, arguments),
    }
}

/// What `comity` prints. It is built together with the tests of the whole workspace: built alone it would take other
/// features of its libraries, and most of the tree would be compiled a second time.
fn comity(root: &Path, arguments: &[&str]) -> Result<String> {
    process::output(process::cargo(root).args(["build", "--quiet", "--workspace", "--all-targets"]))?;
    let program = std::env::current_exe()?.with_file_name("comity");
    process::output(std::process::Command::new(program).current_dir(root).args(arguments))
}

fn compare(on_disk: Option<&str>, wanted: &str) -> State {
    match on_disk {
        None => State::Missing,
        Some(text) if text == wanted => State::Fresh,
        Some(_) => State::Stale,
    }
}

fn out_of_date(path: &str, state: State) -> Problem {
    let what = if state == State::Missing { "the page is missing" } else { "the page is stale" };
    Problem::new(path, what, "run `cargo xtask docs` and commit what it writes")
}

fn write(root: &Path, path: &str, text: &str) -> Result<()> {
    let full = root.join(path);
    if let Some(folder) = full.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&full, text).with_context(|| format!("`{path}` could not be written"))?;
    println!("wrote {path}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_fresh_only_when_every_byte_is_the_same() {
        assert_eq!(compare(Some("a\n"), "a\n"), State::Fresh);
        assert_eq!(compare(Some("a"), "a\n"), State::Stale);
        assert_eq!(compare(None, "a\n"), State::Missing);
    }

    #[test]
    fn a_stale_page_is_named_with_the_command_that_renews_it() {
        let problem = out_of_date("docs/a.md", State::Stale);
        assert_eq!(problem.place, "docs/a.md");
        assert!(problem.help.contains("cargo xtask docs"));
    }
}
