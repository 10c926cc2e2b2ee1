//! `comity backup`: copies a registry.

use std::path::PathBuf;
use std::process::ExitCode;

use app::SystemClock;
use app::backup::backup;
use app::documents::DocumentFolder;
use serde_json::json;
use store::Backup;
use store_sql::{SqliteBorder, SqliteOffice, SqliteStore};

use crate::commands::Ended;
use crate::console::Console;
use crate::place::Data;

/// Which registry, and where to.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity backup --data ./registry /backups/2026-11-21\n\nWorks while the registry is served. Keys are not copied: keep them apart, where no one else can read them."
)]
pub struct Args {
    /// Directory for the backup; it must not exist or be empty.
    to: PathBuf,
    #[command(flatten)]
    data: Data,
}

/// Makes it.
pub fn run(args: &Args, console: Console) -> Ended {
    let store = SqliteStore::open_for_reading(args.data.directory())?;
    let bar = console.progress("Copying", 0);
    let office = SqliteOffice::open_for_reading(args.data.directory())?;
    let border = SqliteBorder::open_for_reading(args.data.directory())?;
    let office = office.iter().map(|office| office as &dyn Backup);
    let beside: Vec<_> = office.chain(border.iter().map(|border| border as &dyn Backup)).collect();
    let documents = DocumentFolder::open_for_reading(args.data.directory());
    let manifest = backup(&store, &beside, &documents, &args.to, &SystemClock, &mut |told| {
        bar.set_length(told.total);
        bar.set_position(told.done);
    });
    bar.finish_and_clear();
    let manifest = manifest?;
    let bytes: u64 = manifest.files.iter().map(|file| file.bytes).sum();
    console.result(
        &json!({ "to": args.to, "manifest": manifest }),
        format!(
            "Backed up {} files, {bytes} bytes, to `{}`. The keys in `{}` are not in it: keep them apart.",
            manifest.files.len(),
            args.to.display(),
            args.data.directory().join(crate::data_dir::KEYS).display()
        ),
    )?;
    Ok(ExitCode::SUCCESS)
}
