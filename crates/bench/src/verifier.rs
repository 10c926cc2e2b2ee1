//! The start of `comity-verify`, beside that of a program that does nothing: alone, and with a question to a small bundle.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use bench::random::Random;

use crate::bundles;
use crate::figures::{Figures, median};

/// Certificates of the bundle that is asked: those of a small country.
const CERTIFICATES: u64 = 10_000;
/// The bundle does not cover the question: it names no certificate.
const NOT_COVERED: i32 = 3;
/// Starts of each kind, one after the other in turn.
const ROUNDS: usize = 41;

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let Some(program) = program() else {
        ensure!(figures.options.only.is_empty(), "`comity-verify` is not built: run `cargo xtask verifier`");
        figures.doing("`comity-verify` is not built: its start is not measured");
        return Ok(());
    };
    let directory = tempfile::tempdir()?;
    let path = |name: &str| directory.path().join(name);
    let bundle = bundles::signed(&bundles::content(CERTIFICATES, 1, &mut Random::new(1)))?;
    std::fs::write(path("b.bundle"), &bundle)?;
    std::fs::write(path("question.json"), r#"{"importing":"DE","on":"2026-04-01"}"#)?;
    let key = bundles::verifier_key()?.to_string();
    let (bundle, question) = (path("b.bundle"), path("question.json"));
    let asked =
        ["--bundle".as_ref(), bundle.as_os_str(), "--log-key".as_ref(), key.as_ref(), question.as_os_str()];
    let version: [&OsStr; 1] = ["--version".as_ref()];
    let nothing = nothing()?;
    let (mut floors, mut alone, mut with) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        floors.push(milliseconds(&nothing, &[], 0)?);
        alone.push(milliseconds(&program, &version, 0)?);
        with.push(milliseconds(&program, &asked, NOT_COVERED)?);
    }
    let floor = ("a program that does nothing", median(floors));
    let limit = ("wanted at most", 30.0);
    figures.beside("cold start of comity-verify, no bundle", median(alone), "ms", limit, Some("<= 1"));
    let what = format!("comity-verify asked of a bundle of {CERTIFICATES} certificates");
    figures.beside(what, median(with), "ms", floor, None);
    figures.alone("size of comity-verify", std::fs::metadata(&program)?.len() as f64, "B");
    Ok(())
}

/// How long a program takes from before its start to after its end.
fn milliseconds(program: &Path, arguments: &[&OsStr], code: i32) -> Result<f64> {
    let start = Instant::now();
    let ended = Command::new(program).args(arguments).output();
    let took = start.elapsed().as_secs_f64() * 1e3;
    let ended = ended.with_context(|| format!("starting `{}`", program.display()))?;
    ensure!(ended.status.code() == Some(code), "`{}` ended with {}", program.display(), ended.status);
    Ok(took)
}

/// The static one that `cargo xtask verifier` builds, or the one that was built into the folder of this program.
fn program() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let folder = own.parent()?;
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let handed_out = folder.parent()?.join("verifier").join(target).join("verifier");
    [handed_out.as_path(), folder].into_iter().map(|at| at.join("comity-verify")).find(|file| file.exists())
}

/// A program that does nothing.
fn nothing() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").context("no `PATH`")?;
    let found = std::env::split_paths(&path).map(|folder| folder.join("true")).find(|file| file.exists());
    found.context("there is no `true` on this machine")
}
