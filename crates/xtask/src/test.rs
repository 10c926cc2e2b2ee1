//! `cargo xtask test`: every test of the workspace, on a machine that may lack a browser.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::debian::{self, Tool};
use crate::process::{self, Watched};
use crate::workspace;

/// The browser tests carry this in their names, so that they can be left out.
const BROWSER_TESTS: &str = "in_a_browser";

const BROWSER: &[Tool] = &[
    Tool {
        name: "Chromium",
        programs: &["chromium", "chromium-browser", "google-chrome"],
        packages: &["chromium"],
    },
    Tool { name: "chromedriver", programs: &["chromedriver"], packages: &["chromium-driver"] },
];

/// Runs all tests: unit, integration, browser and documentation.
///
/// Installs Chromium and its driver where they are missing and that is allowed (root, with apt-get).
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  cargo xtask test\n  cargo xtask test --without-browser\n  cargo xtask test -- -p law\n  cargo xtask test -- withdrawn_is_never_recognised"
)]
pub struct Options {
    /// Leaves the browser tests out on purpose.
    #[arg(long)]
    without_browser: bool,
    /// What the test runner is given: packages, filters.
    #[arg(last = true)]
    rest: Vec<String>,
}

/// How the browser tests stand.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Browser {
    Ready,
    LeftOut,
    Missing(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Runner {
    Nextest,
    CargoTest,
}

/// Runs the tests and ends with one line that says how it went.
///
/// # Errors
/// When a test fails, or the browser tests had to be left out without having been asked to.
pub fn run(options: &Options) -> Result<()> {
    let root = workspace::root()?;
    let browser = browser(options.without_browser);
    if let Browser::Missing(advice) = &browser {
        eprintln!("browser tests left out: {advice}");
    }
    let runner = runner();
    let tests = run_tests(&root, runner, &browser, &options.rest)?;
    let documentation = run_documentation_tests(&root, &options.rest)?;
    let line = summary(&tests, &documentation, &browser);
    if tests.success && documentation.success && !matches!(browser, Browser::Missing(_)) {
        println!("{line}");
        return Ok(());
    }
    bail!(line)
}

/// What a runner said.
#[derive(Debug, Default)]
struct Outcome {
    success: bool,
    counts: String,
}

fn browser(without: bool) -> Browser {
    if without {
        return Browser::LeftOut;
    }
    match debian::ensure(BROWSER) {
        Ok(()) => Browser::Ready,
        Err(advice) => Browser::Missing(advice),
    }
}

fn runner() -> Runner {
    let probe = Command::new("cargo")
        .args(["nextest", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match probe {
        Ok(status) if status.success() => Runner::Nextest,
        _ => Runner::CargoTest,
    }
}

fn run_tests(root: &Path, runner: Runner, browser: &Browser, rest: &[String]) -> Result<Outcome> {
    let mut command = process::cargo(root);
    command.args(arguments(runner, browser, rest));
    let watched = match runner {
        Runner::Nextest => Watched::Error,
        Runner::CargoTest => Watched::Output,
    };
    outcome(&mut command, watched)
}

fn run_documentation_tests(root: &Path, rest: &[String]) -> Result<Outcome> {
    let (asked, mut packages) = (!packages(rest).is_empty(), packages(rest));
    packages.retain(|package| root.join("crates").join(package.as_str()).join("src/lib.rs").is_file());
    if asked && packages.is_empty() {
        return Ok(Outcome { success: true, counts: "no library".to_owned() });
    }
    let mut command = process::cargo(root);
    command.args(["test", "--quiet", "--doc"]);
    if !asked {
        command.arg("--workspace");
    }
    for package in packages {
        command.args(["--package", package]);
    }
    outcome(&mut command, Watched::Output)
}

fn outcome(command: &mut Command, watched: Watched) -> Result<Outcome> {
    let (success, lines) = process::watch(command, watched, is_count)?;
    Ok(Outcome { success, counts: counts(&lines) })
}

fn arguments(runner: Runner, browser: &Browser, rest: &[String]) -> Vec<String> {
    let mut arguments: Vec<String> = match runner {
        Runner::Nextest => vec!["nextest".to_owned(), "run".to_owned(), "--no-fail-fast".to_owned()],
        Runner::CargoTest => {
            vec!["test".to_owned(), "--no-fail-fast".to_owned(), "--tests".to_owned()]
        }
    };
    if packages(rest).is_empty() {
        arguments.push("--workspace".to_owned());
    }
    arguments.extend(rest.iter().cloned());
    if *browser != Browser::Ready {
        let left_out = match runner {
            Runner::Nextest => ["-E".to_owned(), format!("not test({BROWSER_TESTS})")].to_vec(),
            Runner::CargoTest => ["--", "--skip", BROWSER_TESTS].map(str::to_owned).to_vec(),
        };
        arguments.extend(left_out);
    }
    arguments
}

/// The packages that were named with `-p`, `--package` or `--package=`.
fn packages(rest: &[String]) -> Vec<&String> {
    rest.windows(2).filter(|pair| pair[0] == "-p" || pair[0] == "--package").map(|pair| &pair[1]).collect()
}

fn is_count(line: &str) -> bool {
    line.contains("tests run:") || line.contains("test run:") || line.starts_with("test result:")
}

/// Nextest's own line as it is; the lines of `cargo test`, one for each program, added up.
fn counts(lines: &[String]) -> String {
    if let Some((_, counts)) = lines.iter().find_map(|line| line.split_once("run:")) {
        return counts.trim().to_owned();
    }
    let total = |word: &str| -> u64 { lines.iter().map(|line| number_before(line, word)).sum() };
    format!("{} passed, {} failed", total("passed"), total("failed"))
}

fn number_before(line: &str, word: &str) -> u64 {
    line.split([';', '.', ','])
        .filter_map(|part| part.trim().strip_suffix(word))
        .find_map(|part| part.trim().rsplit(' ').next()?.parse().ok())
        .unwrap_or(0)
}

fn summary(tests: &Outcome, documentation: &Outcome, browser: &Browser) -> String {
    let verdict = if tests.success && documentation.success { "all passed" } else { "FAILED" };
    let browser = match browser {
        Browser::Ready => "browser tests included",
        Browser::LeftOut => "browser tests left out as asked",
        Browser::Missing(_) => "browser tests NOT run, see above",
    };
    format!("test: {verdict}: tests {}; documentation {}; {browser}", tests.counts, documentation.counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn without_a_package_the_whole_workspace_is_tested() {
        assert_eq!(
            arguments(Runner::Nextest, &Browser::Ready, &[]),
            ["nextest", "run", "--no-fail-fast", "--workspace"]
        );
        assert_eq!(
            arguments(Runner::CargoTest, &Browser::Ready, &words("-p law")),
            ["test", "--no-fail-fast", "--tests", "-p", "law"]
        );
    }

    #[test]
    fn without_a_browser_its_tests_are_left_out_by_name() {
        let missing = Browser::Missing(String::new());
        assert!(
            arguments(Runner::Nextest, &missing, &[])
                .ends_with(&["-E".into(), "not test(in_a_browser)".into()])
        );
        assert!(
            arguments(Runner::CargoTest, &Browser::LeftOut, &[]).ends_with(&words("-- --skip in_a_browser"))
        );
    }

    #[test]
    fn the_lines_of_cargo_test_are_added_up() {
        let lines = [
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out".to_owned(),
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out".to_owned(),
        ];
        assert!(lines.iter().all(|line| is_count(line)));
        assert_eq!(counts(&lines), "15 passed, 2 failed");
    }

    #[test]
    fn nextest_is_quoted() {
        let line = "Summary [   1.234s] 41 tests run: 41 passed, 0 skipped".to_owned();
        assert!(is_count(&line));
        assert_eq!(counts(&[line]), "41 passed, 0 skipped");
    }

    #[test]
    fn the_last_line_says_when_browser_tests_did_not_run() {
        let passed = || Outcome { success: true, counts: "4 passed, 0 failed".to_owned() };
        let line = summary(&passed(), &passed(), &Browser::Missing("no Chromium".to_owned()));
        assert!(line.ends_with("browser tests NOT run, see above"), "{line}");
        assert!(summary(&Outcome::default(), &passed(), &Browser::Ready).starts_with("test: FAILED"));
    }
}
