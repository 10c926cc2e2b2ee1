//! `comity rebuild`: makes the tables anew from the log.

use std::process::ExitCode;

use app::rebuild::{compare, rebuild};
use serde_json::json;
use store_sql::{SqliteStore, replace_database};

use super::log::scratch;
use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::place::Data;

/// Which registry.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity rebuild --data ./registry\n  comity rebuild --data ./registry --check\n\nStop `comity serve` first. The database is replaced only when the new one is complete."
)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    /// Replaces nothing: says whether the tables are those of the log. Exit code 1 if not.
    #[arg(long)]
    check: bool,
}

/// Rebuilds it.
pub fn run(args: &Args, console: Console) -> Ended {
    let directory = args.data.directory();
    let source = SqliteStore::open_for_reading(directory)?;
    let scratch = scratch(directory)?;
    let target = SqliteStore::open(scratch.path())?;
    let bar = console.progress("Rebuilding", 0);
    let done = rebuild(&source, &target, &mut |told| {
        bar.set_length(told.total);
        bar.set_position(told.done);
    });
    bar.finish_and_clear();
    done?;
    let difference = compare(&source, &target)?.map(|difference| difference.to_string());
    let replaced = !args.check;
    drop((source, target));
    if replaced {
        replace_database(directory, scratch.path())?;
    }
    if let (Some(difference), true) = (&difference, args.check) {
        let message = format!("the tables are not those of the log: {difference}");
        return Err(Failure::new(message, "run `comity rebuild` without `--check`"));
    }
    let text = match &difference {
        None => "The tables are those of the log.".to_owned(),
        Some(difference) => format!("The tables were not those of the log ({difference}); they are now."),
    };
    console.result(&json!({ "replaced": replaced, "difference": difference }), text)?;
    Ok(ExitCode::SUCCESS)
}
