//! `comity markdown-acts`: writes the reference of all acts, for the documentation.

use std::process::ExitCode;

use crate::commands::Ended;
use crate::console::Console;

/// Nothing to say.
#[derive(clap::Args, Debug)]
pub struct Args {}

/// Writes it.
pub fn run(_args: &Args, console: Console) -> Ended {
    console.bytes(statement::templates::markdown().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
