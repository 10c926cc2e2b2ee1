//! `comity document`: keeps documents that acts cite by their hash, and checks those that are kept.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use app::documents::{DocumentFolder, Held, sha256_text};
use app::office::{NoToken, Office, Parts, PublicUrl, SystemRandomness};
use model::PartyId;
use serde_json::json;
use store_sql::SqliteOffice;

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::Data;

/// What to do with documents.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    /// Keeps a document under its hash, and prints what an act says to cite it.
    Add(AddArgs),
    /// Checks that every document has the bytes of its hash, and that none that the log names is missing.
    Check(CheckArgs),
}

/// Which document.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity document add draft-2.pdf --data ./registry\n  comity document add report.odt --party did:web:ministry.example --data ./registry\n\nPDF, DOCX and ODT are taken, judged by their content. Works while the registry is served. The document becomes public once a statement in the log cites it."
)]
struct AddArgs {
    /// The document.
    file: PathBuf,
    /// The party at whose desk it is listed.
    #[arg(long, value_name = "DID")]
    party: Option<PartyId>,
    #[command(flatten)]
    data: Data,
}

/// Of which registry.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity document check --data ./registry\n  comity document check --json\n\nExit code 1 when a document is damaged. One that is missing here may be kept elsewhere: the log needs none."
)]
struct CheckArgs {
    #[command(flatten)]
    data: Data,
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.command {
        Command::Add(args) => add(args, console),
        Command::Check(args) => check(args, console),
    }
}

/// Bytes that are read at a time.
const PART_BYTES: usize = 1 << 20;

fn add(args: &AddArgs, console: Console) -> Ended {
    let directory = args.data.directory();
    // Refused before anything is made where there is no registry.
    let app = data_dir::open_for_reading(directory, console)?;
    let held = take(&DocumentFolder::open(directory)?, &args.file)?;
    let public_url = PublicUrl::parse("http://localhost").map_err(|error| Failure::of(&error))?;
    let office = Office::new(Parts {
        app,
        store: Arc::new(SqliteOffice::open(directory)?),
        random: Arc::new(SystemRandomness),
        public_url,
        vault: None,
        token: Arc::new(NoToken),
        documents: None,
    });
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    office
        .note_document_from_console(&held, &name, args.party.clone())
        .map_err(|error| Failure::of(&error))?;
    let sha256 = sha256_text(&held.sha256);
    let media_type = held.kind.media_type();
    console.result(
        &json!({ "sha256": sha256, "media_type": media_type, "size_bytes": held.size_bytes }),
        format!(
            "# To cite it in an act:\n[[act.documents]]\nsha256 = \"{sha256}\"\nmedia_type = \"{media_type}\"\nsize_bytes = {}\ntitle = {{ en = \"\" }}",
            held.size_bytes
        ),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn take(folder: &DocumentFolder, file: &Path) -> Result<Held, Failure> {
    let failed = |error: std::io::Error| Failure::file("cannot read", file, &error);
    let mut source = File::open(file).map_err(failed)?;
    let mut incoming = folder.begin()?;
    let mut part = vec![0; PART_BYTES];
    loop {
        match source.read(&mut part).map_err(failed)? {
            0 => return Ok(incoming.finish()?),
            read => incoming.write(&part[..read])?,
        }
    }
}

/// How closely documents are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Whether they are there.
    Names,
    /// Every byte.
    Bytes,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Examined {
    /// Documents that are kept.
    pub held: usize,
    /// Those whose bytes are not those of their hash.
    pub damaged: Vec<String>,
    /// Those that a statement in the log cites and that are not kept here.
    pub missing: Vec<String>,
}

/// Looks at the documents of a registry.
pub fn examine(directory: &Path, depth: Depth, console: Console) -> Result<Examined, Failure> {
    let folder = DocumentFolder::open_for_reading(directory);
    let all = folder.all()?;
    let mut examined = Examined { held: all.len(), ..Examined::default() };
    if depth == Depth::Bytes {
        let whole = |held: &Held| held.is_whole().unwrap_or(false);
        let damaged = all.iter().filter(|held| !whole(held));
        examined.damaged = damaged.map(|held| sha256_text(&held.sha256)).collect();
    }
    if directory.join(store_sql::DATABASE_FILE).exists() {
        let app = data_dir::open_for_reading(directory, console)?;
        let state = app.state();
        let cited = state.registry().cited_documents();
        examined.missing = cited.filter(|sha256| folder.find(sha256).is_none()).map(sha256_text).collect();
        examined.missing.sort_unstable();
    }
    Ok(examined)
}

fn check(args: &CheckArgs, console: Console) -> Ended {
    let examined = examine(args.data.directory(), Depth::Bytes, console)?;
    let Examined { held, damaged, missing } = &examined;
    let mut lines = vec![format!("{held} documents kept.")];
    lines.extend(damaged.iter().map(|sha256| format!("damaged  {sha256}")));
    lines.extend(missing.iter().map(|sha256| format!("missing  {sha256}")));
    let value = json!({ "held": held, "damaged": damaged, "missing": missing });
    console.result(&value, lines.join("\n"))?;
    Ok(if damaged.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use app::documents::DocumentError;

    use super::*;

    #[test]
    fn a_document_is_taken_from_a_file_and_a_script_is_not() {
        let directory = tempfile::tempdir().unwrap();
        let folder = DocumentFolder::open(directory.path()).unwrap();
        let file = directory.path().join("a.pdf");
        std::fs::write(&file, b"%PDF-1.7\n%%EOF\n").unwrap();
        let held = take(&folder, &file).unwrap();
        assert_eq!(folder.all().unwrap(), [held]);
        std::fs::write(&file, b"#!/bin/sh\n").unwrap();
        let refused = take(&folder, &file).unwrap_err();
        assert_eq!(
            refused.message(),
            DocumentError::Program("a script".into()).to_string().split(": ").next().unwrap()
        );
        assert_eq!(folder.all().unwrap().len(), 1);
    }
}
