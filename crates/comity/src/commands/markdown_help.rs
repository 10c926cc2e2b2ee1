//! `comity markdown-help`: writes the reference of the command line, for the documentation.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{Command, CommandFactory as _};

use crate::cli::Cli;
use crate::commands::Ended;
use crate::console::Console;

/// Nothing to say.
#[derive(clap::Args, Debug)]
pub struct Args {}

const HEAD: &str = "<!-- Made from the commands in crates/comity/src/commands; do not edit. -->\n\n# Command line\n\n\
Results are written to standard output, everything else to standard error. `--json` works with every command.\n";

/// Writes it.
pub fn run(_args: &Args, console: Console) -> Ended {
    let mut page = HEAD.to_owned();
    let mut command = Cli::command().term_width(100);
    command.build();
    section(&command, "", &mut page);
    console.bytes(page.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn section(command: &Command, parent: &str, page: &mut String) {
    let name = format!("{parent} {}", command.get_name()).trim().to_owned();
    let help = command.clone().bin_name(&name).render_long_help().to_string();
    let lines: Vec<_> = help.lines().map(str::trim_end).collect();
    // Writing to a String cannot fail.
    let _ = write!(page, "\n## `{name}`\n\n```text\n{}\n```\n", lines.join("\n").trim_end());
    let shown = command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help");
    shown.for_each(|sub| section(sub, &name, page));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_and_their_commands_are_in_the_reference() {
        let mut page = String::new();
        let mut command = Cli::command();
        command.build();
        section(&command, "", &mut page);
        for heading in ["## `comity decide`", "## `comity act template`", "## `comity import standards`"] {
            assert!(page.contains(heading), "{heading}");
        }
        assert!(!page.contains("markdown-help"));
    }
}
