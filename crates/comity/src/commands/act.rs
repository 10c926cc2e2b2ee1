//! `comity act`: writes, checks, signs and submits statements.

mod explain;
mod sign;
mod submit;
mod template;

use clap::Subcommand;

use crate::commands::Ended;
use crate::console::Console;

pub use submit::{Target, submit_all};

/// What to do with acts.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Prints a commented example of an act.
    Template(template::Args),
    /// Says who may sign the statements of a file, whether they would be admitted, and what they would do.
    Explain(explain::Args),
    /// Signs the statements of a file and writes them, one a line.
    Sign(sign::Args),
    /// Submits statements: files of acts, which are signed first, or signed statements.
    Submit(submit::Args),
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::Template(args) => template::run(args, console),
        What::Explain(args) => explain::run(args, console),
        What::Sign(args) => sign::run(args, console),
        What::Submit(args) => submit::run(args, console),
    }
}
