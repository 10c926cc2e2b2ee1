//! `comity`: the command line, one file per command in `commands/`.

mod cli;
mod commands;
mod console;
mod cosigning;
mod data_dir;
mod demo;
mod desk;
mod failure;
mod key_file;
mod place;
mod remote;
mod serving;
mod statements_file;
mod token;

use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::Cli;
use crate::console::Console;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let console = Console::new(cli.json);
    match commands::run(cli.into_command(), &console) {
        Ok(code) => code,
        Err(failure) => console.failed(&failure),
    }
}
