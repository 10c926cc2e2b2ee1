//! `comity`: the command line, one file per command in `commands/`.

mod border;
mod cli;
mod commands;
mod console;
mod consultation;
mod cosigning;
mod data_dir;
mod delivering;
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

use crate::cli::Cli;
use crate::console::Console;

/// Answers and statements are made of many small values that one thread allocates and another frees: glibc's allocator
/// spent a seventh of a decision's time on them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = place::parse::<Cli>();
    let console = Console::new(cli.json);
    match commands::run(cli.into_command(), &console) {
        Ok(code) => code,
        Err(failure) => console.failed(&failure),
    }
}
