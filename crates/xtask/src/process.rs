//! Starting other programs.

use std::env;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Which stream of a program is looked at while it passes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watched {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// The first of these programs that is on the PATH.
pub fn find(programs: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    programs
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)))
        .find(|p| p.is_file())
}

/// The cargo that started this task.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// Runs a program to its end; its output goes to the terminal.
///
/// # Errors
/// When it cannot be started or does not end with success.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a program to its end and gives its standard output.
///
/// # Errors
/// When it cannot be started, does not end with success, or writes something else than UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    command.stderr(Stdio::inherit());
    let output = command.output().with_context(|| format!("`{}` could not be started", shown(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", shown(command), output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs a program, passes everything it writes on, and keeps those lines of one stream that `wanted` picks.
/// Gives whether it ended with success, and the lines.
///
/// # Errors
/// When it cannot be started.
pub fn watch(
    command: &mut Command,
    watched: Watched,
    wanted: fn(&str) -> bool,
) -> Result<(bool, Vec<String>)> {
    if std::io::stderr().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    match watched {
        Watched::Output => command.stdout(Stdio::piped()),
        Watched::Error => command.stderr(Stdio::piped()),
    };
    let mut child = command.spawn().with_context(|| format!("`{}` could not be started", shown(command)))?;
    let lines = match watched {
        Watched::Output => {
            child.stdout.take().map(|stream| pass_on(stream, wanted, |line| println!("{line}")))
        }
        Watched::Error => {
            child.stderr.take().map(|stream| pass_on(stream, wanted, |line| eprintln!("{line}")))
        }
    };
    Ok((child.wait()?.success(), lines.unwrap_or_default()))
}

fn pass_on(stream: impl std::io::Read, wanted: fn(&str) -> bool, print: fn(&str)) -> Vec<String> {
    let mut kept = Vec::new();
    // Bytes, not `lines()`: a program that writes something else than UTF-8 must not end the reading,
    // or it would block on a full pipe.
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        print(&line);
        let plain = without_colours(&line);
        if wanted(&plain) {
            kept.push(plain.trim().to_owned());
        }
    }
    kept
}

/// The line without terminal colour sequences (`ESC [ … m`).
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            rest.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut text = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_out_of_a_line() {
        assert_eq!(without_colours("\u{1b}[32;1m Summary\u{1b}[0m 3 tests run"), " Summary 3 tests run");
    }

    #[test]
    fn a_missing_program_is_none() {
        assert_eq!(find(&["no-such-program-here"]), None);
        assert!(find(&["no-such-program-here", "sh"]).is_some());
    }

    #[test]
    fn watched_lines_are_kept_and_failure_is_told() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two; exit 3"]);
        let (success, lines) = watch(&mut command, Watched::Output, |line| line.starts_with('t')).unwrap();
        assert!(!success);
        assert_eq!(lines, ["two"]);
    }

    #[test]
    fn a_command_is_shown_without_its_folder() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["test", "--doc"]);
        assert_eq!(shown(&command), "cargo test --doc");
    }
}
