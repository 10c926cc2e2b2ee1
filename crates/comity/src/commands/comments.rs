//! `comity comments`: public comments on drafts.

mod verify;

use clap::Subcommand;

use crate::commands::Ended;
use crate::console::Console;

/// What to do with comments.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Checks exported comments and replies against the acts in the log that bind them.
    Verify(verify::Args),
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::Verify(args) => verify::run(args, console),
    }
}
