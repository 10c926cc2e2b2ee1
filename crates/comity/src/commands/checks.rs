//! `comity checks`: checks that were recorded at a border.

mod list;

use clap::Subcommand;

use crate::commands::Ended;
use crate::console::Console;

/// What to do with checks.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Lists recorded checks in the order in which they were told.
    List(list::Args),
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::List(args) => list::run(args, console),
    }
}
