//! `comity completions`: writes the completions for a shell.

use std::process::ExitCode;

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::Cli;
use crate::commands::Ended;
use crate::console::Console;

/// Which shell.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity completions bash > /etc/bash_completion.d/comity\n  comity completions zsh > ~/.zfunc/_comity"
)]
pub struct Args {
    /// The shell.
    shell: Shell,
}

/// Writes them.
pub fn run(args: &Args, console: Console) -> Ended {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "comity", &mut bytes);
    console.bytes(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
