//! `comity restore`: puts a backup back.

use std::path::PathBuf;
use std::process::ExitCode;

use app::backup::restore;
use serde_json::json;
use store_sql::{SqliteBorder, SqliteOffice, SqliteStore};

use crate::commands::Ended;
use crate::console::Console;
use crate::place::Data;

/// Which backup, and where to.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity restore /backups/2026-11-21 --data ./registry-restored\n\nThe directory must not exist or be empty; nothing is overwritten. Then copy `keys/` into it and run `comity doctor`. If statements were acknowledged after the backup, the registry that is restored does not know them: do not serve it under the same name before you have read docs/operating.md."
)]
pub struct Args {
    /// Directory of the backup.
    from: PathBuf,
    #[command(flatten)]
    data: Data,
}

/// Puts it back.
pub fn run(args: &Args, console: Console) -> Ended {
    let directory = args.data.directory();
    let bar = console.progress("Reading the log", 0);
    let manifest = restore(&args.from, directory, SqliteStore::open, &mut |told| {
        bar.set_length(told.total);
        bar.set_position(told.done);
    });
    bar.finish_and_clear();
    let manifest = manifest?;
    // A backup from before anybody worked at the desk or the border has none.
    SqliteOffice::open_for_reading(directory)?;
    SqliteBorder::open_for_reading(directory)?;
    console.result(
        &json!({ "data": directory, "manifest": manifest }),
        format!(
            "Restored `{}` into `{}`. Next: copy the keys into `{}`, then run `comity doctor`.",
            args.from.display(),
            directory.display(),
            directory.join(crate::data_dir::KEYS).display()
        ),
    )?;
    Ok(ExitCode::SUCCESS)
}
