//! `comity lines`: lines of customs declarations.

mod check;
mod verify;

use clap::Subcommand;

use crate::commands::Ended;
use crate::console::Console;

/// What to do with lines.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Answers a table of lines: a row of the result for each row.
    Check(check::Args),
    /// Checks that a signed answer is the log's, offline.
    Verify(verify::Args),
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::Check(args) => check::run(args, console),
        What::Verify(args) => verify::run(args, console),
    }
}
