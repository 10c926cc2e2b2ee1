//! `cargo xtask tidy`: what clippy cannot see. One check, one file in `tidy/`.

mod assertions;
mod hosts;
mod leftovers;
mod length;
mod size;
mod words;

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::problem::{self, Problem};
use crate::source::Source;
use crate::workspace;

/// Checks the files of the repository for what clippy cannot see.
///
/// Long files and functions, leftovers, tests without an assertion, paths and hosts of one machine, large files, and
/// words that no answer or page carries.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  cargo xtask tidy\n\nOne check, one file: crates/xtask/src/tidy/.")]
pub struct Options {}

/// A file of the repository, as the checks see it.
#[derive(Debug)]
struct File {
    path: String,
    size_bytes: u64,
    /// None when it is not UTF-8, or too large to be written by hand.
    text: Option<String>,
}

/// Runs every check over every file.
///
/// # Errors
/// When the files cannot be listed, or a check finds something.
pub fn run(_: &Options) -> Result<()> {
    let root = workspace::root()?;
    let paths = workspace::files(&root)?;
    let problems = paths.iter().map(|path| File::read(&root, path)).flat_map(|file| check(&file)).collect();
    problem::conclude("tidy", problems, &format!("{} in order", problem::count(paths.len(), "file", "files")))
}

fn check(file: &File) -> Vec<Problem> {
    let mut problems = size::check(file);
    // What others wrote stays as it came, and is one line of half a million characters.
    if file.path.ends_with(".min.js") {
        return problems;
    }
    let Some(text) = &file.text else { return problems };
    problems.extend(length::check_file(&file.path, text));
    problems.extend(leftovers::check(&file.path, text));
    problems.extend(hosts::check(&file.path, text));
    problems.extend(words::check(&file.path, text));
    if file.path.ends_with(".rs") {
        let source = Source::read(text);
        problems.extend(length::check_functions(&file.path, &source));
        problems.extend(leftovers::check_source(&file.path, &source));
        problems.extend(assertions::check(&file.path, &source));
    }
    problems
}

impl File {
    fn read(root: &Path, path: &str) -> Self {
        let full = root.join(path);
        let size_bytes = fs::metadata(&full).map_or(0, |metadata| metadata.len());
        let text = if size_bytes <= size::SIZE_BYTES_MAX { fs::read_to_string(&full).ok() } else { None };
        Self { path: path.to_owned(), size_bytes, text }
    }
}

/// The lines of a text with their numbers, from 1.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line))
}

fn at(path: &str, line: usize) -> String {
    format!("{path}:{line}")
}
