//! `comity log`: checks the log.

mod download;

use std::path::Path;
use std::process::ExitCode;

use app::verify_log::{Verified, verify_log};
use clap::Subcommand;
use serde_json::json;
use store::{MemoryStore, Store};
use store_sql::SqliteStore;

use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::place::Data;

/// What to do with the log.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Checks every signature, admission, hash, checkpoint and derived table, and names the first that is wrong.
    #[command(
        after_help = "Examples:\n  comity log verify --data ./registry\n  comity log verify https://registry.example\n  comity log verify https://registry.example --log-key log.registry.example+2b3353c1+AddamAGC...\n\nWith an address, everything is downloaded and checked here; nothing that the server computes is trusted. Compare the key and the checkpoint that are printed with those that you know from elsewhere."
    )]
    Verify(Verify),
}

#[derive(clap::Args, Debug)]
struct Verify {
    /// Address of a running registry; otherwise the directory is checked.
    #[arg(value_name = "URL", conflicts_with = "data")]
    url: Option<String>,
    /// A key that must be among the log's first keys, as you know it from elsewhere.
    #[arg(long, value_name = "KEY")]
    log_key: Option<String>,
    #[command(flatten)]
    data: Data,
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    let What::Verify(args) = &args.what;
    match &args.url {
        Some(url) => {
            let store = download::download(url, console)?;
            verify(&store, &MemoryStore::new(), args, console)?;
        }
        None => in_directory(args, console)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn in_directory(args: &Verify, console: Console) -> Result<(), Failure> {
    let directory = args.data.directory();
    let source = SqliteStore::open_for_reading(directory)?;
    let scratch = scratch(directory)?;
    let store = SqliteStore::open(scratch.path())?;
    verify(&source, &store, args, console)
}

/// A directory for a rebuild, beside the registry: room for it is likelier there than where temporary files go.
pub fn scratch(directory: &Path) -> Result<tempfile::TempDir, Failure> {
    let made = tempfile::Builder::new().prefix("comity-scratch-").tempdir_in(directory);
    // A directory that cannot be written is verified all the same, elsewhere.
    made.or_else(|_| tempfile::tempdir())
        .map_err(|error| Failure::file("cannot make a scratch directory in", directory, &error))
}

fn verify(source: &dyn Store, scratch: &dyn Store, args: &Verify, console: Console) -> Result<(), Failure> {
    let bar = console.progress("Verifying", 0);
    let verified = verify_log(source, scratch, &mut |told| {
        bar.set_length(told.total);
        bar.set_position(told.done);
    });
    bar.finish_and_clear();
    let verified = verified.map_err(|error| {
        Failure::new(
            format!("the log does not verify: {error}"),
            "tell whoever runs the registry; if that is you, keep this copy, then restore a backup",
        )
    })?;
    let first_key = first_key(source)?;
    if let Some(expected) = &args.log_key
        && first_key.as_ref() != Some(expected)
    {
        let found = first_key.unwrap_or_default();
        let message = format!("the log was opened with the key `{found}`, not with the one you know");
        return Err(Failure::new(message, "ask whoever runs the registry which of the two is theirs"));
    }
    tell(&verified, first_key.as_deref().unwrap_or_default(), source, console)
}

fn tell(verified: &Verified, key: &str, source: &dyn Store, console: Console) -> Result<(), Failure> {
    let checkpoint = source.last_checkpoint()?.map(|checkpoint| checkpoint.note);
    let value = json!({
        "verified": true, "size": verified.size, "root": verified.root.to_string(),
        "certificates": verified.certificates, "log_key": key, "checkpoint": checkpoint,
    });
    console.result(
        &value,
        format!(
            "The log verifies: {} statements, {} certificates, root {}.\nOpened with the key {key}",
            verified.size, verified.certificates, verified.root
        ),
    )
}

/// The key in the genesis statement.
fn first_key(source: &dyn Store) -> Result<Option<String>, Failure> {
    let Some(first) = source.entries(0, 1, store::Which::All)?.pop() else { return Ok(None) };
    Ok(match &statement::Unverified::parse(&first.jws)?.payload().act {
        statement::Act::RegistryOpened(act) => Some(act.log_key.clone()),
        _ => None,
    })
}
